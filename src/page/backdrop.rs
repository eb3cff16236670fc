use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::notation::Located;
use crate::notation::{WordKind, words};
use crate::worker::Mistaken;

/// The height of a line of the program, in CSS pixels, as `styles.css` has it.
pub const LINE_HEIGHT_PX: i32 = 21;

/// A text with a longer line than this, in bytes, is shown without colours, as laying such lines
/// out twice is more than a keystroke should cost.
const LINE_LIMIT: usize = 4_000;

/// The part of the text that is in view, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How far it is scrolled down.
    pub top_px: i32,
    /// How far it is scrolled to the right.
    pub left_px: i32,
    /// How high it is.
    pub height_px: i32,
}

/// What the backdrop shows.
#[derive(Properties, PartialEq)]
pub struct BackdropProps {
    /// The text.
    pub text: Rc<str>,
    /// Its mistakes, in order; a range that the text has no more is left out.
    pub mistakes: Rc<Mistaken>,
    /// The lines that are pointed at, from 0.
    pub pointed: Option<Range<usize>>,
    /// The part that is in view.
    pub view: View,
}

/// What lies under the text box: line numbers, coloured words, and the marks of mistakes, for the
/// lines that are in view and no others.
#[component]
pub fn Backdrop(props: &BackdropProps) -> Html {
    let lines = use_memo(props.text.clone(), |text| Lines::of(text));
    let view = props.view;
    let first = ((view.top_px / LINE_HEIGHT_PX) as usize).min(lines.starts.len() - 1);
    let count = (view.height_px / LINE_HEIGHT_PX) as usize + 2;
    let shown = first..(first + count).min(lines.starts.len());
    let down = format!(
        "transform: translateY({}px)",
        first as i32 * LINE_HEIGHT_PX - view.top_px
    );
    let left = format!("transform: translateX({}px)", -view.left_px);
    let is_lit = |line: usize| props.pointed.as_ref().is_some_and(|p| p.contains(&line));
    let numbers = shown.clone().map(|line| html! { <div>{ line + 1 }</div> });
    let texts = shown.map(|line| {
        let pieces = pieces(
            &props.text,
            lines.range(line),
            &props.mistakes.first,
            lines.plain,
        );
        html! {
            <div class={classes!("line", is_lit(line).then_some("line-lit"))}>
                <span style={left.clone()}>{ for pieces }</span>
            </div>
        }
    });
    html! {
        <>
            <div class="gutter" aria-hidden="true">
                <div style={down.clone()}>{ for numbers }</div>
            </div>
            <pre class={classes!("backdrop", lines.plain.then_some("plain"))} aria-hidden="true">
                <div style={down}>{ for texts }</div>
            </pre>
        </>
    }
}

/// Where the lines of a text are.
struct Lines {
    starts: Vec<usize>,
    end: usize,
    /// A line is too long for colours.
    plain: bool,
}

impl Lines {
    /// A text box counts `\n`, `\r\n` and a lone `\r` as one line break; it gives all three back
    /// as `\n`.
    fn of(text: &str) -> Self {
        let starts: Vec<usize> = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let plain = starts
            .iter()
            .zip(ends)
            .any(|(start, end)| end - start > LINE_LIMIT);
        Lines {
            starts,
            end: text.len(),
            plain,
        }
    }

    fn range(&self, line: usize) -> Range<usize> {
        let end = match self.starts.get(line + 1) {
            Some(next) => next - 1,
            None => self.end,
        };
        self.starts[line]..end
    }
}

/// A line in pieces, each of one colour and either within a mistake or not.
fn pieces(text: &str, range: Range<usize>, mistakes: &[Located], plain: bool) -> Vec<Html> {
    if plain {
        return Vec::new();
    }
    let line = &text[range.clone()];
    let within: Vec<Range<usize>> = marks(&range, mistakes);
    let mut cuts: Vec<usize> = vec![0, line.len()];
    cuts.extend(within.iter().flat_map(|mark| [mark.start, mark.end]));
    let words: Vec<(Range<usize>, WordKind)> = words(line).collect();
    cuts.extend(words.iter().flat_map(|(word, _)| [word.start, word.end]));
    cuts.retain(|&cut| line.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut words = words.into_iter().peekable();
    let mut html = Vec::new();
    for pair in cuts.windows(2) {
        let piece = pair[0]..pair[1];
        while words.next_if(|(word, _)| word.end <= piece.start).is_some() {}
        let kind = words.peek().filter(|(word, _)| word.start <= piece.start);
        let mistaken = within
            .iter()
            .any(|m| m.start < piece.end && piece.start < m.end);
        let class = classes!(
            kind.map(|(_, kind)| class_of(*kind)),
            mistaken.then_some("mistake")
        );
        html.push(html! { <span {class}>{ &line[piece] }</span> });
    }
    if within.iter().any(|mark| mark.start >= line.len()) {
        html.push(html! { <span class="mistake">{ " " }</span> });
    }
    html
}

/// The parts of a line that lie in a mistake, in bytes from the line's start. A mistake of no
/// length is shown at the one place where something is missing.
fn marks(line: &Range<usize>, mistakes: &[Located]) -> Vec<Range<usize>> {
    let first = mistakes.partition_point(|mistake| mistake.range.start < line.start);
    // One that began on an earlier line may reach into this one.
    mistakes[first.saturating_sub(1)..]
        .iter()
        .take_while(|mistake| mistake.range.start <= line.end)
        .filter(|mistake| mistake.range.end.max(mistake.range.start + 1) > line.start)
        .map(|mistake| {
            let start = mistake.range.start.max(line.start) - line.start;
            let end = mistake.range.end.min(line.end).max(line.start) - line.start;
            start..end.max(start)
        })
        .collect()
}

fn class_of(kind: WordKind) -> &'static str {
    match kind {
        WordKind::Comment => "w-comment",
        WordKind::Name => "w-name",
        WordKind::Keyword => "w-keyword",
        WordKind::Step(kind) => match kind {
            crate::graph::StepKind::Io => "w-io",
            crate::graph::StepKind::Cpu => "w-cpu",
            crate::graph::StepKind::Block => "w-block",
            crate::graph::StepKind::Thread => "w-thread",
        },
        WordKind::Number => "w-number",
        WordKind::Punctuation => "w-punctuation",
        WordKind::Unknown => "w-unknown",
    }
}

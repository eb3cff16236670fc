use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::output_lines::{LinePart, OutputLine, OutputLines, parts};
use super::same::same;
use super::use_language;
use crate::event_loop::TaskId;
use crate::lettering::quantity::{duration, grouped, passing};
use crate::run::Stream;
use crate::words::{page, python as words};

/// Which run a log is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputOf {
    /// The predicted one.
    Prediction,
    /// The live one, which goes on.
    RunningRun,
    /// The live one, which is over.
    MeasuredRun,
}

/// What [`OutputLog`] shows, and whom it tells.
#[derive(Clone, Properties)]
pub struct OutputLogProps {
    /// What the program writes; none where that is not known.
    pub lines: Option<Rc<OutputLines>>,
    /// Which run does.
    pub of: OutputOf,
    /// Whether the program has been changed since, and has mistakes.
    pub stale: bool,
    /// The moment that was chosen, in microseconds: what is written later is dimmed.
    pub at_us: Option<u64>,
    /// A line is pointed at, by its moment in microseconds and who wrote it, or none any more.
    pub on_point: Callback<Option<(u64, Option<TaskId>)>>,
    /// A moment was chosen, in microseconds.
    pub on_playhead: Callback<u64>,
    /// The user wants to go to a line of the program, from 0.
    pub on_line: Callback<usize>,
}

impl PartialEq for OutputLogProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.lines, &other.lines)
            && self.of == other.of
            && self.stale == other.stale
            && self.at_us == other.at_us
    }
}

/// What a Python program writes, each line with its time. The arrow keys go from line to line.
#[component]
pub fn OutputLog(props: &OutputLogProps) -> Html {
    let language = use_language();
    let log = use_node_ref();
    let is_at_end = use_mut_ref(|| true);
    let goes_on = props.of == OutputOf::RunningRun;
    use_effect({
        let (log, is_at_end) = (log.clone(), is_at_end.clone());
        move || {
            if let Some(log) = log
                .cast::<Element>()
                .filter(|_| goes_on && *is_at_end.borrow())
            {
                log.set_scroll_top(log.scroll_height());
            }
        }
    });
    let onscroll = Callback::from(move |event: Event| {
        let log: Element = event.target_unchecked_into();
        let below = log.scroll_height() - log.client_height() - log.scroll_top();
        is_at_end.replace(below < 8);
    });
    let source = match props.of {
        OutputOf::Prediction => page::predicted(language),
        OutputOf::RunningRun => page::running(language),
        OutputOf::MeasuredRun => page::measured(language),
    };
    let is_stale = props.stale && props.lines.is_some();
    let note = match &props.lines {
        None => Some(words::output_later(language)),
        Some(lines) if lines.is_empty() && goes_on => Some(words::no_output_yet(language)),
        Some(lines) if lines.is_empty() => Some(words::no_output(language)),
        Some(_) => None,
    };
    let blocks = props.lines.as_ref().map_or(&[][..], |lines| lines.blocks());
    let left_out = props.lines.as_ref().map_or(0, |lines| lines.left_out());
    html! {
        <div
            class={classes!("output", is_stale.then_some("stale"))}
            title={is_stale.then_some(page::stale(language))}
        >
            if props.lines.is_some() {
                <span class="output-of">{ source }</span>
            }
            <div
                ref={log}
                class="output-log"
                role="log"
                aria-label={words::output(language)}
                // What is predicted changes at each key.
                aria-live={if goes_on { "polite" } else { "off" }}
                tabindex="0"
                {onscroll}
                onkeydown={Callback::from(|event: KeyboardEvent| go_to_neighbour(&event))}
                onmouseleave={props.on_point.reform(|_| None)}
            >
                if let Some(note) = note {
                    <p class="output-note">{ note }</p>
                }
                // By themselves, so that a block that comes later leaves them as they are.
                <div>
                    { for blocks.iter().enumerate().map(|(number, block)| html! {
                        <OutputBlock
                            key={number}
                            block={block.clone()}
                            is_exact={props.of == OutputOf::Prediction}
                            early={early(block, props.at_us)}
                            on_point={props.on_point.clone()}
                            on_playhead={props.on_playhead.clone()}
                            on_line={props.on_line.clone()}
                        />
                    }) }
                </div>
                if left_out > 0 {
                    <p class="output-note">
                        { words::output_cut(language, &grouped(left_out as u64)) }
                    </p>
                }
            </div>
        </div>
    }
}

/// The lines of a block that are written by a moment.
fn early(block: &[OutputLine], at_us: Option<u64>) -> Range<usize> {
    let is_early = |line: &OutputLine| at_us.is_none_or(|at_us| line.time_us <= at_us);
    0..block.partition_point(is_early)
}

/// Moves the focus to the time of the line below or above, from the log itself to the first.
fn go_to_neighbour(event: &KeyboardEvent) {
    let log = event
        .current_target()
        .and_then(|log| log.dyn_into::<Element>().ok());
    let here = event
        .target()
        .and_then(|here| here.dyn_into::<Element>().ok());
    let (Some(log), Some(here)) = (log, here) else {
        return;
    };
    let Ok(times) = log.query_selector_all(".output-time") else {
        return;
    };
    let line = here.closest(".output-line").ok().flatten();
    let of = |time: &Element| time.closest(".output-line").ok().flatten();
    let time = |at: u32| {
        times
            .get(at)
            .and_then(|time| time.dyn_into::<HtmlElement>().ok())
    };
    let at = line.and_then(|line| {
        (0..times.length())
            .find(|&at| time(at).is_some_and(|time| of(&time).as_ref() == Some(&line)))
    });
    let to = match (&*event.key(), at) {
        ("ArrowDown", None) | ("Home", _) => 0,
        ("ArrowDown", Some(at)) => at + 1,
        ("ArrowUp", Some(at)) => at.saturating_sub(1),
        ("End", _) => times.length().saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(time) = time(to) {
        // It can fail for elements that take no focus only.
        let _: Result<(), _> = time.focus();
    }
}

/// What [`OutputBlock`] shows, and whom it tells.
#[derive(Clone, Properties)]
struct OutputBlockProps {
    block: Rc<Vec<OutputLine>>,
    /// Its times have no digits that say nothing.
    is_exact: bool,
    /// Those of its lines that are not dimmed.
    early: Range<usize>,
    on_point: Callback<Option<(u64, Option<TaskId>)>>,
    on_playhead: Callback<u64>,
    on_line: Callback<usize>,
}

impl PartialEq for OutputBlockProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.block, &other.block)
            && self.is_exact == other.is_exact
            && self.early == other.early
    }
}

/// Some lines that are shown anew together.
#[component]
fn OutputBlock(props: &OutputBlockProps) -> Html {
    let lines = props.block.iter().enumerate();
    html! {
        <>
            { for lines.map(|(at, line)| {
                let before = at.checked_sub(1).map(|before| props.block[before].stream);
                html! {
                    <OutputRow
                        key={at}
                        line={line.clone()}
                        is_exact={props.is_exact}
                        begins={before != Some(line.stream)}
                        late={!props.early.contains(&at)}
                        on_point={props.on_point.clone()}
                        on_playhead={props.on_playhead.clone()}
                        on_line={props.on_line.clone()}
                    />
                }
            }) }
        </>
    }
}

/// What [`OutputRow`] shows, and whom it tells.
#[derive(Clone, Properties)]
struct OutputRowProps {
    line: OutputLine,
    is_exact: bool,
    /// The line before is of the other stream.
    begins: bool,
    late: bool,
    on_point: Callback<Option<(u64, Option<TaskId>)>>,
    on_playhead: Callback<u64>,
    on_line: Callback<usize>,
}

impl PartialEq for OutputRowProps {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line
            && self.is_exact == other.is_exact
            && self.begins == other.begins
            && self.late == other.late
    }
}

#[component]
fn OutputRow(props: &OutputRowProps) -> Html {
    let language = use_language();
    let OutputRowProps { line, on_point, .. } = props;
    let (time_us, task) = (line.time_us, line.task);
    let time = match props.is_exact {
        true => duration(time_us).text(),
        false => passing(time_us).text(),
    };
    let is_error = line.stream == Stream::Err;
    let part = |part| match part {
        LinePart::Text(text) => html! { { text.to_owned() } },
        LinePart::Place(text, line) => html! {
            <button
                type="button"
                class="link-button"
                title={words::to_line(language, &(line + 1))}
                onclick={props.on_line.reform(move |_| line)}
            >
                { text.to_owned() }
            </button>
        },
    };
    html! {
        <div
            class={classes!(
                "output-line",
                is_error.then_some("error"),
                props.late.then_some("late"),
            )}
            onmouseenter={on_point.reform(move |_| Some((time_us, task)))}
        >
            <button
                type="button"
                class="output-time"
                tabindex="-1"
                title={words::to_moment(language, &time)}
                aria-label={words::to_moment(language, &time)}
                // Drawn by the style sheet, so that what is copied is what the program wrote.
                data-time={time}
                onclick={props.on_playhead.reform(move |_| time_us)}
                onfocus={on_point.reform(move |_| Some((time_us, task)))}
                onblur={on_point.reform(|_| None)}
            />
            <span class="output-text">
                if is_error && props.begins {
                    <span class="visually-hidden">{ words::standard_error(language) }{ ": " }</span>
                }
                { for parts(&line.text).into_iter().map(part) }
            </span>
        </div>
    }
}

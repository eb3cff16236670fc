//! What a run of a Python program writes, line by line.

use std::rc::Rc;

use crate::event_loop::TaskId;
use crate::run::{Output, Stream};

/// As many lines are kept together: what has changed is one of these.
const BLOCK: usize = 100;

/// As many lines are shown; more would make the page slow, and nobody reads them.
pub const SHOWN_LINES: usize = 5_000;

/// What a run has written. Each stream's lines are its own: where the other one writes in the
/// middle of a line, that one goes on on a line of its own.
#[derive(Clone, Debug, Default)]
pub struct OutputLines {
    blocks: Vec<Rc<Vec<OutputLine>>>,
    count: usize,
    /// Where the last line is written to, as long as it has no end.
    open: Option<Stream>,
}

/// A line that a run has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputLine {
    /// When its first part was written, in microseconds since the run began.
    pub time_us: u64,
    /// The task that wrote that; none where that was no task.
    pub task: Option<TaskId>,
    /// Where to.
    pub stream: Stream,
    /// What, without the line break.
    pub text: String,
}

impl OutputLines {
    /// Takes in what has been written since.
    pub fn extend(&mut self, output: &[Output]) {
        output.iter().for_each(|output| self.write(output));
    }

    fn write(&mut self, output: &Output) {
        for part in output.text.split_inclusive('\n') {
            let text = part.strip_suffix('\n').unwrap_or(part);
            self.go_on(output, text);
            self.open = (text.len() == part.len()).then_some(output.stream);
        }
    }

    /// Goes on with the last line, or begins another.
    fn go_on(&mut self, output: &Output, text: &str) {
        if self.open == Some(output.stream) {
            let last = self.blocks.last_mut();
            if let Some(last) = last.filter(|_| self.count <= SHOWN_LINES)
                && let Some(line) = Rc::make_mut(last).last_mut()
            {
                line.text.push_str(text);
            }
            return;
        }
        self.count += 1;
        if self.count > SHOWN_LINES {
            return;
        }
        let line = OutputLine {
            time_us: output.time_us,
            task: output.task,
            stream: output.stream,
            text: text.to_owned(),
        };
        match self.blocks.last_mut() {
            Some(last) if last.len() < BLOCK => Rc::make_mut(last).push(line),
            _ => self.blocks.push(Rc::new(vec![line])),
        }
    }

    /// The lines that are shown, [`SHOWN_LINES`] at most, in blocks: another block has changed.
    pub fn blocks(&self) -> &[Rc<Vec<OutputLine>>] {
        &self.blocks
    }

    /// How many lines there are besides those that are shown.
    pub fn left_out(&self) -> usize {
        self.count.saturating_sub(SHOWN_LINES)
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// What a line of output consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePart<'t> {
    /// Text.
    Text(&'t str),
    /// A place in the program, as a traceback names it, and its line, from 0.
    Place(&'t str, usize),
}

/// The parts of a line: the places in the program that it names are parts of their own.
pub fn parts(text: &str) -> Vec<LinePart<'_>> {
    const BEFORE: &str = "File \"main.py\", line ";
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(BEFORE) {
        let digits = &rest[at + BEFORE.len()..];
        let end = digits.find(|c: char| !c.is_ascii_digit());
        let digits = &digits[..end.unwrap_or(digits.len())];
        let (before, behind) = rest.split_at(at);
        let (place, behind) = behind.split_at(BEFORE.len() + digits.len());
        if !before.is_empty() {
            parts.push(LinePart::Text(before));
        }
        parts.push(match digits.parse::<usize>() {
            Ok(line @ 1..) => LinePart::Place(place, line - 1),
            _ => LinePart::Text(place),
        });
        rest = behind;
    }
    if !rest.is_empty() {
        parts.push(LinePart::Text(rest));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(output: &[(u64, Stream, &str)]) -> OutputLines {
        let mut lines = OutputLines::default();
        for &(time_us, stream, text) in output {
            lines.extend(&[Output {
                time_us,
                task: None,
                stream,
                text: text.into(),
            }]);
        }
        lines
    }

    fn shown(lines: &OutputLines) -> Vec<(u64, &str)> {
        let lines = lines.blocks().iter().flat_map(|block| block.iter());
        lines.map(|line| (line.time_us, &*line.text)).collect()
    }

    #[test]
    fn a_line_that_is_written_in_parts_has_the_time_of_its_first() {
        use Stream::Out;
        let lines = written(&[(1, Out, "a"), (2, Out, " b\nc"), (3, Out, "\n\nd")]);
        assert_eq!(shown(&lines), [(1, "a b"), (2, "c"), (3, ""), (3, "d")]);
    }

    #[test]
    fn the_other_stream_begins_a_line_of_its_own() {
        let lines = written(&[(1, Stream::Out, "a"), (2, Stream::Err, "b\n")]);
        assert_eq!(shown(&lines), [(1, "a"), (2, "b")]);
    }

    #[test]
    fn what_was_shown_before_is_left_as_it_was() {
        let mut lines = written(&[(1, Stream::Out, "a\n")]);
        let before = lines.blocks()[0].clone();
        lines.write(&Output {
            time_us: 2,
            task: None,
            stream: Stream::Out,
            text: "b\n".into(),
        });
        assert_eq!(before.len(), 1);
        assert!(!Rc::ptr_eq(&before, &lines.blocks()[0]));
    }

    #[test]
    fn of_very_many_lines_the_first_are_kept_and_the_others_counted() {
        let text = "x\n".repeat(SHOWN_LINES + 7);
        let lines = written(&[(1, Stream::Out, &text), (2, Stream::Out, "y")]);
        assert_eq!(shown(&lines).len(), SHOWN_LINES);
        assert_eq!(lines.left_out(), 8);
    }

    #[test]
    fn the_places_of_a_traceback_are_found() {
        let place = "File \"main.py\", line 12";
        let line = format!("  {place}, in main");
        let found = [
            LinePart::Text("  "),
            LinePart::Place(place, 11),
            LinePart::Text(", in main"),
        ];
        assert_eq!(parts(&line), found);
        assert_eq!(parts("plain"), [LinePart::Text("plain")]);
        let other = "  File \"asyncio/runners.py\", line 4";
        assert_eq!(parts(other), [LinePart::Text(other)]);
    }
}

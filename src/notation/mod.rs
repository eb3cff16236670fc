//! The notation: text to program and back. [`parse`] makes a [`crate::graph`] program from a text,
//! or says everything that is wrong with it; [`print()`] makes the text of a program; [`words`] tells the editor what to colour; [`Positions`]
//! turns places in the text into the browser's. It knows nothing of how a program runs.
//!
//! A text goes through here in four stages: `lexer` finds the words, `logical_lines` puts
//! lines and what continues them together, `line_parser` and the modules that it names read each
//! line into a `draft`, and `resolve` looks up its names. All stages add to one list of mistakes,
//! and each goes on with what the one before could make out. None takes more than a small multiple
//! of the time to read the text, whatever is in it; the search for suggestions has a budget of its
//! own.
//!
//! ```
//! use interleave::notation::parse;
//!
//! let program = parse("user: io 300ms\nrender: cpu 120ms after user").unwrap().program;
//! assert_eq!(program.nodes()[1].name, "render");
//!
//! let mistakes = parse("user: io 300ms\nrender: cpu 120ms after usr").unwrap_err();
//! assert_eq!(mistakes.to_string(), "unknown task 'usr'; did you mean 'user'?");
//! ```

mod attempt_mistake;
mod attempts;
mod clause;
mod clauses;
mod count;
mod counts;
mod decimal;
mod draft;
mod duration;
mod duration_mistake;
mod durations;
mod excerpt;
mod indices;
mod keyword;
mod lexer;
mod line_parser;
mod located;
mod logical_lines;
mod mistake;
mod mistake_kind;
mod mistakes;
mod parts;
mod pools;
mod positions;
mod print;
mod references;
mod resolve;
mod setting;
mod setting_mistake;
mod settings;
mod statement;
mod steps;
mod suggest;
mod timed;
mod token;
mod word;
mod written_duration;

use std::ops::Range;

pub use attempt_mistake::AttemptMistake;
pub use clause::Clause;
pub use count::Count;
pub use duration_mistake::DurationMistake;
pub use excerpt::Excerpt;
pub use located::Located;
pub use mistake::Mistake;
pub use mistake_kind::{MistakeKind, Named};
pub use mistakes::Mistakes;
pub use parts::{Part, PartOf, parts};
pub use positions::{Position, Positions};
pub use print::{print, print_node};
pub use setting::Setting;
pub use setting_mistake::SettingMistake;
pub use timed::Timed;
pub use word::{WordKind, words};
pub use written_duration::WrittenDuration;

use crate::graph::Program;
use draft::Draft;
use line_parser::LineParser;
use logical_lines::LogicalLines;
use suggest::Suggestions;

/// A program and where its tasks stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The program.
    pub program: Program,
    /// For each of [`Program::nodes`] the bytes of its line, from the first word to the last,
    /// over all the lines that continue it.
    pub node_ranges: Vec<Range<usize>>,
}

impl Parsed {
    /// What is wrong with a program of which a run has more than [`crate::graph::EVENT_LIMIT`]
    /// events, at the line that has most to do.
    pub fn too_many_events(&self) -> Mistakes {
        let busiest = self.program.busiest();
        let mistake = busiest.map(|place| {
            let node = &self.program.nodes()[place];
            Mistake {
                range: self.node_ranges[place].clone(),
                kind: MistakeKind::TooManyEvents {
                    name: Excerpt::of(&node.name),
                    tasks: node.task_count(),
                    steps: node.steps.len(),
                    attempts: node.attempts(),
                },
            }
        });
        Mistakes::new(mistake.into_iter().collect())
    }
}

/// The program that `source` is in the notation. Any text at all may be given; an empty one is
/// an empty program.
///
/// # Errors
/// All mistakes of the text, if it has any.
pub fn parse(source: &str) -> Result<Parsed, Mistakes> {
    let mut mistakes = Vec::new();
    let mut suggestions = Suggestions::new();
    let mut draft = Draft::default();
    for (number, tokens) in LogicalLines::of(source, &mut mistakes).iter() {
        LineParser::new(source, tokens, &mut mistakes, &mut suggestions)
            .statement(number, &mut draft);
    }
    let ranges = draft.tasks.iter().map(|task| task.range.clone());
    let node_ranges = ranges.collect();
    match resolve::resolve(draft, &mut mistakes, &mut suggestions) {
        Some(program) => Ok(Parsed {
            program,
            node_ranges,
        }),
        None => Err(Mistakes::new(mistakes)),
    }
}

/// A duration alone, like `300ms` or `1.5s`, in microseconds.
///
/// # Errors
/// What is wrong with it.
pub fn parse_duration(text: &str) -> Result<u64, DurationMistake> {
    duration::parse(text)
}

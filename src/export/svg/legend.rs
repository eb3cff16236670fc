use crate::lettering::label::columns;
use crate::trace::{Outcome, SpanKind, Trace};

use super::geometry::{LEFT, WIDTH};
use crate::words::{Language, timeline as words};

/// What the legend explains.
#[derive(Clone, Copy, PartialEq)]
pub enum Sign {
    /// A bar.
    Kind(SpanKind),
    /// The outline of the critical path.
    CriticalPath,
    /// The cross of a failure.
    Failure,
    /// The cross of a task that never came to its end.
    GivenUp,
}

/// A sign with its words, and where it stands.
pub struct Item {
    pub sign: Sign,
    pub words: &'static str,
    /// In CSS pixels.
    pub x: f64,
    pub line: usize,
}

/// The width of a sign and the space after it, in CSS pixels.
pub const SIGN: f64 = 27.0;

/// What a character of the plain face takes in the mean, in CSS pixels, where the face is a wide
/// one.
pub const COLUMN: f64 = 6.4;

/// The items of the legend of a run, in lines that fit the picture.
pub fn legend(concurrent: &Trace, language: Language) -> Vec<Item> {
    let kinds = SpanKind::shown_by(concurrent.program()).into_iter();
    let mut signs: Vec<_> = kinds
        .map(|kind| (Sign::Kind(kind), kind.say(language)))
        .collect();
    if concurrent.rows().len() > 1 {
        signs.push((Sign::CriticalPath, words::critical_path(language)));
    }
    let any = |outcomes: &[Outcome]| outcomes.iter().any(|&each| concurrent.count_of(each) > 0);
    if any(&[Outcome::Failed, Outcome::TimedOut, Outcome::Deadlocked]) {
        let words = match any(&[Outcome::Deadlocked]) {
            true => words::failed_or_deadlocked(language),
            false => words::failed(language),
        };
        signs.push((Sign::Failure, words));
    }
    if any(&[Outcome::Cancelled, Outcome::Skipped]) {
        signs.push((Sign::GivenUp, words::cancelled_or_skipped(language)));
    }
    let (mut x, mut line) = (LEFT, 0);
    let placed = signs.into_iter().map(|(sign, words)| {
        let width = SIGN + columns(words) as f64 * COLUMN;
        if x + width > WIDTH - LEFT {
            (x, line) = (LEFT, line + 1);
        }
        let item = Item {
            sign,
            words,
            x,
            line,
        };
        x += width + 16.0;
        item
    });
    placed.collect()
}

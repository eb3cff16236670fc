use std::ops::Range;
use std::rc::Rc;

/// A part of the program's text in whose place another is tried, as while a bar's end is dragged.
/// What is tried is no step of undo; what is kept in the end is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The part, in UTF-16 units of the text as it was before.
    pub range_utf16: Range<usize>,
    /// What stands in its place now.
    pub insert: Rc<str>,
    /// How it goes on.
    pub state: TrialState,
}

/// How a [`Trial`] goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrialState {
    /// More may be tried.
    GoesOn,
    /// What was tried last stays.
    Kept,
    /// The text is as it was before.
    GivenUp,
}

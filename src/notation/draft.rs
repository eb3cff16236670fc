use std::ops::Range;

use crate::graph::{IndexRange, Step};

/// A text as written: read line by line, names not looked up yet. What had a mistake is there as
/// far as it was readable, so that what refers to it is no mistake too.
#[derive(Debug, Default)]
pub(super) struct Draft<'s> {
    pub(super) pools: Vec<DraftPool<'s>>,
    pub(super) tasks: Vec<DraftTask<'s>>,
}

/// A pool's line.
#[derive(Debug)]
pub(super) struct DraftPool<'s> {
    pub(super) name: Written<'s>,
    /// The line's number, from 1.
    pub(super) line: usize,
    pub(super) size: u32,
}

/// A task's or a family's line.
#[derive(Debug)]
pub(super) struct DraftTask<'s> {
    pub(super) name: Written<'s>,
    /// The line's number, from 1.
    pub(super) line: usize,
    /// The name with the indices.
    pub(super) head: Range<usize>,
    /// From the first word to the last.
    pub(super) range: Range<usize>,
    pub(super) shape: Shape,
    pub(super) steps: Vec<Step>,
    pub(super) after: Vec<DraftReference<'s>>,
    pub(super) using: Vec<DraftReference<'s>>,
}

/// A name where it is written.
#[derive(Clone, Debug)]
pub(super) struct Written<'s> {
    pub(super) text: &'s str,
    pub(super) range: Range<usize>,
    /// Whether it is a word of the notation, which no name can be.
    pub(super) reserved: bool,
}

/// What a line declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Single,
    Family(IndexRange),
    /// One of the two, but a mistake hides which or with which indices.
    Unclear,
}

/// A name in a clause. For a pool all but the name means nothing.
#[derive(Debug)]
pub(super) struct DraftReference<'s> {
    pub(super) name: Written<'s>,
    pub(super) member: Member,
    /// The name with its index.
    pub(super) range: Range<usize>,
    /// Whether a comma was missed before it, so that it may be something else than a name.
    pub(super) doubtful: bool,
}

/// Which tasks of a line are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member {
    All,
    Index(u32),
    SameIndex,
    /// A mistake hides it.
    Unclear,
}

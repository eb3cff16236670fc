use std::ops::Range;

use super::setting::Setting;
use crate::graph::{AfterMode, Fails, IndexRange, Retry, Settings, Step};

/// A text as written: read line by line, names not looked up yet. What had a mistake is there as
/// far as it was readable, so that what refers to it is no mistake too.
#[derive(Debug, Default)]
pub(super) struct Draft<'s> {
    pub(super) settings: DraftSettings,
    pub(super) pools: Vec<DraftPool<'s>>,
    pub(super) tasks: Vec<DraftTask<'s>>,
}

/// The settings, and the number of the line that has each, from 1.
#[derive(Debug, Default)]
pub(super) struct DraftSettings {
    pub(super) values: Settings,
    threads_line: Option<usize>,
    on_failure_line: Option<usize>,
    seed_line: Option<usize>,
}

impl DraftSettings {
    /// The number of the line that has `setting`.
    pub(super) fn line(&mut self, setting: Setting) -> &mut Option<usize> {
        match setting {
            Setting::Threads => &mut self.threads_line,
            Setting::OnFailure => &mut self.on_failure_line,
            Setting::Seed => &mut self.seed_line,
        }
    }
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
    pub(super) after_mode: AfterMode,
    pub(super) using: Vec<DraftReference<'s>>,
    pub(super) timeout_us: Option<u64>,
    pub(super) retry: Option<Retry>,
    pub(super) fails: Fails,
    pub(super) background: bool,
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
    /// Whether a mistake before it, like a missing comma, hides what it was meant as. It is then
    /// no mistake if nothing has that name, and it closes no cycle.
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

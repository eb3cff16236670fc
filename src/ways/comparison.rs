use crate::graph::OnFailure;
use crate::run::Way;
use crate::trace::{Outcome, Trace};

use super::Choice;

/// One program run in each of the ways to its end.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'t> {
    /// One task after another.
    pub sequential: &'t Trace,
    /// On asyncio's loop.
    pub asyncio: &'t Trace,
    /// In threads under a global lock ([`Way::Threads`]).
    pub threads: &'t Trace,
    /// In processes ([`Way::Processes`]) on `cores` cores.
    pub processes: &'t Trace,
    /// So many.
    pub cores: u32,
}

impl<'t> Comparison<'t> {
    /// The ways, the simplest first.
    pub fn choices(&self) -> [Choice; 4] {
        [
            Choice::Sequential,
            Choice::Asyncio,
            Choice::Modelled(Way::Threads),
            Choice::Modelled(Way::Processes { cores: self.cores }),
        ]
    }

    /// The run in a way.
    pub fn trace(&self, choice: Choice) -> &'t Trace {
        match choice {
            Choice::Sequential => self.sequential,
            Choice::Asyncio => self.asyncio,
            Choice::Modelled(Way::Threads) => self.threads,
            Choice::Modelled(Way::Processes { .. }) => self.processes,
        }
    }

    /// The simplest way than which no other is clearly faster, of those in which as little goes
    /// wrong as in any.
    pub fn right_choice(&self) -> Option<Choice> {
        let fastest_us = self.end_us(self.fastest()?);
        let mut fit = self.choices().into_iter().filter(|&way| self.is_fit(way));
        fit.find(|&way| !is_clearly_less(fastest_us, self.end_us(way)))
    }

    /// The fastest way of those in which as little goes wrong as in any.
    pub(super) fn fastest(&self) -> Option<Choice> {
        let fit = self.choices().into_iter().filter(|&way| self.is_fit(way));
        fit.min_by_key(|&way| self.end_us(way))
    }

    /// Whether another way, in which as little goes wrong as in any, is clearly faster.
    pub(super) fn is_clearly_slower(&self, choice: Choice) -> bool {
        let fastest = self.fastest();
        fastest.is_some_and(|fastest| is_clearly_less(self.end_us(fastest), self.end_us(choice)))
    }

    /// Whether it comes to its end, with no more failed than in any other way.
    pub(super) fn is_fit(&self, choice: Choice) -> bool {
        let goes_wrong = self.trace(choice).deadlocked() > 0 || self.is_broken_off(choice);
        !goes_wrong && self.more_failed(choice) == 0
    }

    /// Whether a failure has broken the run off.
    pub(super) fn is_broken_off(&self, choice: Choice) -> bool {
        let trace = self.trace(choice);
        trace.program().settings().on_failure == OnFailure::Cancel && failed(trace) > 0
    }

    /// How many more tasks fail than in the way in which the fewest do.
    pub(super) fn more_failed(&self, choice: Choice) -> u32 {
        let fewest = self.choices().map(|other| failed(self.trace(other)));
        failed(self.trace(choice)) - fewest.into_iter().min().unwrap_or(0)
    }

    pub(super) fn end_us(&self, choice: Choice) -> u64 {
        self.trace(choice).makespan_us()
    }
}

fn failed(trace: &Trace) -> u32 {
    trace.count_of(Outcome::Failed) + trace.count_of(Outcome::TimedOut)
}

/// Whether a time is less than another by more than nothing much: by more than a twentieth.
fn is_clearly_less(time_us: u64, than_us: u64) -> bool {
    u128::from(time_us) * 20 < u128::from(than_us) * 19
}

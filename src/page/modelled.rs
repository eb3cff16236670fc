use std::cell::OnceCell;
use std::rc::Rc;

use super::Runs;
use crate::event_loop::Events;
use crate::graph::Program;
use crate::run::Way;
use crate::trace::Trace;
use crate::ways::{Advice, Comparison, Shares};

/// One program in the ways that are modelled.
#[derive(Debug, Default)]
pub struct Modelled {
    runs: Vec<Rc<ModelledRun>>,
}

/// A program in one modelled way.
#[derive(Debug)]
pub struct ModelledRun {
    /// The way.
    pub way: Way,
    /// The run.
    pub trace: Trace,
    shares: OnceCell<Shares>,
}

/// What is shared is never compared by its contents.
impl PartialEq for ModelledRun {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl ModelledRun {
    /// How those who compute in it share the cores.
    pub fn shares(&self) -> &Shares {
        self.shares
            .get_or_init(|| Shares::of(&self.trace, self.way))
    }
}

impl Modelled {
    /// Takes in the next part of the record of `program` in one way.
    pub fn extend(&mut self, program: &Rc<Program>, way: Way, events: &Events) {
        if self.runs.last().is_none_or(|run| run.way != way) {
            self.runs.push(Rc::new(ModelledRun {
                way,
                trace: Trace::new(program.clone()),
                shares: OnceCell::new(),
            }));
        }
        // Nobody else has it as long as it arrives.
        if let Some(run) = self.runs.last_mut().and_then(Rc::get_mut) {
            run.trace.extend(events.iter());
        }
    }

    /// The runs, one for each way.
    pub fn runs(&self) -> &[Rc<ModelledRun>] {
        &self.runs
    }

    /// When each way is the right choice, beside the two that `runs` are.
    pub fn advice(&self, runs: &Runs) -> Option<Advice> {
        let [threads, processes] = &self.runs[..] else {
            return None;
        };
        Some(Advice::of(&Comparison {
            sequential: &runs.sequential,
            asyncio: &runs.concurrent,
            threads: &threads.trace,
            processes: &processes.trace,
            cores: processes.way.cores(),
        }))
    }
}

use std::cell::RefCell;
use std::rc::Rc;

use crate::event_loop::EventLoop;
use crate::graph::{Program, TaskIndex};

use super::Way;
use super::cores::Cores;

/// What tasks share that are threads or processes of their own.
pub(super) struct Workers {
    /// What they compute on; the global lock is one core.
    pub(super) cores: Rc<Cores>,
    /// For each task, whether its first step has begun.
    begun: RefCell<Vec<bool>>,
}

impl Workers {
    pub(super) fn new(program: &Program, event_loop: &EventLoop, way: Way) -> Self {
        Workers {
            cores: Cores::new(event_loop, way.cores()),
            begun: RefCell::new(vec![false; program.task_count() as usize]),
        }
    }

    /// From now on `task` can't be cancelled.
    pub(super) fn begin(&self, task: TaskIndex) {
        self.begun.borrow_mut()[task as usize] = true;
    }

    pub(super) fn has_begun(&self, task: TaskIndex) -> bool {
        self.begun.borrow()[task as usize]
    }
}

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::event_loop::EventLoop;
use crate::graph::{Program, TaskIndex};

use super::countdown::Countdown;
use super::run_steps;

/// Runs one task at a time: always the first in source order whose `after` is met. As nothing
/// else is on the loop, a wait holds everything. Pools change nothing.
pub(super) fn start(program: &Rc<Program>, event_loop: &EventLoop) {
    let countdown = Countdown::new(program);
    let met = (0..program.nodes().len())
        .flat_map(|place| program.tasks_of(place).map(move |task| (place, task)))
        .filter(|&(place, task)| countdown.is_met(place, task))
        .map(|(_, task)| Reverse(task))
        .collect();
    let run = Rc::new(SequentialRun {
        program: program.clone(),
        event_loop: event_loop.clone(),
        countdown: RefCell::new(countdown),
        met: RefCell::new(met),
    });
    run.start_next();
}

struct SequentialRun {
    program: Rc<Program>,
    event_loop: EventLoop,
    countdown: RefCell<Countdown>,
    /// The tasks that could run now, the first in source order on top.
    met: RefCell<BinaryHeap<Reverse<TaskIndex>>>,
}

impl SequentialRun {
    fn start_next(self: &Rc<Self>) {
        let Some(Reverse(task)) = self.met.borrow_mut().pop() else {
            return;
        };
        let run = self.clone();
        let running = self.event_loop.create_task(task, async move {
            let node = &run.program.nodes()[run.program.node_of(task)];
            run_steps(&run.event_loop, &node.steps).await
        });
        let run = self.clone();
        running.future().add_done_callback(move || {
            let met = run.countdown.borrow_mut().count_end(&run.program, task);
            run.met.borrow_mut().extend(met.into_iter().map(Reverse));
            run.start_next();
        });
    }
}

use std::cell::RefCell;
use std::rc::Rc;

use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::event_loop::{EventLoop, Exception, Task};

/// A loop in virtual time, and a log of what the coroutines on it say and when.
pub struct Bench {
    pub clock: Rc<VirtualClock>,
    pub event_loop: EventLoop,
    log: Rc<RefCell<Vec<String>>>,
}

impl Bench {
    pub fn new() -> Self {
        let clock = Rc::new(VirtualClock::default());
        Bench {
            event_loop: EventLoop::new(clock.clone()),
            clock,
            log: Rc::default(),
        }
    }

    pub fn run(&self) {
        virtual_time::run(&self.clock, &self.event_loop);
    }

    pub fn say(&self) -> impl Fn(&str) + Clone + 'static {
        let (log, event_loop) = (self.log.clone(), self.event_loop.clone());
        move |word| {
            log.borrow_mut()
                .push(format!("{} {word}", event_loop.time_us()))
        }
    }

    /// A task on the loop, from a function that is handed the loop.
    pub fn task<T, F>(&self, coroutine: impl FnOnce(EventLoop) -> F) -> Task<T>
    where
        T: Clone + 'static,
        F: Future<Output = Result<T, Exception>> + 'static,
    {
        self.event_loop
            .create_task(0, coroutine(self.event_loop.clone()))
    }

    /// Does something at a time, in microseconds.
    pub fn at(&self, when_us: u64, what: impl FnOnce() + 'static) {
        self.event_loop.call_at(when_us, what);
    }

    pub fn said(&self) -> String {
        self.log.borrow().join(", ")
    }
}

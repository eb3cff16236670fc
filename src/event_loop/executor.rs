use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

use super::handle::Callback;
use super::{EventLoop, Exception, Future, TaskId, Wait, What};

/// N threads beside the loop (`concurrent.futures.ThreadPoolExecutor`, as
/// `loop.run_in_executor` uses it). What is submitted waits in a queue, first in first out, for a
/// thread that is free. A thread that has begun something holds on to it to the end, whatever
/// becomes of the future; and it goes on while the loop is held.
///
/// The threads are those of a model: what runs in one says how long it takes, and is there when
/// the loop's clock says so. That is what a thread that sleeps, or waits for the network, is to
/// the loop.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::event_loop::{EventLoop, Executor, virtual_time};
///
/// let clock = Rc::new(virtual_time::VirtualClock::default());
/// let event_loop = EventLoop::new(clock.clone());
/// let executor = Executor::new(&event_loop, 1);
/// let first = executor.submit(|| (300, Ok("first")));
/// let second = executor.submit(|| (200, Ok("second")));
/// virtual_time::run(&clock, &event_loop);
/// assert_eq!(second.result(), Some(Ok("second")));
/// assert_eq!(event_loop.time_us(), 500);
/// # assert!(first.done());
/// ```
pub struct Executor {
    event_loop: EventLoop,
    threads: Rc<Threads>,
}

impl Executor {
    /// An executor of `threads` threads (`ThreadPoolExecutor(max_workers=threads)`), at least 1.
    pub fn new(event_loop: &EventLoop, threads: u32) -> Self {
        let threads = Rc::new(Threads {
            count: threads.max(1) as usize,
            busy: RefCell::default(),
            queue: RefCell::default(),
        });
        event_loop.add_threads(&threads);
        Executor {
            event_loop: event_loop.clone(),
            threads,
        }
    }

    /// Runs `work` in a thread once one is free (`loop.run_in_executor`). When it begins it is
    /// called, in one go, and says for how many microseconds it holds its thread and what comes
    /// of it; the future has that after so long. Where the future is done before that, because
    /// who awaited it was cancelled, `work` is never called.
    pub fn submit<T: Clone + 'static>(
        &self,
        work: impl FnOnce() -> (u64, Result<T, Exception>) + 'static,
    ) -> Future<T> {
        let event_loop = &self.event_loop;
        let future = Future::new(event_loop.clone(), Wait::Executor, None);
        let task = event_loop.current_task();
        let begin = {
            let future = future.clone();
            move |event_loop: &EventLoop, since_us: u64| {
                let (duration_us, result) = work();
                let end_us = since_us.saturating_add(duration_us);
                let end = move || {
                    future.finish(result);
                };
                event_loop.set_timer(end_us, Callback::Call(Box::new(end)), None);
                end_us
            }
        };
        let is_over = {
            let future = future.clone();
            move || future.done()
        };
        self.threads.queue.borrow_mut().push_back(Queued {
            since_us: event_loop.time_us(),
            task,
            is_over: Box::new(is_over),
            begin: Box::new(begin),
        });
        self.threads.catch_up(event_loop);
        future
    }
}

/// The threads of an [`Executor`], and what waits for them.
pub(super) struct Threads {
    count: usize,
    /// The ends of what runs, in microseconds since the loop began.
    busy: RefCell<BinaryHeap<Reverse<u64>>>,
    queue: RefCell<VecDeque<Queued>>,
}

/// What waits for a thread.
struct Queued {
    since_us: u64,
    task: Option<TaskId>,
    is_over: Box<dyn Fn() -> bool>,
    begin: Begin,
}

/// Begins something at a time, and returns when it will end, in microseconds since the loop began.
type Begin = Box<dyn FnOnce(&EventLoop, u64) -> u64>;

impl Threads {
    /// Begins what could begin by now, each at the time at which its thread was free.
    pub(super) fn catch_up(&self, event_loop: &EventLoop) {
        while let Some(queued) = self.next_wanted() {
            let Some(free_us) = self.free_thread(event_loop.time_us()) else {
                self.queue.borrow_mut().push_front(queued);
                return;
            };
            let since_us = queued.since_us.max(free_us);
            let until_us = (queued.begin)(event_loop, since_us);
            if let Some(task) = queued.task {
                event_loop.record(task, What::ThreadBegan { since_us });
                event_loop.record(task, What::ThreadEnds { until_us });
            }
            self.busy.borrow_mut().push(Reverse(until_us));
        }
    }

    /// The first of the queue that somebody still waits for.
    fn next_wanted(&self) -> Option<Queued> {
        loop {
            let queued = self.queue.borrow_mut().pop_front()?;
            if !(queued.is_over)() {
                return Some(queued);
            }
        }
    }

    /// Takes a thread that is free by `now_us`, and returns since when it has been.
    fn free_thread(&self, now_us: u64) -> Option<u64> {
        let mut busy = self.busy.borrow_mut();
        if busy.len() < self.count {
            return Some(0);
        }
        let &Reverse(end_us) = busy.peek()?;
        (end_us <= now_us).then(|| {
            busy.pop();
            end_us
        })
    }
}

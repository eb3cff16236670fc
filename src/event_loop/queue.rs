use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::queue_order::QueueOrder;
use super::{EventLoop, Exception, Future, Wait, locks};

/// Items from tasks to tasks (`asyncio.Queue`, `asyncio.LifoQueue`, `asyncio.PriorityQueue`).
pub struct Queue<T> {
    event_loop: EventLoop,
    wait: Wait,
    max_size: usize,
    order: QueueOrder<T>,
    items: RefCell<VecDeque<T>>,
    getters: RefCell<VecDeque<Future<()>>>,
    putters: RefCell<VecDeque<Future<()>>>,
    unfinished: Cell<usize>,
    finished: locks::Event,
}

impl<T> Queue<T> {
    /// An empty queue, first in first out, for at most `max_size` items; for any number where
    /// that is 0.
    pub fn new(event_loop: &EventLoop, max_size: usize) -> Self {
        Self::ordered(event_loop, max_size, QueueOrder::first_in_first_out())
    }

    /// As [`Queue::new`], last in first out (`asyncio.LifoQueue`).
    pub fn last_in_first_out(event_loop: &EventLoop, max_size: usize) -> Self {
        Self::ordered(event_loop, max_size, QueueOrder::last_in_first_out())
    }

    /// As [`Queue::new`], the least item first (`asyncio.PriorityQueue`).
    pub fn least_first(event_loop: &EventLoop, max_size: usize) -> Self
    where
        T: Ord,
    {
        Self::ordered(event_loop, max_size, QueueOrder::least_first())
    }

    fn ordered(event_loop: &EventLoop, max_size: usize, order: QueueOrder<T>) -> Self {
        let wait = Wait::Queue(event_loop.next_queue_id());
        let finished = locks::Event::recorded_as(event_loop, wait);
        finished.set();
        Queue {
            event_loop: event_loop.clone(),
            wait,
            max_size,
            order,
            items: RefCell::default(),
            getters: RefCell::default(),
            putters: RefCell::default(),
            unfinished: Cell::new(0),
            finished,
        }
    }

    /// How many items are in it (`Queue.qsize`).
    pub fn qsize(&self) -> usize {
        self.items.borrow().len()
    }

    /// How many items it has room for; 0 where for any number (`Queue.maxsize`).
    pub fn max_size(&self) -> usize {
        self.max_size
    }

    /// Whether nothing is in it (`Queue.empty`).
    pub fn empty(&self) -> bool {
        self.items.borrow().is_empty()
    }

    /// Whether there is no room in it (`Queue.full`).
    pub fn full(&self) -> bool {
        self.max_size > 0 && self.qsize() >= self.max_size
    }

    /// Puts `item` in, waiting for room where there is none (`Queue.put`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled while it waits; the item is not in the
    /// queue then.
    pub async fn put(&self, item: T) -> Result<(), Exception> {
        while self.full() {
            self.wait_in(&self.putters, || !self.full()).await?;
        }
        self.put_nowait(item)
    }

    /// Puts `item` in, and wakes who has waited longest for one (`Queue.put_nowait`).
    ///
    /// # Errors
    /// [`Exception::QueueFull`] where there is no room.
    pub fn put_nowait(&self, item: T) -> Result<(), Exception> {
        if self.full() {
            return Err(Exception::QueueFull);
        }
        (self.order.put)(&mut self.items.borrow_mut(), item);
        self.unfinished.set(self.unfinished.get() + 1);
        self.finished.clear();
        wake_up_next(&self.getters);
        Ok(())
    }

    /// Takes the next item out, waiting for one where there is none (`Queue.get`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled while it waits; it takes no item then.
    pub async fn get(&self) -> Result<T, Exception> {
        while self.empty() {
            self.wait_in(&self.getters, || !self.empty()).await?;
        }
        self.get_nowait()
    }

    /// Takes the next item out, and wakes who has waited longest for room
    /// (`Queue.get_nowait`).
    ///
    /// # Errors
    /// [`Exception::QueueEmpty`] where there is no item.
    pub fn get_nowait(&self) -> Result<T, Exception> {
        let item = (self.order.get)(&mut self.items.borrow_mut());
        let item = item.ok_or(Exception::QueueEmpty)?;
        wake_up_next(&self.putters);
        Ok(item)
    }

    /// Says that the work on one item that was taken out is over (`Queue.task_done`).
    ///
    /// # Errors
    /// [`Exception::Raised`] where it was said for all items before.
    pub fn task_done(&self) -> Result<(), Exception> {
        let Some(left) = self.unfinished.get().checked_sub(1) else {
            let refusal = "task_done() called too many times";
            return Err(Exception::Raised(refusal.into()));
        };
        self.unfinished.set(left);
        if left == 0 {
            self.finished.set();
        }
        Ok(())
    }

    /// Waits until the work on all items that were put in is over (`Queue.join`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled meanwhile.
    pub async fn join(&self) -> Result<(), Exception> {
        if self.unfinished.get() > 0 {
            self.finished.wait().await?;
        }
        Ok(())
    }

    /// Waits to be woken as one of `waiters`. Where it is woken and cancelled at once, and the
    /// next could go on in its place (`is_free`), that one is woken.
    async fn wait_in(
        &self,
        waiters: &RefCell<VecDeque<Future<()>>>,
        is_free: impl Fn() -> bool,
    ) -> Result<(), Exception> {
        let future = Future::new(self.event_loop.clone(), self.wait, None);
        waiters.borrow_mut().push_back(future.clone());
        let result = future.clone().await;
        if result.is_err() {
            forget(waiters, &future);
            if is_free() && !future.cancelled() {
                wake_up_next(waiters);
            }
        }
        result
    }
}

/// Takes `future` out; mostly it is the first.
fn forget(waiters: &RefCell<VecDeque<Future<()>>>, future: &Future<()>) {
    let mut waiters = waiters.borrow_mut();
    if let Some(place) = waiters.iter().position(|w| w == future) {
        waiters.remove(place);
    }
}

/// `Queue._wakeup_next`.
fn wake_up_next(waiters: &RefCell<VecDeque<Future<()>>>) {
    while let Some(waiter) = { waiters.borrow_mut().pop_front() } {
        if waiter.set_result(()) {
            break;
        }
    }
}

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::future::{CancelWay, Watcher};
use super::{EventLoop, Exception, Future};

impl EventLoop {
    /// A future of the results of `futures`, in their order (`asyncio.gather`). The first of
    /// them to raise, or to be cancelled, completes it with what it raised; the others go on.
    /// Cancelling it cancels those that are not done; it is done when they are.
    pub fn gather<T: Clone + 'static>(&self, futures: Vec<Future<T>>) -> Future<Vec<T>> {
        gather(self, futures, |result| result)
    }

    /// A future of how each of `futures` came out, in their order
    /// (`asyncio.gather(..., return_exceptions=True)`). Cancelling it cancels those that are not
    /// done; it raises [`Exception::Cancelled`] when they are.
    pub fn gather_return_exceptions<T: Clone + 'static>(
        &self,
        futures: Vec<Future<T>>,
    ) -> Future<Vec<Result<T, Exception>>> {
        gather(self, futures, Ok)
    }
}

/// `take` makes of how a future came out what the list is to hold, or what is raised at once.
fn gather<T: Clone + 'static, R: Clone + 'static>(
    event_loop: &EventLoop,
    futures: Vec<Future<T>>,
    take: fn(Result<T, Exception>) -> Result<R, Exception>,
) -> Future<Vec<R>> {
    let (children, order) = without_duplicates(futures);
    if children.is_empty() {
        let outer = event_loop.create_future();
        outer.set_result(Vec::new());
        return outer;
    }
    let cancel_requested = Rc::new(Cell::new(false));
    let outer = event_loop
        .create_future_of_tasks()
        .with_cancel_way(Rc::new(Children {
            futures: children.clone(),
            cancel_requested: cancel_requested.clone(),
        }));
    let gathering = Rc::new(Gathering {
        outer: outer.clone(),
        results: RefCell::new(vec![None; children.len()]),
        order,
        left: Cell::new(children.len()),
        cancel_requested,
        take,
    });
    let (done, pending): (Vec<_>, Vec<_>) = (0..).zip(&children).partition(|(_, c)| c.done());
    for (place, child) in pending {
        child.add_watcher(gathering.clone(), place);
    }
    for (place, child) in done {
        gathering.done(child, place);
    }
    outer
}

/// Each future once, and for each entry of the list the place of its future among those.
fn without_duplicates<T: Clone + 'static>(futures: Vec<Future<T>>) -> (Vec<Future<T>>, Vec<u32>) {
    let mut places = HashMap::with_capacity(futures.len());
    let mut children = Vec::with_capacity(futures.len());
    let mut order = Vec::with_capacity(futures.len());
    for future in futures {
        let next = children.len() as u32;
        let place = *places.entry(future.key()).or_insert(next);
        if place == next {
            children.push(future);
        }
        order.push(place);
    }
    (children, order)
}

struct Children<T> {
    futures: Vec<Future<T>>,
    cancel_requested: Rc<Cell<bool>>,
}

impl<T: Clone + 'static> CancelWay for Children<T> {
    /// `_GatheringFuture.cancel`.
    fn cancel(&self) -> bool {
        let mut any = false;
        for child in &self.futures {
            any |= child.cancel();
        }
        if any {
            self.cancel_requested.set(true);
        }
        any
    }

    fn abandon(&self) {
        self.futures.iter().for_each(Future::abandon);
    }
}

struct Gathering<T, R> {
    outer: Future<Vec<R>>,
    results: RefCell<Vec<Option<R>>>,
    /// For each entry of the list, whose result it is.
    order: Vec<u32>,
    left: Cell<usize>,
    cancel_requested: Rc<Cell<bool>>,
    take: fn(Result<T, Exception>) -> Result<R, Exception>,
}

impl<T: Clone + 'static, R: Clone + 'static> Watcher<T> for Gathering<T, R> {
    /// `_done_callback`.
    fn done(&self, future: &Future<T>, place: u32) {
        self.left.set(self.left.get() - 1);
        if self.outer.done() {
            return;
        }
        match future.result().map(self.take) {
            Some(Ok(result)) => self.results.borrow_mut()[place as usize] = Some(result),
            Some(Err(exception)) => {
                self.outer.set_exception(exception);
                return;
            }
            None => return,
        }
        if self.left.get() > 0 {
            return;
        }
        if self.cancel_requested.get() {
            self.outer.set_exception(Exception::Cancelled);
            return;
        }
        let results = self.results.borrow();
        let list = self
            .order
            .iter()
            .map(|&place| results[place as usize].clone());
        self.outer.set_result(list.flatten().collect());
    }
}

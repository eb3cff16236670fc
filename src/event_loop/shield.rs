use std::rc::Rc;

use super::future::Watcher;
use super::{EventLoop, Future};

impl EventLoop {
    /// A future that is done as `inner` is; cancelling it does not cancel `inner`
    /// (`asyncio.shield`).
    pub fn shield<T: Clone + 'static>(&self, inner: &Future<T>) -> Future<T> {
        if inner.done() {
            return inner.clone();
        }
        let outer = inner.alike();
        let shielding: Rc<dyn Watcher<T>> = Rc::new(Shielding {
            outer: outer.clone(),
        });
        inner.add_watcher(shielding.clone(), 0);
        let (inner, shielding) = (inner.downgrade(), Rc::downgrade(&shielding));
        outer.add_done_callback(move || {
            if let (Some(inner), Some(shielding)) = (inner.upgrade(), shielding.upgrade()) {
                inner.remove_watcher(&shielding);
            }
        });
        outer
    }
}

struct Shielding<T> {
    outer: Future<T>,
}

impl<T: Clone + 'static> Watcher<T> for Shielding<T> {
    /// `_inner_done_callback`.
    fn done(&self, inner: &Future<T>, _place: u32) {
        if inner.cancelled() {
            self.outer.cancel();
            return;
        }
        match inner.result() {
            Some(Ok(result)) => self.outer.set_result(result),
            Some(Err(exception)) => self.outer.set_exception(exception),
            None => false,
        };
    }
}

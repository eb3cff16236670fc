use super::handle::Timer;

/// The timers that are set: a heap as CPython's `heapq` keeps `BaseEventLoop._scheduled`, move by
/// move, as what comes first of several that are due at the same time is an accident of those
/// moves there.
pub(super) struct Timers {
    heap: Vec<Timer>,
    ties: Ties,
}

/// Which of several timers comes first that are due at the same time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ties {
    /// The one that was set first, as with a clock that no two of them meet on.
    #[default]
    BySetting,
    /// The one that CPython's heap has on top.
    ByHeap,
}

impl Timers {
    pub(super) fn new(ties: Ties) -> Self {
        Timers {
            heap: Vec::new(),
            ties,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.heap.len()
    }

    /// The one that comes first.
    pub(super) fn peek(&self) -> Option<&Timer> {
        self.heap.first()
    }

    /// `heapq.heappush`.
    pub(super) fn push(&mut self, timer: Timer) {
        self.heap.push(timer);
        self.sift_down(0, self.heap.len() - 1);
    }

    /// `heapq.heappop`.
    pub(super) fn pop(&mut self) -> Option<Timer> {
        if self.heap.is_empty() {
            return None;
        }
        let first = self.heap.swap_remove(0);
        self.sift_up(0);
        Some(first)
    }

    /// Lets go of those that nobody wants any more (`heapq.heapify` of the others).
    pub(super) fn purge(&mut self) -> Vec<Timer> {
        let (unwanted, wanted) = self.heap.drain(..).partition(Timer::cancelled);
        self.heap = wanted;
        for place in (0..self.heap.len() / 2).rev() {
            self.sift_up(place);
        }
        unwanted
    }

    fn comes_before(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.heap[one], &self.heap[other]);
        match self.ties {
            Ties::ByHeap => one.when_us < other.when_us,
            Ties::BySetting => (one.when_us, one.order) < (other.when_us, other.order),
        }
    }

    /// `heapq._siftdown`: moves what is at `place` towards the top, no further than to `top`.
    fn sift_down(&mut self, top: usize, mut place: usize) {
        while place > top {
            let parent = (place - 1) / 2;
            if !self.comes_before(place, parent) {
                break;
            }
            self.heap.swap(place, parent);
            place = parent;
        }
    }

    /// `heapq._siftup`: moves what is at `top` down to a leaf along the earlier children, and from
    /// there to where it belongs.
    fn sift_up(&mut self, top: usize) {
        let (end, mut place) = (self.heap.len(), top);
        loop {
            let (left, right) = (2 * place + 1, 2 * place + 2);
            if left >= end {
                break;
            }
            let is_right = right < end && !self.comes_before(left, right);
            let child = if is_right { right } else { left };
            self.heap.swap(place, child);
            place = child;
        }
        if end > 0 {
            self.sift_down(top, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::handle::Callback;
    use super::*;

    fn order_of(ties: Ties, whens_us: &[u64]) -> Vec<u64> {
        let mut timers = Timers::new(ties);
        for (order, &when_us) in (0..).zip(whens_us) {
            timers.push(Timer {
                when_us,
                order,
                callback: Callback::Call(Box::new(|| {})),
                cancelled: None,
            });
        }
        let popped = std::iter::from_fn(|| timers.pop());
        popped.map(|timer| timer.order).collect()
    }

    #[test]
    fn timers_come_by_their_time() {
        let whens_us = [5, 3, 9, 1, 7];
        assert_eq!(order_of(Ties::BySetting, &whens_us), [3, 1, 0, 4, 2]);
        assert_eq!(order_of(Ties::ByHeap, &whens_us), [3, 1, 0, 4, 2]);
    }

    #[test]
    fn those_of_one_time_come_in_the_order_of_setting() {
        assert_eq!(order_of(Ties::BySetting, &[1; 5]), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn those_of_one_time_come_as_cpythons_heap_has_them() {
        // What heapq gives for five equal keys that were pushed one by one.
        assert_eq!(order_of(Ties::ByHeap, &[1; 5]), [0, 2, 4, 1, 3]);
    }
}

use std::collections::VecDeque;

/// In which order a queue gives its items back.
pub(super) struct QueueOrder<T> {
    /// `Queue._put`.
    pub(super) put: fn(&mut VecDeque<T>, T),
    /// `Queue._get`.
    pub(super) get: fn(&mut VecDeque<T>) -> Option<T>,
}

impl<T> QueueOrder<T> {
    pub(super) fn first_in_first_out() -> Self {
        QueueOrder {
            put: VecDeque::push_back,
            get: VecDeque::pop_front,
        }
    }

    pub(super) fn last_in_first_out() -> Self {
        QueueOrder {
            put: VecDeque::push_back,
            get: VecDeque::pop_back,
        }
    }

    pub(super) fn least_first() -> Self
    where
        T: Ord,
    {
        QueueOrder {
            put: heap_push,
            get: heap_pop,
        }
    }
}

/// `heapq.heappush`. The order of items that are equal is `heapq`'s too, which the standard
/// library's heap does not have.
fn heap_push<T: Ord>(heap: &mut VecDeque<T>, item: T) {
    heap.push_back(item);
    rise(heap, heap.len() - 1);
}

/// `heapq.heappop`.
fn heap_pop<T: Ord>(heap: &mut VecDeque<T>) -> Option<T> {
    let least = heap.swap_remove_back(0)?;
    let mut place = 0;
    // Down to the bottom along the lesser children, then up again.
    while 2 * place + 1 < heap.len() {
        let (left, right) = (2 * place + 1, 2 * place + 2);
        let is_right = right < heap.len() && heap[left] >= heap[right];
        let child = if is_right { right } else { left };
        heap.swap(place, child);
        place = child;
    }
    if place > 0 {
        rise(heap, place);
    }
    Some(least)
}

/// `heapq._siftdown`, which brings an item towards the root.
fn rise<T: Ord>(heap: &mut VecDeque<T>, mut place: usize) {
    while place > 0 {
        let parent = (place - 1) / 2;
        if heap[place] >= heap[parent] {
            break;
        }
        heap.swap(place, parent);
        place = parent;
    }
}

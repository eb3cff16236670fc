//! `asyncio.Queue`: outcomes and times as CPython prints them.

use std::cmp::Ordering;
use std::rc::Rc;

use interleave::event_loop::{Exception, Future, Queue, QueueId, Wait, What};

use super::bench::{Bench, raised};

/// A task that takes an item out of `queue` and says which, with its own name.
fn getter(bench: &Bench, queue: &Rc<Queue<i32>>, name: &'static str) -> Future<()> {
    let (say, queue) = (bench.say(), queue.clone());
    let task = bench.task(|_| async move {
        let item = queue.get().await?;
        say(&format!("{name} {item}"));
        Ok(())
    });
    task.future().clone()
}

#[test]
fn the_first_who_waits_gets_the_first_item() {
    let bench = Bench::new();
    let queue = Rc::new(Queue::new(&bench.event_loop, 0));
    for name in ["a", "b", "c"] {
        getter(&bench, &queue, name);
    }
    bench.at(5, move || {
        (0..3).for_each(|item| queue.put_nowait(item).expect("there is room"))
    });
    bench.run();
    assert_eq!(bench.said(), "5 a 0, 5 b 1, 5 c 2");
}

#[test]
fn who_puts_into_a_full_queue_waits_for_room() {
    let bench = Bench::new();
    let queue = Rc::new(Queue::new(&bench.event_loop, 2));
    let (say, full) = (bench.say(), queue.clone());
    bench.task(|_| async move {
        for item in 0..5 {
            full.put(item).await?;
            say(&format!("put {item}"));
        }
        Ok(())
    });
    let say = bench.say();
    bench.task(|on| async move {
        for _ in 0..5 {
            on.sleep(10).await?;
            say(&format!("got {}", queue.get().await?));
        }
        Ok(())
    });
    bench.run();
    assert_eq!(
        bench.said(),
        "0 put 0, 0 put 1, 10 got 0, 10 put 2, 20 got 1, 20 put 3, 30 got 2, 30 put 4, \
         40 got 3, 50 got 4"
    );
}

#[test]
fn who_does_not_want_to_wait_is_told_that_it_is_empty_or_full() {
    let bench = Bench::new();
    let queue = Queue::new(&bench.event_loop, 1);
    assert!(queue.empty());
    assert_eq!(queue.get_nowait(), Err(Exception::QueueEmpty));
    assert_eq!(queue.put_nowait(1), Ok(()));
    assert_eq!(queue.put_nowait(2), Err(Exception::QueueFull));
    assert_eq!(
        (queue.full(), queue.qsize(), queue.get_nowait()),
        (true, 1, Ok(1))
    );
}

#[test]
fn a_queue_may_give_the_last_item_first() {
    let bench = Bench::new();
    let queue = Queue::last_in_first_out(&bench.event_loop, 0);
    "abc".chars().for_each(|name| put(&queue, name));
    assert_eq!(taken(&queue), ['c', 'b', 'a']);
}

/// An item that is compared by its urgency alone.
struct Urgent(u32, char);

impl Ord for Urgent {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Urgent {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Urgent {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Urgent {}

#[test]
fn a_queue_may_give_the_least_item_first_and_equal_ones_as_heapq_does() {
    let bench = Bench::new();
    let queue = Queue::least_first(&bench.event_loop, 0);
    let urgencies = [2, 1, 2, 1, 3, 1, 2, 1, 1, 2];
    for (urgency, name) in urgencies.into_iter().zip('a'..) {
        put(&queue, Urgent(urgency, name));
    }
    let names: String = taken(&queue).iter().map(|item| item.1).collect();
    assert_eq!(names, "bfdhigcjae");
}

fn put<T>(queue: &Queue<T>, item: T) {
    queue.put_nowait(item).expect("there is room");
}

/// All that is in `queue`, in the order in which it comes out.
fn taken<T>(queue: &Queue<T>) -> Vec<T> {
    std::iter::from_fn(|| queue.get_nowait().ok()).collect()
}

#[test]
fn join_waits_until_the_work_on_every_item_is_over() {
    let bench = Bench::new();
    let queue = Rc::new(Queue::new(&bench.event_loop, 0));
    let worked_on = queue.clone();
    let worker = bench.task(|on| async move {
        loop {
            worked_on.get().await?;
            on.sleep(10).await?;
            worked_on.task_done()?;
        }
        #[expect(unreachable_code, reason = "it says what the task would return")]
        Ok(())
    });
    let say = bench.say();
    let task = bench.task(|_| async move {
        queue.join().await?;
        say("joined");
        for item in 0..3 {
            queue.put_nowait(item)?;
        }
        queue.join().await?;
        say("joined");
        worker.cancel();
        queue.task_done()
    });
    bench.run();
    assert_eq!(bench.said(), "0 joined, 30 joined");
    let refused = Err(raised("task_done() called too many times"));
    assert_eq!(task.result(), Some(refused));
}

#[test]
fn who_is_cancelled_just_when_there_is_an_item_leaves_it_to_the_next() {
    let bench = Bench::new();
    let queue = Rc::new(Queue::new(&bench.event_loop, 0));
    let tasks = ["a", "b"].map(|name| getter(&bench, &queue, name));
    let first = tasks[0].clone();
    bench.at(5, move || {
        queue.put_nowait(1).expect("there is room");
        first.cancel();
    });
    bench.run();
    assert_eq!(bench.said(), "5 b 1");
    assert!(tasks[0].cancelled());
}

#[test]
fn who_is_cancelled_just_when_there_is_room_leaves_it_to_the_next() {
    let bench = Bench::new();
    let queue = Rc::new(Queue::new(&bench.event_loop, 1));
    queue.put_nowait("first").expect("there is room");
    let tasks = ["a", "b"].map(|name| {
        let queue = queue.clone();
        bench.task(|_| async move { queue.put(name).await })
    });
    let (first, emptied) = (tasks[0].future().clone(), queue.clone());
    bench.at(5, move || {
        emptied.get_nowait().expect("there is an item");
        first.cancel();
    });
    bench.run();
    assert!(tasks[0].cancelled() && tasks[1].result() == Some(Ok(())));
    assert_eq!(queue.get_nowait(), Ok("b"));
}

#[test]
fn who_is_woken_for_an_item_that_another_one_took_waits_behind_the_others() {
    let bench = Bench::new();
    let queue = Rc::new(Queue::new(&bench.event_loop, 0));
    for name in ["a", "b"] {
        getter(&bench, &queue, name);
    }
    let put = |item: i32, steal: bool| {
        let queue = queue.clone();
        move || {
            queue.put_nowait(item).expect("there is room");
            if steal {
                queue.get_nowait().expect("there is an item");
            }
        }
    };
    bench.at(5, put(1, true));
    bench.at(10, put(2, false));
    bench.at(11, put(3, false));
    bench.run();
    assert_eq!(bench.said(), "10 b 2, 11 a 3");
}

#[test]
fn the_record_tells_which_queue_a_task_waits_for() {
    let bench = Bench::new();
    let queues = [(); 2].map(|()| Rc::new(Queue::new(&bench.event_loop, 0)));
    getter(&bench, &queues[1], "a");
    bench.run();
    let record = bench.event_loop.take_events();
    let on = Wait::Queue(QueueId(1));
    assert!(record.iter().any(|event| event.what == What::Waits { on }));
}

#[test]
fn a_crowd_of_getters_is_cancelled_without_a_look_at_each_pair() {
    let bench = Bench::new();
    let queue: Rc<Queue<u32>> = Rc::new(Queue::new(&bench.event_loop, 0));
    let getters: Vec<_> = (0..50_000)
        .map(|label| {
            let queue = queue.clone();
            let getter = async move { queue.get().await };
            bench.event_loop.create_task(label, getter)
        })
        .collect();
    bench.event_loop.call_later(10, move || {
        assert!(getters.iter().all(|getter| getter.cancel()));
    });
    bench.run();
}

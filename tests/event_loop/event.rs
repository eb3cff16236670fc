//! `asyncio.Event`: outcomes and times as CPython prints them.

use std::rc::Rc;

use interleave::event_loop::locks::Event;
use interleave::event_loop::{EventId, Future, Wait, What};

use super::bench::Bench;

/// A task that waits for `event` and says `name`.
fn waiter(bench: &Bench, event: &Rc<Event>, name: &'static str) -> Future<()> {
    let (say, event) = (bench.say(), event.clone());
    let task = bench.task(|_| async move {
        event.wait().await?;
        say(name);
        Ok(())
    });
    task.future().clone()
}

#[test]
fn all_who_wait_go_on_in_the_order_in_which_they_came_though_it_is_cleared_at_once() {
    let bench = Bench::new();
    let event = Rc::new(Event::new(&bench.event_loop));
    for name in ["a", "b", "c"] {
        waiter(&bench, &event, name);
    }
    let to_set = event.clone();
    bench.at(10, move || {
        to_set.set();
        to_set.clear();
    });
    bench.run();
    assert_eq!(bench.said(), "10 a, 10 b, 10 c");
    assert!(!event.is_set());
}

#[test]
fn nobody_waits_for_what_is_set() {
    let bench = Bench::new();
    let event = Rc::new(Event::new(&bench.event_loop));
    event.set();
    waiter(&bench, &event, "a");
    bench.event_loop.run_once();
    assert_eq!(bench.said(), "0 a");
    bench.event_loop.close();
}

#[test]
fn who_is_cancelled_just_after_it_was_set_does_not_go_on() {
    let bench = Bench::new();
    let event = Rc::new(Event::new(&bench.event_loop));
    let waiters = ["a", "b"].map(|name| waiter(&bench, &event, name));
    let first = waiters[0].clone();
    bench.at(10, move || {
        event.set();
        first.cancel();
    });
    bench.run();
    assert_eq!(bench.said(), "10 b");
    assert!(waiters[0].cancelled());
}

#[test]
fn the_record_tells_which_event_a_task_waits_for() {
    let bench = Bench::new();
    let events = [(); 2].map(|()| Rc::new(Event::new(&bench.event_loop)));
    waiter(&bench, &events[1], "b");
    bench.run();
    let record = bench.event_loop.take_events();
    let on = Wait::Event(EventId(1));
    assert!(record.iter().any(|event| event.what == What::Waits { on }));
}

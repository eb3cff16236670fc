//! What an iteration runs and in which order, and what time it is meanwhile.

use interleave::event_loop::Hold;

use super::bench::Bench;

#[test]
fn tasks_start_in_the_order_in_which_they_were_created() {
    let bench = Bench::new();
    for name in ["a", "b", "c"] {
        let say = bench.say();
        bench.event_loop.create_task(0, async move {
            say(name);
            Ok(())
        });
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 0 b, 0 c");
}

#[test]
fn an_iteration_runs_what_was_ready_when_it_began_and_no_later_handle() {
    let bench = Bench::new();
    let (say, event_loop) = (bench.say(), bench.event_loop.clone());
    bench.event_loop.call_soon(move || {
        say("first");
        event_loop.call_soon(move || say("later"));
    });
    bench.event_loop.run_once();
    assert_eq!(bench.said(), "0 first");
    bench.event_loop.run_once();
    assert_eq!(bench.said(), "0 first, 0 later");
}

#[test]
fn waits_overlap() {
    let bench = Bench::new();
    for _ in 0..100 {
        let event_loop = bench.event_loop.clone();
        bench
            .event_loop
            .create_task(0, async move { event_loop.sleep(2_000_000).await });
    }
    bench.run();
    assert_eq!(bench.event_loop.time_us(), 2_000_000);
}

#[test]
fn timers_due_at_the_same_time_fire_in_the_order_in_which_they_were_set() {
    let bench = Bench::new();
    for name in ["a", "b", "c", "d", "e"] {
        let say = bench.say();
        bench.event_loop.call_at(10, move || say(name));
    }
    bench.run();
    assert_eq!(bench.said(), "10 a, 10 b, 10 c, 10 d, 10 e");
}

#[test]
fn a_held_loop_delays_a_timer_that_is_due() {
    let bench = Bench::new();
    let (say, event_loop) = (bench.say(), bench.event_loop.clone());
    bench.event_loop.create_task(0, {
        let event_loop = event_loop.clone();
        async move {
            event_loop.sleep(10).await?;
            say("woken");
            Ok(())
        }
    });
    bench.event_loop.create_task(1, async move {
        event_loop.hold(Hold::Block, 25);
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "25 woken");
}

#[test]
fn a_cancelled_timer_is_not_waited_for() {
    let bench = Bench::new();
    let say = bench.say();
    bench
        .event_loop
        .call_at(1_000, move || say("fired"))
        .cancel();
    bench.run();
    assert_eq!((bench.said().as_str(), bench.event_loop.time_us()), ("", 0));
}

#[test]
fn a_sleep_of_zero_lets_the_others_go_first_once() {
    let bench = Bench::new();
    for name in ["a", "b"] {
        let (say, event_loop) = (bench.say(), bench.event_loop.clone());
        bench.event_loop.create_task(0, async move {
            say(name);
            event_loop.sleep(0).await?;
            say(name);
            Ok(())
        });
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 0 b, 0 a, 0 b");
}

#[test]
fn a_loop_that_is_asked_to_stop_before_it_runs_has_one_iteration() {
    let bench = Bench::new();
    let say = bench.say();
    bench.event_loop.call_soon(move || say("called"));
    bench.event_loop.stop();
    bench.run();
    assert_eq!(bench.said(), "0 called");
}

//! What only a browser can show: the loop on the microtask queue and real timers, in a worker,
//! where a live run runs.
#![cfg(target_arch = "wasm32")]

mod conformance;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use interleave::event_loop::browser::{BrowserClock, Controls, drive, now_ms};
use interleave::event_loop::{Event, EventLoop, Hold, Wait, What};
use interleave::notation;
use interleave::run::{self, Mode};
use interleave::trace::Trace;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

struct Live {
    event_loop: EventLoop,
    controls: Controls,
}

impl Live {
    fn new(speed: f64) -> Self {
        let clock = Rc::new(BrowserClock::new(now_ms(), speed));
        Live {
            event_loop: EventLoop::new(clock.clone()),
            controls: Controls::new(clock),
        }
    }

    async fn run(&self) {
        drive(&self.event_loop, &self.controls, |_| ())
            .await
            .expect("a browser has channels");
    }
}

async fn live(
    source: &str,
    mode: Mode,
    speed: f64,
) -> (Rc<interleave::graph::Program>, Vec<Event>) {
    let program = Rc::new(notation::parse(source).expect("no mistake").program);
    let live = Live::new(speed);
    run::start(&program, mode, &live.event_loop);
    live.run().await;
    (program, live.event_loop.take_events())
}

#[wasm_bindgen_test]
async fn one_iteration_is_one_microtask() {
    let live = Live::new(1.0);
    let log = Rc::new(RefCell::new(Vec::new()));
    let then = Closure::once({
        let log = log.clone();
        move |_: JsValue| log.borrow_mut().push("promise")
    });
    live.event_loop.call_soon({
        let (log, event_loop) = (log.clone(), live.event_loop.clone());
        let promise = js_sys::Promise::resolve(&JsValue::NULL);
        let then: js_sys::Function = then.as_ref().clone().unchecked_into();
        move || {
            log.borrow_mut().push("iteration 1");
            let _: js_sys::Promise = js_sys::Reflect::get(&promise, &"then".into())
                .and_then(|method| {
                    method
                        .unchecked_into::<js_sys::Function>()
                        .call1(&promise, &then)
                })
                .expect("a promise has then")
                .unchecked_into();
            event_loop.call_soon(move || log.borrow_mut().push("iteration 2"));
        }
    });
    live.run().await;
    assert_eq!(*log.borrow(), ["iteration 1", "promise", "iteration 2"]);
}

#[wasm_bindgen_test]
async fn unbroken_work_lets_a_macrotask_through() {
    let live = Live::new(1.0);
    let began = now_ms();
    let timer_ms = Rc::new(Cell::new(f64::INFINITY));
    let timer = {
        let timer_ms = timer_ms.clone();
        Timeout::new(0, move || timer_ms.set(now_ms() - began))
    };
    let on = live.event_loop.clone();
    live.event_loop.create_task(0, async move {
        while now_ms() - began < 200.0 {
            on.sleep(0).await?;
        }
        Ok(())
    });
    live.run().await;
    drop(timer);
    assert!(
        timer_ms.get() < 190.0,
        "the timer fired after {} ms",
        timer_ms.get()
    );
}

#[wasm_bindgen_test]
async fn waits_are_real_and_overlap() {
    let began = now_ms();
    let (program, events) = live("t[1..50]: io 200ms", Mode::Concurrent, 1.0).await;
    let took = now_ms() - began;
    let trace = Trace::of(program, &events);
    assert!(trace.is_complete());
    assert!((200.0..400.0).contains(&took), "took {took} ms");
    assert!((200_000..400_000).contains(&trace.makespan_us()));
}

#[wasm_bindgen_test]
async fn a_speed_makes_time_pass_faster() {
    let began = now_ms();
    let (program, events) =
        live("A: io 2s then cpu 1s then block 1s", Mode::Concurrent, 20.0).await;
    let took = now_ms() - began;
    let makespan_us = Trace::of(program, &events).makespan_us();
    assert!((200.0..600.0).contains(&took), "took {took} ms");
    assert!(
        (4_000_000..5_000_000).contains(&makespan_us),
        "{makespan_us} µs"
    );
}

#[wasm_bindgen_test]
async fn a_held_loop_delays_what_is_due() {
    let source = "blocker: io 20ms then block 150ms\nsleeper: io 60ms";
    let (program, events) = live(source, Mode::Concurrent, 1.0).await;
    let trace = Trace::of(program, &events);
    let end_us = trace.rows()[1].end_us.expect("it ended");
    assert!((170_000..260_000).contains(&end_us), "ended at {end_us} µs");
}

#[wasm_bindgen_test]
async fn computing_really_takes_the_thread() {
    let live = Live::new(1.0);
    let on = live.event_loop.clone();
    live.event_loop.create_task(0, async move {
        on.hold(Hold::Compute, 100_000);
        Ok(())
    });
    let ran_during = Rc::new(Cell::new(false));
    let began = now_ms();
    let timer = {
        let ran_during = ran_during.clone();
        Timeout::new(20, move || ran_during.set(now_ms() - began < 100.0))
    };
    live.run().await;
    TimeoutFuture::new(40).await;
    drop(timer);
    assert!(!ran_during.get());
}

#[wasm_bindgen_test]
async fn a_paused_run_stands_still_until_it_is_resumed() {
    let live = Live::new(1.0);
    let on = live.event_loop.clone();
    let task = live.event_loop.create_task(0, async move {
        on.sleep(100_000).await?;
        Ok(on.time_us())
    });
    live.controls.set_paused(true);
    let began = now_ms();
    spawn_local({
        let controls = live.controls.clone();
        async move {
            TimeoutFuture::new(300).await;
            controls.set_paused(false);
        }
    });
    live.run().await;
    assert!(now_ms() - began >= 390.0);
    let end_us = task.result().expect("it ended").expect("it returned");
    assert!((100_000..250_000).contains(&end_us), "{end_us} µs");
}

#[wasm_bindgen_test]
async fn a_pause_gets_through_within_an_iteration() {
    let source = "a[1..40]: cpu 20ms";
    let program = Rc::new(notation::parse(source).expect("no mistake").program);
    let live = Live::new(1.0);
    run::start(&program, Mode::Concurrent, &live.event_loop);
    let paused_us = Rc::new(Cell::new(0.0));
    let pause = {
        let (controls, paused_us) = (live.controls.clone(), paused_us.clone());
        Timeout::new(100, move || {
            paused_us.set(controls.set_paused(true).time_us);
            let resume = move || {
                controls.set_paused(false);
            };
            Timeout::new(200, resume).forget();
        })
    };
    live.run().await;
    drop(pause);
    assert!(
        (100_000.0..400_000.0).contains(&paused_us.get()),
        "{} µs",
        paused_us.get()
    );
    let makespan_us = Trace::of(program, &live.event_loop.take_events()).makespan_us();
    assert!(
        (800_000..1_000_000).contains(&makespan_us),
        "{makespan_us} µs"
    );
}

#[wasm_bindgen_test]
async fn short_holds_do_not_add_up_what_the_clock_is_too_coarse_for() {
    // Each would take 200 µs by a clock of 100, 400 ms in all. The best of three, as the machine
    // may be busy with something else.
    let mut best_us = u64::MAX;
    for _ in 0..3 {
        let (program, events) = live("a[1..2000]: cpu 130us", Mode::Concurrent, 1.0).await;
        best_us = best_us.min(Trace::of(program, &events).makespan_us());
    }
    assert!((259_000..370_000).contains(&best_us), "{best_us} µs");
}

/// What happened to whom, without the times.
fn order(events: &[Event]) -> Vec<String> {
    events
        .iter()
        .map(|event| match event.what {
            What::Waits {
                on: Wait::Timer { .. },
            } => {
                format!("{:?} waits for a timer", event.task)
            }
            What::ThreadBegan { .. } => format!("{:?} has a thread", event.task),
            What::ThreadEnds { .. } => format!("{:?} holds it", event.task),
            what => format!("{:?} {what:?}", event.task),
        })
        .collect()
}

#[wasm_bindgen_test]
fn the_package_predicts_for_javascript() {
    let answer =
        interleave::export::predict_js("pool p = 1\nt[1..2]: io 1s using p").expect("a value");
    let text = js_sys::JSON::stringify(&answer).expect("plain data");
    let run = r#"{"makespan_us":2000000,"tasks":[{"name":"t[1]","start_us":0,"end_us":1000000,"outcome":"done"},{"name":"t[2]","start_us":1000000,"end_us":2000000,"outcome":"done"}]}"#;
    let path = r#","critical_path":["t[1]","t[2]"]}"#;
    let concurrent = run.replacen("]}", &format!("]{path}"), 1);
    let expected = format!(r#"{{"errors":[],"sequential":{run},"concurrent":{concurrent}}}"#);
    assert_eq!(text.as_string(), Some(expected));
}

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::serve::send;
use super::silence::Silence;
use super::{Failure, Report};
use crate::event_loop::EventLoop;
use crate::event_loop::browser::{BrowserClock, ClockReading, Controls, drive, now_ms};
use crate::graph::{EVENT_LIMIT, Program};
use crate::notation;
use crate::run::{self, Mode};

/// Events reach the page at least this often, in milliseconds, as long as there are any.
const BATCH_MS: f64 = 50.0;

/// Runs programs live, one at a time.
#[derive(Default)]
pub(super) struct LiveRunner {
    prepared: Option<(Rc<Program>, Mode)>,
    controls: Option<Controls>,
}

impl LiveRunner {
    /// Reads the program, so that nothing but running it is left to do.
    pub(super) fn prepare(&mut self, source: &str, mode: Mode) {
        match notation::parse(source) {
            Ok(parsed) => {
                self.prepared = Some((Rc::new(parsed.program), mode));
                send(&Report::Prepared);
            }
            Err(_) => {
                send(&Report::Failed(Failure::Mistaken));
            }
        }
    }

    /// Runs the program that was prepared.
    pub(super) fn go(&mut self, start_ms: f64, speed: f64) {
        let Some((program, mode)) = self.prepared.take() else {
            return;
        };
        let clock = Rc::new(BrowserClock::new(start_ms, speed));
        let event_loop = EventLoop::new(clock.clone());
        let controls = Controls::new(clock.clone());
        self.controls = Some(controls.clone());
        run::start(&program, mode, &event_loop);
        spawn_local(async move {
            let report = reporter(&event_loop, &clock);
            clock.before_hold(report.clone());
            let driven = drive(&event_loop, &controls, &report).await;
            report(f64::INFINITY);
            if let Err(error) = driven {
                send(&Report::Failed(Failure::Unable(format!("{error:?}"))));
            } else if event_loop.is_full() {
                let most = EVENT_LIMIT;
                send(&Report::Failed(Failure::TooManyEvents { most }));
            }
            send(&Report::Ended);
            // It holds the loop, which holds the clock.
            clock.before_hold(|_| {});
        });
    }

    /// Stops the run's time, or lets it go on, and reports the moment at which that was.
    pub(super) fn set_paused(&self, paused: bool) {
        self.with_controls(|controls| controls.set_paused(paused));
    }

    /// Changes how fast the run's time passes, and reports the moment at which that was.
    pub(super) fn set_speed(&self, speed: f64) {
        self.with_controls(|controls| controls.set_speed(speed));
    }

    fn with_controls(&self, act: impl FnOnce(&Controls) -> ClockReading) {
        if let Some(controls) = &self.controls {
            send(&Report::Clock(act(controls)));
        }
    }
}

/// Sends what has been recorded to the page, unless there will be another chance to do so in
/// time: it is told for how many milliseconds there won't.
fn reporter(event_loop: &EventLoop, clock: &Rc<BrowserClock>) -> impl Fn(f64) + Clone + 'static {
    let (event_loop, clock) = (event_loop.clone(), clock.clone());
    let last_ms = Rc::new(Cell::new(now_ms()));
    let silence = Rc::new(Silence::new(true));
    move |quiet_ms: f64| {
        silence.expect(quiet_ms);
        let now = now_ms();
        if now + quiet_ms - last_ms.get() < BATCH_MS {
            return;
        }
        last_ms.set(now);
        let disturbances = clock.take_disturbances();
        if !disturbances.is_empty() {
            send(&Report::Disturbed(disturbances));
        }
        for events in event_loop.take_record() {
            send(&Report::Events(events));
        }
    }
}

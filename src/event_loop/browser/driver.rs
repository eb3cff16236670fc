use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use futures_util::future::select;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsValue;

use super::super::{Clock, EventLoop};
use super::macrotask::{Macrotask, next_microtask};
use super::{BrowserClock, ClockReading, now_ms};

/// The longest unbroken work, in milliseconds, after which the browser gets a macrotask, so that
/// messages get through.
const UNBROKEN_MS: f64 = 10.0;

/// A browser's timer is set for whole milliseconds, and fires late rather than early. What is
/// left of a wait below this, in milliseconds, is waited for in macrotasks.
const TIMER_GUARD_MS: f64 = 1.5;

/// So many handles of an iteration run before the time is looked at, unless one held the loop.
const HANDLES_UNWATCHED: usize = 64;

/// Holds a live run's reins: pause, speed. Clones hold the same.
#[derive(Clone)]
pub struct Controls {
    clock: Rc<BrowserClock>,
    waker: Rc<RefCell<Option<Waker>>>,
}

impl Controls {
    /// The reins of whatever runs by `clock`.
    pub fn new(clock: Rc<BrowserClock>) -> Self {
        Controls {
            clock,
            waker: Rc::default(),
        }
    }

    /// Stops the run's time, and with it the run, before the next handle; or lets it go on.
    /// Returns what the run's clock shows.
    pub fn set_paused(&self, paused: bool) -> ClockReading {
        self.clock.set_paused(paused);
        self.changed();
        self.clock.read()
    }

    /// From now on the run's time passes `speed` times as fast as real time. Returns what the
    /// run's clock shows.
    pub fn set_speed(&self, speed: f64) -> ClockReading {
        self.clock.set_speed(speed);
        self.changed();
        self.clock.read()
    }

    fn changed(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    /// Goes on once something has changed.
    fn change(&self) -> impl Future<Output = ()> + use<> {
        let place = self.waker.clone();
        let mut waits = false;
        poll_fn(move |context| {
            // Whoever changes something takes the waker away.
            if waits && place.borrow().is_none() {
                return Poll::Ready(());
            }
            waits = true;
            *place.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
    }
}

/// Turns the loop from its time 0 until it is asked to stop, or nothing is ready and no timer is
/// set, and closes it.
/// After each iteration, before each wait and after it `report` is called, with the number of milliseconds
/// for which it will not be called again.
///
/// # Errors
/// What the browser says where it has no message channels.
pub async fn drive(
    event_loop: &EventLoop,
    controls: &Controls,
    report: impl Fn(f64),
) -> Result<(), JsValue> {
    drive_on(event_loop, controls, report).await?;
    event_loop.close();
    Ok(())
}

/// As [`drive`], for a loop that may be driven again: it is not closed.
///
/// # Errors
/// What the browser says where it has no message channels.
pub async fn drive_on(
    event_loop: &EventLoop,
    controls: &Controls,
    report: impl Fn(f64),
) -> Result<(), JsValue> {
    let mut driver = Driver {
        event_loop,
        controls,
        report,
        macrotask: Macrotask::new()?,
        unbroken_since_ms: now_ms(),
    };
    while !driver.has_begun() {
        driver.wait_until(0).await?;
    }
    while driver.turn().await? {}
    Ok(())
}

struct Driver<'a, R> {
    event_loop: &'a EventLoop,
    controls: &'a Controls,
    report: R,
    macrotask: Macrotask,
    unbroken_since_ms: f64,
}

impl<R: Fn(f64)> Driver<'_, R> {
    fn clock(&self) -> &BrowserClock {
        &self.controls.clock
    }

    fn has_begun(&self) -> bool {
        !self.clock().paused() && self.clock().real_ms_until(0).is_some_and(|ms| ms <= 0.0)
    }

    /// One iteration, and the wait or the break after it. Says whether there is another one.
    async fn turn(&mut self) -> Result<bool, JsValue> {
        self.iterate().await?;
        (self.report)(0.0);
        if self.event_loop.stopping() {
            return Ok(false);
        }
        if !self.event_loop.is_ready() {
            let Some(when_us) = self.event_loop.next_timer_us() else {
                return Ok(false);
            };
            if self
                .clock()
                .real_ms_until(when_us)
                .is_none_or(|ms| ms > 0.0)
            {
                self.wait_until(when_us).await?;
                return Ok(true);
            }
        }
        if self.is_break_due() {
            self.give_way().await?;
        } else {
            next_microtask().await;
        }
        Ok(true)
    }

    /// `BaseEventLoop._run_once`, with breaks for the browser between its handles.
    async fn iterate(&mut self) -> Result<(), JsValue> {
        let mut left = self.event_loop.begin_iteration();
        while left > 0 {
            left -= self.event_loop.run_handles(left.min(HANDLES_UNWATCHED));
            if left > 0 && self.is_break_due() {
                (self.report)(0.0);
                self.give_way().await?;
                self.clock().update();
            }
        }
        Ok(())
    }

    fn is_break_due(&self) -> bool {
        now_ms() - self.unbroken_since_ms > UNBROKEN_MS
    }

    /// Gives the browser a macrotask, and more for as long as the run is paused.
    async fn give_way(&mut self) -> Result<(), JsValue> {
        let before = self.clock().read();
        self.macrotask.next().await?;
        self.clock().gave_way(before);
        self.clock().compare_clocks();
        while self.clock().paused() {
            (self.report)(f64::INFINITY);
            self.controls.change().await;
        }
        self.unbroken_since_ms = now_ms();
        Ok(())
    }

    /// Waits until the loop's time is `when_us`, or until something changes, which may move that
    /// moment.
    async fn wait_until(&mut self, when_us: u64) -> Result<(), JsValue> {
        while let Some(left_ms) = self.clock().real_ms_until(when_us) {
            if left_ms <= 0.0 {
                break;
            }
            (self.report)(left_ms);
            if left_ms > TIMER_GUARD_MS + 1.0 {
                let timeout_ms = (left_ms - TIMER_GUARD_MS).min(f64::from(i32::MAX)) as u32;
                let timer = pin!(TimeoutFuture::new(timeout_ms));
                select(timer, pin!(self.controls.change())).await;
            }
            // Not in the timer's own task, so that the next timer is not a nested one.
            self.macrotask.next().await?;
            self.clock().waited(when_us, left_ms);
        }
        (self.report)(0.0);
        self.give_way().await
    }
}

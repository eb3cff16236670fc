use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use futures_util::future::select;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsValue;

use super::super::EventLoop;
use super::macrotask::{Macrotask, next_microtask};
use super::{BrowserClock, now_ms};

/// The longest unbroken work, in milliseconds, after which the browser gets a macrotask, so that
/// messages get through.
const UNBROKEN_MS: f64 = 10.0;

/// A browser's timer is set for whole milliseconds, and fires late rather than early. What is
/// left of a wait below this, in milliseconds, is waited for in macrotasks.
const TIMER_GUARD_MS: f64 = 1.5;

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

    /// Stops the run's time, and with it the run, before the next iteration.
    pub fn pause(&self) {
        self.clock.pause();
        self.changed();
    }

    /// Lets the run go on.
    pub fn resume(&self) {
        self.clock.resume();
        self.changed();
    }

    /// From now on the run's time passes `speed` times as fast as real time.
    pub fn set_speed(&self, speed: f64) {
        self.clock.set_speed(speed);
        self.changed();
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

/// Turns the loop from its time 0 until nothing is ready and no timer is set, and closes it.
/// After each iteration and before each wait `report` is called, with the number of milliseconds
/// for which it will not be called again.
///
/// # Errors
/// What the browser says where it has no message channels.
pub async fn drive(
    event_loop: &EventLoop,
    controls: &Controls,
    report: impl Fn(f64),
) -> Result<(), JsValue> {
    let clock = &controls.clock;
    let macrotask = Macrotask::new()?;
    wait_until(0, controls, &macrotask).await?;
    let mut unbroken_since_ms = now_ms();
    loop {
        if clock.paused() {
            report(f64::INFINITY);
            controls.change().await;
            unbroken_since_ms = now_ms();
            continue;
        }
        event_loop.run_once();
        report(0.0);
        if !event_loop.is_ready() {
            let Some(when_us) = event_loop.next_timer_us() else {
                break;
            };
            let left_ms = clock.real_ms_until(when_us).unwrap_or(0.0);
            if left_ms > 0.0 {
                report(left_ms);
                wait_until(when_us, controls, &macrotask).await?;
                unbroken_since_ms = now_ms();
                continue;
            }
        }
        if now_ms() - unbroken_since_ms > UNBROKEN_MS {
            macrotask.next().await?;
            unbroken_since_ms = now_ms();
        } else {
            next_microtask().await;
        }
    }
    event_loop.close();
    Ok(())
}

/// Waits until the loop's time is `when_us`, or the clock is stopped.
async fn wait_until(
    when_us: u64,
    controls: &Controls,
    macrotask: &Macrotask,
) -> Result<(), JsValue> {
    while let Some(left_ms) = controls.clock.real_ms_until(when_us) {
        if left_ms <= 0.0 {
            break;
        }
        if left_ms > TIMER_GUARD_MS + 1.0 {
            let timeout_ms = (left_ms - TIMER_GUARD_MS).min(f64::from(i32::MAX)) as u32;
            let timer = pin!(TimeoutFuture::new(timeout_ms));
            select(timer, pin!(controls.change())).await;
        }
        // Not in the timer's own task, so that the next timer is not a nested one.
        macrotask.next().await?;
    }
    Ok(())
}

//! The loop's speed in a browser, by the driver of live runs: a module that `./dev bench` builds
//! as the page's are built, and loads into the page.
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "it is for browsers")
)]

#[allow(dead_code, reason = "who loads it knows how many steps there are")]
#[path = "sleep_zero.rs"]
mod sleep_zero;

use std::rc::Rc;

use interleave::event_loop::EventLoop;
use interleave::event_loop::browser::{BrowserClock, Controls, drive, now_ms};
use wasm_bindgen::prelude::*;

/// Runs the tasks once, recording or not, and says how many milliseconds they took.
///
/// # Errors
/// What the browser says where it has no message channels.
#[wasm_bindgen]
pub async fn milliseconds(recording: bool) -> Result<f64, JsValue> {
    let began_ms = now_ms();
    let clock = Rc::new(BrowserClock::new(began_ms, 1.0));
    let event_loop = match recording {
        true => EventLoop::new(clock.clone()),
        false => EventLoop::without_record(clock.clone()),
    };
    sleep_zero::create_tasks(&event_loop);
    drive(&event_loop, &Controls::new(clock), |_| {}).await?;
    Ok(now_ms() - began_ms)
}

fn main() {}

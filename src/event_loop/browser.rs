//! The driver in the browser: one iteration of the loop a microtask, real timers, the real clock
//! divided by the chosen speed. For live runs, each in a worker of its own, as holding the loop
//! really holds the thread.

mod browser_clock;
mod disturbance;
mod driver;
mod macrotask;
mod reading;
mod thread;

pub use browser_clock::BrowserClock;
pub use disturbance::{Absence, Disturbance, DisturbanceKind, Gap, Look};
pub use driver::{Controls, drive, drive_on};
pub use reading::ClockReading;
pub use thread::now_ms;

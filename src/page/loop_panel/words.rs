//! What the loop panel says.

pub const LOOP: &str = "Event loop";
pub const LOOP_AT: &str = "Loop at";
pub const RUNNING: &str = "Running";
pub const READY: &str = "Ready, in order";
pub const TIMERS: &str = "Timers, in order";
pub const WAITING: &str = "Waiting for tasks";
pub const HAPPENED: &str = "What just happened";
pub const NONE: &str = "–";
pub const DUE: &str = "due";
pub const THEN: &str = "then";

pub fn pool(name: &str, held: usize, size: u32) -> String {
    format!("Pool {name} · {held} of {size}")
}

pub fn threads(busy: usize, count: u32) -> String {
    format!("Threads · {busy} of {count}")
}

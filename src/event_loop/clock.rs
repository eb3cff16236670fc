/// What time it is for a loop, and what it means to hold it. The loop asks; a driver's clock
/// answers.
pub trait Clock {
    /// The time since the loop began, in microseconds (`loop.time()`).
    fn time_us(&self) -> u64;

    /// Keeps the loop's thread for `duration_us` microseconds; on return that time has passed.
    fn hold(&self, hold: Hold, duration_us: u64);
}

/// How a loop is held: nothing else runs on it meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Hold {
    /// By computing (a plain loop).
    Compute,
    /// By sleeping without giving the loop back (`time.sleep`).
    Block,
}

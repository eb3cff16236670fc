/// What time it is for a loop, and what it means to hold it. The loop asks; a driver's clock
/// answers.
pub trait Clock {
    /// The time since the loop began, in microseconds (`loop.time()`).
    fn time_us(&self) -> u64;

    /// Reads the time anew. The loop asks for that at the beginning of each iteration; until the
    /// next one its time stands still, apart from holds, as libuv's does (`uv_update_time`): what
    /// is set for the same delay in one iteration is due at the same time.
    fn update(&self) {}

    /// How exact the time is, in microseconds: a timer that is due within that counts as due
    /// (`BaseEventLoop._clock_resolution`).
    fn resolution_us(&self) -> u64 {
        0
    }

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

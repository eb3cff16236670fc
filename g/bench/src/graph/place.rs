/// A place in a task's program, as the event loop's record counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A step, by its place in [`super::Node::steps`]. At the first step an attempt begins.
    Step(usize),
    /// The wait before a further attempt.
    Backoff,
    /// The end of an attempt that fails as the program says (`fails`).
    Failing,
    /// The end of an attempt that was stopped at its timeout.
    TimedOut,
    /// The end of a task that can't start any more.
    Skipped,
}

const BACKOFF: u32 = u32::MAX;
const FAILING: u32 = u32::MAX - 1;
const TIMED_OUT: u32 = u32::MAX - 2;
const SKIPPED: u32 = u32::MAX - 3;

impl From<Place> for u32 {
    fn from(place: Place) -> Self {
        match place {
            Place::Step(step) => step as u32,
            Place::Backoff => BACKOFF,
            Place::Failing => FAILING,
            Place::TimedOut => TIMED_OUT,
            Place::Skipped => SKIPPED,
        }
    }
}

impl From<u32> for Place {
    fn from(number: u32) -> Self {
        match number {
            BACKOFF => Place::Backoff,
            FAILING => Place::Failing,
            TIMED_OUT => Place::TimedOut,
            SKIPPED => Place::Skipped,
            step => Place::Step(step as usize),
        }
    }
}

use std::fmt;

use crate::graph::EVENT_LIMIT;

/// A run has more than [`EVENT_LIMIT`] events, and was given up at that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyEvents;

impl fmt::Display for TooManyEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the run has more than {EVENT_LIMIT} events")
    }
}

impl std::error::Error for TooManyEvents {}

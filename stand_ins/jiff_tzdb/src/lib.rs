//! A database of time zones in which there is none but UTC, which `jiff` knows without it.

#![no_std]

/// Which version of the database this is: none.
pub static VERSION: Option<&str> = None;

/// A zone's name as it is written, and its data: there is none.
pub fn get(_name: &str) -> Option<(&'static str, &'static [u8])> {
    None
}

/// What [`available`] gives.
pub type TimeZoneNameIter = core::iter::Empty<&'static str>;

/// The names of all zones: there are none.
pub fn available() -> TimeZoneNameIter {
    core::iter::empty()
}

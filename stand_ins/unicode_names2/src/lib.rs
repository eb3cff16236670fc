//! The names of Unicode's characters, by the crate's newer version.

pub use newer::*;

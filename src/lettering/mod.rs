//! How times, counts and names are written, and which times a time axis is lettered with: the same
//! on the page and in what is taken away from it. It knows nothing of programs.

mod hidden;
pub mod label;
pub mod quantity;
mod ticks;

pub use hidden::is_hidden;
pub use ticks::Ticks;

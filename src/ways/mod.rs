//! The ways to run a program beside each other: one task after another, under asyncio, in threads
//! under a global lock, in processes on several cores; and when each is the right choice. The
//! first two are run; the others are modelled, as [`crate::run::Way`] says.

mod advice;
mod choice;
mod comparison;
mod reason;
mod shares;

pub use advice::Advice;
pub use choice::Choice;
pub use comparison::Comparison;
pub use reason::Reason;
pub use shares::Shares;

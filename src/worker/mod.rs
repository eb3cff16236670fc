//! What a worker does with a message: predict a program in virtual time, or run it live. The
//! page and its workers exchange [`Request`]s and [`Report`]s.

pub mod life;
mod live;
mod message;
mod predict;
mod serve;
mod silence;
mod sketch;
pub mod wire;

pub use message::{Failure, Mistaken, Outline, PYTHON_MEMORY_MB, Report, Request, Site};
pub use serve::serve;
#[cfg(feature = "python")]
pub(crate) use serve::{be_there, scope, send};
#[cfg(feature = "python")]
pub(crate) use silence::Silence;

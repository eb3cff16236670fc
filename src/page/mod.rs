//! The page: Yew components, one file each, and what they share.

mod live_run;
mod runs;

pub use live_run::LiveRun;
pub use runs::Runs;

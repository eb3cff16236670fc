//! Ordinary Python programs on the loop: RustPython's VM, CPython's own asyncio modules, and
//! between them and [`crate::event_loop`] a native module. A program is run as it stands, in
//! virtual time; what it prints, and what its tasks do, is the record that everything on the page
//! is drawn from.
//!
//! `lib/` holds the Python modules that stand in for what a page cannot have, or has from the
//! loop: threads, processes, files, the network, the event loop's class. `library.txt` names the
//! modules of CPython's library that come with them. `build.rs` compiles both.

mod interleave_module;
mod interpreter;
mod live;
mod program_run;
mod run_clock;
mod serve;
mod standing;
mod told_program;

pub use interpreter::{Interpreter, Misspelt, Told};
pub use serve::serve;
pub use told_program::ToldProgram;

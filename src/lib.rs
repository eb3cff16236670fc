//! Interleave: write a task graph, run it on asyncio's event loop in the browser, and watch
//! sequential and concurrent execution side by side.

pub mod event_loop;
pub mod graph;
pub mod page;
pub mod run;
pub mod trace;

//! Interleave: write a task graph, run it for real on asyncio's event loop in the browser, and
//! watch sequential and concurrent execution side by side on one time axis.
//!
//! A program walks through the house in this order:
//!
//! | room | what lives there | what it may use |
//! | --- | --- | --- |
//! | [`words`] | every word that is said to people, in English and in Korean | `lettering` |
//! | [`notation`] | text to program and back: words, lines, mistakes with ranges, printer | `graph`, `lettering`, `words` |
//! | [`graph`] | the program as data, its draws, and where its picture's nodes stand | nothing of ours |
//! | [`event_loop`] | asyncio's event loop, its primitives, its two drivers, its record | nothing of ours |
//! | [`run`] | a program as coroutines on the loop, concurrently and sequentially; threads and processes, modelled | `graph`, `event_loop` |
//! | [`trace`] | from the record: spans, critical path, figures, the loop at a moment, deadlocks | `graph`, `event_loop`'s record, `words` |
//! | [`lettering`] | how times, counts and names are written, on the page and elsewhere | nothing of ours |
//! | `python` | Python programs on the loop, by RustPython's VM, behind the feature of that name | `event_loop`, `graph`, `run`, `worker` |
//! | [`what_if`] | programs like the one at hand, predicted: sweeps, and what would help | all of the above |
//! | [`ways`] | the ways to run a program beside each other: when each is the right choice | `graph`, `run`, `trace`, `lettering`, `words` |
//! | [`export`] | what is taken away: a program as Python or in a link; runs as JSON, as a trace, as a picture | all of the above |
//! | [`gallery`] | the examples, in every language, and small pictures of their runs | `trace`, `words` |
//! | [`worker`] | what a worker does with the page's requests | all of the above |
//! | [`page`] | Yew components, one file each; the page's own part of a run | all of the above |
//!
//! `src/bin/` holds the page, which is its workers too, and the worker for Python programs, a few
//! lines each.

pub mod event_loop;
pub mod export;
pub mod gallery;
pub mod graph;
pub mod lettering;
pub mod notation;
pub mod page;
#[cfg(feature = "python")]
pub mod python;
pub mod run;
pub mod trace;
pub mod ways;
pub mod what_if;
pub mod words;
pub mod worker;

//! What a user sees and does: the built page of `dist/` in a real browser, over WebDriver.
//!
//! `./dev test` builds the page and runs these tests with all others. After `./dev build`,
//! `cargo test --test end_to_end` runs these alone. Each has the browser to itself, one after the
//! other, as most of them measure time. They leave screenshots in `target/screenshots/`, also of
//! what the page showed when a test failed.
//!
//! `INTERLEAVE_BROWSER=firefox` has them drive Firefox; what only Chromium lets a test do is left out there.
//! `INTERLEAVE_README_PICTURE=1` in the environment makes the README's picture anew.
#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod appearance;
mod bad_input;
mod compare;
mod disturbances;
mod dragging;
mod editor;
mod embed;
mod examples;
mod exports;
mod files;
mod graph;
mod harness;
mod hostile;
mod languages;
mod live_run;
mod loop_panel;
mod many_runs;
mod mistakes;
mod offline;
mod policy;
mod prediction;
mod programs;
mod python;
mod python_examples;
mod python_faults;
mod python_programs;
mod python_runs;
mod random_edits;
mod sharing;
mod storage;
mod sweep;
mod theme;
mod timeline;
mod ways;
mod what_helps;
mod workers;

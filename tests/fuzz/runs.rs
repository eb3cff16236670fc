//! Any program that a text is, run in both ways and taken away in each form.
#![no_main]

#[path = "../properties/endings.rs"]
mod endings;

use interleave::notation;
use libfuzzer_sys::fuzz_target;

/// Larger programs take longer to run than to find.
const MOST_TASKS: u32 = 500;

fuzz_target!(|source: &str| {
    if let Ok(parsed) = notation::parse(source)
        && parsed.program.task_count() <= MOST_TASKS
    {
        endings::ends_or_is_full(source, parsed.program);
    }
});

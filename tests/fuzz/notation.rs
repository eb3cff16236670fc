//! Any text at all as a program.
#![no_main]

#[path = "../notation/soundness.rs"]
mod soundness;

use libfuzzer_sys::fuzz_target;
use soundness::{is_sound, words_are_sound};

fuzz_target!(|source: &str| {
    is_sound(source);
    source.lines().for_each(words_are_sound);
});

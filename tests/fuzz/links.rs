//! Any fragment of a link, and any bytes that one may hold, as they are or compressed.
#![no_main]

#[path = "../export/opening.rs"]
mod opening;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| opening::opens_or_is_refused(bytes));

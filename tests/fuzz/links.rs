//! Any fragment of a link, and any bytes that one may hold, as they are or compressed.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use interleave::export::{SharedProgram, TEXT_LIMIT};
use libfuzzer_sys::fuzz_target;
use miniz_oxide::deflate::compress_to_vec_zlib;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(fragment) = std::str::from_utf8(bytes) {
        open(fragment);
    }
    open(&format!("#g1={}", URL_SAFE_NO_PAD.encode(bytes)));
    let compressed = compress_to_vec_zlib(bytes, 1);
    open(&format!("#p1={}", URL_SAFE_NO_PAD.encode(compressed)));
});

/// That what is opened is a text of a length that may be, and can be shared again.
fn open(fragment: &str) {
    if let Ok(Some(program)) = SharedProgram::of_fragment(fragment) {
        assert!(program.text.len() <= TEXT_LIMIT);
        let again = program.fragment().expect("it came from a link");
        assert_eq!(SharedProgram::of_fragment(&again), Ok(Some(program)));
    }
}

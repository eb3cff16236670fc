//! What holds of any link at all. The fuzz target of `tests/fuzz/` looks at the same.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use interleave::export::{SharedProgram, TEXT_LIMIT};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// Opens links of these bytes: as they are, and as what a link holds, compressed or not. What is
/// opened is a text of a length that may be, and can be shared again.
pub fn opens_or_is_refused(bytes: &[u8]) {
    if let Ok(fragment) = std::str::from_utf8(bytes) {
        open(fragment);
    }
    open(&format!("#g1={}", URL_SAFE_NO_PAD.encode(bytes)));
    let compressed = compress_to_vec_zlib(bytes, 1);
    open(&format!("#p1={}", URL_SAFE_NO_PAD.encode(compressed)));
}

fn open(fragment: &str) {
    if let Ok(Some(program)) = SharedProgram::of_fragment(fragment) {
        assert!(program.text.len() <= TEXT_LIMIT);
        let again = program.fragment().expect("it came from a link");
        assert_eq!(SharedProgram::of_fragment(&again), Ok(Some(program)));
    }
}

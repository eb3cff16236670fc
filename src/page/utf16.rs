//! Places in a text as a browser counts them.

/// How many UTF-16 units `text` has.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The byte at which `unit` UTF-16 units of `text` have passed: the start of a character, or the
/// text's end.
pub(super) fn byte_at(text: &str, unit: usize) -> usize {
    let mut passed = 0;
    let found = text.char_indices().find(|(_, character)| {
        let is_here = passed >= unit;
        passed += character.len_utf16();
        is_here
    });
    found.map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_found_among_characters_of_any_length() {
        let text = "a가🦀b";
        let bytes: Vec<_> = (0..=6).map(|unit| byte_at(text, unit)).collect();
        assert_eq!(bytes, [0, 1, 4, 8, 8, 9, 9]);
        assert_eq!(units(text), 5);
    }
}

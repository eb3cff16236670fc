use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A part of a text that is written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// Its bytes in the text as it was; where there are none, something is put in.
    pub range: Range<usize>,
    /// What stands there from now on.
    pub text: String,
}

/// `source` with these edits made, which do not overlap; their order does not matter.
///
/// ```
/// use interleave::what_if::{TextEdit, edited};
///
/// let edit = |range, text: &str| TextEdit { range, text: text.into() };
/// assert_eq!(edited("a: io 1s", &[edit(6..7, "20"), edit(3..5, "cpu")]), "a: cpu 20s");
/// ```
pub fn edited(source: &str, edits: &[TextEdit]) -> String {
    let mut edits: Vec<&TextEdit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.range.start);
    let mut text = String::with_capacity(source.len());
    let mut from = 0;
    for edit in edits {
        text.push_str(source.get(from..edit.range.start).unwrap_or_default());
        text.push_str(&edit.text);
        from = edit.range.end;
    }
    text.push_str(source.get(from..).unwrap_or_default());
    text
}

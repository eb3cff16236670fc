use std::fmt;

use crate::lettering::is_hidden;

/// How many characters of a piece of text a message shows.
pub(super) const LONGEST_SHOWN: usize = 40;

/// A piece of the program's text as a message may show it. It keeps the first 40 characters and
/// shows that there are more by `…`; characters that nobody sees or that would turn the writing
/// around come out as escapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// One character more than is shown, if there are more.
    start: Box<str>,
}

impl Excerpt {
    /// An excerpt of `text`, in time that does not depend on its length.
    pub fn of(text: &str) -> Self {
        let end = text
            .char_indices()
            .nth(LONGEST_SHOWN + 1)
            .map_or(text.len(), |(end, _)| end);
        Excerpt {
            start: text[..end].into(),
        }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (place, character) in self.start.chars().enumerate() {
            if place == LONGEST_SHOWN {
                return f.write_str("…");
            } else if is_hidden(character) {
                write!(f, "{}", character.escape_unicode())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}

use crate::words::{Language, page as words};

/// The longest text of a program that is taken in from outside, in bytes: 1 MiB.
pub const TEXT_LIMIT: usize = 1_048_576;

/// Why something from outside is not taken for a program's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRefusal {
    /// It has more than [`TEXT_LIMIT`] bytes: so many.
    TooLong { bytes: u64 },
    /// It is not UTF-8, or has control characters that no text has.
    NotText,
}

/// The text of a program that comes from outside, in a file.
///
/// ```
/// use interleave::export::{TextRefusal, incoming_text};
///
/// assert_eq!(incoming_text(b"a: io 1s\r\n".to_vec()).unwrap(), "a: io 1s\r\n");
/// assert_eq!(incoming_text("\u{feff}a: io 1s".into()).unwrap(), "a: io 1s");
/// assert_eq!(incoming_text(b"\x89PNG".to_vec()), Err(TextRefusal::NotText));
/// ```
///
/// # Errors
/// Why it can't be one.
pub fn incoming_text(bytes: Vec<u8>) -> Result<String, TextRefusal> {
    let mut text = text_of(bytes)?;
    // What Windows puts before a text to say how it is encoded is none of it.
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// The text that these bytes are, as it stands.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, TextRefusal> {
    check_length(bytes.len() as u64)?;
    let text = String::from_utf8(bytes).map_err(|_| TextRefusal::NotText)?;
    check_text(&text)?;
    Ok(text)
}

/// Whether as many bytes can be a program's text, before they are read.
///
/// # Errors
/// [`TextRefusal::TooLong`] where they can't.
pub fn check_length(bytes: u64) -> Result<(), TextRefusal> {
    match bytes > TEXT_LIMIT as u64 {
        true => Err(TextRefusal::TooLong { bytes }),
        false => Ok(()),
    }
}

/// Whether a text could be taken in again once it is given away.
pub(super) fn check_text(text: &str) -> Result<(), TextRefusal> {
    check_length(text.len() as u64)?;
    let is_binary = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    match text.contains(is_binary) {
        true => Err(TextRefusal::NotText),
        false => Ok(()),
    }
}

impl TextRefusal {
    /// Why what is called `name` is not taken, in a sentence.
    pub fn say(self, name: &str, language: Language) -> String {
        match self {
            TextRefusal::TooLong { bytes } => {
                let megabytes = format!("{:.1}", bytes as f64 / 1_048_576.0);
                words::file_too_long(language, &name, &megabytes)
            }
            TextRefusal::NotText => words::file_not_text(language, &name),
        }
    }
}

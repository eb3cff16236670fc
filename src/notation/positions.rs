use super::lexer::is_line_break;

/// A place in a text as a browser counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// How many UTF-16 units stand before it.
    pub offset: usize,
    /// Its line, from 1. LF, CR, and CRLF as one, end a line.
    pub line: usize,
    /// Its column in UTF-16 units, from 1.
    pub column: usize,
}

/// Turns places in a text from bytes into [`Position`]s. It walks through the text from one place
/// to the next, so places in order take one pass over the text for all of them, and places that
/// are nearly in order take little more. Any order is right.
///
/// ```
/// use interleave::notation::{Position, Positions};
///
/// let mut positions = Positions::new("# 🦀 is\r\nuser: io 1s");
/// assert_eq!(positions.at(6), Position { offset: 4, line: 1, column: 5 });
/// assert_eq!(positions.at(11), Position { offset: 9, line: 2, column: 1 });
/// ```
#[derive(Clone, Debug)]
pub struct Positions<'s> {
    source: &'s str,
    /// Where it stands, in bytes; always at a character's start.
    byte: usize,
    /// Where it stands, in UTF-16 units.
    offset: usize,
    /// Where the lines up to this one start, in UTF-16 units.
    line_starts: Vec<usize>,
}

impl<'s> Positions<'s> {
    /// Stands at the start of `source`.
    pub fn new(source: &'s str) -> Self {
        Positions {
            source,
            byte: 0,
            offset: 0,
            line_starts: vec![0],
        }
    }

    /// The position of the place `byte` bytes into the text. A place within a character counts as
    /// that character's start, and one behind the text as its end.
    pub fn at(&mut self, byte: usize) -> Position {
        while let Some(character) = self.source[self.byte..].chars().next()
            && self.byte + character.len_utf8() <= byte
        {
            self.byte += character.len_utf8();
            self.offset += character.len_utf16();
            if self.ends_line(character) {
                self.line_starts.push(self.offset);
            }
        }
        while byte < self.byte
            && let Some(character) = self.source[..self.byte].chars().next_back()
        {
            if self.ends_line(character) {
                self.line_starts.pop();
            }
            self.byte -= character.len_utf8();
            self.offset -= character.len_utf16();
        }
        let line_start = self.line_starts.last().copied().unwrap_or(0);
        Position {
            offset: self.offset,
            line: self.line_starts.len(),
            column: self.offset - line_start + 1,
        }
    }

    /// Whether a line ends where it stands, right behind `character`.
    fn ends_line(&self, character: char) -> bool {
        is_line_break(character)
            && !(character == '\r' && self.source[self.byte..].starts_with('\n'))
    }
}

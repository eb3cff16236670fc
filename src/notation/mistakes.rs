use std::fmt;
use std::slice;
use std::vec;

use super::Mistake;

/// All mistakes of a text in the order of their ranges; at least one. Its `Display` is one
/// mistake a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistakes {
    sorted: Vec<Mistake>,
}

impl Mistakes {
    pub(super) fn new(mut mistakes: Vec<Mistake>) -> Self {
        mistakes.sort_by_key(|mistake| (mistake.range.start, mistake.range.end));
        Mistakes { sorted: mistakes }
    }

    /// The mistakes as a slice.
    pub fn as_slice(&self) -> &[Mistake] {
        &self.sorted
    }

    /// The mistakes one by one.
    pub fn iter(&self) -> slice::Iter<'_, Mistake> {
        self.sorted.iter()
    }
}

impl<'m> IntoIterator for &'m Mistakes {
    type Item = &'m Mistake;
    type IntoIter = slice::Iter<'m, Mistake>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Mistakes {
    type Item = Mistake;
    type IntoIter = vec::IntoIter<Mistake>;

    fn into_iter(self) -> Self::IntoIter {
        self.sorted.into_iter()
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (place, mistake) in self.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            write!(f, "{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

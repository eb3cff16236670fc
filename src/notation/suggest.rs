use unicode_ident::is_xid_continue;

use super::excerpt::LONGEST_SHOWN;
use super::lexer;
use crate::lettering::is_hidden;

/// Finds what somebody may have meant. All searches for one text together take a bounded time:
/// when that is used up, mistakes come without suggestions.
pub(super) struct Suggestions {
    /// How much work is left, in about the time that one cell of a distance table takes.
    budget: usize,
}

impl Suggestions {
    /// About 20 ms of a release build.
    pub(super) fn new() -> Self {
        Suggestions { budget: 5_000_000 }
    }

    /// The candidate that is most like `word`, the first of equals; none if all differ too much.
    pub(super) fn nearest<'c>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        let word_length = short_length(word)?;
        let farthest = farthest(word_length);
        let word = word.to_lowercase();
        let mut nearest = None;
        let mut nearest_distance = farthest + 1;
        for candidate in candidates {
            let Some(length) = short_length(candidate) else {
                continue;
            };
            let comparable = length.abs_diff(word_length) < nearest_distance;
            let work = if comparable {
                COMPARISON_WORK + word_length * length
            } else {
                length
            };
            self.budget = self.budget.checked_sub(work)?;
            if comparable {
                let distance = strsim::osa_distance(&word, &candidate.to_lowercase());
                if distance < nearest_distance {
                    nearest = Some(candidate);
                    nearest_distance = distance;
                }
            }
        }
        nearest
    }
}

/// Whether names and texts elsewhere stand between two of `character`.
fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '`' | '´' | '‘' | '’' | '“' | '”' | '„' | '«' | '»'
    )
}

/// The name that `text` has between quotes, if it is that.
pub(super) fn name_in_quotes(text: &str) -> Option<&str> {
    let name = text.strip_prefix(is_quote)?.strip_suffix(is_quote)?;
    lexer::is_name(name).then_some(name)
}

/// A name that looks like `text`, which is none: without quotes and what nobody sees, and with
/// `_` in the place of what else cannot be there.
pub(super) fn name_like(text: &str) -> Option<String> {
    short_length(text)?;
    let name: String = text
        .chars()
        .filter(|&character| !is_quote(character) && !is_hidden(character))
        .map(|character| match is_xid_continue(character) {
            true => character,
            false => '_',
        })
        .collect();
    let says_something = name.contains(|character| character != '_');
    (says_something && lexer::is_name(&name)).then_some(name)
}

/// What a comparison costs beside its table.
const COMPARISON_WORK: usize = 50;

/// How many characters `text` has; none if a message would not show them all.
fn short_length(text: &str) -> Option<usize> {
    let longest = LONGEST_SHOWN * char::MAX.len_utf8();
    let length = (text.len() <= longest).then(|| text.chars().count())?;
    (length <= LONGEST_SHOWN).then_some(length)
}

/// How many letters may be added, left out, changed or swapped in a word of `length` letters
/// before it is another word.
fn farthest(length: usize) -> usize {
    match length {
        0 | 1 => 0,
        2..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

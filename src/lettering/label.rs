//! How a name is made to fit the room there is for it, and the writing around it.

use std::borrow::Cow;

/// The columns of a fixed-width face that `text` takes; a character of an East Asian script
/// takes two.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// `text`, or where it takes more than `room` columns its beginning with an ellipsis.
pub fn cut(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let mut shorter: String = text
        .chars()
        .take_while(|&character| {
            let fits = width(character) <= left;
            left = left.saturating_sub(width(character));
            fits
        })
        .collect();
    shorter.push('…');
    shorter
}

/// `name[3]` cut so that the index stays.
pub fn cut_member(name: &str, room: usize) -> String {
    match name.rfind('[') {
        Some(at) if columns(&name[at..]) + 2 <= room => {
            let (family, index) = name.split_at(at);
            format!("{}{index}", cut(family, room - columns(index)))
        }
        _ => cut(name, room),
    }
}

/// `name` with what would turn the writing around it, or begin another line, as escapes. A name may
/// come from anybody.
///
/// ```
/// use interleave::lettering::label::upright;
///
/// assert_eq!(upright("a\u{202e}txt.exe"), "a\\u{202e}txt.exe");
/// assert_eq!(upright("שלום 👩‍👧.txt"), "שלום 👩‍👧.txt");
/// ```
pub fn upright(name: &str) -> Cow<'_, str> {
    if !name.contains(is_unruly) {
        return name.into();
    }
    let escaped = name.chars().map(|character| match is_unruly(character) {
        true => character.escape_unicode().to_string(),
        false => character.to_string(),
    });
    escaped.collect::<String>().into()
}

/// `name` so that, if it is written from right to left, what stands around it is not: it is put
/// between the characters that Unicode has for that.
///
/// ```
/// use interleave::lettering::label::isolated;
///
/// assert_eq!(isolated("render".into()), "render");
/// assert_eq!(isolated("שלום".into()), "\u{2068}שלום\u{2069}");
/// ```
pub fn isolated(name: String) -> String {
    match name.contains(is_from_right_to_left) {
        true => format!("\u{2068}{name}\u{2069}"),
        false => name,
    }
}

/// Controls, and what Unicode has to end a line or to turn the direction of writing.
pub fn is_unruly(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
        )
}

/// Whether it is of a script that is written so: Hebrew, Arabic and their kin.
fn is_from_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

fn width(character: char) -> usize {
    match character {
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' => 2,
        '\u{1f300}'..='\u{1f64f}' | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_fits_stays() {
        assert_eq!(cut("render", 6), "render");
        assert_eq!(cut("그림", 4), "그림");
    }

    #[test]
    fn a_name_that_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(cut("deploy-staging", 8), "deploy-…");
        assert_eq!(cut("그림그리기", 6), "그림…");
        assert_eq!(cut("render", 0), "…");
    }

    #[test]
    fn a_members_index_stays() {
        assert_eq!(cut_member("integration[12]", 10), "integ…[12]");
        assert_eq!(cut_member("posts[1]", 10), "posts[1]");
        assert_eq!(cut_member("a[123456]", 6), "a[123…");
    }
}

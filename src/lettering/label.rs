//! How a name is made to fit the room there is for it.

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

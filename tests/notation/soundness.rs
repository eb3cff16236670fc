//! What holds of any text at all, whether it is a program or not. The fuzz targets of `tests/fuzz/`
//! look at the same.

use interleave::notation::{Mistakes, parse, parts, print, words};

/// That the answer to a text fits it, and that a program is read again from what it is printed as.
pub fn is_sound(source: &str) {
    for part in parts(source) {
        assert!(source.get(part.range).is_some_and(|part| !part.is_empty()));
    }
    match parse(source) {
        Ok(parsed) => {
            assert_eq!(parsed.node_ranges.len(), parsed.program.nodes().len());
            for range in parsed.node_ranges {
                assert!(source.get(range).is_some_and(|line| !line.is_empty()));
            }
            let printed = parse(&print(&parsed.program)).map(|again| again.program);
            assert_eq!(printed, Ok(parsed.program));
        }
        Err(mistakes) => mistakes_are_sound(source, &mistakes),
    }
}

fn mistakes_are_sound(source: &str, mistakes: &Mistakes) {
    let starts = mistakes.iter().map(|mistake| mistake.range.start);
    assert!(starts.is_sorted());
    assert!(!mistakes.as_slice().is_empty());
    for mistake in mistakes {
        let text = source.get(mistake.range.clone());
        assert!(text.is_some_and(|text| !text.is_empty()), "{mistake:?}");
        assert!(!mistake.to_string().contains(char::is_control));
    }
}

/// That the words of a line stand in order, with nothing but white space between them.
pub fn words_are_sound(line: &str) {
    let mut end = 0;
    for (range, _) in words(line) {
        assert!(end <= range.start && range.start < range.end);
        let between = line[end..range.start].trim_start_matches('\u{feff}');
        assert!(between.chars().all(char::is_whitespace));
        assert!(line.is_char_boundary(range.end));
        end = range.end;
    }
    let rest = line[end..].trim_start_matches('\u{feff}');
    assert!(rest.chars().all(char::is_whitespace));
}

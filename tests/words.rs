//! The words of the page: none is missing in a language, and none is left in another's.

use std::collections::BTreeSet;

use interleave::words::{ALL, Language, Message};

fn messages() -> impl Iterator<Item = &'static Message> {
    ALL.iter().copied().flatten()
}

/// What stands in a wording's braces.
fn parts(wording: &str) -> BTreeSet<&str> {
    let parts = wording.split('{').skip(1);
    parts
        .map(|part| part.split_once('}').expect("a closing brace").0)
        .collect()
}

/// What stands in quotes in a wording. An apostrophe opens none, as it follows a letter.
fn quoted(wording: &str) -> BTreeSet<&str> {
    let mut quoted = BTreeSet::new();
    let mut left = wording;
    while let Some(at) = left.find('\'') {
        let is_apostrophe = left[..at].ends_with(char::is_alphanumeric);
        left = &left[at + 1..];
        if !is_apostrophe {
            let (inside, behind) = left.split_once('\'').expect("a closing quote");
            quoted.insert(inside);
            left = behind;
        }
    }
    quoted
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Whether there is anything in it to translate.
fn has_words(wording: &str) -> bool {
    let mut inside = false;
    wording.chars().any(|c| {
        inside = (inside || c == '{') && c != '}';
        !inside && c.is_alphabetic()
    })
}

#[test]
fn every_message_is_there_in_english_and_in_korean() {
    for (name, [english, korean]) in messages() {
        assert!(!english.contains(is_hangul), "{name}: '{english}'");
        let translated = korean.contains(is_hangul) || !has_words(english);
        assert!(translated, "{name}: '{korean}' is not Korean");
    }
}

#[test]
fn every_language_says_the_same_parts() {
    for (name, [english, korean]) in messages() {
        assert_eq!(parts(english), parts(korean), "{name}");
    }
}

#[test]
fn every_language_quotes_the_same() {
    for (name, [english, korean]) in messages() {
        assert_eq!(quoted(english), quoted(korean), "{name}");
    }
}

#[test]
fn a_name_in_korean_takes_its_particle_on_a_noun_of_ours() {
    // Whether it is 이 or 가 depends on how a name ends, and nobody knows how it is said.
    for (name, [_, korean]) in messages() {
        for (at, _) in korean.match_indices(['}', '`']) {
            // Quotes around the name are not said.
            let after = korean[at + 1..].trim_start_matches('\'').chars().next();
            let particle = after.is_some_and(|c| "이가은는을를과와".contains(c));
            assert!(!particle, "{name}: '{korean}'");
        }
    }
}

#[test]
fn a_language_is_told_by_the_tag_of_any_region() {
    for language in Language::ALL {
        let tag = format!("{}-XX", language.tag().to_uppercase());
        assert_eq!(Language::of_tag(&tag), Some(language));
    }
    assert_eq!(Language::of_tag("kok"), None);
}

//! Finding an example by a few words.

use interleave::gallery;
use interleave::words::Language::{self, English, Korean};

fn found(query: &str, language: Language) -> Vec<&'static str> {
    let found = gallery::examples().filter(|example| example.matches(query, language));
    found.map(|example| example.name).collect()
}

#[test]
fn an_example_is_found_by_a_word_of_its_title() {
    assert_eq!(found("mirror", English), ["fastest_mirror"]);
    assert_eq!(found("요리사", Korean), ["one_cook"]);
}

#[test]
fn an_example_is_found_by_a_word_of_its_story() {
    assert_eq!(found("semaphore", English), ["ten_calls"]);
    assert_eq!(found("세마포어", Korean), ["ten_calls"]);
}

#[test]
fn an_example_is_found_by_the_name_of_a_task() {
    assert_eq!(found("engine_b", English), ["three_search_engines"]);
    assert_eq!(found("engine_b", Korean), ["three_search_engines"]);
}

#[test]
fn an_example_is_found_by_a_word_of_the_notation() {
    for language in Language::ALL {
        assert_eq!(found("retry", language), ["slow_service"]);
    }
}

#[test]
fn capitals_and_parts_of_words_do_not_matter() {
    assert_eq!(found("fAsTeSt MIRR", English), ["fastest_mirror"]);
}

#[test]
fn every_word_has_to_be_there_wherever_it_is() {
    assert_eq!(found("seoul first", English), ["fastest_mirror"]);
    assert!(found("seoul cook", English).is_empty());
}

#[test]
fn what_is_told_in_another_language_is_not_searched() {
    assert!(found("semaphore", Korean).is_empty());
    assert!(found("요리사", English).is_empty());
}

#[test]
fn an_empty_query_finds_all() {
    assert_eq!(found("  ", English).len(), gallery::examples().count());
}

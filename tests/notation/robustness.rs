//! Any text at all gets an answer, and one that fits the text.

use std::fmt::Write;

use include_dir::{Dir, include_dir};
use interleave::notation::parse;
use proptest::prelude::*;

use super::soundness::{is_sound, words_are_sound};

/// Every construct of the notation, right and wrong.
const RICH: &str = "\u{feff}# préambule 🦀\r\n\
    pool db = 2\r\
    user: io 1.5s then cpu 20us # first\n\
    posts[1..6]: io 400ms\n\
    \t after user, posts[3]\n\
    \u{2003}using db, db\n\
    사용자[0..9]: block 0s after posts[i], psots[\n\
    a: io 1ms..3ms timeout 5s then b c : = ] ..\n\
    threads 3\non failure continue\n  seed = 4294967296\n\
    b: thread 100ms .. 1.5m after any posts[2], user retry 3 backoff 10ms background\n\
    c: cpu 2ms-1ms fails 12.5% timeout 0s after first a, b fails 2 timout 1s..2s\n\
    d: io 5..3s after all of c, a retry 40 backoff 1m fails 50 % backoff 1s any b\n";

/// What the fuzz target found worth keeping: each takes another way through the notation.
static CORPUS: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fuzz/corpus/notation");

#[test]
fn every_text_of_the_corpus_gets_an_answer() {
    assert!(CORPUS.files().count() > 0);
    for text in CORPUS.files() {
        let source = text.contents_utf8().expect("it is text");
        is_sound(source);
        source.lines().for_each(words_are_sound);
    }
}

#[test]
fn every_beginning_of_a_text_gets_an_answer() {
    for (end, _) in RICH.char_indices() {
        is_sound(&RICH[..end]);
        words_are_sound(&RICH[..end]);
    }
}

#[test]
fn a_text_without_one_character_gets_an_answer() {
    for (start, character) in RICH.char_indices() {
        let end = start + character.len_utf8();
        is_sound(&format!("{}{}", &RICH[..start], &RICH[end..]));
    }
}

#[test]
fn a_text_with_one_other_character_gets_an_answer() {
    for (start, character) in RICH.char_indices() {
        let end = start + character.len_utf8();
        for other in "\0\t\r\n #:,[]=.-0aiß\u{85}\u{202e}\u{2028}\u{feff}🦀".chars() {
            is_sound(&format!("{}{other}{}", &RICH[..start], &RICH[end..]));
        }
    }
}

#[test]
fn one_long_line_gets_an_answer() {
    for part in [
        "a",
        "[",
        "]",
        ",",
        ":",
        ".",
        "..",
        "#",
        "=",
        "\0",
        " ",
        "1",
        "-",
        "io ",
        "then ",
        "a b ",
        "after ",
        "after a ",
        "a[",
        "a[1, ",
        "a,",
        "using a,",
        "io 1s then ",
        "a: ",
        "pool ",
        "🦀",
        "io 1ms..2ms then ",
        "1ms..",
        "1ms-",
        "1ms to ",
        "after any ",
        "after any a, ",
        "all of ",
        "timeout 1s ",
        "retry 2 backoff 1s ",
        "retry ",
        "backoff ",
        "fails 50% ",
        "fails ",
        "9%",
        "background ",
        "timout ",
        "threads ",
        "on failure ",
        "seed 1 ",
        "(",
        "(a ",
        "(a), ",
        ") ",
        "after (a ",
        "\"",
        "\"a\" ",
        "1,",
        "1,000",
        "1,5s ",
        "1m30s",
        "1h 30m 5s ",
        "2 h ",
        ";",
        "io 1s; ",
        "-> ",
        "io 1s -> ",
        "needs ",
        "depends on a ",
        "sleep 1s then ",
        "a = io ",
    ] {
        let long = part.repeat(20_000 / part.len());
        is_sound(&long);
        is_sound(&format!("a: io 1s after {long}"));
        is_sound(&format!("a[{long}"));
        is_sound(&format!("a: io {long}"));
        is_sound(&format!("pool {long}"));
        is_sound(&format!("a: io 1s timeout 1s {long}"));
        is_sound(&format!("a: io 1s retry {long}"));
        is_sound(&format!("a: io 1s fails {long}"));
        is_sound(&format!("threads {long}"));
        is_sound(&format!("on failure {long}"));
        is_sound(&format!("  {long}"));
    }
}

#[test]
fn many_short_lines_get_an_answer() {
    for line in [
        "[\n",
        " [\n",
        "a: io 1s\n",
        " a: io 1s\n",
        "pool p = 0\n",
        "threads 0\n",
        "seed 5\n",
        "on failure cancel\n",
        "treads 5\n",
        "a = io 1s\n",
        "\"a\": sleep 1h 30m -> io 1,5s; io 2h needs (\"b\", a) [\n",
        "a: io 2s..1s after first b timout 1s retry 2000 fails 101%\n",
        "a\r",
        ",\r\n",
    ] {
        is_sound(&line.repeat(20_000));
    }
}

#[test]
fn a_long_chain_is_a_program() {
    let mut source = "t0: io 1s\n".to_owned();
    for task in 1..100_000 {
        writeln!(source, "t{task}: io 1s after t{}", task - 1).unwrap();
    }
    assert_eq!(parse(&source).unwrap().program.task_count(), 100_000);
}

#[test]
fn a_long_cycle_is_one_mistake() {
    let mut source = String::new();
    for task in 0..100_000 {
        writeln!(source, "t{task}: io 1s after t{}", (task + 1) % 100_000).unwrap();
    }
    let mistakes = parse(&source).unwrap_err();
    assert_eq!(
        mistakes.to_string(),
        "the task 't0' comes after itself: t0 → t99999 → t99998 → t99997 → t99996 → t99995 → \
         t99994 → t99993 → t99992 → t99991 → … → t10 → t9 → t8 → t7 → t6 → t5 → t4 → t3 → t2 → \
         t1 → t0"
    );
}

#[test]
fn many_unknown_names_are_as_many_mistakes() {
    let mut source = String::new();
    for task in 0..50_000 {
        writeln!(source, "t{task}: io 1s after x{task}").unwrap();
    }
    assert_eq!(parse(&source).unwrap_err().iter().count(), 50_000);
}

/// Text that is near the notation more often than any text at all is.
fn near_notation() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "b",
        "posts",
        "pool",
        "io",
        "cpu",
        "then",
        "after",
        "using",
        "any",
        "first",
        "all",
        "timeout",
        "retry",
        "backoff",
        "fails",
        "background",
        "threads",
        "thread",
        "seed",
        "on",
        "failure",
        "cancel",
        "on failure continue",
        "io 1ms",
        "a: ",
        "timout",
        "50%",
        "12.5%",
        "%",
        "2",
        "1ms..3ms",
        "to",
        "i",
        "1",
        "300ms",
        "-5s",
        "99999999999",
        "[",
        "]",
        "[1..6]",
        "..",
        ":",
        ",",
        "=",
        "#",
        " ",
        " ",
        " ",
        "\n",
        "\n",
        "\n  ",
        "\r\n",
        "x-y",
        "é",
        "!",
        "(",
        ")",
        "\"",
        "1,5s",
        "1m30s",
        "2h",
        ";",
        " -> ",
        "needs",
        "sleep",
        " = io 1s",
        "\u{202e}",
        "\0",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer_that_fits_it(source in any::<String>()) {
        is_sound(&source);
    }

    #[test]
    fn text_near_the_notation_gets_an_answer_that_fits_it(source in near_notation()) {
        is_sound(&source);
    }

    #[test]
    fn the_words_of_a_line_are_in_order_and_leave_only_white_space(line in any::<String>()) {
        words_are_sound(&line);
    }

    #[test]
    fn the_words_of_text_near_the_notation_are_in_order(line in near_notation()) {
        words_are_sound(&line);
    }
}

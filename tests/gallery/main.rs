//! The examples: that all are there, that every word and figure of theirs is true, that they can
//! be found, and what the small pictures of their runs show.
#![cfg(not(target_arch = "wasm32"))]

mod figures;
mod python;
mod search;
mod sketch;
mod stories;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use interleave::gallery::{self, Example};
use interleave::graph::Program;
use interleave::notation::parse;
use interleave::run::{self, Mode};
use interleave::trace::{Outcome, Trace};
use interleave::words::Language;

/// The sequential and the concurrent run of `source`.
fn runs(source: &str) -> [Trace; 2] {
    let program = Rc::new(program(source));
    Mode::BOTH.map(|mode| Trace::of(program.clone(), &run::predict(&program, mode).unwrap()))
}

fn program(source: &str) -> Program {
    match parse(source) {
        Ok(parsed) => parsed.program,
        Err(mistakes) => panic!("{mistakes}\n{source}"),
    }
}

fn example(name: &str) -> &'static Example {
    let found = gallery::examples().find(|example| example.name == name);
    found.unwrap_or_else(|| panic!("no example is called {name}"))
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/static/examples"))
}

#[test]
fn every_file_of_the_folder_is_in_the_gallery_once() {
    let files = fs::read_dir(folder()).unwrap().map(Result::unwrap);
    let files: BTreeSet<_> = files
        .filter(|file| file.path().is_file())
        .map(|file| file.file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<_> = gallery::examples()
        .map(|example| format!("{}.txt", example.name))
        .collect();
    assert_eq!(listed, files);
    assert_eq!(listed.len(), gallery::examples().count());
}

#[test]
fn a_file_is_a_program_as_it_is() {
    for example in gallery::examples() {
        let file = fs::read_to_string(folder().join(example.name).with_extension("txt")).unwrap();
        assert_eq!(program(&file), program(example.program), "{}", example.name);
    }
}

#[test]
fn opened_in_any_language_it_is_the_same_program() {
    for example in gallery::examples() {
        for language in Language::ALL {
            let text = example.text(language);
            assert_eq!(program(&text), program(example.program), "{text}");
        }
    }
}

#[test]
fn what_is_opened_begins_with_the_title_and_the_thing_to_try() {
    let text = example("ten_calls").text(Language::Korean);
    assert_eq!(
        text,
        "# 전화 10통, 한 번에 3통씩\n\
         # 해 보기: 회선을 5개로 늘리면 2초가 됩니다. 그런데 9개로\n\
         # 늘려도 더 빨라지지 않습니다. 왜 그럴까요?\n\
         \n\
         pool lines = 3\n\
         \n\
         calls[1..10]: io 1s  using lines\n"
    );
}

#[test]
fn no_line_is_wider_than_the_editor() {
    for example in gallery::examples() {
        for line in Language::ALL
            .map(|language| example.text(language))
            .join("\n")
            .lines()
        {
            let width: usize = line
                .chars()
                .map(|c| if c < '\u{1100}' { 1 } else { 2 })
                .sum();
            assert!(width <= 60, "{}: {line}", example.name);
        }
    }
}

#[test]
fn nobody_waits_for_ever() {
    for example in gallery::examples() {
        for trace in runs(example.program) {
            assert!(trace.is_complete(), "{}", example.name);
            assert_eq!(trace.count_of(Outcome::Deadlocked), 0, "{}", example.name);
        }
    }
}

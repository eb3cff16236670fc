//! The event loop is held to CPython's: for every program in `programs/`, what its export to
//! Python did on asyncio's own loop in virtual time is kept beside it, and the prediction is that.
//!
//! `./dev conformance` makes the figures anew, with Python; the test needs none.
#![cfg(not(target_arch = "wasm32"))]

mod events;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use interleave::{export, notation};
use sha2::{Digest, Sha256};

/// A program, and what CPython did with it.
struct Kept {
    name: String,
    source: String,
    /// `TIME TASK EVENT` for each start and end, in the order in which they happened.
    happened: String,
}

#[test]
fn every_start_end_and_outcome_is_as_under_cpython() {
    for program in kept() {
        assert_eq!(
            predicted_tasks(&program),
            tasks_of(&program),
            "{}",
            program.name
        );
    }
}

#[test]
fn everything_happens_in_the_order_in_which_it_does_under_cpython() {
    for program in kept() {
        let parsed = notation::parse(&program.source).unwrap();
        let predicted = events::events(&Rc::new(parsed.program));
        let happened: Vec<&str> = program.happened.lines().collect();
        assert_eq!(predicted, happened, "{}", program.name);
    }
}

#[test]
fn the_figures_are_of_the_exports_that_are_made_now() {
    let now: String = kept()
        .iter()
        .map(|program| {
            let parsed = notation::parse(&program.source).unwrap();
            let digest = Sha256::digest(export::python(&parsed.program, None));
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{hex}  {}.py\n", program.name)
        })
        .collect();
    let then = fs::read_to_string(folder().join("exports.sha256")).unwrap();
    assert_eq!(
        now, then,
        "run ./dev conformance to see what CPython makes of the exports"
    );
}

/// The programs with their figures, by name.
fn kept() -> Vec<Kept> {
    let files = fs::read_dir(folder()).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "graph"));
    paths.sort();
    assert!(paths.len() >= 70);
    let kept = paths.iter().map(|path| Kept {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        source: fs::read_to_string(path).unwrap(),
        happened: fs::read_to_string(path.with_extension("txt")).unwrap(),
    });
    kept.collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/programs")
}

/// A task's start, where it has one, its end and its outcome.
type Times = (Option<u64>, u64, String);

fn predicted_tasks(program: &Kept) -> BTreeMap<String, Times> {
    let run = export::prediction(&program.source).concurrent.unwrap();
    let tasks = run.tasks.into_iter();
    tasks
        .map(|task| {
            let times = (task.start_us, task.end_us, task.outcome.to_owned());
            (task.name, times)
        })
        .collect()
}

fn tasks_of(program: &Kept) -> BTreeMap<String, Times> {
    let mut starts = BTreeMap::new();
    let mut tasks = BTreeMap::new();
    for event in program.happened.lines() {
        let words: Vec<&str> = event.split(' ').collect();
        let [time_us, task, what] = words[..] else {
            panic!("{}: {event}", program.name);
        };
        let time_us = time_us.parse().unwrap();
        if what == "started" {
            starts.insert(task, time_us);
        } else {
            let start_us = starts.get(task).copied();
            tasks.insert(task.to_owned(), (start_us, time_us, what.to_owned()));
        }
    }
    tasks
}

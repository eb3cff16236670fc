//! The Python examples: that they come to the page whole, and that all is told of them.

use std::collections::BTreeSet;
use std::fs;

use interleave::export::WrittenAs;
use interleave::gallery::{self, Example, PythonExamples};
use interleave::words::Language;

use super::folder;

/// The file in which they come, as Trunk's hook makes it.
fn file() -> String {
    let entries = fs::read_dir(folder().join("python")).unwrap();
    let parts = entries.map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        format!("\u{c}{name}\n{}", fs::read_to_string(&path).unwrap())
    });
    parts.collect()
}

fn python() -> &'static PythonExamples {
    assert!(gallery::add_python(file()));
    gallery::python().unwrap()
}

fn examples() -> impl Iterator<Item = &'static Example> {
    python().examples()
}

#[test]
fn every_python_program_of_the_folder_is_in_the_gallery_once() {
    let entries = fs::read_dir(folder().join("python")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let files: BTreeSet<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<_> = examples().map(|example| example.name.to_owned()).collect();
    assert_eq!(listed, files);
    assert_eq!(listed.len(), examples().count());
    assert!(listed.len() >= 20);
}

#[test]
fn no_two_examples_have_the_same_name_be_they_of_either_kind() {
    python();
    let names: BTreeSet<_> = gallery::all().map(|example| example.name).collect();
    assert_eq!(names.len(), gallery::all().count());
}

#[test]
fn each_has_its_picture() {
    for example in examples() {
        let sketched = python().sketched(example.name);
        assert!(sketched.is_some(), "{}", example.name);
        assert_eq!(example.written_as, WrittenAs::Python);
    }
}

#[test]
fn every_part_of_a_python_example_is_told_in_each_language() {
    for example in examples() {
        for language in Language::ALL {
            let telling = example.telling(language);
            for part in [telling.title, &telling.story, &telling.try_this] {
                let is_korean = part.contains(|c| ('가'..='힣').contains(&c));
                assert!(!part.trim().is_empty(), "{}", example.name);
                assert_eq!(is_korean, language == Language::Korean, "{}", example.name);
            }
            assert!(telling.title.chars().count() <= 40, "{}", telling.title);
        }
    }
}

#[test]
fn a_file_that_lacks_an_example_is_not_taken() {
    python();
    // What is there stays, whatever comes later.
    assert!(gallery::add_python("<!doctype html>".to_owned()));
    assert!(gallery::python().is_some());
}

//! What is told of the examples: in full in each language, and true to the predictions.

use std::collections::BTreeSet;

use interleave::gallery::{self, Example, Telling};
use interleave::graph::StepKind;
use interleave::trace::{Outcome, Span, Trace};
use interleave::words::Language;

use super::{figures, runs};

/// What a text says in digits.
#[derive(Default)]
struct Said {
    times_us: BTreeSet<u64>,
    counts: BTreeSet<u64>,
}

impl Said {
    fn by(text: &str) -> Self {
        let mut said = Said::default();
        let mut left = text;
        while let Some(at) = left.find(|c: char| c.is_ascii_digit()) {
            left = &left[at..];
            let behind = left.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
            let (digits, rest) = left.split_at(behind.unwrap_or(left.len()));
            let digits = digits.trim_end_matches(['.', ',']).replace(',', "");
            match unit_us(rest) {
                Some(unit_us) => {
                    let time_us = digits.parse::<f64>().unwrap() * unit_us;
                    said.times_us.insert(time_us.round() as u64);
                }
                None => {
                    said.counts
                        .extend(digits.split("..").map(|part| part.parse::<u64>().unwrap()));
                }
            }
            left = rest;
        }
        said
    }
}

/// The microseconds of the unit that stands behind a number, where it has one.
fn unit_us(rest: &str) -> Option<f64> {
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next();
    match word {
        Some("ms") => Some(1e3),
        Some("s") => Some(1e6),
        _ => rest.starts_with('초').then_some(1e6),
    }
}

/// The times that a run shows: its end, and where each of its spans begins and ends, and how long
/// it is.
fn shown_us(trace: &Trace) -> impl Iterator<Item = u64> {
    let of_span = |span: &Span| [span.from_us, span.to_us, span.to_us - span.from_us];
    let spans = trace.rows().iter().flat_map(|row| &row.spans);
    spans.flat_map(of_span).chain([trace.makespan_us()])
}

/// What can truly be said of an example.
fn true_of(example: &Example) -> Said {
    let programs: Vec<_> = [example.program.to_owned()]
        .into_iter()
        .chain(figures::tried(example.name))
        .collect();
    let mut known = Said::default();
    for program in &programs {
        let written = Said::by(program);
        known.times_us.extend(written.times_us);
        known.counts.extend(written.counts);
        for trace in runs(program) {
            known.times_us.extend(shown_us(&trace));
        }
    }
    let [_, concurrent] = runs(example.program);
    let outcomes = [Outcome::Done, Outcome::TimedOut].map(|outcome| concurrent.count_of(outcome));
    known.counts.extend(outcomes.map(u64::from));
    let nodes = concurrent.program().nodes().iter();
    let calls = nodes.filter(|node| node.steps.iter().any(|step| step.kind == StepKind::Io));
    let calls = calls.map(|node| u64::from(node.task_count()));
    known.counts.insert(calls.sum());
    known
}

fn told(telling: &Telling) -> [&str; 3] {
    [telling.title, &telling.story, &telling.try_this]
}

fn tellings() -> impl Iterator<Item = (&'static Example, Language, &'static Telling)> {
    gallery::examples().flat_map(|example| {
        Language::ALL.map(|language| (example, language, example.telling(language)))
    })
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

#[test]
fn every_number_that_is_told_is_true() {
    for example in gallery::examples() {
        let known = true_of(example);
        for language in Language::ALL {
            let said = Said::by(&told(example.telling(language)).join("\n"));
            let false_times: Vec<_> = said.times_us.difference(&known.times_us).collect();
            let false_counts: Vec<_> = said.counts.difference(&known.counts).collect();
            assert!(
                false_times.is_empty(),
                "{}: {false_times:?} µs",
                example.name
            );
            assert!(
                false_counts.is_empty(),
                "{}: {false_counts:?}",
                example.name
            );
        }
    }
}

#[test]
fn every_language_tells_the_same_times() {
    for example in gallery::examples() {
        let [english, korean] = Language::ALL
            .map(|language| told(example.telling(language)).map(|part| Said::by(part).times_us));
        assert_eq!(english, korean, "{}", example.name);
    }
}

#[test]
fn every_part_is_told_in_each_language() {
    for (example, language, telling) in tellings() {
        for part in told(telling) {
            let is_korean = part.contains(is_hangul);
            assert!(!part.trim().is_empty(), "{}", example.name);
            assert_eq!(is_korean, language == Language::Korean, "{}", example.name);
        }
    }
}

#[test]
fn a_title_is_short_and_no_two_are_the_same() {
    let mut titles = BTreeSet::new();
    for (_, _, telling) in tellings() {
        assert!(telling.title.chars().count() <= 40, "{}", telling.title);
        assert!(titles.insert(telling.title), "{}", telling.title);
    }
}

#[test]
fn a_story_has_two_or_three_sentences() {
    for (example, language, telling) in tellings() {
        let sentences = telling.story.split_inclusive(['.', '?']);
        let ends = sentences.filter(|part| part.ends_with(['.', '?'])).count();
        let decimals = telling.story.as_bytes().windows(3).filter(|three| {
            three[1] == b'.' && three[0].is_ascii_alphanumeric() && three[2].is_ascii_alphanumeric()
        });
        let sentences = ends - decimals.count();
        assert!(
            (2..=3).contains(&sentences),
            "{} in {language:?}",
            example.name
        );
        assert!(telling.story.ends_with('.'), "{}", example.name);
    }
}

#[test]
fn what_stands_between_backticks_is_of_the_program() {
    for (example, _, telling) in tellings() {
        let programs: Vec<_> = [example.program.to_owned()]
            .into_iter()
            .chain(figures::tried(example.name))
            .collect();
        for part in told(telling) {
            let code: Vec<_> = part.split('`').collect();
            assert_eq!(code.len() % 2, 1, "{part}");
            for code in code.into_iter().skip(1).step_by(2) {
                let is_there = programs.iter().any(|program| program.contains(code));
                assert!(is_there, "{}: `{code}`", example.name);
            }
        }
    }
}

#[test]
fn a_name_in_korean_takes_its_particle_on_a_noun_of_ours() {
    for example in gallery::examples() {
        for part in told(example.telling(Language::Korean)) {
            for code in part.split('`').skip(2).step_by(2) {
                let particle = code.starts_with(|c| "이가은는을를과와로".contains(c));
                assert!(!particle, "{}: {part}", example.name);
            }
        }
    }
}

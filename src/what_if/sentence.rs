//! Changes and numbers in words.

use super::{Change, Knob};
use crate::graph::{Program, StepKind};
use crate::lettering::quantity::{grouped, short_duration};
use crate::notation::PartOf;
use crate::words::{Language, what_if as words};

impl Change {
    /// What is changed of `program`, in words of `language`; names stand between backticks.
    pub fn say(self, program: &Program, language: Language) -> String {
        let task = |node: usize| program.nodes().get(node).map_or("", |node| &node.name);
        match self {
            Change::PoolSize { pool, from, to } => {
                let pool = program.pools().get(pool).map_or("", |pool| &pool.name);
                let [from, to] = [from, to].map(|size| grouped(size.into()));
                words::pool_places(language, &pool, &from, &to)
            }
            Change::Threads { from, to } => words::threads_to(language, &from, &to),
            Change::OnThread { node } => words::on_thread(language, &task(node)),
            Change::AllOnThreads { threads } => {
                words::all_on_threads(language, &holding_kinds(program, language), &threads)
            }
            Change::OwnIndex { node, on } => words::own_index(language, &task(node), &task(on)),
            Change::Faster { node } => words::faster(language, &task(node)),
            Change::Timeout { node, to_us } => {
                let from_us = program.nodes().get(node).and_then(|node| node.timeout_us);
                let [from, to] = [from_us.unwrap_or_default(), to_us].map(short_duration);
                words::longer_timeout(language, &task(node), &from, &to)
            }
        }
    }

    /// The node that it is about, if it is about one.
    pub fn node(self) -> Option<usize> {
        match self {
            Change::OnThread { node }
            | Change::OwnIndex { node, .. }
            | Change::Faster { node }
            | Change::Timeout { node, .. } => Some(node),
            Change::PoolSize { .. } | Change::Threads { .. } | Change::AllOnThreads { .. } => None,
        }
    }
}

/// The kinds of step of a program that hold the loop.
fn holding_kinds(program: &Program, language: Language) -> String {
    let is_there = |kind: &StepKind| {
        let mut steps = program.nodes().iter().flat_map(|node| &node.steps);
        steps.any(|step| step.kind == *kind)
    };
    let kinds = [StepKind::Cpu, StepKind::Block]
        .into_iter()
        .filter(is_there);
    match kinds.map(StepKind::word).collect::<Vec<_>>()[..] {
        [one] => words::one_kind(language, &one),
        _ => words::two_kinds(language, &StepKind::Cpu.word(), &StepKind::Block.word()),
    }
}

impl Knob {
    /// What it is called, in words of `language`. `program` is the one that it is of.
    pub fn say(&self, program: &Program, language: Language) -> String {
        let of_node = |node: usize| program.nodes().get(node);
        let task = |node: usize| of_node(node).map_or("", |node| &node.name);
        match self.what {
            PartOf::PoolSize { pool } => {
                let pool = program.pools().get(pool).map_or("", |pool| &pool.name);
                words::places(language, &pool)
            }
            PartOf::Threads => words::threads(language).to_owned(),
            PartOf::LastIndex { node } => words::members(language, &task(node)),
            PartOf::Retry { node } => words::retries(language, &task(node)),
            PartOf::Timeout { node } => words::timeout(language, &task(node)),
            PartOf::Backoff { node } => words::backoff(language, &task(node)),
            PartOf::Duration { node, step }
            | PartOf::StepWord { node, step }
            | PartOf::Reference { node, place: step } => {
                let steps = of_node(node).map_or(&[][..], |node| &node.steps);
                let kind = steps.get(step).map(|step| step.kind);
                let word = kind.map_or("", StepKind::word);
                let alike = steps.iter().filter(|step| Some(step.kind) == kind).count();
                match alike {
                    0 | 1 => words::step(language, &task(node), &word),
                    _ => words::step_of_several(language, &task(node), &word, &(step + 1)),
                }
            }
        }
    }
}

//! Which changes are worth a try, by what held the run up.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Knob, TextEdit, knobs};
use crate::graph::{Program, Reference, StepKind};
use crate::notation::{PartOf, parts};
use crate::trace::{Outcome, SpanKind, Trace, critical_path};

/// A change of a program. `node` and `pool` are places in its lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Change {
    /// Another size for a pool.
    PoolSize { pool: usize, from: u32, to: u32 },
    /// Another number of threads.
    Threads { from: u32, to: u32 },
    /// The steps of a task that hold the loop run in threads.
    OnThread { node: usize },
    /// All steps that hold the loop run in threads, and there are as many of these.
    AllOnThreads { threads: u32 },
    /// Each member waits for the one of its own index, not for all of the family `on`.
    OwnIndex { node: usize, on: usize },
    /// A task takes half its time.
    Faster { node: usize },
    /// A task has longer until it times out.
    Timeout { node: usize, to_us: u64 },
}

/// A change, and how it is made.
pub(super) struct Candidate {
    pub(super) change: Change,
    pub(super) edits: Vec<TextEdit>,
}

/// The most threads that anything here asks for.
const MOST_THREADS: u32 = 32;

/// The changes worth a try, those first that the run hung on most; at most `most` of them.
/// `trace` is the predicted concurrent run of `source`.
pub(super) fn candidates(source: &str, trace: &Trace, most: usize) -> Vec<Candidate> {
    let program = trace.program();
    let mut found = Finder {
        source,
        program,
        trace,
        knobs: knobs(source, program),
        words: step_words(source),
        candidates: Vec::new(),
    };
    found.pools();
    found.threads();
    found.steps_that_hold();
    found.own_indices();
    found.timeouts();
    found.faster();
    found.candidates.truncate(most);
    found.candidates
}

/// Where the word of each node's steps stands.
fn step_words(source: &str) -> HashMap<(usize, usize), Range<usize>> {
    let words = parts(source)
        .into_iter()
        .filter_map(|part| match part.what {
            PartOf::StepWord { node, step } => Some(((node, step), part.range)),
            _ => None,
        });
    words.collect()
}

struct Finder<'f> {
    source: &'f str,
    program: &'f Program,
    trace: &'f Trace,
    knobs: Vec<Knob>,
    words: HashMap<(usize, usize), Range<usize>>,
    candidates: Vec<Candidate>,
}

impl Finder<'_> {
    fn add(&mut self, change: Change, edits: Vec<TextEdit>) {
        self.candidates.push(Candidate { change, edits });
    }

    /// Whether any task spent time so.
    fn was(&self, kind: SpanKind) -> bool {
        let mut spans = self.trace.rows().iter().flat_map(|row| &row.spans);
        spans.any(|span| span.kind == kind && span.to_us > span.from_us)
    }

    fn knob(&self, what: PartOf) -> Option<&Knob> {
        self.knobs.iter().find(|knob| knob.what == what)
    }

    /// Pools that somebody waited for: a place more, twice as many, and so on to all who want one.
    fn pools(&mut self) {
        let waited = self.was(SpanKind::WaitingForPool) || self.trace.deadlocked() > 0;
        for pool in (0..self.program.pools().len()).filter(|_| waited) {
            let size = self.program.pools()[pool].size;
            let nodes = self.program.nodes().iter();
            let users = nodes.filter(|node| node.using.contains(&pool));
            let users: u64 = users.map(|node| u64::from(node.task_count())).sum();
            let Some(knob) = self.knob(PartOf::PoolSize { pool }).cloned() else {
                continue;
            };
            for to in sizes_above(size, users) {
                let change = Change::PoolSize {
                    pool,
                    from: size,
                    to,
                };
                self.add(change, vec![knob.turned_to(self.source, to.into())]);
            }
        }
    }

    fn threads(&mut self) {
        if !self.was(SpanKind::WaitingForThread) {
            return;
        }
        let from = self.program.settings().threads;
        for to in sizes_above(from, MOST_THREADS.into()) {
            let edit = self.with_threads(to);
            self.add(Change::Threads { from, to }, vec![edit]);
        }
    }

    /// Has the program have so many threads, where it says so already or at its end.
    fn with_threads(&self, threads: u32) -> TextEdit {
        match self.knob(PartOf::Threads) {
            Some(knob) => knob.turned_to(self.source, threads.into()),
            None => {
                let end = self.source.len();
                let is_closed = self.source.is_empty() || self.source.ends_with('\n');
                let line_break = if is_closed { "" } else { "\n" };
                TextEdit {
                    range: end..end,
                    text: format!("{line_break}threads {threads}\n"),
                }
            }
        }
    }

    fn steps_that_hold(&mut self) {
        let holding: Vec<(usize, Vec<TextEdit>)> = (0..self.program.nodes().len())
            .map(|node| (node, self.on_thread(node)))
            .filter(|(_, edits)| !edits.is_empty())
            .collect();
        if holding.len() > 1
            || holding
                .iter()
                .any(|&(node, _)| self.program.nodes()[node].task_count() > 1)
        {
            let edits = holding.iter().flat_map(|(_, edits)| edits.clone());
            let mut edits: Vec<TextEdit> = edits.collect();
            let tasks = holding
                .iter()
                .map(|&(node, _)| self.program.nodes()[node].task_count());
            let tasks: u32 = tasks.fold(0, u32::saturating_add);
            let threads = self.program.settings().threads.max(tasks.min(MOST_THREADS));
            if threads > self.program.settings().threads {
                edits.push(self.with_threads(threads));
            }
            self.add(Change::AllOnThreads { threads }, edits);
        }
        for (node, edits) in holding {
            self.add(Change::OnThread { node }, edits);
        }
    }

    /// The edits that take a node's steps off the loop.
    fn on_thread(&self, node: usize) -> Vec<TextEdit> {
        let steps = self.program.nodes()[node].steps.iter().enumerate();
        let holding =
            steps.filter(|(_, step)| matches!(step.kind, StepKind::Cpu | StepKind::Block));
        let ranges = holding.filter_map(|(step, _)| self.words.get(&(node, step)));
        let edit = |range: &Range<usize>| TextEdit {
            range: range.clone(),
            text: StepKind::Thread.word().to_owned(),
        };
        ranges.map(edit).collect()
    }

    /// Families that wait for a whole family of the same indices.
    fn own_indices(&mut self) {
        for part in parts(self.source) {
            let PartOf::Reference { node, place } = part.what else {
                continue;
            };
            let Some(of) = self.program.nodes().get(node) else {
                continue;
            };
            let Some(&Reference::All { node: on }) = of.after.get(place) else {
                continue;
            };
            let same = of.indices.is_some() && of.indices == self.program.nodes()[on].indices;
            if same {
                let text = format!("{}[i]", &self.source[part.range.clone()]);
                let edit = TextEdit {
                    range: part.range,
                    text,
                };
                self.add(Change::OwnIndex { node, on }, vec![edit]);
            }
        }
    }

    /// Tasks that timed out: twice the time, and four times.
    fn timeouts(&mut self) {
        let rows = self.trace.rows().iter().zip(0..);
        let late = rows.filter(|(row, _)| row.outcome == Some(Outcome::TimedOut));
        let nodes: BTreeSet<usize> = late.map(|(_, task)| self.program.node_of(task)).collect();
        for node in nodes {
            let Some(knob) = self.knob(PartOf::Timeout { node }).cloned() else {
                continue;
            };
            for to_us in [knob.value * 2, knob.value * 4] {
                let to_us = to_us.min(knob.bounds().1);
                let edit = knob.turned_to(self.source, to_us);
                self.add(Change::Timeout { node, to_us }, vec![edit]);
            }
        }
    }

    /// What the run's end hangs on, at half its time, the longest first.
    fn faster(&mut self) {
        let mut shares: HashMap<usize, u64> = HashMap::new();
        for part in critical_path(self.trace) {
            *shares.entry(self.program.node_of(part.task)).or_default() +=
                part.to_us - part.from_us;
        }
        let mut nodes: Vec<(usize, u64)> = shares.into_iter().collect();
        nodes.sort_by_key(|&(node, share_us)| (u64::MAX - share_us, node));
        for (node, _) in nodes {
            let steps = self.program.nodes()[node].steps.len();
            let knobs = (0..steps).filter_map(|step| self.knob(PartOf::Duration { node, step }));
            let edits = knobs.map(|knob| knob.turned_to(self.source, knob.value / 2));
            let edits: Vec<TextEdit> = edits.collect();
            if !edits.is_empty() {
                self.add(Change::Faster { node }, edits);
            }
        }
    }
}

/// Sizes to try above `size`: one more, and twice as many again and again, up to `most`.
fn sizes_above(size: u32, most: u64) -> Vec<u32> {
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    let doubled = std::iter::successors(size.checked_mul(2), |size| size.checked_mul(2));
    let mut sizes: Vec<u32> = doubled.take_while(|&size| size < most).collect();
    sizes.extend([size.saturating_add(1), most]);
    sizes.retain(|&each| each > size && each <= most);
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

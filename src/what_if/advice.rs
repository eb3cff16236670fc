use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::candidates::{Candidate, candidates};
use super::{Change, Score, TextEdit, edited};
use crate::notation::parse;
use crate::run::{self, Mode};
use crate::trace::Trace;

/// What would help a program, by predictions that were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The concurrent run as it is.
    pub now: Score,
    /// What would help, the most helpful first: each way once, in its smallest sufficient measure.
    pub suggestions: Vec<Suggestion>,
    /// The nodes on the critical path that would end the run no sooner if they took half their
    /// time: something else takes as long.
    pub unhelped: Vec<usize>,
}

/// A change that helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What is changed.
    pub change: Change,
    /// How, in the text as it is.
    pub edits: Vec<TextEdit>,
    /// The concurrent run with the change.
    pub then: Score,
}

/// So many predicted events are spent on the search: some 0.2 s in a browser.
const BUDGET: usize = 800_000;

/// The fewest and the most changes that are tried.
const FEWEST: usize = 6;
const MOST: usize = 240;

/// Of the gain that the largest measure brings, so much has a smaller one to bring to be
/// suggested in its place.
const SUFFICIENT: f64 = 0.95;

/// Tries changes of the program of `source` and tells which would help; none where the text has
/// mistakes, or a run of it too many events. How many are tried depends on how much happens in a run, so that the time stays small.
///
/// ```
/// use interleave::what_if::{Change, advice};
///
/// let advice = advice("pool db = 2\nposts[1..6]: io 400ms using db").unwrap();
/// let best = &advice.suggestions[0];
/// assert_eq!(best.change, Change::PoolSize { pool: 0, from: 2, to: 6 });
/// assert_eq!((advice.now.makespan_us, best.then.makespan_us), (1_200_000, 400_000));
/// ```
pub fn advice(source: &str) -> Option<Advice> {
    let program = Rc::new(parse(source).ok()?.program);
    let record = run::predict(&program, Mode::Concurrent).ok()?;
    let trace = Trace::of(program.clone(), &record);
    let now = Score::of(&trace);
    let most = (BUDGET / record.len().max(1)).clamp(FEWEST, MOST);
    let mut tried = Vec::new();
    for Candidate { change, edits } in candidates(source, &trace, most) {
        let text = edited(source, &edits);
        if let Ok(parsed) = parse(&text)
            && let Ok(then) = Score::predicted(&Rc::new(parsed.program), Mode::Concurrent)
        {
            tried.push(Suggestion {
                change,
                edits,
                then,
            });
        }
    }
    Some(Advice {
        now,
        unhelped: unhelped(&tried, now),
        suggestions: best_of_each(tried, now),
    })
}

/// The critical nodes whose half made no difference.
fn unhelped(tried: &[Suggestion], now: Score) -> Vec<usize> {
    let nodes = tried
        .iter()
        .filter_map(|suggestion| match suggestion.change {
            Change::Faster { node } if !suggestion.then.is_better_than(now) => Some(node),
            _ => None,
        });
    nodes.collect()
}

/// Of each way to help its smallest sufficient measure, the most helpful first.
fn best_of_each(mut tried: Vec<Suggestion>, now: Score) -> Vec<Suggestion> {
    tried.retain(|suggestion| suggestion.then.is_better_than(now));
    let ways: BTreeSet<Way> = tried.iter().map(|each| Way::of(each.change)).collect();
    let mut best: Vec<Suggestion> = ways
        .into_iter()
        .filter_map(|way| sufficient(tried.iter().filter(|each| Way::of(each.change) == way), now))
        .collect();
    best.sort_by_key(|each| (u32::MAX - each.then.done, each.then.makespan_us));
    let is_one = |each: &&Suggestion| matches!(each.change, Change::OnThread { .. });
    if let Some(one) = best.iter().find(is_one).map(|each| each.then) {
        // All on threads are worth a line where they bring clearly more than the best of them.
        let gain = |score: Score| now.makespan_us.saturating_sub(score.makespan_us) as f64;
        let is_more = |all: Score| all.done > one.done || gain(one) < SUFFICIENT * gain(all);
        let is_all = |each: &Suggestion| matches!(each.change, Change::AllOnThreads { .. });
        best.retain(|each| !is_all(each) || is_more(each.then));
    }
    best
}

/// The smallest of several measures, which come by their size, that helps nearly as much as any.
fn sufficient<'s>(
    measures: impl Iterator<Item = &'s Suggestion> + Clone,
    now: Score,
) -> Option<Suggestion> {
    let most_done = measures.clone().map(|each| each.then.done).max()?;
    let measures = measures.filter(|each| each.then.done == most_done);
    let least_us = measures.clone().map(|each| each.then.makespan_us).min()?;
    let gain = |us: u64| now.makespan_us as f64 - us as f64;
    let mut measures = measures;
    let found = measures.find(|each| {
        let us = each.then.makespan_us;
        us == least_us || (most_done == now.done && gain(us) >= SUFFICIENT * gain(least_us))
    });
    found.cloned()
}

/// What a change is about, whatever its measure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Pool(usize),
    Threads,
    OnThread(usize),
    AllOnThreads,
    OwnIndex(usize, usize),
    Timeout(usize),
    Faster(usize),
}

impl Way {
    fn of(change: Change) -> Self {
        match change {
            Change::PoolSize { pool, .. } => Way::Pool(pool),
            Change::Threads { .. } => Way::Threads,
            Change::OnThread { node } => Way::OnThread(node),
            Change::AllOnThreads { .. } => Way::AllOnThreads,
            Change::OwnIndex { node, on } => Way::OwnIndex(node, on),
            Change::Timeout { node, .. } => Way::Timeout(node),
            Change::Faster { node } => Way::Faster(node),
        }
    }
}

use std::ops::Range;
use std::rc::Rc;

use crate::graph::TaskIndex;
use crate::lettering::quantity::difference;
use crate::page::same::same;
use crate::page::{Compared, LiveRun, Runs};
use crate::run::Mode;

use super::scene::Scene;

/// What the ends of families are taken from.
#[derive(Clone)]
pub struct EndsSource {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    pub live: Option<Rc<LiveRun>>,
    /// Whether that is over.
    pub is_over: bool,
    /// The kept runs beside the program.
    pub compared: Option<Rc<Compared>>,
}

impl PartialEq for EndsSource {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.is_over == other.is_over
            && same(&self.compared, &other.compared)
    }
}

/// What is told of families as wholes, found once: the canvas is drawn anew far more often.
#[derive(Debug, Default)]
pub struct Families {
    /// By the node's place in the program.
    nodes: Vec<Family>,
}

/// A family as a whole.
#[derive(Clone, Debug, Default)]
struct Family {
    ends: Option<FamilyEnds>,
    /// From the first start of its kept members to their last end, in microseconds.
    kept_us: Option<Range<u64>>,
}

impl Families {
    /// The families of what is shown. Takes time linear in the number of tasks.
    pub fn of(source: &EndsSource) -> Self {
        let scene = Scene {
            compared: source.compared.clone(),
            ..Scene::new(&source.predicted, &[], &source.live)
        };
        let Some(program) = scene.program() else {
            return Families::default();
        };
        let family = |node| {
            let members = program.tasks_of(node);
            if members.len() < 2 {
                return Family::default();
            }
            let kept = source.compared.as_ref();
            Family {
                ends: FamilyEnds::of(&scene, &members),
                kept_us: kept.and_then(|compared| kept_us(compared, members)),
            }
        };
        Families {
            nodes: (0..program.nodes().len()).map(family).collect(),
        }
    }

    /// When the members of a node end; none before a live run is over, or where there is nothing
    /// to compare them with.
    pub fn ends_of(&self, node: usize) -> Option<FamilyEnds> {
        self.nodes.get(node)?.ends
    }

    /// From the first start of a node's kept members to their last end, in microseconds.
    pub fn kept_us_of(&self, node: usize) -> Option<Range<u64>> {
        self.nodes.get(node)?.kept_us.clone()
    }
}

fn kept_us(compared: &Compared, members: Range<TaskIndex>) -> Option<Range<u64>> {
    let rows = || members.clone().filter_map(|task| compared.row(task));
    let start_us = rows().filter_map(|row| row.start_us).min()?;
    let end_us = rows().filter_map(|row| row.end_us).max()?;
    Some(start_us..end_us)
}

/// When the members of a family end, beside what that is compared with, in microseconds: the kept
/// run, or else what was predicted of a live run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamilyEnds {
    /// The last end.
    pub last_us: u64,
    /// The last end that it is compared with.
    pub last_before_us: u64,
    mean_us: u64,
    mean_before_us: u64,
}

impl FamilyEnds {
    fn of(scene: &Scene, members: &Range<TaskIndex>) -> Option<Self> {
        if !scene.has_reference(Mode::Concurrent) {
            return None;
        }
        let live = scene.live.as_ref().map(|live| live.runs());
        let rows = live.as_deref().or(scene.predicted.as_deref())?;
        let rows = rows.concurrent.rows();
        let end_us = |task| rows.get(task as usize).and_then(|row| row.end_us);
        let ends = members.clone();
        FamilyEnds::between(ends.filter_map(|task| end_us(task).zip(scene.reference_end_us(task))))
    }

    /// Of pairs of an end and the one that it is compared with.
    fn between(ends: impl Iterator<Item = (u64, u64)>) -> Option<Self> {
        let (mut last, mut sum, mut count) = ((0, 0), (0, 0), 0);
        for (end_us, before_us) in ends {
            last = (end_us.max(last.0), before_us.max(last.1));
            sum = (sum.0 + u128::from(end_us), sum.1 + u128::from(before_us));
            count += 1;
        }
        let mean = |sum: u128| Some(sum.checked_div(count)? as u64);
        Some(FamilyEnds {
            last_us: last.0,
            last_before_us: last.1,
            mean_us: mean(sum.0)?,
            mean_before_us: mean(sum.1)?,
        })
    }

    /// How much later the last end is.
    pub fn last_difference(&self) -> String {
        difference(self.last_us, self.last_before_us)
    }

    /// How much later the members end on average.
    pub fn mean_difference(&self) -> String {
        difference(self.mean_us, self.mean_before_us)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_end_and_the_mean_are_told_apart() {
        let ends = [(1_010_000, 1_000_000), (2_030_000, 2_000_000)];
        let ends = FamilyEnds::between(ends.into_iter()).expect("members");
        assert_eq!(ends.last_difference(), "+30 ms");
        assert_eq!(ends.mean_difference(), "+20 ms");
        assert_eq!(FamilyEnds::between([].into_iter()), None);
    }
}

use std::ops::Range;
use std::rc::Rc;

use crate::graph::{Program, TaskIndex};
use crate::page::same::same;
use crate::page::{Compared, LiveRun, ModelledRun, Pointed, Runs};
use crate::run::Mode;
use crate::trace::{Span, Trace};
use crate::words::Language;

use super::edge::Edge;
use super::family_ends::Families;
use super::geometry::Geometry;
use super::path::Path;
use super::rows::Rows;
use super::way_strips::WayStrips;

/// What the timeline shows.
#[derive(Clone, Default)]
pub struct Scene {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    pub live: Option<Rc<LiveRun>>,
    /// The runs in the modelled ways that are shown, where they are of the same program.
    pub ways: Vec<Rc<ModelledRun>>,
    /// The kept runs beside the program.
    pub compared: Option<Rc<Compared>>,
    /// The rows of the concurrent run.
    pub rows: Rc<Rows>,
    /// The critical path: of the live run once it is over, and predicted until then.
    pub path: Option<Rc<Path>>,
    /// What is told of families as wholes.
    pub families: Rc<Families>,
    /// Whose rows are lit.
    pub pointed: Option<Pointed>,
    /// The end of a bar that is held, or could be.
    pub grip: Option<Grip>,
    /// The moment that was chosen, in microseconds. While a live run goes on there is none.
    pub at_us: Option<u64>,
    /// Whether it is shown of all tasks in view what let them go on.
    pub causes: bool,
    /// The language of its words.
    pub language: Language,
}

/// The end of a bar that the pointer holds, or is near to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grip {
    /// The end, as it was when it was taken hold of.
    pub edge: Edge,
    /// The duration that is asked for, in microseconds; none where nothing holds it.
    pub duration_us: Option<u64>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.ways == other.ways
            && same(&self.compared, &other.compared)
            && Rc::ptr_eq(&self.rows, &other.rows)
            && same(&self.path, &other.path)
            && Rc::ptr_eq(&self.families, &other.families)
            && self.pointed == other.pointed
            && self.grip == other.grip
            && self.at_us == other.at_us
            && self.causes == other.causes
            && self.language == other.language
    }
}

impl Scene {
    /// A scene of these. A prediction of another program than the one that runs is left out.
    pub fn new(
        predicted: &Option<Rc<Runs>>,
        ways: &[Rc<ModelledRun>],
        live: &Option<Rc<LiveRun>>,
    ) -> Self {
        let program = live.as_ref().map(|live| live.runs().program().clone());
        let fits = |runs: &&Rc<Runs>| {
            program
                .as_ref()
                .is_none_or(|program| program == runs.program())
        };
        let predicted = predicted.as_ref().filter(fits).cloned();
        Scene {
            ways: predicted.as_ref().map_or(Vec::new(), |_| ways.to_vec()),
            predicted,
            live: live.clone(),
            ..Scene::default()
        }
    }

    /// The tasks that are pointed at.
    pub fn pointed_tasks(&self) -> Range<TaskIndex> {
        let program = self.program();
        let tasks = self.pointed.zip(program);
        tasks.map_or(0..0, |(pointed, program)| pointed.tasks(&program))
    }

    /// The rows that are lit.
    pub fn pointed_rows(&self) -> Range<u32> {
        let tasks = self.pointed_tasks();
        match (tasks.is_empty(), self.rows.count()) {
            (true, _) | (_, 0) => 0..0,
            (false, _) => {
                let last = self.rows.row_of(tasks.end - 1);
                let last = self.rows.owners(last..last + 1).map(|(_, rows)| rows.end);
                self.rows.row_of(tasks.start)..last.last().unwrap_or(0)
            }
        }
    }

    /// The program whose tasks have rows.
    pub fn program(&self) -> Option<Rc<Program>> {
        match &self.live {
            Some(live) => Some(live.runs().program().clone()),
            None => Some(self.predicted.as_ref()?.program().clone()),
        }
    }

    /// The live run, where it is over.
    pub fn over(&self) -> Option<Rc<LiveRun>> {
        self.live.clone().filter(|live| live.is_over())
    }

    /// Whether a live run goes on.
    pub fn is_running(&self) -> bool {
        self.live.as_ref().is_some_and(|live| !live.is_over())
    }

    /// The end of what there is to show, in microseconds.
    pub fn end_us(&self) -> u64 {
        let predicted_us = self.predicted.as_ref().map_or(0, |runs| runs.end_us());
        let live_us = self.live.as_ref().map_or(0, |live| live.now_us());
        let ways_us = self.ways.iter().map(|run| run.trace.makespan_us());
        let ways_us = ways_us.max().unwrap_or(0);
        let kept_us = self.compared.as_ref();
        let kept_us = kept_us.map_or(0, |compared| compared.kept.runs.end_us());
        match predicted_us.max(live_us).max(ways_us).max(kept_us) {
            // An axis for nothing shows what seconds look like.
            0 => 1_000_000,
            end_us => end_us,
        }
    }

    /// The prediction, where it is drawn: beside a live run it is not where there are kept runs,
    /// which both are set beside instead.
    pub fn drawn_prediction(&self) -> Option<&Rc<Runs>> {
        let is_replaced = self.live.is_some() && self.compared.is_some();
        self.predicted.as_ref().filter(|_| !is_replaced)
    }

    /// Whether the ends of a run that are shown are set beside others: the kept ones, or else those
    /// predicted of a live run that is over. Ends that something else than the program has moved
    /// are not.
    pub fn has_reference(&self, mode: Mode) -> bool {
        !self.is_running()
            && !self.is_disturbed(mode)
            && (self.compared.is_some() || self.live.is_some())
    }

    /// Whether something has disturbed the live run.
    pub fn is_disturbed(&self, mode: Mode) -> bool {
        let live = self.live.as_ref();
        live.is_some_and(|live| live.runs().is_disturbed(mode))
    }

    /// Whether something has disturbed one of the live runs.
    pub fn any_disturbed(&self) -> bool {
        Mode::BOTH.into_iter().any(|mode| self.is_disturbed(mode))
    }

    /// The end of a task that its end is set beside, in microseconds.
    pub fn reference_end_us(&self, task: TaskIndex) -> Option<u64> {
        if !self.has_reference(Mode::Concurrent) {
            return None;
        }
        let predicted = || {
            let rows = self.predicted.as_ref()?.concurrent.rows();
            rows.get(task as usize)
        };
        let row = match &self.compared {
            Some(compared) => compared.row(task),
            None => predicted(),
        };
        row?.end_us
    }

    /// The end of a run that its end is set beside, in microseconds.
    pub fn reference_us(&self, mode: Mode) -> Option<u64> {
        if !self.has_reference(mode) {
            return None;
        }
        match &self.compared {
            Some(compared) => Some(compared.end_us(mode)),
            None => Some(self.predicted.as_ref()?.of(mode).makespan_us()),
        }
    }

    /// Where the tasks' rows begin, in CSS pixels.
    pub fn head_height(&self) -> f64 {
        let geometry = Geometry {
            ways: self.way_strips(),
            ..Geometry::default()
        };
        geometry.head_height()
    }

    /// The strips of the modelled ways.
    pub fn way_strips(&self) -> WayStrips {
        let tasks = self.program().map_or(0, |program| program.task_count());
        WayStrips::new(self.ways.len(), tasks)
    }

    /// The end of one of the runs, in microseconds: measured where the live run is over, and
    /// otherwise predicted.
    pub fn makespan_us(&self, mode: Mode) -> Option<u64> {
        match &self.live {
            Some(live) if live.is_over() => Some(live.runs().of(mode).makespan_us()),
            _ => Some(self.predicted.as_ref()?.of(mode).makespan_us()),
        }
    }

    /// Both ends, where there are both, first the sequential run's.
    pub fn makespans_us(&self) -> Option<(u64, u64)> {
        self.makespan_us(Mode::Sequential)
            .zip(self.makespan_us(Mode::Concurrent))
    }

    /// Whether the concurrent run, as measured or else as predicted, ends in a deadlock.
    pub fn deadlocks(&self) -> bool {
        match &self.live {
            Some(live) if live.is_over() => live.runs().concurrent.deadlocked() > 0,
            _ => self
                .predicted
                .as_ref()
                .is_some_and(|runs| runs.concurrent.deadlocked() > 0),
        }
    }

    /// The step that goes on in the live sequential run. `trace` is that run.
    pub fn open_sequential_step(&self, trace: &Trace, now_us: u64) -> Option<Span> {
        let open_step = |task: TaskIndex| {
            trace
                .open_spans(task, now_us)
                .find(|span| span.kind.takes_its_own_time())
        };
        match &self.predicted {
            // The order of the steps is the same, and no row has to be searched.
            Some(runs) => {
                let next = runs.sequential.steps().get(trace.steps().len())?;
                open_step(next.task)
            }
            None => (0..trace.rows().len() as TaskIndex).find_map(open_step),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation;
    use crate::page::timeline::rows::Choices;

    #[test]
    fn all_rows_of_what_is_pointed_at_are_lit() {
        let text = "a: io 1s\nfew[1..3]: io 1s\nmany[1..9]: io 1s\nz: io 1s";
        let program = Rc::new(notation::parse(text).expect("no mistake").program);
        let lit = |pointed| {
            let scene = Scene {
                predicted: Some(Rc::new(Runs::new(&program))),
                rows: Rc::new(Rows::new(program.clone(), &Choices::default())),
                pointed: Some(pointed),
                ..Scene::default()
            };
            scene.pointed_rows()
        };
        assert_eq!(lit(Pointed::Node(1)), 1..4);
        assert_eq!(lit(Pointed::Task(2)), 2..3);
        assert_eq!(lit(Pointed::Node(2)), 4..6);
        assert_eq!(lit(Pointed::Task(9)), 4..6);
        assert_eq!(lit(Pointed::Task(99)), 0..0);
    }
}

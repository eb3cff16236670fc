use std::num::NonZero;

use crate::graph::{Step, TaskIndex};
use crate::run::Mode;
use crate::trace::{Span, Trace};

use super::geometry::Geometry;
use super::scene::Scene;

/// So many spans are looked at on each side of a place: an end that is further away is not near.
const NEIGHBOURS: usize = 4;

/// The end of a step's predicted bar: where its duration is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The run.
    pub mode: Mode,
    /// Whose step it is.
    pub task: TaskIndex,
    /// Which of its steps, counted from 1.
    number: NonZero<u16>,
    /// How often that step went before in this run: more than never where it is tried again.
    before: usize,
    /// Where it is, in microseconds.
    pub at_us: u64,
    /// How long the step takes, in microseconds.
    pub duration_us: u64,
    /// Whether each attempt draws its duration.
    pub is_drawn: bool,
}

impl Edge {
    /// The end of a bar next to `x`, no further away than `tolerance`, both in CSS pixels. In the
    /// sequential run it is any task's, otherwise that of `task`.
    pub fn near(
        scene: &Scene,
        geometry: Geometry,
        (mode, task): (Mode, TaskIndex),
        x: f64,
        tolerance: f64,
    ) -> Option<Self> {
        let runs = scene.predicted.as_deref()?;
        let trace = runs.of(mode);
        let spans = spans_of(trace, mode, task);
        let time_us = geometry.time_us(x);
        let place = spans.partition_point(|span| span.to_us <= time_us);
        let around = place.saturating_sub(NEIGHBOURS)..(place + NEIGHBOURS).min(spans.len());
        let distance = |span: &Span| (geometry.x(span.to_us) - x).abs();
        spans[around]
            .iter()
            .filter(|span| distance(span) <= tolerance)
            .filter_map(|span| Some((distance(span), Edge::of(trace, mode, *span)?)))
            .min_by(|(one, _), (other, _)| one.total_cmp(other))
            .map(|(_, edge)| edge)
    }

    /// The end of `span`, where that is the end of a step and not of its time.
    fn of(trace: &Trace, mode: Mode, span: Span) -> Option<Self> {
        let number = span.step?;
        let step = step_of(trace, span.task, number)?;
        let duration_us = span.to_us - span.from_us;
        let is_whole = step.is_drawn() || duration_us == step.shortest_us;
        is_whole.then(|| Edge {
            mode,
            task: span.task,
            number,
            before: same_steps(trace, mode, span.task, number)
                .take_while(|before| before.to_us < span.to_us)
                .count(),
            at_us: span.to_us,
            duration_us,
            is_drawn: step.is_drawn(),
        })
    }

    /// Which of its task's steps it is of, from 0.
    pub fn step(&self) -> usize {
        usize::from(self.number.get()) - 1
    }

    /// Where it is in `trace`, which may be that of a program with other durations.
    pub fn at_in(&self, trace: &Trace) -> Option<u64> {
        let mut same = same_steps(trace, self.mode, self.task, self.number);
        same.nth(self.before).map(|span| span.to_us)
    }

    /// How many times as far as its duration grows it moves in `trace`, at least once: a family's
    /// members that wait for one another have all grown. One that is not in the trace moves once.
    pub fn times_moved(&self, trace: &Trace) -> u64 {
        let program = trace.program();
        if self.task >= program.task_count() {
            return 1;
        }
        let node = program.node_of(self.task);
        let is_same = |span: &Span| {
            span.step == Some(self.number)
                && program.node_of(span.task) == node
                && span.to_us <= self.at_us
        };
        let count = match self.mode {
            Mode::Sequential => trace.steps().iter().filter(|span| is_same(span)).count(),
            Mode::Concurrent => self.on_the_way(trace, is_same),
        };
        count.max(1) as u64
    }

    /// How many spans of those that `is_same` holds of lead to it, from whoever let whom go on.
    fn on_the_way(&self, trace: &Trace, is_same: impl Fn(&Span) -> bool) -> usize {
        let rows = trace.rows();
        let (mut task, mut at_us) = (self.task, self.at_us);
        let mut count = 0;
        // At one moment tasks can let each other go on in a circle.
        for _ in 0..=rows.len() {
            let row = &rows[task as usize];
            let is_first = task == self.task && at_us == self.at_us;
            let place = row
                .links
                .partition_point(|link| link.at_us < at_us || (!is_first && link.at_us == at_us));
            let link = row.links[..place].last();
            let since_us = link.map_or(0, |link| link.at_us);
            let meanwhile = |span: &&Span| since_us <= span.from_us && span.to_us <= at_us;
            let same = row.spans.iter().filter(meanwhile);
            count += same.filter(|span| is_same(span)).count();
            let Some(link) = link else { break };
            (task, at_us) = (link.by, link.at_us);
        }
        count
    }
}

fn step_of(trace: &Trace, task: TaskIndex, number: NonZero<u16>) -> Option<Step> {
    let program = trace.program();
    let node = &program.nodes()[program.node_of(task)];
    node.steps.get(usize::from(number.get()) - 1).copied()
}

fn spans_of(trace: &Trace, mode: Mode, task: TaskIndex) -> &[Span] {
    match mode {
        Mode::Sequential => trace.steps(),
        Mode::Concurrent => {
            let row = trace.rows().get(task as usize);
            row.map_or(&[], |row| &row.spans)
        }
    }
}

fn same_steps(
    trace: &Trace,
    mode: Mode,
    task: TaskIndex,
    number: NonZero<u16>,
) -> impl Iterator<Item = &Span> {
    let spans = spans_of(trace, mode, task).iter();
    spans.filter(move |span| span.task == task && span.step == Some(number))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::page::Runs;
    use crate::page::timeline::way_strips::WayStrips;
    use crate::page::timeline::zoom::Zoom;
    use crate::{notation, run};

    fn scene(text: &str) -> Scene {
        let program = Rc::new(notation::parse(text).expect("no mistake").program);
        let mut runs = Runs::new(&program);
        for mode in Mode::BOTH {
            let events = run::predict(&program, mode).unwrap();
            runs.extend(mode, events.into_iter().collect());
        }
        Scene {
            predicted: Some(Rc::new(runs)),
            ..Scene::default()
        }
    }

    fn geometry(scene: &Scene) -> Geometry {
        Geometry {
            width: 1440.0,
            height: 400.0,
            scrolled: 0.0,
            rows: 3,
            end_us: scene.end_us(),
            zoom: Zoom::WHOLE,
            ways: WayStrips::NONE,
        }
    }

    fn edge(scene: &Scene, mode: Mode, task: TaskIndex, time_us: u64) -> Option<Edge> {
        let geometry = geometry(scene);
        Edge::near(
            scene,
            geometry,
            (mode, task),
            geometry.x(time_us) + 5.0,
            6.0,
        )
    }

    fn times(scene: &Scene, edge: Edge) -> u64 {
        let runs = scene.predicted.as_deref().expect("a prediction");
        edge.times_moved(runs.of(edge.mode))
    }

    #[test]
    fn the_end_of_a_bar_is_found_near_it() {
        let scene = scene("a: io 1s then cpu 500ms\nb: io 1s");
        let found = edge(&scene, Mode::Concurrent, 0, 1_000_000).expect("an edge");
        assert_eq!((found.step(), found.duration_us), (0, 1_000_000));
        let found = edge(&scene, Mode::Concurrent, 0, 1_500_000).expect("an edge");
        assert_eq!((found.step(), found.duration_us), (1, 500_000));
        assert_eq!(edge(&scene, Mode::Concurrent, 0, 1_200_000), None);
        let found = edge(&scene, Mode::Sequential, 0, 2_500_000).expect("an edge");
        assert_eq!((found.task, found.step()), (1, 0));
    }

    #[test]
    fn what_ends_for_another_reason_than_its_duration_is_no_end_of_a_step() {
        let scene = scene("a: io 2s timeout 1s\nb[1..2]: io 1s..3s\npool p = 1\nc: io 1s using p");
        assert_eq!(edge(&scene, Mode::Concurrent, 0, 1_000_000), None);
    }

    #[test]
    fn a_drawn_duration_is_said_to_be_drawn() {
        let scene = scene("a: io 1s..3s");
        let end_us = scene.end_us();
        let found = edge(&scene, Mode::Concurrent, 0, end_us).expect("an edge");
        assert!(found.is_drawn);
    }

    #[test]
    fn an_edge_moves_as_often_as_its_step_is_on_the_way_to_it() {
        let scene = scene("pool p = 1\na[1..3]: io 1s using p\nb: io 1s after a");
        let third = |mode| edge(&scene, mode, 2, 3_000_000).expect("an edge");
        assert_eq!(times(&scene, third(Mode::Concurrent)), 3);
        assert_eq!(times(&scene, third(Mode::Sequential)), 3);
        let first = edge(&scene, Mode::Concurrent, 0, 1_000_000).expect("an edge");
        assert_eq!(times(&scene, first), 1);
        let after = edge(&scene, Mode::Concurrent, 3, 4_000_000).expect("an edge");
        assert_eq!(times(&scene, after), 1);
    }

    #[test]
    fn a_further_attempt_has_an_edge_of_its_own() {
        let scene = scene("a: io 1s retry 1 backoff 1s fails 1");
        let second = edge(&scene, Mode::Concurrent, 0, 3_000_000).expect("an edge");
        assert_eq!(second.before, 1);
        assert_eq!(times(&scene, second), 2);
        let longer = self::scene("a: io 2s retry 1 backoff 1s fails 1");
        let runs = longer.predicted.as_deref().expect("a prediction");
        assert_eq!(second.at_in(&runs.concurrent), Some(5_000_000));
    }
}

use std::ops::Range;

use crate::graph::TaskIndex;
use crate::run::Mode;

use super::edge::Edge;
use super::geometry::{Place, bar_height, lane};
use super::rows::Owner;
use super::scene::Scene;
use super::stage::Stage;

/// What the pointer is at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hover {
    /// The run.
    pub mode: Mode,
    /// The modelled way instead, as a place in the scene's ways.
    pub way: Option<usize>,
    /// The task; of a closed family the one whose lane is there.
    pub task: TaskIndex,
    /// The closed family, as a place in the program's nodes.
    pub family: Option<usize>,
    /// The time, in microseconds; none on the name.
    pub time_us: Option<u64>,
    /// Where the pointer is on the canvas, in CSS pixels.
    pub point: (f64, f64),
    /// The canvas's width and height, in CSS pixels.
    pub size: (f64, f64),
    /// The end of a bar that is there.
    pub edge: Option<Edge>,
}

impl Hover {
    /// What is at a point of the window.
    pub fn at(stage: &Stage, scene: &Scene, client_x: f64, client_y: f64) -> Option<Self> {
        let (place, time_us, point) = stage.at(client_x, client_y)?;
        let at = |mode, task, family| {
            let size = stage.size();
            Hover {
                mode,
                way: None,
                task,
                family,
                time_us,
                point,
                size,
                edge: None,
            }
        };
        let row = match place {
            Place::Row(row) => row,
            Place::Way(number) => {
                let down = point.1 - stage.geometry().way_top(number);
                let tasks = 0..scene.program()?.task_count();
                let task = member_at(tasks, down, scene.way_strips().bar_height());
                return Some(Hover {
                    way: Some(number as usize),
                    ..at(Mode::Concurrent, task, None)
                });
            }
            Place::Sequential => {
                let task = sequential_task(scene, time_us?)?;
                return Some(at(Mode::Sequential, task, None));
            }
        };
        match scene.rows.owner(row)? {
            Owner::Task(task) => Some(at(Mode::Concurrent, task, None)),
            Owner::Family(node) => {
                let members = scene.program()?.tasks_of(node);
                let rows = scene.rows.of(node);
                let down = point.1 - stage.bar_top(rows.start);
                let task = member_at(members, down, bar_height(&rows));
                Some(at(Mode::Concurrent, task, Some(node)))
            }
        }
    }
}

impl Hover {
    /// The end of a bar at a point of the window, where otherwise `hover` is: what is told there
    /// is of that bar.
    pub fn at_edge(
        stage: &Stage,
        hover: Option<Hover>,
        edge: Edge,
        client_x: f64,
        client_y: f64,
    ) -> Option<Self> {
        let (_, _, point) = stage.at(client_x, client_y)?;
        Some(Hover {
            mode: edge.mode,
            way: None,
            task: edge.task,
            family: hover.and_then(|hover| hover.family),
            time_us: Some(edge.at_us.saturating_sub(1)),
            point,
            size: stage.size(),
            edge: Some(edge),
        })
    }
}

/// The member that is shown so far down in a strip of a height, both in CSS pixels.
fn member_at(members: Range<TaskIndex>, down: f64, height: f64) -> TaskIndex {
    let count = (members.end - members.start).clamp(1, height as u32);
    let number = (down / height * f64::from(count)).clamp(0.0, f64::from(count - 1));
    lane(&members, number as u32, count)
}

/// The task that the sequential run is at, at `time_us`: as measured, or else as predicted.
fn sequential_task(scene: &Scene, time_us: u64) -> Option<TaskIndex> {
    let live = scene.live.as_ref().map(|live| live.runs());
    let measured = live.as_deref();
    let runs = measured.into_iter().chain(scene.predicted.as_deref());
    let mut spans = runs.map(|runs| runs.sequential.steps().at(time_us));
    spans.find_map(|span| span.map(|span| span.task))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_strip_is_a_members() {
        let at = |down| member_at(10..20, down, 20.0);
        assert_eq!([-5.0, 0.0, 10.0, 19.9, 30.0].map(at), [10, 10, 15, 19, 19]);
        assert_eq!(member_at(0..14_000, 33.9, 34.0), 13_999);
    }
}

use std::ops::Range;

use crate::graph::TaskIndex;
use crate::run::Mode;

use super::geometry::{BAR_HEIGHT, Place, ROW_HEIGHT, lane};
use super::rows::Owner;
use super::scene::Scene;
use super::spans;
use super::stage::Stage;

/// What the pointer is at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hover {
    /// The run.
    pub mode: Mode,
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
}

impl Hover {
    /// What is at a point of the window.
    pub fn at(stage: &Stage, scene: &Scene, client_x: f64, client_y: f64) -> Option<Self> {
        let (place, time_us, point) = stage.at(client_x, client_y)?;
        let at = |mode, task, family| {
            let size = stage.size();
            Hover {
                mode,
                task,
                family,
                time_us,
                point,
                size,
            }
        };
        let row = match place {
            Place::Row(row) => row,
            Place::Sequential => {
                let task = sequential_task(scene, time_us?)?;
                return Some(at(Mode::Sequential, task, None));
            }
        };
        match scene.rows.owner(row)? {
            Owner::Task(task) => Some(at(Mode::Concurrent, task, None)),
            Owner::Family(node) => {
                let members = scene.program()?.tasks_of(node);
                let down = point.1 - stage.row_top(row) - (ROW_HEIGHT - BAR_HEIGHT) / 2.0;
                let task = member_at(members, down / BAR_HEIGHT);
                Some(at(Mode::Concurrent, task, Some(node)))
            }
        }
    }
}

/// The member that is shown so far down a family's strip, a share of its height.
fn member_at(members: Range<TaskIndex>, share: f64) -> TaskIndex {
    let most = (members.end - members.start).clamp(1, BAR_HEIGHT as u32);
    let number = (share * f64::from(most)).clamp(0.0, f64::from(most - 1));
    lane(&members, number as u32, most)
}

/// The task that the sequential run is at, at `time_us`: as measured, or else as predicted.
fn sequential_task(scene: &Scene, time_us: u64) -> Option<TaskIndex> {
    let live = scene.live.as_ref().map(|live| live.runs());
    let measured = live.as_deref();
    let runs = measured.into_iter().chain(scene.predicted.as_deref());
    let mut spans = runs.map(|runs| spans::at(runs.sequential.steps(), time_us));
    spans.find_map(|span| span.map(|span| span.task))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_strip_is_a_members() {
        let found = [-0.5, 0.0, 0.5, 0.99, 1.5].map(|share| member_at(10..20, share));
        assert_eq!(found, [10, 10, 15, 19, 19]);
        assert_eq!(member_at(0..14_000, 0.5), 7_000);
    }
}

use crate::graph::DURATION_LIMIT_US;

use super::edge::Edge;
use super::geometry::Geometry;

/// About so far apart are the durations between which a drag chooses, in CSS pixels.
const GRAIN: f64 = 4.0;

/// A pointer that has moved less than this, in CSS pixels, changes nothing.
const SLACK: f64 = 2.0;

/// What is asked for while the end of a bar is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// A step's duration is to be another. `node` is a place in the program's nodes, `step` in
    /// that node's steps.
    To {
        node: usize,
        step: usize,
        duration_us: u64,
    },
    /// It stays as it was asked for last.
    Keep,
    /// It is as it was before.
    GiveUp,
}

/// The end of a bar that is being dragged.
#[derive(Clone, Copy, Debug)]
pub struct Drag {
    /// The pointer that drags it.
    pub pointer: i32,
    /// What is dragged, as it was at the beginning.
    pub edge: Edge,
    x: f64,
    us_a_pixel: f64,
    grain_us: u64,
    duration_us: u64,
}

impl Drag {
    /// `pointer` was pressed at `x`, in CSS pixels, near `edge`, which moves `times` as far as its
    /// duration grows.
    pub fn new(pointer: i32, x: f64, edge: Edge, times: u64, geometry: Geometry) -> Self {
        let us_a_pixel = geometry.span_us() as f64 / geometry.axis_width();
        // What is no whole number of milliseconds is changed by less than one.
        let least_us = if edge.duration_us.is_multiple_of(1_000) {
            1_000
        } else {
            1
        };
        Drag {
            pointer,
            edge,
            x,
            us_a_pixel: us_a_pixel / times as f64,
            grain_us: round_below(us_a_pixel * GRAIN).max(least_us),
            duration_us: edge.duration_us,
        }
    }

    /// The duration that is asked for now, in microseconds.
    pub fn duration_us(&self) -> u64 {
        self.duration_us
    }

    /// The pointer is at `x` now. Says whether that asks for another duration.
    pub fn moved(&mut self, x: f64) -> bool {
        let right = x - self.x;
        let before_us = self.duration_us;
        self.duration_us = if right.abs() < SLACK {
            self.edge.duration_us
        } else {
            let grain = self.grain_us as f64;
            let wanted = self.edge.duration_us as f64 + right * self.us_a_pixel;
            let grains = (wanted / grain).round().max(1.0);
            ((grains * grain) as u64).min(DURATION_LIMIT_US)
        };
        self.duration_us != before_us
    }
}

/// The largest of 1, 2 and 5 times a power of ten that is no more than `us`; at least 1.
fn round_below(us: f64) -> u64 {
    let us = us.max(1.0) as u64;
    let power = 10_u64.pow(us.ilog10());
    let times = match us / power {
        0..2 => 1,
        2..5 => 2,
        _ => 5,
    };
    power * times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_rounded_to_one_two_or_five() {
        let rounded = [0.3, 1.9, 2.0, 49.0, 50.0, 12_345.0].map(round_below);
        assert_eq!(rounded, [1, 1, 2, 20, 50, 10_000]);
    }

    fn drag(duration_us: u64, times: u64) -> Drag {
        let text = format!("a: io {duration_us}us");
        let program = std::rc::Rc::new(crate::notation::parse(&text).expect("no mistake").program);
        let mut runs = crate::page::Runs::new(&program);
        let mode = crate::run::Mode::Concurrent;
        let events = crate::run::predict(&program, mode).unwrap();
        runs.extend(mode, events.into_iter().collect());
        let scene = crate::page::timeline::scene::Scene {
            predicted: Some(std::rc::Rc::new(runs)),
            ..Default::default()
        };
        // A pixel is 2.5 ms.
        let geometry = Geometry {
            width: 170.0 + 48.0 + 1_280.0,
            height: 400.0,
            rows: 1,
            end_us: 3_000_000,
            ..Geometry::default()
        };
        let x = geometry.x(duration_us);
        let edge = Edge::near(&scene, geometry, (mode, 0), x, 6.0).expect("an edge");
        Drag::new(1, 0.0, edge, times, geometry)
    }

    #[test]
    fn a_drag_asks_for_round_durations() {
        let mut drag = drag(304_000, 1);
        assert!(!drag.moved(1.0), "that is no drag yet");
        assert!(drag.moved(20.0));
        assert_eq!(drag.duration_us(), 350_000);
        assert!(!drag.moved(19.0), "the next is further away");
        assert!(drag.moved(0.0));
        assert_eq!(drag.duration_us(), 304_000, "it is as it was");
    }

    #[test]
    fn no_drag_asks_for_nothing_or_for_more_than_there_can_be() {
        let mut drag = drag(300_000, 1);
        drag.moved(-1e6);
        assert_eq!(drag.duration_us(), 10_000);
        drag.moved(1e12);
        assert_eq!(drag.duration_us(), DURATION_LIMIT_US);
    }

    #[test]
    fn what_moves_several_times_as_far_grows_by_that_much_less() {
        let mut drag = drag(300_000, 3);
        drag.moved(120.0);
        assert_eq!(drag.duration_us(), 400_000);
    }
}

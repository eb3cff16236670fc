use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::event_loop::Event;
use crate::graph::{Layout, Program};
use crate::notation::Located;
use crate::run::Mode;

/// What the page asks of a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request {
    /// To read `source` and predict both runs of it. `number` comes back with the answer.
    Predict { number: u32, source: String },
    /// To get ready to run `source` live.
    Prepare { source: String, mode: Mode },
    /// To run what it is ready to run: from the moment `start_ms` (milliseconds since the Unix
    /// epoch), `speed` times as fast as real time.
    Go { start_ms: f64, speed: f64 },
    /// To stop the live run's time.
    Pause,
    /// To let the live run's time go on.
    Resume,
    /// To change how fast the live run's time passes.
    SetSpeed { speed: f64 },
}

/// What a worker reports to the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Report {
    /// It is there, and takes requests from now on.
    Loaded,
    /// The answer to [`Request::Predict`]; where the program has mistakes, all of them in order.
    Predicted {
        number: u32,
        answer: Result<Prediction, Vec<Located>>,
    },
    /// It is ready for [`Request::Go`].
    Prepared,
    /// What has been recorded of the live run since the last time.
    Events(Vec<Event>),
    /// It can't go on, for this reason.
    Failed { reason: String },
}

/// A program and both runs of it in virtual time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Prediction {
    /// The program.
    pub program: Program,
    /// The lines on which each node stands in the text, from 0, in source order of the nodes.
    pub node_lines: Vec<Range<usize>>,
    /// Where the nodes stand in the picture; none where there are too many to draw.
    pub layout: Option<Layout>,
    /// The record of the sequential run.
    pub sequential: Vec<Event>,
    /// The record of the concurrent run.
    pub concurrent: Vec<Event>,
}

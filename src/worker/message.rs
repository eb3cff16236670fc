use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::event_loop::Events;
use crate::event_loop::browser::{ClockReading, Disturbance};
use crate::gallery::Sketched;
use crate::graph::{Layout, Program};
use crate::lettering::quantity::grouped;
use crate::notation::Located;
use crate::run::{Mode, Output, Way, World};
use crate::what_if::{Advice, Knob, SweepPoint};
use crate::words::{Language, page as words};

/// How much memory a worker for Python programs gets, in megabytes: the linker is told so in
/// `build.rs`.
pub const PYTHON_MEMORY_MB: u32 = 256;

/// What the page asks of a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request {
    /// To read `source` and predict both runs of it, or to say in `language` what is wrong with
    /// it; with `python` to export it too, and with `cores` to model it in threads, and in
    /// processes on so many cores. `number` comes back with the answer.
    Predict {
        number: u32,
        source: String,
        language: Language,
        python: bool,
        cores: Option<u32>,
    },
    /// To predict both runs of `source`, a Python program, in `world`, or to say what is wrong with
    /// it. `number` comes back with the answer.
    PredictPython {
        number: u32,
        source: String,
        world: World,
    },
    /// To predict both runs of `source`, which has no mistakes, and to draw them small. `number`
    /// comes back with the answer.
    Sketch { number: usize, source: String },
    /// To tell what would help the program of `source`. `number` comes back with the answer.
    Advise { number: u32, source: String },
    /// To predict what `source` does where `knob` is at each of `values`. `number` comes back with
    /// the answer.
    Sweep {
        number: u32,
        source: String,
        knob: Knob,
        values: Vec<u64>,
    },
    /// To get ready to run `source` live.
    Prepare { source: String, mode: Mode },
    /// To get ready to run `source`, a Python program, live in `world`. What it does is found out
    /// first, unless it `is_unknown`, as that takes too long.
    PreparePython {
        source: String,
        mode: Mode,
        world: World,
        is_unknown: bool,
    },
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
    /// It is there, and takes requests from now on. It holds the lock of its own name as long as it
    /// lives, where the browser has such.
    Loaded { is_locked: bool },
    /// The whole answer to a [`Request::Predict`] whose program has mistakes.
    Mistaken { number: u32, mistakes: Mistaken },
    /// The first part of the answer to a [`Request::Predict`] of a program without mistakes.
    Outline { number: u32, outline: Outline },
    /// A part of the record of a predicted run; parts come in order.
    Record {
        number: u32,
        mode: Mode,
        events: Events,
    },
    /// A part of the record of a modelled run; parts come in order.
    Modelled {
        number: u32,
        way: Way,
        events: Events,
    },
    /// A part of what a Python program writes in a predicted run; parts come in order of time.
    Output {
        number: u32,
        mode: Mode,
        output: Vec<Output>,
    },
    /// The end of the answer.
    Predicted { number: u32 },
    /// The answer to a [`Request::Sketch`].
    Sketched { number: usize, sketched: Sketched },
    /// The answer to a [`Request::Advise`]; none of a program with mistakes.
    Advised { number: u32, advice: Option<Advice> },
    /// A part of the answer to a [`Request::Sweep`]; parts come in order.
    Swept {
        number: u32,
        points: Vec<SweepPoint>,
        is_last: bool,
    },
    /// It is ready for [`Request::Go`].
    Prepared,
    /// What it runs live has come to its end, and all of it is told.
    Ended,
    /// It has nothing to report before this moment (milliseconds since the Unix epoch), unless it
    /// is interrupted; after it, it has. Infinite where nobody knows.
    Quiet { until_ms: f64 },
    /// What has been recorded of the live run since the last time.
    Events(Events),
    /// What a Python program's live run has written since the last time.
    Wrote(Vec<Output>),
    /// A Python program's live run has tasks now that its prediction had not: the program with
    /// them. What was known keeps its places.
    Outgrown(Outline),
    /// What the live run's clock shows, whenever it has been stopped, let go on, or changed.
    Clock(ClockReading),
    /// What has disturbed the live run since the last time.
    Disturbed(Vec<Disturbance>),
    /// It can't go on, for this reason.
    Failed(Failure),
}

/// What is known of a program before it is run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outline {
    /// The program.
    pub program: Program,
    /// The lines on which each node stands in the text, from 0, in source order of the nodes.
    pub node_lines: Vec<Range<usize>>,
    /// Where the nodes stand in the picture; none where there are too many to draw.
    pub layout: Option<Layout>,
    /// The program as a Python script, where that was asked for.
    pub python: Option<String>,
    /// For each node its steps in the text, in the order of [`crate::graph::Node::steps`]: of a
    /// Python program alone, whose steps are the places at which its tasks wait or hold the loop.
    pub sites: Vec<Vec<Site>>,
}

/// A place in a Python program at which a task waits, or holds the loop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The line in the text, from 0.
    pub line: usize,
    /// What is called there, by its Python name: `asyncio.sleep`, `Queue.get`.
    pub what: String,
}

/// What is wrong with a program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistaken {
    /// The first mistakes, in order.
    pub first: Vec<Located>,
    /// How many there are in all.
    pub count: usize,
}

/// Why a worker can't go on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Failure {
    /// The browser has no workers to give.
    NoWorkers,
    /// A part of the worker did not come, or is damaged.
    NotLoaded,
    /// Nothing has come from it for a long time, where something had to.
    Silent,
    /// It was ended, by neither the page nor itself.
    Ended,
    /// What it reports is no report.
    Garbled,
    /// The program that it is to run has a mistake.
    Mistaken,
    /// The browser lacks what a run needs: what it says of it.
    Unable(String),
    /// It needs more memory than a worker gets: so many megabytes, where that is known.
    OutOfMemory { megabytes: Option<u32> },
    /// More than so many events would have to be recorded.
    TooManyEvents { most: usize },
    /// The worker itself is mistaken: what it says of it.
    Panicked(String),
}

impl Request {
    /// Whether there is a report that comes last of what it asks for.
    pub fn is_answered(&self) -> bool {
        !matches!(
            self,
            Request::Pause | Request::Resume | Request::SetSpeed { .. }
        )
    }
}

impl Report {
    /// Whether it comes last of what was asked for.
    pub fn is_an_end(&self) -> bool {
        matches!(
            self,
            Report::Mistaken { .. }
                | Report::Predicted { .. }
                | Report::Sketched { .. }
                | Report::Advised { .. }
                | Report::Swept { is_last: true, .. }
                | Report::Prepared
                | Report::Ended
        )
    }
}

impl Failure {
    /// Why, in words that go on with a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Failure::NoWorkers => words::no_workers(language).to_owned(),
            Failure::NotLoaded => words::worker_not_loaded(language).to_owned(),
            Failure::Silent => words::worker_silent(language).to_owned(),
            Failure::Ended => words::worker_ended(language).to_owned(),
            Failure::Garbled => words::worker_garbled(language).to_owned(),
            Failure::Mistaken => words::mistake_to_run(language).to_owned(),
            Failure::Unable(what) => words::browser_lacks(language, what),
            Failure::OutOfMemory { megabytes: None } => words::out_of_memory(language).to_owned(),
            Failure::OutOfMemory {
                megabytes: Some(megabytes),
            } => words::more_memory_than(language, megabytes),
            Failure::TooManyEvents { most } => {
                words::too_many_events(language, &grouped(*most as u64))
            }
            Failure::Panicked(what) => words::worker_crashed(language, what),
        }
    }
}

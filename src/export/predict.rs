use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::graph::Program;
use crate::notation::{self, Located, Mistakes, Parsed};
use crate::run::{self, Mode, TooManyEvents};
use crate::trace::{Outcome, Trace, critical_path};
use crate::words::Language;

/// What [`prediction`] returns. Where there are errors, there are no runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackagePrediction {
    /// The mistakes of the program, in order.
    pub errors: Vec<PackageMistake>,
    /// One task at a time.
    pub sequential: Option<PackageRun>,
    /// On asyncio's event loop.
    pub concurrent: Option<PackageRun>,
}

/// A mistake; positions are in UTF-16 units, as the browser counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageMistake {
    /// Where it begins, from 0.
    pub from: usize,
    /// Where it ends, from 0.
    pub to: usize,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The column it begins at, from 1.
    pub column: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

/// A run; times are in whole microseconds since its beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageRun {
    /// When its last task ended.
    pub makespan_us: u64,
    /// Its tasks in source order.
    pub tasks: Vec<PackageTask>,
    /// Of the concurrent run, the names of the tasks that its end hangs on, in order of time
    /// ([`crate::trace::critical_path`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub critical_path: Option<Vec<String>>,
}

/// A task of a run; times are in whole microseconds since the run's beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageTask {
    /// Its name; a member of a family is `posts[3]`.
    pub name: String,
    /// When its first step began; none where it never got there.
    pub start_us: Option<u64>,
    /// When its outcome was known.
    pub end_us: u64,
    /// `done`, `failed`, `cancelled`, `skipped` or `deadlocked`.
    pub outcome: &'static str,
}

/// Reads `source` and predicts both runs of it in virtual time. That a run has more than
/// [`EVENT_LIMIT`](crate::graph::EVENT_LIMIT) events is an error as any other.
pub fn prediction(source: &str) -> PackagePrediction {
    match notation::parse(source) {
        Ok(parsed) => {
            predicted(&parsed).unwrap_or_else(|_| mistaken(source, &parsed.too_many_events()))
        }
        Err(mistakes) => mistaken(source, &mistakes),
    }
}

fn predicted(parsed: &Parsed) -> Result<PackagePrediction, TooManyEvents> {
    let program = Rc::new(parsed.program.clone());
    Ok(PackagePrediction {
        errors: Vec::new(),
        sequential: Some(run_of(&program, Mode::Sequential)?),
        concurrent: Some(run_of(&program, Mode::Concurrent)?),
    })
}

fn mistaken(source: &str, mistakes: &Mistakes) -> PackagePrediction {
    PackagePrediction {
        errors: mistakes
            .located(source, Language::English)
            .map(PackageMistake::from)
            .collect(),
        sequential: None,
        concurrent: None,
    }
}

/// [`prediction`] for JavaScript: `predict(source: string)` of the package.
///
/// # Errors
/// None that a program could cause; the type is what the conversion to JavaScript asks for.
#[wasm_bindgen(js_name = predict)]
pub fn predict_js(source: &str) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(prediction(source).serialize(&serializer)?)
}

fn run_of(program: &Rc<Program>, mode: Mode) -> Result<PackageRun, TooManyEvents> {
    let trace = Trace::of(program.clone(), &run::predict(program, mode)?);
    let tasks = trace
        .rows()
        .iter()
        .enumerate()
        .map(|(task, row)| PackageTask {
            name: program.task_name(task as u32),
            start_us: row.start_us,
            end_us: row.end_us.unwrap_or(trace.makespan_us()),
            outcome: row.outcome.map_or("deadlocked", Outcome::word),
        });
    Ok(PackageRun {
        makespan_us: trace.makespan_us(),
        tasks: tasks.collect(),
        critical_path: (mode == Mode::Concurrent).then(|| path_names(&trace)),
    })
}

fn path_names(trace: &Trace) -> Vec<String> {
    let mut path: Vec<_> = (critical_path(trace).iter())
        .map(|part| part.task)
        .collect();
    path.dedup();
    let program = trace.program();
    path.into_iter()
        .map(|task| program.task_name(task))
        .collect()
}

impl From<Located> for PackageMistake {
    fn from(mistake: Located) -> Self {
        PackageMistake {
            from: mistake.range_utf16.start,
            to: mistake.range_utf16.end,
            line: mistake.line,
            column: mistake.column,
            message: mistake.message,
        }
    }
}

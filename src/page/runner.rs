use yew::Callback;

use super::WorkerHandle;
use crate::event_loop::browser::now_ms;
use crate::run::Mode;
use crate::worker::{Report, Request};

/// How long before its start a run is announced to its workers, in milliseconds: time enough for
/// the message to arrive.
const LEAD_MS: f64 = 30.0;

/// Runs a program live, sequentially and concurrently, each on a worker of its own.
pub struct Runner {
    workers: [WorkerHandle; 2],
    on_report: Callback<(Mode, Report)>,
    prepared: [bool; 2],
}

impl Runner {
    /// A runner whose workers stand by; `on_report` gets what they report.
    pub fn new(on_report: Callback<(Mode, Report)>) -> Self {
        Runner {
            workers: spawn(&on_report),
            on_report,
            prepared: [false; 2],
        }
    }

    /// Lets both workers get ready to run `source`.
    pub fn prepare(&mut self, source: &str) {
        self.prepared = [false; 2];
        for (worker, mode) in self.workers.iter().zip(Mode::BOTH) {
            let source = source.to_owned();
            worker.send(Request::Prepare { source, mode });
        }
    }

    /// Takes note that one of the workers is ready. Says whether both are.
    pub fn prepared(&mut self, mode: Mode) -> bool {
        for (prepared, of) in self.prepared.iter_mut().zip(Mode::BOTH) {
            *prepared |= of == mode;
        }
        self.prepared == [true; 2]
    }

    /// Lets both run from the same moment on, `speed` times as fast as real time. Returns that
    /// moment, as of [`now_ms`].
    pub fn go(&self, speed: f64) -> f64 {
        let start_ms = now_ms() + LEAD_MS;
        self.tell(Request::Go { start_ms, speed });
        start_ms
    }

    /// Sends the same request to both.
    pub fn tell(&self, request: Request) {
        for worker in &self.workers {
            worker.send(request.clone());
        }
    }

    /// Ends both workers at once, whatever they do, and makes new ones.
    pub fn stop(&mut self) {
        self.workers = spawn(&self.on_report);
        self.prepared = [false; 2];
    }
}

fn spawn(on_report: &Callback<(Mode, Report)>) -> [WorkerHandle; 2] {
    Mode::BOTH.map(|mode| WorkerHandle::spawn(on_report.reform(move |report| (mode, report))))
}

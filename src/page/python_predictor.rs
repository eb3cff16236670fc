use gloo_timers::callback::Timeout;
use yew::Callback;

use super::WorkerHandle;
use crate::export::WrittenAs;
use crate::worker::{Report, Request};

/// A text is asked about this long after its last change, in milliseconds.
const REST_MS: u32 = 400;

/// What takes longer than this to compute, in milliseconds, is given up.
pub const PATIENCE_MS: u32 = 2_000;

/// Gets predictions of Python programs from a worker of its own, which starts with the first
/// question. A program computes for as long as it likes: what takes too long is given up.
pub struct PythonPredictor {
    worker: Option<WorkerHandle>,
    is_loaded: bool,
    on_report: Callback<Report>,
    on_time: Callback<PythonTime>,
    latest: u32,
    asked: Option<u32>,
    next: Option<Wanted>,
    resting: Option<Timeout>,
    patience: Option<Timeout>,
}

/// What a worker is to be asked, by the number that comes back with the answer.
type Wanted = Box<dyn FnOnce(u32) -> Request>;

/// A time has come that a [`PythonPredictor`] has waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PythonTime {
    /// The text has rested long enough to be asked about.
    Rested,
    /// The answer has not come.
    OutOfPatience,
}

impl PythonPredictor {
    /// A predictor that has been asked nothing, and has no worker yet. `on_report` gets what that
    /// reports; `on_time` is called when it is time for [`come`](PythonPredictor::come).
    pub fn new(on_report: Callback<Report>, on_time: Callback<PythonTime>) -> Self {
        PythonPredictor {
            worker: None,
            is_loaded: false,
            on_report,
            on_time,
            latest: 0,
            asked: None,
            next: None,
            resting: None,
            patience: None,
        }
    }

    /// Asks what `wanted` makes of the number of the question, once nothing else was asked for a
    /// while; the worker is loaded meanwhile.
    pub fn ask(&mut self, wanted: impl FnOnce(u32) -> Request + 'static) {
        self.latest += 1;
        self.next = Some(Box::new(wanted));
        let on_time = self.on_time.clone();
        self.resting = Some(Timeout::new(REST_MS, move || {
            on_time.emit(PythonTime::Rested);
        }));
        self.worker();
    }

    /// Nobody wants to know any more what was asked.
    pub fn forget(&mut self) {
        self.latest += 1;
        self.next = None;
        self.resting = None;
    }

    /// Takes note that a time has come. Says whether the latest text was given up.
    pub fn come(&mut self, time: PythonTime) -> bool {
        match time {
            PythonTime::Rested => {
                self.resting = None;
                self.send_next();
                false
            }
            PythonTime::OutOfPatience => {
                let was_latest = self.asked == Some(self.latest);
                self.end_worker();
                // The next one is asked soon, and be it only after it has rested.
                self.worker();
                self.send_next();
                was_latest
            }
        }
    }

    /// Takes note that the worker listens.
    pub fn loaded(&mut self) {
        self.is_loaded = true;
        if self.asked.is_some() {
            self.be_patient();
        }
    }

    /// Takes note of an answer. Says whether it is about the latest text.
    pub fn answered(&mut self, number: u32) -> bool {
        if self.asked != Some(number) {
            return false;
        }
        self.asked = None;
        self.patience = None;
        self.send_next();
        number == self.latest
    }

    /// Whether the latest text has no answer yet.
    pub fn is_busy(&self) -> bool {
        self.asked.is_some() || self.next.is_some()
    }

    /// Whether there is a worker that does not listen yet.
    pub fn is_loading(&self) -> bool {
        self.worker.is_some() && !self.is_loaded
    }

    /// Takes note that the worker can't go on. What was asked is not asked again: it would be the
    /// same again. Says whether that leaves the latest text without an answer.
    pub fn failed(&mut self) -> bool {
        let is_unanswered = self.next.is_some() || self.asked == Some(self.latest);
        self.end_worker();
        self.next = None;
        self.resting = None;
        is_unanswered
    }

    fn end_worker(&mut self) {
        self.worker = None;
        self.is_loaded = false;
        self.asked = None;
        self.patience = None;
    }

    /// Asks what is to be asked next, where it has rested and nothing else is being answered.
    fn send_next(&mut self) {
        if self.asked.is_some() || self.resting.is_some() {
            return;
        }
        let Some(wanted) = self.next.take() else {
            return;
        };
        self.asked = Some(self.latest);
        let request = wanted(self.latest);
        self.worker().send(request);
        if self.is_loaded {
            self.be_patient();
        }
    }

    /// What takes longer from now on is given up. Loading is none of the program's time.
    fn be_patient(&mut self) {
        let on_time = self.on_time.clone();
        self.patience = Some(Timeout::new(PATIENCE_MS, move || {
            on_time.emit(PythonTime::OutOfPatience);
        }));
    }

    fn worker(&mut self) -> &WorkerHandle {
        let spawn = || WorkerHandle::spawn(WrittenAs::Python, self.on_report.clone());
        self.worker.get_or_insert_with(spawn)
    }
}

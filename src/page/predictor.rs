use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::Callback;

use super::WorkerHandle;
use crate::event_loop::browser::now_ms;
use crate::export::WrittenAs;
use crate::worker::{Report, Request};

/// A prediction that takes longer than this, in milliseconds, is given up when the text changes.
const PATIENCE_MS: f64 = 200.0;

/// A worker that has worked on a large program keeps the memory that it took for it, as WebAssembly
/// gives none back. Nobody who goes on typing waits for another: it is replaced once nothing was
/// asked for so long, in milliseconds.
const REST_MS: u32 = 1_500;

/// Gets predictions of task graphs from a worker of its own. The latest text wins: one is asked for at a time,
/// and while it is made, only the newest of the texts that come after it is kept.
pub struct Predictor {
    /// None where it has failed and nothing has been asked since.
    worker: Rc<RefCell<Option<WorkerHandle>>>,
    on_report: Callback<Report>,
    latest: u32,
    asked: Option<Asked>,
    next: Option<Wanted>,
    resting: Option<Timeout>,
}

/// What a worker is to be asked, by the number that comes back with the answer.
type Wanted = Box<dyn FnOnce(u32) -> Request>;

struct Asked {
    number: u32,
    since_ms: f64,
}

impl Predictor {
    /// A predictor that has been asked nothing, but has its worker ready; `on_report` gets what
    /// that reports.
    pub fn new(on_report: Callback<Report>) -> Self {
        let predictor = Predictor::at_rest(on_report);
        predictor.worker.replace(Some(spawn(&predictor.on_report)));
        predictor
    }

    /// A predictor whose worker starts with the first question.
    pub fn at_rest(on_report: Callback<Report>) -> Self {
        Predictor {
            worker: Rc::default(),
            on_report,
            latest: 0,
            asked: None,
            next: None,
            resting: None,
        }
    }

    /// Asks what `wanted` makes of the number of the question, which comes back with the answer.
    pub fn ask(&mut self, wanted: impl FnOnce(u32) -> Request + 'static) {
        let wanted = Box::new(wanted);
        self.latest += 1;
        match &self.asked {
            Some(asked) if now_ms() - asked.since_ms < PATIENCE_MS => self.next = Some(wanted),
            Some(_) => {
                self.worker.take();
                self.next = None;
                self.send(wanted);
            }
            None => self.send(wanted),
        }
    }

    /// Nobody wants to know any more what was asked.
    pub fn forget(&mut self) {
        self.latest += 1;
        self.next = None;
    }

    /// Takes note of an answer. Says whether it is about the latest text.
    pub fn answered(&mut self, number: u32) -> bool {
        if self
            .asked
            .as_ref()
            .is_none_or(|asked| asked.number != number)
        {
            return false;
        }
        self.asked = None;
        match self.next.take() {
            Some(wanted) => {
                self.send(wanted);
                false
            }
            None => number == self.latest,
        }
    }

    /// Takes note that its worker has worked on a large program.
    pub fn rest(&mut self) {
        let (worker, on_report) = (self.worker.clone(), self.on_report.clone());
        self.resting = Some(Timeout::new(REST_MS, move || {
            worker.replace(Some(spawn(&on_report)));
        }));
    }

    /// Whether what comes with this number is a part of the answer about the latest text.
    pub fn is_about(&self, number: u32) -> bool {
        number == self.latest && self.next.is_none()
    }

    /// Whether the latest text has no answer yet.
    pub fn is_busy(&self) -> bool {
        self.asked.is_some()
    }

    /// Takes note that the worker can't go on. Says whether that leaves the latest text without an
    /// answer: it does not where nobody waits for one, or where a later text is asked about instead.
    pub fn failed(&mut self) -> bool {
        self.worker.take();
        let asked = self.asked.take();
        match self.next.take() {
            Some(wanted) => {
                self.send(wanted);
                false
            }
            None => asked.is_some_and(|asked| asked.number == self.latest),
        }
    }

    fn send(&mut self, wanted: Wanted) {
        let number = self.latest;
        self.resting = None;
        self.asked = Some(Asked {
            number,
            since_ms: now_ms(),
        });
        let mut worker = self.worker.borrow_mut();
        let worker = worker.get_or_insert_with(|| spawn(&self.on_report));
        worker.send(wanted(number));
    }
}

fn spawn(on_report: &Callback<Report>) -> WorkerHandle {
    WorkerHandle::spawn(WrittenAs::TaskGraph, on_report.clone())
}

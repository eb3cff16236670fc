use yew::Callback;

use super::WorkerHandle;
use crate::event_loop::browser::now_ms;
use crate::words::Language;
use crate::worker::{Report, Request};

/// A prediction that takes longer than this, in milliseconds, is given up when the text changes.
const PATIENCE_MS: f64 = 200.0;

/// Gets predictions from a worker of its own. The latest text wins: one is asked for at a time,
/// and while it is made, only the newest of the texts that come after it is kept.
pub struct Predictor {
    /// None where it has failed and nothing has been asked since.
    worker: Option<WorkerHandle>,
    on_report: Callback<Report>,
    latest: u32,
    asked: Option<Asked>,
    next: Option<Wanted>,
}

/// What a worker is to be asked.
pub struct Wanted {
    /// Of which text.
    pub source: String,
    /// The language in which it says what is wrong with the text.
    pub language: Language,
    /// Whether the text's export is wanted too.
    pub python: bool,
    /// On how many cores the modelled ways are, where they are wanted.
    pub cores: Option<u32>,
}

struct Asked {
    number: u32,
    since_ms: f64,
}

impl Predictor {
    /// A predictor that has been asked nothing; `on_report` gets what its worker reports.
    pub fn new(on_report: Callback<Report>) -> Self {
        Predictor {
            worker: Some(WorkerHandle::spawn(on_report.clone())),
            on_report,
            latest: 0,
            asked: None,
            next: None,
        }
    }

    /// Asks for the prediction of a text, or what is wrong with it.
    pub fn ask(&mut self, wanted: Wanted) {
        self.latest += 1;
        match &self.asked {
            Some(asked) if now_ms() - asked.since_ms < PATIENCE_MS => self.next = Some(wanted),
            Some(_) => {
                self.worker = None;
                self.next = None;
                self.send(wanted);
            }
            None => self.send(wanted),
        }
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

    /// Whether the latest text has no answer yet.
    pub fn is_busy(&self) -> bool {
        self.asked.is_some()
    }

    /// Takes note that the worker can't go on. Says whether a later text is asked about instead.
    pub fn failed(&mut self) -> bool {
        self.worker = None;
        self.asked = None;
        match self.next.take() {
            Some(wanted) => {
                self.send(wanted);
                true
            }
            None => false,
        }
    }

    fn send(&mut self, wanted: Wanted) {
        let number = self.latest;
        self.asked = Some(Asked {
            number,
            since_ms: now_ms(),
        });
        let spawn = || WorkerHandle::spawn(self.on_report.clone());
        let worker = self.worker.get_or_insert_with(spawn);
        worker.send(Request::Predict {
            number,
            source: wanted.source,
            language: wanted.language,
            python: wanted.python,
            cores: wanted.cores,
        });
    }
}

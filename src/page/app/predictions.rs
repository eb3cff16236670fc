//! What becomes of a text: it is asked about, and the answer is taken in.

use std::rc::Rc;

use super::App;
use crate::export::WrittenAs;
use crate::page::{Playhead, Predicted, Prediction, Side, WaysShown};
use crate::run::Mode;
use crate::words::page as words;
use crate::worker::{Failure, Report, Request};

impl App {
    pub(super) fn text_changed(&mut self) {
        self.run_wanted = false;
        self.ask();
    }

    pub(super) fn ask(&mut self) {
        let source = self.text.get().to_string();
        let (language, python) = (self.language, self.side == Side::Python);
        let cores = self.ways.wanted_cores();
        match self.text.written_as() {
            WrittenAs::TaskGraph => self.predictor.ask(move |number| Request::Predict {
                number,
                source,
                language,
                python,
                cores,
            }),
            WrittenAs::Python => self.ask_python(source),
        }
    }

    /// Takes note of an answer. Says whether it is about the text that is shown.
    fn answered(&mut self, written_as: WrittenAs, number: u32) -> bool {
        let is_latest = match written_as {
            WrittenAs::TaskGraph => self.predictor.answered(number),
            WrittenAs::Python => self.python.answered(number),
        };
        is_latest && written_as == self.text.written_as()
    }

    pub(super) fn is_predicting(&self) -> bool {
        match self.text.written_as() {
            WrittenAs::TaskGraph => self.predictor.is_busy(),
            WrittenAs::Python => self.python.is_busy(),
        }
    }

    pub(super) fn predicting(&mut self, written_as: WrittenAs, report: Report) -> bool {
        match report {
            Report::Mistaken { number, mistakes } => {
                let is_latest = self.answered(written_as, number);
                if is_latest {
                    self.arriving = None;
                    self.mistakes = Rc::new(mistakes);
                    self.unpredicted = false;
                    self.failure_is_over();
                    self.run_wanted = false;
                    self.obstacle = None;
                }
                is_latest
            }
            Report::Predicted { number } => {
                let is_latest = self.answered(written_as, number);
                let arrived = self.arriving.take_if(|a| a.number == number);
                match arrived.filter(|_| is_latest) {
                    Some(prediction) => self.predicted(prediction),
                    None => return false,
                }
                true
            }
            Report::Failed(why) => {
                self.prediction_failed(written_as, why);
                true
            }
            Report::Loaded { .. } if written_as == WrittenAs::Python => {
                self.python.loaded();
                true
            }
            // A part of what nobody wants to know any more.
            _ if written_as != self.text.written_as() => false,
            Report::Outline { number, outline } => {
                self.arriving = Some(Prediction::new(number, outline));
                false
            }
            Report::Record {
                number,
                mode,
                events,
            } => {
                if let Some(arriving) = self.arriving.as_mut().filter(|a| a.number == number) {
                    arriving.extend(mode, events);
                }
                false
            }
            Report::Modelled {
                number,
                way,
                events,
            } => {
                if let Some(arriving) = self.arriving.as_mut().filter(|a| a.number == number) {
                    arriving.extend_way(way, &events);
                }
                false
            }
            Report::Output {
                number,
                mode: Mode::Concurrent,
                output,
            } => {
                if let Some(arriving) = self.arriving.as_mut().filter(|a| a.number == number) {
                    arriving.output.extend(&output);
                }
                false
            }
            _ => false,
        }
    }

    fn prediction_failed(&mut self, written_as: WrittenAs, why: Failure) {
        match written_as {
            WrittenAs::Python => self.python_failed(why),
            // Another worker answers the next question.
            WrittenAs::TaskGraph if !self.predictor.failed() => {}
            WrittenAs::TaskGraph => {
                self.not_predicted();
                self.say_failure(move |language| {
                    let why = words::not_predicted(language, &why.say(language));
                    words::text_as_it_was(language, &why)
                });
            }
        }
    }

    /// Nothing is known of the text, not even its mistakes.
    pub(super) fn not_predicted(&mut self) {
        self.unpredicted = true;
        self.run_wanted = false;
        self.mistakes = Rc::default();
    }

    /// Other modelled ways are to be shown, or none.
    pub(super) fn show_ways(&mut self, ways: WaysShown) {
        let before = std::mem::replace(&mut self.ways, ways);
        ways.keep();
        if ways.wanted_cores().is_some() && ways.wanted_cores() != before.wanted_cores() {
            self.ask();
        }
    }

    pub(super) fn predicted(&mut self, prediction: Prediction) {
        let is_another = self
            .predicted
            .as_ref()
            .is_none_or(|before| before.runs.program() != prediction.runs.program());
        // Of a Python program not all is known that it does.
        let is_another = is_another || self.is_python();
        if is_another {
            // What ran was another program.
            self.runner.stop();
            if self.stretching.is_none() {
                self.pointed = None;
            }
            self.playhead = Playhead::default();
        }
        if prediction.runs.are_large() && !self.is_python() {
            self.predictor.rest();
        }
        self.predicted = Some(Predicted::new(self.text.get().clone(), prediction));
        self.compare();
        self.mistakes = Rc::default();
        self.unpredicted = false;
        self.failure_is_over();
        self.obstacle = None;
        self.show_stretch();
        if std::mem::take(&mut self.run_wanted) {
            self.run();
        }
    }
}

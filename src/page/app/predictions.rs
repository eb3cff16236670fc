//! What becomes of a text: it is asked about, and the answer is taken in.

use std::rc::Rc;

use super::App;
use crate::page::{Playhead, Predicted, Prediction, Side, WaysShown};
use crate::words::page as words;
use crate::worker::{Report, Request};

impl App {
    pub(super) fn text_changed(&mut self) {
        self.run_wanted = false;
        self.ask();
    }

    pub(super) fn ask(&mut self) {
        let source = self.text.get().to_string();
        let (language, python) = (self.language, self.side == Side::Python);
        let cores = self.ways.wanted_cores();
        self.predictor.ask(move |number| Request::Predict {
            number,
            source,
            language,
            python,
            cores,
        });
    }

    pub(super) fn predicting(&mut self, report: Report) -> bool {
        match report {
            Report::Mistaken { number, mistakes } => {
                let is_latest = self.predictor.answered(number);
                if is_latest {
                    self.mistakes = Rc::new(mistakes);
                    self.unpredicted = false;
                    self.run_wanted = false;
                }
                is_latest
            }
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
                    arriving.extend(mode, &events);
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
            Report::Predicted { number } => {
                let arrived = self.arriving.take().filter(|a| a.number == number);
                match arrived.filter(|_| self.predictor.answered(number)) {
                    Some(prediction) => self.predicted(prediction),
                    None => return false,
                }
                true
            }
            Report::Failed(why) => {
                if !self.predictor.failed() {
                    self.unpredicted = true;
                    self.run_wanted = false;
                    self.say(move |language| {
                        let why = words::not_predicted(language, &why.say(language));
                        words::text_as_it_was(language, &why)
                    });
                }
                true
            }
            _ => false,
        }
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
        if is_another {
            // What ran was another program.
            self.runner.stop();
            if self.stretching.is_none() {
                self.pointed = None;
            }
            self.playhead = Playhead::default();
        }
        self.predicted = Some(Predicted::new(self.text.get().clone(), prediction));
        self.compare();
        self.mistakes = Rc::default();
        self.unpredicted = false;
        self.show_stretch();
        if std::mem::take(&mut self.run_wanted) {
            self.run();
        }
    }
}

//! A bar whose end is dragged: its step's duration in the text is another meanwhile.

use std::rc::Rc;

use super::App;
use crate::notation::{PartOf, WrittenDuration, parts};
use crate::page::utf16::units;
use crate::page::{Stretch, Trial, TrialState};

/// A duration that is being dragged.
pub struct Stretching {
    node: usize,
    step: usize,
    /// The text as it was before.
    before: Rc<str>,
    written: WrittenDuration,
    wanted_us: u64,
    shown_us: Option<u64>,
}

impl Stretching {
    fn of(source: &Rc<str>, node: usize, step: usize, wanted_us: u64) -> Option<Self> {
        let what = PartOf::Duration { node, step };
        let part = parts(source).into_iter().find(|part| part.what == what)?;
        Some(Stretching {
            node,
            step,
            before: source.clone(),
            written: WrittenDuration::at(source, part.range),
            wanted_us,
            shown_us: None,
        })
    }

    fn trial(&self, insert: &str, state: TrialState) -> Trial {
        let range = self.written.range();
        Trial {
            range_utf16: units(&self.before[..range.start])..units(&self.before[..range.end]),
            insert: insert.into(),
            state,
        }
    }
}

impl App {
    pub(super) fn stretch(&mut self, stretch: Stretch) {
        match stretch {
            Stretch::To {
                node,
                step,
                duration_us,
            } => self.stretch_to(node, step, duration_us),
            Stretch::Keep => self.end_stretch(TrialState::Kept),
            Stretch::GiveUp => self.end_stretch(TrialState::GivenUp),
        }
    }

    fn stretch_to(&mut self, node: usize, step: usize, duration_us: u64) {
        let goes_on =
            |stretching: &&mut Stretching| (stretching.node, stretching.step) == (node, step);
        match self.stretching.as_mut().filter(goes_on) {
            Some(stretching) => stretching.wanted_us = duration_us,
            None => {
                let predicted = self.predicted.as_ref();
                // What is drawn is of that text, and of no other.
                let source = predicted
                    .map(|predicted| &predicted.source)
                    .filter(|&source| source == self.text.get());
                self.stretching =
                    source.and_then(|source| Stretching::of(source, node, step, duration_us));
            }
        }
        self.show_stretch();
    }

    /// Shows the duration that is wanted once that before it is predicted: so all that is shown on
    /// the way is predicted too, however long that takes.
    pub(super) fn show_stretch(&mut self) {
        if !self.predictor.is_busy() {
            self.try_stretch(TrialState::GoesOn);
        }
    }

    fn try_stretch(&mut self, state: TrialState) {
        let Some(stretching) = &mut self.stretching else {
            return;
        };
        let has_changed =
            stretching.shown_us.replace(stretching.wanted_us) != Some(stretching.wanted_us);
        if !has_changed && state == TrialState::GoesOn {
            return;
        }
        let insert = stretching.written.with(stretching.wanted_us);
        self.trial = Some(stretching.trial(&insert, state));
        let mut text = stretching.before.to_string();
        text.replace_range(stretching.written.range(), &insert);
        if has_changed {
            self.text.typed(text.into());
            self.text_changed();
        }
    }

    fn end_stretch(&mut self, state: TrialState) {
        match state {
            TrialState::GivenUp => {
                if let Some(stretching) = &self.stretching {
                    let before = stretching.before.clone();
                    let text = &before[stretching.written.range()];
                    self.trial = Some(stretching.trial(text, state));
                    self.text.typed(before);
                    self.text_changed();
                }
            }
            _ => self.try_stretch(state),
        }
        self.stretching = None;
    }
}

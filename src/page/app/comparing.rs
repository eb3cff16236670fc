//! The runs that are kept, and what comes later beside them.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Msg};
use crate::page::{CompareBar, Compared, Kept};
use crate::words::compare as words;

impl App {
    /// Keeps the runs that are shown: measured where a live run is over, and otherwise predicted.
    pub(super) fn keep(&mut self) {
        let Some(predicted) = self.predicted.as_ref().filter(|_| !self.is_stale()) else {
            return;
        };
        let over = self.runner.live().filter(|live| live.is_over());
        let measured = over.map(|live| Rc::new(live.runs().clone()));
        self.kept = Some(Rc::new(Kept {
            source: predicted.source.clone(),
            is_measured: measured.is_some(),
            runs: measured.unwrap_or_else(|| predicted.runs.clone()),
        }));
        self.compare();
    }

    /// Keeps them no longer.
    pub(super) fn drop_kept(&mut self) {
        self.kept = None;
        self.compared = None;
    }

    /// Puts the kept program's text back.
    pub(super) fn restore_kept(&mut self) {
        if let Some(kept) = self.kept.clone() {
            self.put(&kept.source, |language| {
                words::restored(language).to_owned()
            });
        }
    }

    /// Sets the kept runs beside the program that is shown now.
    pub(super) fn compare(&mut self) {
        let both = self.kept.as_ref().zip(self.predicted.as_ref());
        self.compared =
            both.map(|(kept, predicted)| Rc::new(Compared::new(kept.clone(), predicted.program())));
    }

    pub(super) fn compare_bar(&self, context: &Context<Self>) -> Html {
        let (Some(compared), Some(predicted)) = (&self.compared, &self.predicted) else {
            return Html::default();
        };
        html! {
            <CompareBar
                compared={compared.clone()}
                predicted={predicted.runs.clone()}
                live={self.runner.live().cloned()}
                is_same={compared.kept.source == *self.text.get()}
                tick={self.tick}
                on_restore={context.link().callback(|()| Msg::RestoreKept)}
                on_drop={context.link().callback(|()| Msg::DropKept)}
            />
        }
    }
}

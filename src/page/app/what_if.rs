//! What would help the program, and what other numbers do, beside it.

use yew::prelude::*;

use super::{App, Msg};
use crate::page::{Sweep, TextChange, WhatHelps};
use crate::words::what_if as words;

impl App {
    /// Makes a change, if the text is still the one that it is a change of.
    pub(super) fn change(&mut self, change: TextChange) {
        if change.before() == self.text.get() {
            self.stretching = None;
            self.change = Some(change);
        }
    }

    /// What is said in place of what is known of the last good program.
    fn in_place(&self, later: &'static str, nothing: &'static str) -> Option<&'static str> {
        match self.is_stale() {
            true => Some(later),
            false => (!self.has_tasks()).then_some(nothing),
        }
    }

    pub(super) fn what_helps(&self, context: &Context<Self>) -> Html {
        let (link, language) = (context.link(), self.language);
        let Some(predicted) = &self.predicted else {
            return busy();
        };
        html! {
            <WhatHelps
                {language}
                source={predicted.source.clone()}
                program={predicted.program().clone()}
                in_place={self.in_place(words::helps_later(language), words::nothing_to_help(language))}
                pointed={self.pointed_node()}
                on_point={link.callback(Msg::PointNode)}
                on_change={link.callback(Msg::Change)}
            />
        }
    }

    pub(super) fn sweep(&self, context: &Context<Self>) -> Html {
        let (link, language) = (context.link(), self.language);
        let Some(predicted) = &self.predicted else {
            return busy();
        };
        html! {
            <Sweep
                {language}
                source={predicted.source.clone()}
                program={predicted.program().clone()}
                in_place={self.in_place(words::sweep_later(language), words::nothing_to_sweep(language))}
                choice={self.sweep.clone()}
                on_choice={link.callback(Msg::Sweep)}
                on_change={link.callback(Msg::Change)}
            />
        }
    }
}

fn busy() -> Html {
    html! { <div class="what-if-note" aria-busy="true" /> }
}

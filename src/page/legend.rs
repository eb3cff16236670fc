use std::rc::Rc;

use yew::prelude::*;

use crate::graph::Program;
use crate::trace::SpanKind;

use super::same::same;
use super::{Kept, use_language, use_span_words};
use crate::words::timeline as words;

/// What [`Legend`] is of.
#[derive(Clone, Properties)]
pub struct LegendProps {
    /// The program whose kinds it names.
    #[prop_or_default]
    pub program: Option<Rc<Program>>,
    /// The runs that are kept.
    #[prop_or_default]
    pub kept: Option<Rc<Kept>>,
}

impl PartialEq for LegendProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.program, &other.program) && same(&self.kept, &other.kept)
    }
}

/// What the colours and patterns mean, of those that the program can show.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let (language, words_of) = (use_language(), use_span_words());
    let Some(program) = &props.program else {
        return Html::default();
    };
    let kinds = (words_of.shown_by)(program);
    html! {
        <ul class="legend">
            { for kinds.into_iter().map(|kind| html! {
                <li>
                    <span class={classes!("swatch", swatch(kind))} aria-hidden="true" />
                    { (words_of.say)(kind, language) }
                </li>
            }) }
            if program.task_count() > 0 {
                <li>
                    <span class="swatch path" aria-hidden="true" />
                    { words::critical_path(language) }
                </li>
            }
            if let Some(kept) = &props.kept {
                <li>
                    <span class="swatch kept" aria-hidden="true" />
                    { kept.say(language) }
                </li>
            }
        </ul>
    }
}

/// The class of what has the colour of `kind`.
pub(super) fn swatch(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Step(step) => step.word(),
        SpanKind::WaitingForTask => "task",
        SpanKind::WaitingForPool => "pool",
        SpanKind::WaitingForThread => "threads",
        SpanKind::Backoff => "backoff",
        SpanKind::Ready => "ready",
    }
}

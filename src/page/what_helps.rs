use std::rc::Rc;

use yew::prelude::*;

use super::marked::marked;
use super::{Predictor, TextChange};
use crate::graph::Program;
use crate::lettering::quantity::{duration, grouped};
use crate::what_if::{Advice, Score, Suggestion};
use crate::words::{Language, what_if as words};
use crate::worker::{Report, Request};

/// So many changes are listed; of the others there is the number.
const LISTED: usize = 20;

/// Of so many nodes it is said one by one that nothing is gained by a faster one.
const UNHELPED_LISTED: usize = 4;

/// What [`WhatHelps`] is about.
#[derive(Properties)]
pub struct WhatHelpsProps {
    /// The language that it speaks.
    pub language: Language,
    /// The text of the program.
    pub source: Rc<str>,
    /// The program.
    pub program: Rc<Program>,
    /// What is said instead, where the text is another one meanwhile or has nothing to look at.
    pub in_place: Option<&'static str>,
    /// The node that is pointed at.
    pub pointed: Option<usize>,
    /// Called with the node that the user points at, or none.
    pub on_point: Callback<Option<usize>>,
    /// Called with a change of the text that the user wants.
    pub on_change: Callback<TextChange>,
}

impl PartialEq for WhatHelpsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.source, &other.source)
            && Rc::ptr_eq(&self.program, &other.program)
            && (self.language, self.pointed) == (other.language, other.pointed)
            && self.in_place == other.in_place
    }
}

/// A ranked list of changes that would make the program better, each predicted, and a button to
/// make each. Another worker than the predictions' finds them, so that these do not wait.
pub struct WhatHelps {
    predictor: Predictor,
    found: Option<Found>,
    has_failed: bool,
    /// What was applied last, in words.
    applied: Option<String>,
    panel: NodeRef,
}

/// What would help a program.
struct Found {
    source: Rc<str>,
    program: Rc<Program>,
    advice: Advice,
}

/// What can happen in the list.
pub enum WhatHelpsMsg {
    /// The answer to a question is there.
    Advised(u32, Option<Advice>),
    /// The worker can't go on.
    Failed,
    /// The user wants the change at this place.
    Apply(usize),
}

impl WhatHelpsMsg {
    fn of(report: Report) -> Option<Self> {
        match report {
            Report::Advised { number, advice } => Some(WhatHelpsMsg::Advised(number, advice)),
            Report::Failed(_) => Some(WhatHelpsMsg::Failed),
            _ => None,
        }
    }
}

impl Component for WhatHelps {
    type Message = WhatHelpsMsg;
    type Properties = WhatHelpsProps;

    fn create(context: &Context<Self>) -> Self {
        let mut helps = WhatHelps {
            predictor: Predictor::at_rest(context.link().batch_callback(WhatHelpsMsg::of)),
            found: None,
            has_failed: false,
            applied: None,
            panel: NodeRef::default(),
        };
        helps.ask(context.props());
        helps
    }

    fn changed(&mut self, context: &Context<Self>, old: &WhatHelpsProps) -> bool {
        if context.props().source != old.source {
            self.ask(context.props());
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: WhatHelpsMsg) -> bool {
        match message {
            WhatHelpsMsg::Advised(number, advice) => {
                let is_latest = self.predictor.answered(number);
                if let Some(advice) = advice.filter(|_| is_latest) {
                    let props = context.props();
                    self.found = Some(Found {
                        source: props.source.clone(),
                        program: props.program.clone(),
                        advice,
                    });
                }
                is_latest
            }
            WhatHelpsMsg::Failed => {
                self.has_failed = self.predictor.failed();
                true
            }
            WhatHelpsMsg::Apply(place) => {
                self.apply(place, context.props());
                true
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let language = context.props().language;
        if let Some(sentence) = context.props().in_place {
            return html! { <p class="what-if-note">{ sentence }</p> };
        }
        html! {
            <div
                class="what-helps"
                ref={self.panel.clone()}
                tabindex="-1"
                aria-busy={self.predictor.is_busy().to_string()}
            >
                <p class="visually-hidden" role="status">{ self.applied.clone() }</p>
                if self.has_failed {
                    <p class="what-if-note">{ words::helps_failed(language) }</p>
                } else if let Some(found) = &self.found {
                    { self.list(found, context) }
                }
            </div>
        }
    }
}

impl WhatHelps {
    fn ask(&mut self, props: &WhatHelpsProps) {
        self.has_failed = false;
        let source = props.source.to_string();
        self.predictor
            .ask(move |number| Request::Advise { number, source });
    }

    fn apply(&mut self, place: usize, props: &WhatHelpsProps) {
        let Some(found) = &self.found else {
            return;
        };
        if let Some(suggestion) = found.advice.suggestions.get(place) {
            let what = suggestion.change.say(&found.program, props.language);
            self.applied = Some(words::applied(props.language, &plain(&what)));
            let edits = suggestion.edits.clone();
            props
                .on_change
                .emit(TextChange::new(found.source.clone(), edits));
            // The button may be gone with the next list.
            if let Some(panel) = self.panel.cast::<web_sys::HtmlElement>() {
                // It can fail for elements that take no focus only.
                let _: Result<(), _> = panel.focus();
            }
        }
    }

    fn list(&self, found: &Found, context: &Context<Self>) -> Html {
        let language = context.props().language;
        let advice = &found.advice;
        let more = advice.suggestions.len().saturating_sub(LISTED);
        let suggestions = advice.suggestions.iter().enumerate().take(LISTED);
        html! {
            <>
                <p class="helps-now">{ now(advice, language) }</p>
                if !advice.suggestions.is_empty() {
                    <ol class="helps" aria-label={words::changes(language)}>
                        { for suggestions.map(|(place, each)| item(place, each, found, context)) }
                    </ol>
                }
                if more > 0 {
                    <p class="helps-more">{ words::more_changes(language, &grouped(more as u64)) }</p>
                }
                { no_gain(found, context) }
            </>
        }
    }
}

/// How the program does as it is.
fn now(advice: &Advice, language: Language) -> String {
    let now = advice.now;
    let time = duration(now.makespan_us).text();
    if advice.suggestions.is_empty() {
        words::now_is(language, &time)
    } else if now.done < now.tasks {
        let [done, tasks] = [now.done, now.tasks].map(|count| grouped(count.into()));
        words::now_takes_and_does(language, &time, &done, &tasks)
    } else {
        words::now_takes(language, &time)
    }
}

fn item(
    place: usize,
    suggestion: &Suggestion,
    found: &Found,
    context: &Context<WhatHelps>,
) -> Html {
    let props = context.props();
    let language = props.language;
    let (now, then) = (found.advice.now, suggestion.then);
    let what = suggestion.change.say(&found.program, language);
    let node = suggestion.change.node();
    let lit = node.is_some() && node == props.pointed;
    let [from, to] = [now, then].map(|score| duration(score.makespan_us).text());
    html! {
        <li
            class={lit.then_some("lit")}
            onpointerenter={props.on_point.reform(move |_| node)}
            onpointerleave={props.on_point.reform(|_| None)}
        >
            <span class="help-what">{ marked(&what) }</span>
            { bar(now, then) }
            <span class="help-times">
                <span aria-hidden="true">{ from.clone() }{ " → " }<strong>{ to.clone() }</strong></span>
                <span class="visually-hidden">{ words::predicted_to(language, &from, &to) }</span>
            </span>
            if let Some(more) = more_succeed(now, then, language) {
                <span class="help-done">{ more }</span>
            }
            <button
                type="button"
                aria-label={words::apply_it(language, &plain(&what))}
                onclick={context.link().callback(move |_| WhatHelpsMsg::Apply(place))}
                onfocus={props.on_point.reform(move |_| node)}
                onblur={props.on_point.reform(|_| None)}
            >
                { words::apply(language) }
            </button>
        </li>
    }
}

/// How much of the time is left, and how much is saved.
fn bar(now: Score, then: Score) -> Html {
    let share = then.makespan_us as f64 / now.makespan_us.max(1) as f64;
    let left = format!("width:{:.1}%", 100.0 * share.min(1.0));
    html! { <span class="help-bar" aria-hidden="true"><span style={left} /></span> }
}

fn more_succeed(now: Score, then: Score, language: Language) -> Option<String> {
    match then.done.saturating_sub(now.done) {
        0 => None,
        1 => Some(words::one_more_succeeds(language).to_owned()),
        count => Some(words::more_succeed(language, &grouped(count.into()))),
    }
}

/// The nodes that nothing is gained by making faster.
fn no_gain(found: &Found, context: &Context<WhatHelps>) -> Html {
    let props = context.props();
    let language = props.language;
    let unhelped = &found.advice.unhelped;
    let more = unhelped.len().saturating_sub(UNHELPED_LISTED);
    let items = unhelped.iter().take(UNHELPED_LISTED).map(|&node| {
        let name = found.program.nodes().get(node);
        let name = name.map_or("", |node| &node.name);
        html! {
            <li
                class={(props.pointed == Some(node)).then_some("lit")}
                onpointerenter={props.on_point.reform(move |_| Some(node))}
                onpointerleave={props.on_point.reform(|_| None)}
            >
                { marked(&words::no_gain(language, &name)) }
            </li>
        }
    });
    html! {
        if !unhelped.is_empty() {
            <ul class="no-gain">
                { for items }
                if more > 0 {
                    <li>{ words::more_no_gain(language, &grouped(more as u64)) }</li>
                }
            </ul>
        }
    }
}

/// A sentence without the backticks around its names.
fn plain(sentence: &str) -> String {
    sentence.replace('`', "")
}

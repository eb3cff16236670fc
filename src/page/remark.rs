use std::fmt::Display;
use std::rc::Rc;

use yew::prelude::*;

use super::marked::marked;
use super::same::same;
use super::{LiveRun, Runs, use_language};
use crate::lettering::quantity::duration;
use crate::trace::{Outcome, Trace, circle};
use crate::words::{Language, page as words, timeline};

/// What the remark is about.
#[derive(Clone, Properties)]
pub struct RemarkProps {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    pub live: Option<Rc<LiveRun>>,
    /// Whether the text is an empty program.
    pub empty: bool,
    /// Whether the text has mistakes, so that all the rest shows the last good program.
    pub stale: bool,
    /// Another number has the live run read again.
    pub tick: u32,
    /// Called when the user wants an example to start from.
    pub on_example: Callback<()>,
}

impl PartialEq for RemarkProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.empty == other.empty
            && self.stale == other.stale
            && self.tick == other.tick
    }
}

/// What the user should know of the program beside its figures: that it is empty, that it is not
/// the one in the text, that a task fails, or that its tasks wait for each other for ever.
#[component]
pub fn Remark(props: &RemarkProps) -> Html {
    let language = use_language();
    if props.empty {
        let onclick = props.on_example.reform(|_| ());
        return html! {
            <div class="remark" role="status">
                <span>
                    { marked(&words::nothing_to_run(language, &"`A: io 2s`")) }
                </span>
                <button type="button" {onclick}>{ words::start_with_example(language) }</button>
            </div>
        };
    }
    if props.stale {
        return html! {
            <div class="remark" role="status">
                <span>{ words::last_without_mistakes(language) }</span>
            </div>
        };
    }
    let measured = props.live.as_ref().filter(|live| live.is_over());
    let sentence = match (measured, &props.predicted) {
        (Some(live), _) => trouble(&live.runs().concurrent, language),
        (None, Some(predicted)) => trouble(&predicted.concurrent, language),
        (None, None) => None,
    };
    let of = if measured.is_some() {
        timeline::measured(language)
    } else {
        timeline::predicted(language)
    };
    html! {
        if let Some(sentence) = sentence {
            <div class="remark danger" role="status">
                <span>{ words::remark_of(language, &sentence, &of) }</span>
            </div>
        }
    }
}

/// What went wrong in a run, if anything did.
fn trouble(trace: &Trace, language: Language) -> Option<String> {
    deadlock(trace, language).or_else(|| failure(trace, language))
}

/// Which task failed first, and what that did to the others.
fn failure(trace: &Trace, language: Language) -> Option<String> {
    let first = trace.first_failure()?;
    let row = &trace.rows()[first as usize];
    let name = trace.program().task_name(first);
    let time = duration(row.end_us.unwrap_or_default()).text();
    let attempts = row.attempts;
    let what = match (row.outcome, attempts) {
        (Some(Outcome::TimedOut), 1) => words::timed_out_at(language, &name, &time),
        (Some(Outcome::TimedOut), _) => {
            words::timed_out_at_after(language, &name, &time, &attempts)
        }
        (_, 1) => words::failed_at(language, &name, &time),
        (_, _) => words::failed_at_after(language, &name, &time, &attempts),
    };
    let failed = trace.count_of(Outcome::Failed) + trace.count_of(Outcome::TimedOut);
    let mut others = Vec::new();
    let mut count = |count: u32, say: fn(Language, &dyn Display) -> String| {
        if count > 0 {
            others.push(say(language, &count));
        }
    };
    count(failed - 1, words::count_failed);
    count(trace.count_of(Outcome::Cancelled), words::count_cancelled);
    count(trace.count_of(Outcome::Skipped), words::count_skipped);
    if others.is_empty() {
        return Some(what);
    }
    let others = words::of_the_others(language, &others.join(", "));
    Some(format!("{what} {others}"))
}

/// How the run ended in a deadlock, if it did.
fn deadlock(trace: &Trace, language: Language) -> Option<String> {
    let time = duration(trace.makespan_us()).text();
    let what = match trace.deadlocked() {
        0 => return None,
        1 => words::deadlock_of_one(language, &time),
        count => words::deadlock_of(language, &time, &count),
    };
    let program = trace.program();
    let links = circle(trace).unwrap_or_default();
    let links = links.iter().map(|link| {
        let pools = program.pools();
        let (task, holds) = (program.task_name(link.task), &pools[link.holds].name);
        words::holds_and_waits(language, &task, holds, &pools[link.waits_for].name)
    });
    let links: Vec<_> = links.collect();
    match links.is_empty() {
        true => Some(what),
        false => Some(format!("{what} {}.", links.join("; "))),
    }
}

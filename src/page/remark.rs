use std::rc::Rc;

use yew::prelude::*;

use super::same::same;
use super::{LiveRun, Runs};
use crate::lettering::quantity::duration;
use crate::trace::{Outcome, Trace, circle};

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
    if props.empty {
        let onclick = props.on_example.reform(|_| ());
        return html! {
            <div class="remark" role="status">
                <span>
                    { "Nothing to run yet. One line is one task, such as " }
                    <code>{ "A: io 2s" }</code>
                    { "." }
                </span>
                <button type="button" {onclick}>{ "Start with an example" }</button>
            </div>
        };
    }
    if props.stale {
        return html! {
            <div class="remark" role="status">
                <span>{ "This is the last program without mistakes." }</span>
            </div>
        };
    }
    let measured = props.live.as_ref().filter(|live| live.is_over());
    let sentence = match (measured, &props.predicted) {
        (Some(live), _) => trouble(&live.runs().concurrent),
        (None, Some(predicted)) => trouble(&predicted.concurrent),
        (None, None) => None,
    };
    let of = if measured.is_some() {
        "measured"
    } else {
        "predicted"
    };
    html! {
        if let Some(sentence) = sentence {
            <div class="remark danger" role="status">
                <span>{ sentence }{ format!(" ({of})") }</span>
            </div>
        }
    }
}

/// What went wrong in a run, if anything did.
fn trouble(trace: &Trace) -> Option<String> {
    deadlock(trace).or_else(|| failure(trace))
}

/// Which task failed first, and what that did to the others.
fn failure(trace: &Trace) -> Option<String> {
    let first = trace.first_failure()?;
    let row = &trace.rows()[first as usize];
    let how = match row.outcome {
        Some(Outcome::TimedOut) => "timed out",
        _ => "failed",
    };
    let tries = match row.attempts {
        1 => String::new(),
        count => format!(", after {count} attempts"),
    };
    let failed = trace.count_of(Outcome::Failed) + trace.count_of(Outcome::TimedOut);
    let others = [
        (failed - 1, "failed too"),
        (trace.count_of(Outcome::Cancelled), "cancelled"),
        (trace.count_of(Outcome::Skipped), "skipped"),
    ];
    let others = others.iter().filter(|(count, _)| *count > 0);
    let others: Vec<_> = others
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let rest = match others.is_empty() {
        true => String::new(),
        false => format!(" Of the other tasks: {}.", others.join(", ")),
    };
    Some(format!(
        "{} {how} at {}{tries}.{rest}",
        trace.program().task_name(first),
        duration(row.end_us.unwrap_or_default()).text(),
    ))
}

/// How the run ended in a deadlock, if it did.
fn deadlock(trace: &Trace) -> Option<String> {
    let waiting = match trace.deadlocked() {
        0 => return None,
        1 => String::from("1 task waits"),
        count => format!("{count} tasks wait"),
    };
    let program = trace.program();
    let links = circle(trace).unwrap_or_default();
    let links = links.iter().map(|link| {
        let pools = program.pools();
        format!(
            "{} holds {} and waits for {}",
            program.task_name(link.task),
            pools[link.holds].name,
            pools[link.waits_for].name
        )
    });
    Some(format!(
        "Deadlock at {}: {waiting} for ever. {}.",
        duration(trace.makespan_us()).text(),
        links.collect::<Vec<_>>().join("; ")
    ))
}

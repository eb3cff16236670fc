use std::rc::Rc;

use yew::prelude::*;

use super::quantity::duration;
use super::same::same;
use super::{LiveRun, Runs};
use crate::trace::{Trace, circle};

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
/// the one in the text, or that its tasks wait for each other for ever.
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
        (Some(live), _) => deadlock(&live.runs().concurrent),
        (None, Some(predicted)) => deadlock(&predicted.concurrent),
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

use std::rc::Rc;

use yew::prelude::*;

use super::marked::marked;
use super::same::{Shared, same};
use super::{Modelled, Runs, WaysShown, use_language};
use crate::lettering::quantity::duration;
use crate::trace::Trace;
use crate::ways::{Choice, Reason};
use crate::words::{Language, page, ways as words};

/// What [`WaysList`] lists.
#[derive(Clone, Properties)]
pub struct WaysListProps {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The program in the modelled ways.
    pub modelled: Option<Rc<Modelled>>,
    /// The modelled ways that are shown.
    pub shown: WaysShown,
    /// Whether the program has been changed since, and has mistakes.
    pub stale: bool,
}

impl PartialEq for WaysListProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.modelled, &other.modelled)
            && self.shown == other.shown
            && self.stale == other.stale
    }
}

/// How long the program takes in each way, and when that way is the right choice: the two that
/// are run, and the modelled ones that are shown.
#[component]
pub fn WaysList(props: &WaysListProps) -> Html {
    let language = use_language();
    let advice = use_memo(
        (
            Shared(props.predicted.clone()),
            Shared(props.modelled.clone()),
        ),
        |(predicted, modelled)| modelled.0.as_ref()?.advice(predicted.0.as_ref()?),
    );
    let (Some(advice), Some(runs), Some(modelled)) = (&*advice, &props.predicted, &props.modelled)
    else {
        return Html::default();
    };
    let is_shown = |choice: Choice| match choice {
        Choice::Sequential | Choice::Asyncio => true,
        Choice::Modelled(way) => props.shown.shows(way),
    };
    let trace = |choice: Choice| match choice {
        Choice::Sequential => Some(&runs.sequential),
        Choice::Asyncio => Some(&runs.concurrent),
        Choice::Modelled(way) => {
            let run = modelled.runs().iter().find(|run| run.way == way);
            run.map(|run| &run.trace)
        }
    };
    let listed = advice.reasons.iter();
    let listed = listed.filter(|&&(choice, _)| is_shown(choice));
    html! {
        <table
            class={classes!("ways-list", props.stale.then_some("stale"))}
            title={props.stale.then_some(page::stale(language))}
        >
            <caption class="visually-hidden">{ words::ways(language) }</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{ words::way(language) }</th>
                    <th scope="col">{ words::time(language) }</th>
                    <th scope="col">{ words::when_right(language) }</th>
                </tr>
            </thead>
            <tbody>
                { for listed.filter_map(|&(choice, reason)| {
                    let is_right = advice.right == Some(choice);
                    Some(row(choice, reason, trace(choice)?, is_right, language))
                }) }
            </tbody>
        </table>
    }
}

fn row(choice: Choice, reason: Reason, trace: &Trace, is_right: bool, language: Language) -> Html {
    let time = duration(trace.makespan_us());
    let is_modelled = matches!(choice, Choice::Modelled(_));
    html! {
        <tr class={is_right.then_some("right")}>
            <th scope="row">{ choice.say(language) }</th>
            <td class="ways-time">
                { time.text() }
                <span class="ways-source" title={is_modelled.then_some(words::modelled_tip(language))}>
                    { if is_modelled {
                        words::modelled(language)
                    } else {
                        page::predicted(language)
                    } }
                </span>
            </td>
            <td>{ marked(&reason.say(language)) }</td>
        </tr>
    }
}

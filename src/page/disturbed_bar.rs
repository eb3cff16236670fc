use std::rc::Rc;

use yew::prelude::*;

use super::same::same;
use super::{LiveRun, use_language};
use crate::event_loop::browser::{Absence, Disturbance, DisturbanceKind};
use crate::lettering::quantity::{duration, grouped, short_duration};
use crate::run::Mode;
use crate::words::{Language, disturbance as words, timeline};

/// So many disturbances are told; all others are counted.
const TOLD: usize = 3;

/// What [`DisturbedBar`] tells of.
#[derive(Clone, Properties)]
pub struct DisturbedBarProps {
    /// The live run, where there is one.
    pub live: Option<Rc<LiveRun>>,
    /// Another number has the live run read again.
    pub tick: u32,
}

impl PartialEq for DisturbedBarProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.live, &other.live) && self.tick == other.tick
    }
}

/// What has disturbed the live run, when, and by how much, if anything has.
#[component]
pub fn DisturbedBar(props: &DisturbedBarProps) -> Html {
    let language = use_language();
    let Some(live) = &props.live else {
        return Html::default();
    };
    let runs = live.runs();
    let mut told: Vec<(Mode, Disturbance)> = Vec::new();
    for mode in Mode::BOTH {
        told.extend(runs.disturbances(mode).iter().map(|&each| (mode, each)));
    }
    if told.is_empty() {
        return Html::default();
    }
    // The worst are what the times hang on.
    told.sort_by_key(|(_, each)| std::cmp::Reverse(each.by_us.unsigned_abs()));
    let more = told.len().saturating_sub(TOLD);
    let what = told.iter().take(TOLD);
    let what: Vec<_> = what
        .map(|(mode, each)| sentence(*mode, each, language))
        .collect();
    html! {
        <div class="remark danger disturbed-bar" role="status">
            <span>
                <strong>{ words::disturbed_run(language) }</strong>
                { " " }
                { what.join(" ") }
                if more > 0 {
                    { " " }
                    { words::and_more(language, &grouped(more as u64)) }
                }
                { " " }
                { words::consequence(language) }
            </span>
        </div>
    }
}

/// What happened in which run.
fn sentence(mode: Mode, disturbance: &Disturbance, language: Language) -> String {
    let run = match mode {
        Mode::Sequential => timeline::sequential(language),
        Mode::Concurrent => timeline::concurrent(language),
    };
    let what = happened(disturbance, language);
    match disturbance.absence {
        None => words::in_run(language, &run, &what),
        Some(Absence::Hidden) => words::in_run_hidden(language, &run, &what),
        Some(Absence::Frozen) => words::in_run_frozen(language, &run, &what),
    }
}

/// What a disturbance was, when, and by how much.
pub fn happened(disturbance: &Disturbance, language: Language) -> String {
    let at = duration(disturbance.from_us).text();
    let by = short_duration(disturbance.by_us.unsigned_abs());
    match disturbance.kind {
        DisturbanceKind::Late => words::late(language, &at, &by),
        DisturbanceKind::Stalled => words::stalled(language, &at, &by),
        DisturbanceKind::ClockJumped if disturbance.by_us < 0 => {
            words::clock_back(language, &at, &by)
        }
        DisturbanceKind::ClockJumped => words::clock_ahead(language, &at, &by),
    }
}

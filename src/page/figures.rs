use std::rc::Rc;

use yew::prelude::*;

use crate::run::Mode;
use crate::trace::{Metrics, metrics};

use super::same::{Shared, same};
use super::{Compared, LiveRun, Runs, use_language};
use crate::lettering::quantity::{
    Quantity, difference, duration, pace, passing, short_duration, speed_up,
};
use crate::words::{Language, compare, disturbance, page as words};

const NOTHING: &str = "–";

/// What [`Figures`] shows.
#[derive(Clone, Properties)]
pub struct FiguresProps {
    /// Both runs as predicted.
    #[prop_or_default]
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    #[prop_or_default]
    pub live: Option<Rc<LiveRun>>,
    /// The kept runs beside the program.
    #[prop_or_default]
    pub compared: Option<Rc<Compared>>,
    /// Whether the program has been changed since, and has mistakes.
    #[prop_or_default]
    pub stale: bool,
    /// Another number has the live run read again.
    #[prop_or_default]
    pub tick: u32,
}

impl PartialEq for FiguresProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && same(&self.compared, &other.compared)
            && self.stale == other.stale
            && self.tick == other.tick
    }
}

/// The three figures: how long it takes one after another, how long together, and how many times
/// as fast that is.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let language = use_language();
    let class = classes!("figures", props.stale.then_some("stale"));
    let over = props.live.as_ref().filter(|live| live.is_over()).cloned();
    let is_disturbed = |live: &Rc<LiveRun>| live.runs().is_disturbed(Mode::Concurrent);
    let is_disturbed = over.as_ref().is_some_and(is_disturbed);
    let metrics = use_memo(
        (Shared(props.predicted.clone()), Shared(over)),
        |(predicted, over)| {
            let measured = over.0.as_ref();
            let measured = measured.map(|live| (concurrent(&live.runs()), true));
            let predicted = || Some((concurrent(predicted.0.as_deref()?), false));
            measured.or_else(predicted)
        },
    );
    html! {
        <>
        <div class="visually-hidden" role="status">{ end_of_run(props, language) }</div>
        <div {class} title={props.stale.then_some(words::stale(language))}>
            { figure(words::sequential(language), time(props, Mode::Sequential, language), None) }
            { figure(words::concurrent(language), time(props, Mode::Concurrent, language), None) }
            { figure(words::speed_up(language), factor(props, language), Some("accent")) }
            if let Some(((makespan_us, metrics), is_measured)) = *metrics {
                { for more(makespan_us, metrics, source_of(is_measured, is_disturbed, language), language) }
            }
        </div>
        </>
    }
}

/// What is said once a live run is over, to those who do not see it end.
fn end_of_run(props: &FiguresProps, language: Language) -> Option<String> {
    let live = props.live.as_ref().filter(|live| live.is_over())?;
    let runs = live.runs();
    let [sequential, concurrent] =
        Mode::BOTH.map(|mode| duration(runs.of(mode).makespan_us()).text());
    let say = match runs.concurrent.deadlocked() {
        0 => words::run_over,
        _ => words::run_over_in_deadlock,
    };
    Some(say(language, &sequential, &concurrent))
}

/// The concurrent run's length, in microseconds, and its further figures.
fn concurrent(runs: &Runs) -> (u64, Metrics) {
    (runs.concurrent.makespan_us(), metrics(&runs.concurrent))
}

/// Where the further figures come from.
fn source_of(is_measured: bool, is_disturbed: bool, language: Language) -> &'static str {
    match (is_measured, is_disturbed) {
        (false, _) => words::predicted(language),
        (true, false) => words::measured(language),
        (true, true) => disturbance::measured_disturbed(language),
    }
}

/// The further figures of the concurrent run.
fn more(makespan_us: u64, metrics: Metrics, source: &'static str, language: Language) -> Vec<Html> {
    let share = |us: u64| match makespan_us {
        0 => NOTHING.to_owned(),
        _ => format!("{:.0} %", 100.0 * us as f64 / makespan_us as f64),
    };
    let figures = [
        (
            words::waiting(language),
            words::waiting_tip(language),
            share(metrics.waiting_us),
        ),
        (
            words::loop_busy(language),
            words::loop_busy_tip(language),
            share(metrics.loop_busy_us),
        ),
        (
            words::at_once(language),
            words::at_once_tip(language),
            metrics.most_at_once.to_string(),
        ),
        (
            words::lost(language),
            words::lost_tip(language),
            short_duration(metrics.lost_us),
        ),
    ];
    let figures = figures.into_iter().map(|(name, tip, value)| {
        html! {
            <div class="figure small" title={tip}>
                <span class="figure-name" aria-hidden="true">{ name }</span>
                <output aria-label={name}>{ value }</output>
                <span class="figure-source"><span>{ source }</span></span>
            </div>
        }
    });
    figures.collect()
}

/// A figure and where it comes from.
struct Figure {
    quantity: Option<Quantity>,
    /// Whether something else than the program has had a part in it.
    is_disturbed: bool,
    /// Where it comes from, and what it was compared with that.
    source: Vec<String>,
}

fn time(props: &FiguresProps, mode: Mode, language: Language) -> Figure {
    let predicted = makespan(&props.predicted, mode);
    if let Some(live) = &props.live {
        let runs = live.runs();
        let trace = runs.of(mode);
        if live.is_over_in(mode) {
            let time_us = trace.makespan_us();
            let is_disturbed = runs.is_disturbed(mode);
            let mut source = vec![measured(live, is_disturbed, language)];
            if !is_disturbed {
                let predicted = predicted.map(|us| duration(us).text());
                source.extend(predicted.map(|time| words::predicted_so(language, &time)));
                source.extend(against_kept(props, mode, time_us, language));
            }
            return Figure {
                quantity: Some(match is_disturbed {
                    true => passing(time_us),
                    false => duration(time_us),
                }),
                is_disturbed,
                source,
            };
        }
        return Figure {
            quantity: Some(passing(live.time_us(mode))),
            is_disturbed: runs.is_disturbed(mode),
            source: vec![words::running(language).into()],
        };
    }
    let against = predicted.and_then(|us| against_kept(props, mode, us, language));
    let source = [Some(words::predicted(language).into()), against];
    Figure {
        quantity: predicted.map(duration),
        is_disturbed: false,
        source: source.into_iter().flatten().collect(),
    }
}

/// How much longer a run takes than the kept one.
fn against_kept(
    props: &FiguresProps,
    mode: Mode,
    time_us: u64,
    language: Language,
) -> Option<String> {
    let kept_us = props.compared.as_ref()?.end_us(mode);
    let difference = difference(time_us, kept_us);
    Some(compare::against_kept(language, &difference))
}

fn factor(props: &FiguresProps, language: Language) -> Figure {
    let predicted = props
        .predicted
        .as_deref()
        .map(|runs| compared(runs, language));
    match &props.live {
        Some(live) if live.is_over() => {
            let mut figure = compared(&live.runs(), language);
            if figure.quantity.is_some() {
                let runs = live.runs();
                figure.is_disturbed = Mode::BOTH.into_iter().any(|mode| runs.is_disturbed(mode));
                figure.source = vec![measured(live, figure.is_disturbed, language)];
                let predicted = predicted.and_then(|predicted| predicted.quantity);
                if let Some(predicted) = predicted.filter(|_| !figure.is_disturbed) {
                    let predicted = words::predicted_so(language, &joined(&predicted));
                    figure.source.push(predicted);
                }
            }
            figure
        }
        _ => predicted.unwrap_or(Figure {
            quantity: None,
            is_disturbed: false,
            source: vec![words::predicted(language).into()],
        }),
    }
}

/// The speed-up of runs that are over; there is none where one of them never ends.
fn compared(runs: &Runs, language: Language) -> Figure {
    if runs.concurrent.deadlocked() > 0 {
        return Figure {
            quantity: None,
            is_disturbed: false,
            source: vec![words::deadlock(language).into()],
        };
    }
    let sequential_us = runs.sequential.makespan_us();
    Figure {
        quantity: speed_up(sequential_us, runs.concurrent.makespan_us()),
        is_disturbed: false,
        source: vec![words::predicted(language).into()],
    }
}

fn makespan(runs: &Option<Rc<Runs>>, mode: Mode) -> Option<u64> {
    let trace = runs.as_ref()?.of(mode);
    (!trace.rows().is_empty()).then_some(trace.makespan_us())
}

/// That a figure was measured, and how: where time is made to pass faster, so is what the machine
/// adds to it.
fn measured(live: &LiveRun, is_disturbed: bool, language: Language) -> String {
    let how = match live.speed() {
        Some(1.0) => words::measured(language).into(),
        Some(speed) => words::measured_at(language, &pace(speed)),
        None => words::measured_at_several(language).into(),
    };
    match is_disturbed {
        true => disturbance::and_disturbed(language, &how),
        false => how,
    }
}

/// A factor as it is written: its sign follows the number at once.
fn joined(quantity: &Quantity) -> String {
    format!("{}{}", quantity.number, quantity.unit)
}

fn figure(name: &'static str, figure: Figure, class: Option<&'static str>) -> Html {
    let value = match &figure.quantity {
        None => html! { NOTHING },
        Some(Quantity { number, unit }) => {
            let gap = if *unit == "×" { "" } else { " " };
            let sign = if figure.is_disturbed { "≈ " } else { "" };
            html! { <>{ sign }{ number }<small>{ gap }{ *unit }</small></> }
        }
    };
    let length = |Quantity { number, unit }: &Quantity| number.len() + unit.chars().count();
    let long = figure.is_disturbed || figure.quantity.as_ref().is_some_and(|q| length(q) > 7);
    html! {
        <div class="figure">
            <span class="figure-name" aria-hidden="true">{ name }</span>
            <output aria-label={name} class={classes!(class, long.then_some("long"))}>
                { value }
            </output>
            <span class="figure-source">
                { for figure.source.into_iter().map(|part| html! { <span>{ part }</span> }) }
            </span>
        </div>
    }
}

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Mode;
use crate::trace::{Metrics, metrics};

use super::runs::STALE;
use super::same::{Shared, same};
use super::{LiveRun, Runs};
use crate::lettering::quantity::{Quantity, duration, pace, passing, short_duration, speed_up};

const SEQUENTIAL: &str = "Sequential";
const CONCURRENT: &str = "Concurrent";
const SPEED_UP: &str = "Speed-up";
const WAITING: &str = "Waiting";
const WAITING_TIP: &str = "How much of the concurrent run the loop had nothing to do but wait";
const LOOP_BUSY: &str = "Loop busy";
const LOOP_BUSY_TIP: &str = "How much of the concurrent run cpu and block held the loop";
const AT_ONCE: &str = "Most at once";
const AT_ONCE_TIP: &str = "The most tasks that were in a step at once";
const LOST: &str = "Loop held";
const LOST_TIP: &str = "How long the loop was held while a task could have gone on";
const PREDICTED: &str = "predicted";
const RUNNING: &str = "running";
const MEASURED: &str = "measured";
const DEADLOCK: &str = "deadlock";
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
            && self.stale == other.stale
            && self.tick == other.tick
    }
}

/// The three figures: how long it takes one after another, how long together, and how many times
/// as fast that is.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let class = classes!("figures", props.stale.then_some("stale"));
    let over = props.live.as_ref().filter(|live| live.is_over()).cloned();
    let metrics = use_memo(
        (Shared(props.predicted.clone()), Shared(over)),
        |(predicted, over)| {
            let measured = over.0.as_ref();
            let measured = measured.map(|live| (concurrent(&live.runs()), MEASURED));
            let predicted = || Some((concurrent(predicted.0.as_deref()?), PREDICTED));
            measured.or_else(predicted)
        },
    );
    html! {
        <div {class} title={props.stale.then_some(STALE)}>
            { figure(SEQUENTIAL, time(props, Mode::Sequential), None) }
            { figure(CONCURRENT, time(props, Mode::Concurrent), None) }
            { figure(SPEED_UP, factor(props), Some("accent")) }
            if let Some(((makespan_us, metrics), source)) = *metrics {
                { for more(makespan_us, metrics, source) }
            }
        </div>
    }
}

/// The concurrent run's length, in microseconds, and its further figures.
fn concurrent(runs: &Runs) -> (u64, Metrics) {
    (runs.concurrent.makespan_us(), metrics(&runs.concurrent))
}

/// The further figures of the concurrent run.
fn more(makespan_us: u64, metrics: Metrics, source: &'static str) -> Vec<Html> {
    let share = |us: u64| match makespan_us {
        0 => NOTHING.to_owned(),
        _ => format!("{:.0} %", 100.0 * us as f64 / makespan_us as f64),
    };
    let figures = [
        (WAITING, WAITING_TIP, share(metrics.waiting_us)),
        (LOOP_BUSY, LOOP_BUSY_TIP, share(metrics.loop_busy_us)),
        (AT_ONCE, AT_ONCE_TIP, metrics.most_at_once.to_string()),
        (LOST, LOST_TIP, short_duration(metrics.lost_us)),
    ];
    let figures = figures.into_iter().map(|(name, tip, value)| {
        html! {
            <div class="figure small" title={tip}>
                <span class="figure-name" aria-hidden="true">{ name }</span>
                <output aria-label={name}>{ value }</output>
                <span class="figure-source">{ source }</span>
            </div>
        }
    });
    figures.collect()
}

/// A figure and where it comes from.
struct Figure {
    quantity: Option<Quantity>,
    source: String,
}

fn time(props: &FiguresProps, mode: Mode) -> Figure {
    let predicted = makespan(&props.predicted, mode);
    if let Some(live) = &props.live {
        let runs = live.runs();
        let trace = runs.of(mode);
        if trace.is_complete() {
            return Figure {
                quantity: Some(duration(trace.makespan_us())),
                source: measured(live, predicted.map(|us| duration(us).text())),
            };
        }
        return Figure {
            quantity: Some(passing(live.time_us(mode))),
            source: RUNNING.into(),
        };
    }
    Figure {
        quantity: predicted.map(duration),
        source: PREDICTED.into(),
    }
}

fn factor(props: &FiguresProps) -> Figure {
    let predicted = props.predicted.as_deref().map(compared);
    match &props.live {
        Some(live) if live.is_over() => {
            let mut figure = compared(&live.runs());
            if figure.quantity.is_some() {
                let predicted = predicted.and_then(|predicted| predicted.quantity);
                figure.source = measured(live, predicted.as_ref().map(joined));
            }
            figure
        }
        _ => predicted.unwrap_or(Figure {
            quantity: None,
            source: PREDICTED.into(),
        }),
    }
}

/// The speed-up of runs that are over; there is none where one of them never ends.
fn compared(runs: &Runs) -> Figure {
    if runs.concurrent.deadlocked() > 0 {
        return Figure {
            quantity: None,
            source: DEADLOCK.into(),
        };
    }
    let sequential_us = runs.sequential.makespan_us();
    Figure {
        quantity: speed_up(sequential_us, runs.concurrent.makespan_us()),
        source: PREDICTED.into(),
    }
}

fn makespan(runs: &Option<Rc<Runs>>, mode: Mode) -> Option<u64> {
    let trace = runs.as_ref()?.of(mode);
    (!trace.rows().is_empty()).then_some(trace.makespan_us())
}

/// That a figure was measured, and how: where time is made to pass faster, so is what the machine
/// adds to it.
fn measured(live: &LiveRun, predicted: Option<String>) -> String {
    let how = match live.speed() {
        Some(1.0) => MEASURED.into(),
        Some(speed) => format!("{MEASURED} at {}", pace(speed)),
        None => format!("{MEASURED} at several speeds"),
    };
    match predicted {
        Some(predicted) => format!("{how} · {PREDICTED} {predicted}"),
        None => how,
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
            html! { <>{ number }<small>{ gap }{ *unit }</small></> }
        }
    };
    let long = figure
        .quantity
        .is_some_and(|quantity| quantity.number.len() > 7);
    html! {
        <div class="figure">
            <span class="figure-name" aria-hidden="true">{ name }</span>
            <output aria-label={name} class={classes!(class, long.then_some("long"))}>
                { value }
            </output>
            <span class="figure-source">{ figure.source }</span>
        </div>
    }
}

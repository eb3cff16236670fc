use std::rc::Rc;

use yew::prelude::*;

use crate::run::Mode;

use super::runs::STALE;
use super::same::same;
use super::{LiveRun, Runs};
use crate::lettering::quantity::{Quantity, duration, pace, passing, speed_up};

const SEQUENTIAL: &str = "Sequential";
const CONCURRENT: &str = "Concurrent";
const SPEED_UP: &str = "Speed-up";
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
    html! {
        <div {class} title={props.stale.then_some(STALE)}>
            { figure(SEQUENTIAL, time(props, Mode::Sequential), None) }
            { figure(CONCURRENT, time(props, Mode::Concurrent), None) }
            { figure(SPEED_UP, factor(props), Some("accent")) }
        </div>
    }
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

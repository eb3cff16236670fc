use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::graph::TaskIndex;
use crate::lettering::quantity::duration;
use crate::run::Mode;
use crate::trace::{Span, Trace};

use super::geometry::Place;
use super::scene::Scene;
use super::{spans, words};

/// How far from the pointer it stands, in CSS pixels.
const DISTANCE: f64 = 14.0;

/// What the pointer is at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hover {
    /// The run's row or the task's.
    pub place: Place,
    /// The task.
    pub task: TaskIndex,
    /// The time, in microseconds; none on the task's name.
    pub time_us: Option<u64>,
    /// Where the pointer is on the canvas, in CSS pixels.
    pub point: (f64, f64),
    /// The canvas's width and height, in CSS pixels.
    pub size: (f64, f64),
}

/// What [`Tip`] tells.
#[derive(Clone, PartialEq, Properties)]
pub struct TipProps {
    /// What the timeline shows.
    pub scene: Scene,
    /// What the pointer is at.
    pub hover: Hover,
}

/// Beside the pointer: which task it is, and what it is doing there, from when to when.
#[component]
pub fn Tip(props: &TipProps) -> Html {
    let tip = use_node_ref();
    use_effect_with((tip.clone(), props.hover), |(tip, hover)| {
        if let Some(tip) = tip.cast::<HtmlElement>() {
            place(&tip, hover);
        }
    });
    let Some(program) = props.scene.program() else {
        return Html::default();
    };
    html! {
        <div ref={tip} class="tip" aria-hidden="true">
            <span class="tip-name">{ program.task_name(props.hover.task) }</span>
            { for facts(&props.scene, props.hover).into_iter().map(|(source, span)| html! {
                <span class="tip-fact">
                    <span class="tip-kind">{ span.kind.words() }</span>
                    { from_to(span) }
                    <span class="tip-source">{ source }</span>
                </span>
            }) }
        </div>
    }
}

fn from_to(span: Span) -> String {
    format!(
        "{} – {}",
        duration(span.from_us).text(),
        duration(span.to_us).text()
    )
}

/// Puts it beside the pointer, on the side where there is more room.
fn place(tip: &HtmlElement, hover: &Hover) {
    let ((x, y), (width, height)) = (hover.point, hover.size);
    let sides = [("left", "right", x, width), ("top", "bottom", y, height)];
    for (near, far, at, room) in sides {
        let (side, other, length) = if at < room / 2.0 {
            (near, far, at + DISTANCE)
        } else {
            (far, near, room - at + DISTANCE)
        };
        let style = tip.style();
        // Where a length is refused, the tip stands in the corner.
        let _ = style.set_property(side, &format!("{length:.0}px"));
        let _ = style.set_property(other, "auto");
    }
}

/// What the task is doing there, as predicted and as measured.
fn facts(scene: &Scene, hover: Hover) -> Vec<(&'static str, Span)> {
    let Some(time_us) = hover.time_us else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    if let Some(runs) = &scene.predicted {
        let found = span_at(runs.of(mode(hover.place)), hover, time_us);
        facts.extend(found.map(|span| (words::PREDICTED, span)));
    }
    if let Some(live) = &scene.live {
        let runs = live.runs();
        let trace = runs.of(mode(hover.place));
        let open = || {
            trace
                .open_spans(hover.task, live.time_us(mode(hover.place)))
                .filter(|span| (span.from_us..span.to_us).contains(&time_us))
                .find(|span| hover.place != Place::Sequential || span.kind.takes_its_own_time())
        };
        let found = span_at(trace, hover, time_us).or_else(open);
        facts.extend(found.map(|span| (words::MEASURED, span)));
    }
    facts
}

fn mode(place: Place) -> Mode {
    match place {
        Place::Sequential => Mode::Sequential,
        Place::Row(_) => Mode::Concurrent,
    }
}

fn span_at(trace: &Trace, hover: Hover, time_us: u64) -> Option<Span> {
    match hover.place {
        Place::Sequential => spans::at(trace.steps(), time_us).copied(),
        Place::Row(task) => spans::at(&trace.rows().get(task as usize)?.spans, time_us).copied(),
    }
}

/// The task that the sequential run is at, at `time_us`: as measured, or else as predicted.
pub fn sequential_task(scene: &Scene, time_us: u64) -> Option<TaskIndex> {
    let at = |trace: &Trace| spans::at(trace.steps(), time_us).map(|span| span.task);
    let measured = scene.live.as_ref().and_then(|live| {
        let runs = live.runs();
        at(&runs.sequential)
    });
    let predicted = |runs: &Rc<crate::page::Runs>| at(&runs.sequential);
    measured.or_else(|| scene.predicted.as_ref().and_then(predicted))
}

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::graph::StepKind;
use crate::graph::{Program, TaskIndex};
use crate::lettering::quantity::{duration, grouped};
use crate::page::{ModelledRun, Runs, use_span_words};
use crate::run::{Mode, Way};
use crate::trace::{Link, Span, SpanKind, Why};
use crate::ways::Choice;
use crate::words::{Language, compare, disturbance, timeline as words, ways as ways_words};

use super::hover::Hover;
use super::scene::Scene;
use super::{cause, family_label};

/// Says what a task does.
type Say = fn(SpanKind, Language) -> &'static str;

/// How far from the pointer it stands, in CSS pixels.
const DISTANCE: f64 = 14.0;

/// What [`Tip`] tells.
#[derive(Clone, PartialEq, Properties)]
pub struct TipProps {
    /// What the timeline shows.
    pub scene: Scene,
    /// What the pointer is at.
    pub hover: Hover,
}

/// Beside the pointer: which task it is, what it is doing there, from when to when, and because
/// of whom.
#[component]
pub fn Tip(props: &TipProps) -> Html {
    let (tip, say) = (use_node_ref(), use_span_words().say);
    use_effect_with((tip.clone(), props.hover), |(tip, hover)| {
        if let Some(tip) = tip.cast::<HtmlElement>() {
            place(&tip, hover);
        }
    });
    let Some(program) = props.scene.program() else {
        return Html::default();
    };
    let language = props.scene.language;
    if let Some(way) = props.hover.way {
        let run = props.scene.ways.get(way);
        return html! {
            <div ref={tip} class="tip" aria-hidden="true">
                if let Some(run) = run {
                    { modelled(run, props.hover, &program, language) }
                }
            </div>
        };
    }
    let live = props.scene.live.as_ref();
    let now_us = live.map(|live| live.time_us(props.hover.mode));
    let live = live.map(|live| live.runs());
    let measured = match props.scene.is_disturbed(props.hover.mode) {
        true => disturbance::measured_disturbed(language),
        false => words::measured(language),
    };
    let runs = [
        (
            words::predicted(language),
            props.scene.predicted.as_deref(),
            None,
        ),
        (measured, live.as_deref(), now_us),
    ];
    let facts = runs.into_iter().filter_map(|(source, runs, now_us)| {
        let span = span_at(runs?, props.hover, now_us)?;
        let cause = because(&program, runs?, span, props.hover.mode, language);
        Some(fact(source, span, cause, say, language))
    });
    html! {
        <div ref={tip} class="tip" aria-hidden="true">
            if let Some(node) = props.hover.family {
                { family(&props.scene, &program, node, props.hover.time_us, say) }
            }
            <span class="tip-name">{ program.task_name(props.hover.task) }</span>
            { for facts }
            if props.hover.mode == Mode::Concurrent {
                { kept(&props.scene, props.hover.task, language) }
            }
            if let Some(edge) = props.hover.edge {
                <span class="tip-hint">
                    { if edge.is_drawn {
                        words::stretch_drawn(language)
                    } else {
                        words::stretch(language)
                    } }
                </span>
            }
        </div>
    }
}

/// From when to when the task was at work in the kept run.
fn kept(scene: &Scene, task: TaskIndex, language: Language) -> Html {
    let Some(compared) = &scene.compared else {
        return Html::default();
    };
    let source = compared.kept.say(language);
    let times = compared.row(task).map(|row| {
        let time = |us: Option<u64>| us.map_or("–".into(), |us| duration(us).text());
        format!("{} – {}", time(row.start_us), time(row.end_us))
    });
    match times {
        Some(times) => html! {
            <span class="tip-fact">{ times }<span class="tip-source">{ source }</span></span>
        },
        None => html! { <span class="tip-cause">{ compare::new_since(language) }</span> },
    }
}

/// What a task does in a modelled way, and at what speed where others compute as well.
fn modelled(run: &ModelledRun, hover: Hover, program: &Program, language: Language) -> Html {
    let row = run.trace.rows().get(hover.task as usize);
    let at = |time_us| row.and_then(|row| row.spans.at(time_us)).copied();
    let span = hover.time_us.and_then(at);
    let is_cpu = |span: &Span| span.kind == SpanKind::Step(StepKind::Cpu);
    let share = hover.time_us.zip(span.filter(is_cpu));
    let share = share.map_or(1.0, |(time_us, _)| run.shares().at(time_us));
    let busy = match run.way {
        Way::Threads => ways_words::lock_busy,
        Way::Processes { .. } => ways_words::cores_busy,
    };
    html! {
        <>
            <span class="tip-name">{ program.task_name(hover.task) }</span>
            if let Some(span) = span {
                { fact(ways_words::modelled(language), span, None, SpanKind::say, language) }
            }
            if share < 1.0 {
                <span class="tip-cause">{ busy(language, &format!("{:.0}", share * 100.0)) }</span>
            }
            <span class="tip-cause">
                { Choice::Modelled(run.way).say(language) }
            </span>
        </>
    }
}

fn fact(
    source: &'static str,
    span: Span,
    cause: Option<String>,
    say: Say,
    language: Language,
) -> Html {
    let (from, to) = (duration(span.from_us).text(), duration(span.to_us).text());
    html! {
        <>
            <span class="tip-fact">
                <span class="tip-kind">{ say(span.kind, language) }</span>
                { format!("{from} – {to}") }
                <span class="tip-source">{ source }</span>
            </span>
            if let Some(cause) = cause {
                <span class="tip-cause">{ cause }</span>
            }
        </>
    }
}

/// The closed family, and how many of its members do what.
fn family(scene: &Scene, program: &Program, node: usize, time_us: Option<u64>, say: Say) -> Html {
    let live = scene.live.as_ref().map(|live| live.runs());
    let runs = live.as_deref().or(scene.predicted.as_deref());
    let language = scene.language;
    let members = program.tasks_of(node);
    let name = &program.nodes()[node].name;
    let count = grouped((members.end - members.start).into());
    let mut counts = [0; SpanKind::ALL.len()];
    if let Some((runs, time_us)) = runs.zip(time_us) {
        let members = members.start as usize..members.end as usize;
        for row in &runs.concurrent.rows()[members] {
            let span = row.spans.at(time_us);
            let kind = span.and_then(|span| SpanKind::ALL.iter().position(|&k| k == span.kind));
            if let Some(kind) = kind {
                counts[kind] += 1;
            }
        }
    }
    let counts = SpanKind::ALL.into_iter().zip(counts);
    let counts: Vec<_> = counts
        .filter(|&(_, count)| count > 0)
        .map(|(kind, count)| words::counted(language, &grouped(count), &say(kind, language)))
        .collect();
    html! {
        <>
            <span class="tip-name">{ family_label(name, &count) }</span>
            if !counts.is_empty() {
                <span class="tip-fact tip-counts">{ counts.join(" · ") }</span>
            }
            if let Some(ends) = scene.families.ends_of(node) {
                <span class="tip-fact tip-counts">
                    { words::last_end(
                        language,
                        &duration(ends.last_us).text(),
                        &ends.last_difference(),
                    ) }
                    { " · " }
                    { words::mean_difference(language, &ends.mean_difference()) }
                </span>
            }
        </>
    }
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

/// What the task is doing there. `now_us` is the time of a run that goes on.
fn span_at(runs: &Runs, hover: Hover, now_us: Option<u64>) -> Option<Span> {
    let time_us = hover.time_us?;
    let trace = runs.of(hover.mode);
    let (spans, is_sequential) = match hover.mode {
        Mode::Sequential => (trace.steps(), true),
        Mode::Concurrent => (&trace.rows().get(hover.task as usize)?.spans, false),
    };
    let open = || {
        trace
            .open_spans(hover.task, now_us?)
            .filter(|span| (span.from_us..span.to_us).contains(&time_us))
            .find(|span| !is_sequential || span.kind.takes_its_own_time())
    };
    spans.at(time_us).copied().or_else(open)
}

/// What another task did that let this one begin, or that ends its wait.
fn because(
    program: &Program,
    runs: &Runs,
    span: Span,
    mode: Mode,
    language: Language,
) -> Option<String> {
    let row = &runs.concurrent.rows()[span.task as usize];
    let by = |link: &Link| program.task_name(link.by);
    match mode {
        Mode::Sequential => None,
        Mode::Concurrent if cause::is_wait(span.kind) => {
            cause::of_end(row, span).map(|link| until(language, &by(&link), link.why))
        }
        Mode::Concurrent => {
            cause::of_step(row, span).map(|link| since(language, &by(&link), link.why))
        }
    }
}

/// Since when a task does something: what another one did.
fn since(language: Language, by: &str, why: Why) -> String {
    let say = match why {
        Why::Ended => words::since_ended,
        Why::GaveBack => words::since_place,
        Why::FreedThread => words::since_thread,
        Why::FreedLoop => words::since_loop,
        Why::Cancelled => words::since_cancelled,
    };
    say(language, &by)
}

/// Until when a task waits: what another one does.
fn until(language: Language, by: &str, why: Why) -> String {
    let say = match why {
        Why::Ended => words::until_ended,
        Why::GaveBack => words::until_place,
        Why::FreedThread => words::until_thread,
        Why::FreedLoop => words::until_loop,
        Why::Cancelled => words::until_cancelled,
    };
    say(language, &by)
}

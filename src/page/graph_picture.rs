mod critical;
mod edges;
mod frame;
mod node_box;
mod overview;
mod placement;
mod stage;
mod state;
mod timetable;
mod tools;
mod view;
mod way;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::MediaQueryList;
use yew::prelude::*;

use crate::graph::{Layout, Program};
use crate::lettering::quantity::grouped;
use crate::run::Mode;
use crate::trace::Trace;
use crate::words::{Language, graph as words};

use self::critical::Critical;
use self::edges::Edges;
use self::frame::Frame;
use self::node_box::{NodeBox, NodeState};
use self::placement::Placement;
use self::timetable::{Timetable, counts_at, progress};
use super::same::{Shared, same};
use super::use_language;
use super::{LiveRun, Runs};

/// Where the panel is narrower than most pictures are.
const NARROW: &str = "(max-width: 900px)";

/// What [`GraphPicture`] shows.
#[derive(Clone, Properties)]
pub struct GraphPictureProps {
    /// The program.
    pub program: Rc<Program>,
    /// Where its nodes go; none where there are too many.
    #[prop_or_default]
    pub layout: Option<Rc<Layout>>,
    /// Both runs as predicted.
    #[prop_or_default]
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    #[prop_or_default]
    pub live: Option<Rc<LiveRun>>,
    /// The moment that is shown, in microseconds since the run began; none where none was chosen.
    #[prop_or_default]
    pub at_us: Option<u64>,
    /// Whether the program has been changed since, and has mistakes.
    #[prop_or_default]
    pub stale: bool,
    /// Another number has the live run read again.
    #[prop_or_default]
    pub tick: u32,
    /// The node that is pointed at, here or elsewhere.
    #[prop_or_default]
    pub pointed: Option<usize>,
    /// Another node is pointed at, or none.
    #[prop_or_default]
    pub on_point: Callback<Option<usize>>,
}

impl PartialEq for GraphPictureProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.program, &other.program)
            && same(&self.layout, &other.layout)
            && same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.at_us == other.at_us
            && self.stale == other.stale
            && self.tick == other.tick
            && self.pointed == other.pointed
            && self.on_point == other.on_point
    }
}

/// The program as a picture: a box for each node, and curves from left to right to what comes
/// after it.
#[component]
pub fn GraphPicture(props: &GraphPictureProps) -> Html {
    let language = use_language();
    let narrow = use_narrow();
    let current = use_state_eq(|| 0);
    let nodes = props.program.nodes();
    let layout = props
        .layout
        .clone()
        .filter(|layout| layout.nodes.len() == nodes.len());
    let placement = use_memo((Shared(layout.clone()), narrow), |(layout, narrow)| {
        let layout = layout.0.as_deref();
        layout.map(|layout| Rc::new(Placement::new(layout, *narrow)))
    });
    let over = props.live.clone().filter(|live| live.is_over());
    let finished = use_memo(
        (Shared(props.predicted.clone()), Shared(over)),
        |(predicted, over)| Finished::of(predicted.0.as_deref(), over.0.as_deref()),
    );
    let on_current = {
        let current = current.clone();
        use_callback((), move |node, ()| current.set(node))
    };
    if nodes.is_empty() {
        return Html::default();
    }
    let Some((layout, placement)) = layout.zip((*placement).clone()) else {
        return html! { <p class="graph-note">{ words::too_large(language, &grouped(nodes.len() as u64)) }</p> };
    };
    let near = near(&layout, props.pointed);
    let states = states(props, &finished.timetable);
    let current = (*current).min(nodes.len() - 1);
    let edges = |only: Option<usize>| {
        html! {
            <Edges
                program={props.program.clone()}
                layout={layout.clone()}
                placement={placement.clone()}
                critical={finished.critical.clone()}
                {only}
            />
        }
    };
    let node_box = |node: usize| {
        html! {
            <NodeBox
                key={node}
                program={props.program.clone()}
                {node}
                centre={placement.nodes[node]}
                state={states.as_ref().map(|states| states[node])}
                is_critical={finished.critical.nodes.contains(&node)}
                is_pointed={props.pointed == Some(node)}
                is_near={near.contains(&node)}
                is_current={node == current}
            />
        }
    };
    html! {
        <Frame
            program={props.program.clone()}
            layout={layout.clone()}
            placement={placement.clone()}
            {narrow}
            stale={props.stale}
            label={summary(&layout, language)}
            has_pointed={props.pointed.is_some()}
            on_point={props.on_point.clone()}
            {on_current}
            edges={html! {
                <>
                    { edges(None) }
                    if let Some(node) = props.pointed { { edges(Some(node)) } }
                </>
            }}
            nodes={(0..nodes.len()).map(node_box).collect::<Html>()}
        />
    }
}

/// What is found of a run that is over, once: of the measured one, or else of the predicted one.
#[derive(Default)]
struct Finished {
    critical: Rc<Critical>,
    /// Made when a moment is first asked for.
    timetable: OnceCell<Timetable>,
}

impl Finished {
    fn of(predicted: Option<&Runs>, over: Option<&LiveRun>) -> Self {
        let critical = match (over, predicted) {
            (Some(over), _) => Critical::of(&over.runs().concurrent),
            (None, Some(predicted)) => Critical::of(&predicted.concurrent),
            (None, None) => Critical::default(),
        };
        Finished {
            critical: Rc::new(critical),
            timetable: OnceCell::new(),
        }
    }
}

/// What each node's tasks are up to: at the moment that was chosen, or else where the live run
/// is, or at its end. None where nothing runs and no moment was chosen, or another program runs.
fn states(props: &GraphPictureProps, timetable: &OnceCell<Timetable>) -> Option<Vec<NodeState>> {
    let live = props.live.as_ref().map(|live| live.runs());
    let runs = live.as_deref().or(props.predicted.as_deref())?;
    if runs.program() != &props.program {
        return None;
    }
    let trace = &runs.concurrent;
    let now_us = || {
        let live = props.live.as_ref()?;
        Some(live.time_us(Mode::Concurrent))
    };
    let at_us = props.at_us.or_else(now_us)?;
    let is_over = live.is_none() || props.live.as_ref().is_some_and(|live| live.is_over());
    let timetable = is_over.then(|| timetable.get_or_init(|| Timetable::of(trace)));
    let state = |node| NodeState {
        counts: match timetable {
            Some(timetable) => timetable.at(node, at_us),
            None => counts_at(trace, node, at_us),
        },
        progress: progress_of(trace, node, at_us),
    };
    Some((0..props.program.nodes().len()).map(state).collect())
}

fn progress_of(trace: &Trace, node: usize, at_us: u64) -> f64 {
    let program = trace.program();
    let row = &trace.rows()[program.tasks_of(node).start as usize];
    let steps = program.nodes()[node].steps.iter();
    progress(row, at_us, steps.map(|step| step.longest_us).sum())
}

/// The nodes that an edge ties to the one that is pointed at.
fn near(layout: &Layout, pointed: Option<usize>) -> HashSet<usize> {
    let edges = layout.edges.iter();
    let ties = edges.filter_map(|&(from, to)| match pointed? {
        node if node == from => Some(to),
        node if node == to => Some(from),
        _ => None,
    });
    ties.collect()
}

/// Whether the panel is narrow.
#[hook]
fn use_narrow() -> bool {
    let narrow = use_state_eq(|| false);
    {
        let narrow = narrow.clone();
        use_effect_with((), move |()| {
            let query = web_sys::window().and_then(|window| window.match_media(NARROW).ok()?);
            let listener = query.map(|query| {
                narrow.set(query.matches());
                EventListener::new(&query, "change", move |event| {
                    let query = event.target().and_then(|query| query.dyn_into().ok());
                    narrow.set(query.is_some_and(|query: MediaQueryList| query.matches()));
                })
            });
            move || drop(listener)
        });
    }
    *narrow
}

fn summary(layout: &Layout, language: Language) -> String {
    let nodes = match layout.nodes.len() {
        1 => words::one_node(language).to_owned(),
        count => words::nodes(language, &grouped(count as u64)),
    };
    let edges = match layout.edges.len() {
        1 => words::one_edge(language).to_owned(),
        count => words::edges(language, &grouped(count as u64)),
    };
    words::summary(language, &nodes, &edges)
}

mod placement;

use std::collections::HashSet;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{MediaQueryList, SvgElement};
use yew::prelude::*;

use crate::graph::{AfterMode, Layout, Node, Program};

use self::placement::Placement;
use super::same::{Shared, same};
use super::use_language;
use super::{LiveRun, Runs};
use crate::lettering::label::{columns, cut};
use crate::lettering::quantity::{grouped, short_duration};
use crate::trace::{Outcome, Trace, critical_path};
use crate::words::{Language, graph as words, page};

/// Where the panel is narrower than most pictures are.
const NARROW: &str = "(max-width: 900px)";

/// The columns of a node that its name, its number and its duration share.
const NODE_COLUMNS: usize = 17;

/// A name that is cut shorter than this takes the place of the duration.
const LEAST_COLUMNS: usize = 6;

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
    let picture = use_node_ref();
    let narrow = use_narrow();
    let nodes = props.program.nodes();
    let layout = props
        .layout
        .as_deref()
        .filter(|layout| layout.nodes.len() == nodes.len());
    let placement = layout.map(|layout| Placement::new(layout, narrow));
    let size = placement
        .as_ref()
        .map(|placement| (placement.width, placement.height, placement.first_share()));
    use_effect_with((picture.clone(), size), |(picture, size)| {
        if let (Some(picture), Some(size)) = (picture.cast(), size) {
            fit(&picture, *size);
        }
    });
    let over = props.live.as_ref().filter(|live| live.is_over()).cloned();
    let critical = use_memo(
        (Shared(props.predicted.clone()), Shared(over)),
        |(predicted, over)| {
            let measured = over
                .0
                .as_ref()
                .map(|live| Critical::of(&live.runs().concurrent));
            let predicted = || {
                predicted
                    .0
                    .as_ref()
                    .map(|runs| Critical::of(&runs.concurrent))
            };
            measured.or_else(predicted).unwrap_or_default()
        },
    );
    if nodes.is_empty() {
        return Html::default();
    }
    let Some((layout, placement)) = layout.zip(placement) else {
        return html! { <p class="graph-note">{ words::too_large(language, &grouped(nodes.len() as u64)) }</p> };
    };
    html! {
        <svg
            ref={picture}
            class={classes!("graph-picture", props.stale.then_some("stale"))}
            role="img"
            aria-label={summary(layout, language)}
            viewBox={placement.view_box()}
            preserveAspectRatio="xMidYMid meet"
        >
            if props.stale {
                <title>{ page::stale(language) }</title>
            }
            { for layout.edges.iter().map(|&edge| edge_curve(props, &critical, &placement, edge)) }
            { for (0..nodes.len()).map(|node| node_box(props, &critical, &placement, node)) }
        </svg>
    }
}

/// The nodes that the critical path leads through, and the ways between them.
#[derive(Default)]
struct Critical {
    nodes: HashSet<usize>,
    edges: HashSet<(usize, usize)>,
}

impl Critical {
    fn of(trace: &Trace) -> Self {
        let path = critical_path(trace);
        let program = trace.program();
        let places: Vec<usize> = (path.iter())
            .map(|part| program.node_of(part.task))
            .collect();
        Critical {
            edges: places.windows(2).map(|pair| (pair[0], pair[1])).collect(),
            nodes: places.into_iter().collect(),
        }
    }
}

/// Tells the styles how large the picture is at its full size, and brings the first node into
/// view, which is at the share `first` of the height.
fn fit(picture: &SvgElement, (width, height, first): (f64, f64, f64)) {
    let style = picture.style();
    // A property that cannot be set leaves the picture at the size of its panel.
    let _ = style.set_property("--width", &width.to_string());
    let _ = style.set_property("--height", &height.to_string());
    if let Some(panel) = picture.parent_element() {
        panel.set_scroll_left(0);
        let first = f64::from(panel.scroll_height()) * first;
        panel.set_scroll_top(first as i32 - panel.client_height() / 2);
    }
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

/// Where one of several is enough, the curves from them are broken.
fn edge_curve(
    props: &GraphPictureProps,
    critical: &Critical,
    placement: &Placement,
    edge: (usize, usize),
) -> Html {
    let lit = props
        .pointed
        .is_some_and(|node| node == edge.0 || node == edge.1);
    let any = props.program.nodes()[edge.1].after_mode != AfterMode::All;
    let critical = critical.edges.contains(&edge).then_some("critical");
    let class = classes!("edge", critical, lit.then_some("lit"), any.then_some("any"));
    html! { <path {class} d={placement.curve(edge)} /> }
}

fn node_box(
    props: &GraphPictureProps,
    critical: &Critical,
    placement: &Placement,
    place: usize,
) -> Html {
    let node = &props.program.nodes()[place];
    let (x, y) = placement.nodes[place];
    let (width, height) = (Layout::NODE_WIDTH, Layout::NODE_HEIGHT);
    let (left, top) = (x - width / 2.0, y - height / 2.0);
    let number = node
        .indices
        .map(|indices| format!(" ×{}", grouped(indices.count().into())));
    let number = number.unwrap_or_default();
    let total_us: u64 = node.steps.iter().map(|step| step.longest_us).sum();
    let is_drawn = node.steps.iter().any(|step| step.is_drawn());
    let at_most = if is_drawn { "≤ " } else { "" };
    let time = format!("{at_most}{}", short_duration(total_us));
    let mut room = NODE_COLUMNS.saturating_sub(columns(&number) + columns(&time));
    let has_time = room >= LEAST_COLUMNS || columns(&node.name) <= room;
    if !has_time {
        room += columns(&time) + 1;
    }
    let name = cut(&node.name, room);
    let lit = (props.pointed == Some(place)).then_some("lit");
    let point = |to: Option<usize>| props.on_point.reform(move |_: PointerEvent| to);
    let sheet = (node.task_count() > 1).then(|| {
        html! { <rect class="box" x={text(left + 5.0)} y={text(top - 5.0)}
        width={text(width)} height={text(height)} rx="7" /> }
    });
    html! {
        <g
            class={classes!("node", critical.nodes.contains(&place).then_some("critical"), lit, node.background.then_some("background"))}
            onpointerover={point(Some(place))}
            onpointerout={point(None)}
        >
            <title>{ format!("{}{number} · {time}", node.name) }</title>
            { sheet }
            <rect class="box" x={text(left)} y={text(top)}
                width={text(width)} height={text(height)} rx="7" />
            { for progress_line(props, node, place, (left, top)) }
            <text class="mono" x={text(left + 12.0)} y={text(y + 4.0)}>
                { name }<tspan class="number">{ number }</tspan>
            </text>
            if has_time {
                <text class="time" text-anchor="end" x={text(left + width - 11.0)} y={text(y + 4.0)}>
                    { time }
                </text>
            }
        </g>
    }
}

/// The line at a node's bottom: its steps in their colours, solid as far as its tasks are done.
fn progress_line(
    props: &GraphPictureProps,
    node: &Node,
    place: usize,
    (left, top): (f64, f64),
) -> Vec<Html> {
    let inset = 5.0;
    let room = Layout::NODE_WIDTH - 2.0 * inset;
    let y = text(top + Layout::NODE_HEIGHT - 4.0);
    let done = share(props, place);
    let total_us: u64 = node.steps.iter().map(|step| step.longest_us).sum();
    let mut lines = Vec::new();
    let mut begin = 0.0;
    for step in &node.steps {
        let end = begin + step.longest_us as f64 / total_us.max(1) as f64;
        let mut line = |from: f64, to: f64, class: &'static str| {
            if to > from {
                lines.push(html! {
                    <rect
                        class={classes!(class, step.kind.word())}
                        x={text(left + inset + from * room)} y={y.clone()}
                        width={text((to - from) * room)} height="2.5" rx="1"
                    />
                });
            }
        };
        line(begin, end, "ahead");
        line(begin, end.min(done), "done");
        begin = end;
    }
    lines
}

/// The share of a node's tasks that are done: at the moment that was chosen, or else as far as the
/// live run is. Where another program runs, none are.
fn share(props: &GraphPictureProps, place: usize) -> f64 {
    let live = props.live.as_ref().map(|live| live.runs());
    let Some(runs) = live.as_deref().or(props.predicted.as_deref()) else {
        return 0.0;
    };
    if runs.program() != &props.program {
        return 0.0;
    }
    let done = match props.at_us {
        Some(at_us) => done_by(&runs.concurrent, place, at_us),
        None if live.is_some() => runs.concurrent.done_of(place),
        None => 0,
    };
    f64::from(done) / f64::from(props.program.nodes()[place].task_count())
}

/// How many tasks of a node are done by `at_us`.
fn done_by(trace: &Trace, place: usize, at_us: u64) -> u32 {
    let tasks = trace.program().tasks_of(place);
    let rows = &trace.rows()[tasks.start as usize..tasks.end as usize];
    let done = rows.iter().filter(|row| {
        row.outcome == Some(Outcome::Done) && row.end_us.is_some_and(|end_us| end_us <= at_us)
    });
    done.count() as u32
}

fn text(length: f64) -> String {
    format!("{length:.1}")
}

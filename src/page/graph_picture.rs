use std::rc::Rc;

use web_sys::SvgElement;
use yew::prelude::*;

use crate::graph::{Layout, Node, Program};

use super::LiveRun;
use super::label::{columns, cut};
use super::quantity::{grouped, short_duration};
use super::same::same;

const STALE: &str = "of the last program without mistakes";

/// The room around the outermost nodes.
const MARGIN: f64 = 14.0;

/// The columns of a node that its name, its number and its duration share.
const NODE_COLUMNS: usize = 17;

/// What [`GraphPicture`] shows.
#[derive(Clone, Properties)]
pub struct GraphPictureProps {
    /// The program.
    pub program: Rc<Program>,
    /// Where its nodes go; none where there are too many.
    #[prop_or_default]
    pub layout: Option<Rc<Layout>>,
    /// The live run, where there is one.
    #[prop_or_default]
    pub live: Option<Rc<LiveRun>>,
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
            && same(&self.live, &other.live)
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
    let picture = use_node_ref();
    let size = props.layout.as_deref().map_or((0.0, 0.0), size);
    use_effect_with((picture.clone(), size), |(picture, (width, height))| {
        if let Some(picture) = picture.cast::<SvgElement>() {
            let style = picture.style();
            // A property that cannot be set leaves the picture at the size of its panel.
            let _ = style.set_property("--width", &width.to_string());
            let _ = style.set_property("--height", &height.to_string());
        }
    });
    let nodes = props.program.nodes();
    if nodes.is_empty() {
        return Html::default();
    }
    let Some(layout) = props
        .layout
        .as_ref()
        .filter(|layout| layout.nodes.len() == nodes.len())
    else {
        return html! { <p class="graph-note">{ too_large(nodes.len()) }</p> };
    };
    let (width, height) = size;
    html! {
        <svg
            ref={picture}
            class={classes!("graph-picture", props.stale.then_some("stale"))}
            role="img"
            aria-label={summary(layout)}
            viewBox={format!("{0} {0} {width} {height}", -MARGIN)}
            preserveAspectRatio="xMidYMid meet"
        >
            if props.stale {
                <title>{ STALE }</title>
            }
            { for layout.edges.iter().map(|&edge| edge_curve(layout, edge, props.pointed)) }
            { for (0..nodes.len()).map(|node| node_box(props, layout, node)) }
        </svg>
    }
}

fn size(layout: &Layout) -> (f64, f64) {
    (layout.width + 2.0 * MARGIN, layout.height + 2.0 * MARGIN)
}

fn summary(layout: &Layout) -> String {
    let count = |number: usize, one: &str, more: &str| {
        format!(
            "{} {}",
            grouped(number as u64),
            if number == 1 { one } else { more }
        )
    };
    format!(
        "Graph: {}, {}",
        count(layout.nodes.len(), "node", "nodes"),
        count(layout.edges.len(), "edge", "edges")
    )
}

fn too_large(count: usize) -> String {
    format!(
        "The graph of {} nodes is too large to draw here.",
        grouped(count as u64)
    )
}

fn edge_curve(layout: &Layout, (from, to): (usize, usize), pointed: Option<usize>) -> Html {
    let half = Layout::NODE_WIDTH / 2.0;
    let (x, y) = (layout.nodes[from].0 + half, layout.nodes[from].1);
    let (to_x, to_y) = (layout.nodes[to].0 - half, layout.nodes[to].1);
    let bend = ((to_x - x) / 2.0).min(90.0);
    let d = format!(
        "M{x} {y}C{} {y} {} {to_y} {to_x} {to_y}",
        x + bend,
        to_x - bend
    );
    let lit = pointed.is_some_and(|node| node == from || node == to);
    html! { <path class={classes!("edge", lit.then_some("lit"))} {d} /> }
}

fn node_box(props: &GraphPictureProps, layout: &Layout, place: usize) -> Html {
    let node = &props.program.nodes()[place];
    let (x, y) = layout.nodes[place];
    let (width, height) = (Layout::NODE_WIDTH, Layout::NODE_HEIGHT);
    let (left, top) = (x - width / 2.0, y - height / 2.0);
    let number = node
        .indices
        .map(|indices| format!(" ×{}", grouped(indices.count().into())));
    let number = number.unwrap_or_default();
    let total_us: u64 = node.steps.iter().map(|step| step.duration_us).sum();
    let time = short_duration(total_us);
    let taken = columns(&number) + columns(&time);
    let name = cut(&node.name, NODE_COLUMNS.saturating_sub(taken));
    let lit = (props.pointed == Some(place)).then_some("lit");
    let point = |to: Option<usize>| props.on_point.reform(move |_: PointerEvent| to);
    let sheet = (node.task_count() > 1).then(|| {
        html! { <rect class="box" x={text(left + 5.0)} y={text(top - 5.0)}
        width={text(width)} height={text(height)} rx="7" /> }
    });
    html! {
        <g
            class={classes!("node", lit)}
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
            <text class="time" text-anchor="end" x={text(left + width - 11.0)} y={text(y + 4.0)}>
                { time }
            </text>
        </g>
    }
}

/// The line at a node's bottom: its steps in their colours, solid as far as its tasks have ended.
fn progress_line(
    props: &GraphPictureProps,
    node: &Node,
    place: usize,
    (left, top): (f64, f64),
) -> Vec<Html> {
    let inset = 5.0;
    let room = Layout::NODE_WIDTH - 2.0 * inset;
    let y = text(top + Layout::NODE_HEIGHT - 4.0);
    let ended = props
        .live
        .as_ref()
        .map_or(0.0, |live| share(live, props, place));
    let total_us: u64 = node.steps.iter().map(|step| step.duration_us).sum();
    let mut lines = Vec::new();
    let mut begin = 0.0;
    for step in &node.steps {
        let end = begin + step.duration_us as f64 / total_us.max(1) as f64;
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
        line(begin, end.min(ended), "ended");
        begin = end;
    }
    lines
}

/// The share of a node's tasks that have ended.
fn share(live: &LiveRun, props: &GraphPictureProps, place: usize) -> f64 {
    let runs = live.runs();
    let tasks = props.program.tasks_of(place);
    let Some(rows) = runs
        .concurrent
        .rows()
        .get(tasks.start as usize..tasks.end as usize)
    else {
        return 0.0;
    };
    let ended = rows.iter().filter(|row| row.end_us.is_some()).count();
    ended as f64 / rows.len().max(1) as f64
}

fn text(length: f64) -> String {
    format!("{length:.1}")
}

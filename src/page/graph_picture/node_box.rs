use std::rc::Rc;

use yew::prelude::*;

use crate::graph::{Layout, Node, Program};
use crate::lettering::label::{columns, cut};
use crate::lettering::quantity::{grouped, short_duration};
use crate::page::use_language;
use crate::words::{Language, graph as words};

use super::state::{Counts, State};

/// The columns of a node that its name, its number and its duration share.
const NODE_COLUMNS: usize = 17;

/// A name that is cut shorter than this takes the place of the duration.
const LEAST_COLUMNS: usize = 6;

/// As many of the tasks that a node comes after are named one by one.
const NAMES_TOLD: usize = 4;

/// What a node's tasks are up to at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeState {
    /// How many of them are in which state.
    pub counts: Counts,
    /// How far a single task is from its start to its end, as a share.
    pub progress: f64,
}

/// What [`NodeBox`] shows.
#[derive(Clone, Properties)]
pub struct NodeBoxProps {
    /// The program.
    pub program: Rc<Program>,
    /// Which of its nodes.
    pub node: usize,
    /// The box's middle.
    pub centre: (f64, f64),
    /// What its tasks are up to, where a moment is shown.
    pub state: Option<NodeState>,
    /// Whether the critical path leads through it.
    pub is_critical: bool,
    /// Whether it is pointed at.
    pub is_pointed: bool,
    /// Whether an edge ties it to the one that is pointed at.
    pub is_near: bool,
    /// Whether the Tab key leads to it.
    pub is_current: bool,
}

impl PartialEq for NodeBoxProps {
    fn eq(&self, other: &Self) -> bool {
        let flags = |props: &Self| {
            [
                props.is_critical,
                props.is_pointed,
                props.is_near,
                props.is_current,
            ]
        };
        Rc::ptr_eq(&self.program, &other.program)
            && self.node == other.node
            && self.centre == other.centre
            && self.state == other.state
            && flags(self) == flags(other)
    }
}

/// A node: its name, how many it stands for and how long they take; or, at a moment, what they
/// are up to.
#[component]
pub fn NodeBox(props: &NodeBoxProps) -> Html {
    let language = use_language();
    let node = &props.program.nodes()[props.node];
    let (left, top) = corner(props.centre);
    let right = left + Layout::NODE_WIDTH;
    let line = length(props.centre.1 + 4.0);
    let Lettering { name, number, end } = Lettering::of(node, props.state);
    let state = props.state.map(|state| state.counts.overall());
    let label = label(props, language);
    let class = classes!(
        "node",
        props.is_critical.then_some("critical"),
        props.is_pointed.then_some("lit"),
        props.is_near.then_some("near"),
        node.background.then_some("background"),
        state.map(State::class),
    );
    html! {
        <g
            {class}
            role="listitem"
            tabindex={if props.is_current { "0" } else { "-1" }}
            aria-label={label.clone()}
            data-node={props.node.to_string()}
        >
            <title>{ label }</title>
            if node.task_count() > 1 {
                { rectangle("box sheet", (left + 5.0, top - 5.0)) }
            }
            { rectangle("box", (left, top)) }
            { for bottom_line(props, node, (left, top)) }
            <text class="mono" x={length(left + 12.0)} y={line.clone()}>
                { name }<tspan class="number">{ number }</tspan>
            </text>
            if let Some(end) = end {
                <text class="time" text-anchor="end" x={length(right - 11.0)} y={line}>{ end }</text>
            }
            if let Some(state) = state {
                <g class="badge" transform={format!("translate({left:.1} {top:.1})")}>
                    <circle r="7" />
                    <path d={state.mark()} />
                </g>
            }
        </g>
    }
}

fn corner((x, y): (f64, f64)) -> (f64, f64) {
    (x - Layout::NODE_WIDTH / 2.0, y - Layout::NODE_HEIGHT / 2.0)
}

fn rectangle(class: &'static str, (left, top): (f64, f64)) -> Html {
    html! {
        <rect {class} x={length(left)} y={length(top)}
            width={length(Layout::NODE_WIDTH)} height={length(Layout::NODE_HEIGHT)} rx="7" />
    }
}

/// What is written in a box.
struct Lettering {
    name: String,
    number: String,
    /// At the right: the duration, or of a family how many are done. None where there is no room.
    end: Option<String>,
}

impl Lettering {
    fn of(node: &Node, state: Option<NodeState>) -> Self {
        let (number, time) = (number(node), time(node));
        let end = match state {
            Some(state) if node.task_count() > 1 => {
                let count = |count: u32| grouped(count.into());
                let done = state.counts.of(State::Done);
                format!("{}/{}", count(done), count(node.task_count()))
            }
            _ => match is_drawn(node) {
                true => format!("≤ {time}"),
                false => time,
            },
        };
        let mut room = NODE_COLUMNS.saturating_sub(columns(&number) + columns(&end));
        let has_end = room >= LEAST_COLUMNS || columns(&node.name) <= room;
        if !has_end {
            room += columns(&end) + 1;
        }
        Lettering {
            name: cut(&node.name, room),
            number,
            end: (has_end && !end.is_empty()).then_some(end),
        }
    }
}

/// How many tasks a family stands for, as it is written after its name.
fn number(node: &Node) -> String {
    let number = |count: u32| format!(" ×{}", grouped(count.into()));
    node.indices
        .map_or(String::new(), |indices| number(indices.count()))
}

fn total_us(node: &Node) -> u64 {
    node.steps.iter().map(|step| step.longest_us).sum()
}

/// How long its steps take, at most where that is drawn. Nothing stands there of a Python program,
/// of which that is not known.
fn time(node: &Node) -> String {
    match total_us(node) {
        0 => String::new(),
        total_us => short_duration(total_us),
    }
}

fn is_drawn(node: &Node) -> bool {
    node.steps.iter().any(|step| step.is_drawn())
}

/// All that is known of a node, in a line.
fn label(props: &NodeBoxProps, language: Language) -> String {
    let nodes = props.program.nodes();
    let node = &nodes[props.node];
    let time = time(node);
    let mut parts = vec![
        format!("{}{}", node.name, number(node)),
        match is_drawn(node) {
            true => words::at_most(language, &time),
            false => time,
        },
    ];
    parts.retain(|part| !part.is_empty());
    if !node.after.is_empty() {
        let mut befores: Vec<usize> = node.after.iter().map(|after| after.node()).collect();
        befores.dedup();
        let told = befores.iter().take(NAMES_TOLD);
        let names: Vec<&str> = told.map(|&before| nodes[before].name.as_str()).collect();
        let names = names.join(", ");
        parts.push(words::node_after(
            language,
            &match befores.len().saturating_sub(NAMES_TOLD) {
                0 => names,
                more => words::more_names(language, &names, &grouped(more as u64)),
            },
        ));
    }
    if node.background {
        parts.push(words::background(language).to_owned());
    }
    if props.is_critical {
        parts.push(words::on_critical_path(language).to_owned());
    }
    if let Some(state) = props.state {
        say_state(&mut parts, node, state.counts, language);
    }
    parts.join(", ")
}

fn say_state(parts: &mut Vec<String>, node: &Node, counts: Counts, language: Language) {
    if node.task_count() == 1 {
        parts.push(counts.overall().say(language).to_owned());
        return;
    }
    let count = |count: u32| grouped(count.into());
    let (done, all) = (count(counts.of(State::Done)), count(counts.total()));
    parts.push(words::done_of(language, &done, &all));
    let others = counts.present().filter(|&(state, _)| state != State::Done);
    parts.extend(
        others
            .map(|(state, number)| words::counted(language, &count(number), &state.say(language))),
    );
}

/// The line at a node's bottom: of a family at a moment how many are in which state; else its
/// steps in their colours, solid as far as a single task has come.
fn bottom_line(props: &NodeBoxProps, node: &Node, (left, top): (f64, f64)) -> Vec<Html> {
    let inset = 5.0;
    let room = Layout::NODE_WIDTH - 2.0 * inset;
    let bottom = top + Layout::NODE_HEIGHT - 1.5;
    let mut parts = Vec::new();
    let mut part = |class: Classes, from: f64, to: f64, high: f64| {
        if to > from {
            parts.push(html! {
                <rect {class} x={length(left + inset + from * room)} y={length(bottom - high)}
                    width={length((to - from) * room)} height={length(high)} rx="1" />
            });
        }
    };
    let mut begin = 0.0;
    if let Some(state) = props.state.filter(|_| node.task_count() > 1) {
        let total = f64::from(state.counts.total().max(1));
        for (state, count) in state.counts.present() {
            let end = begin + f64::from(count) / total;
            part(
                classes!("share", state.class()),
                begin,
                end,
                height_of(state),
            );
            begin = end;
        }
        return parts;
    }
    let progress = props.state.map_or(0.0, |state| state.progress);
    let total_us = total_us(node).max(1);
    for step in &node.steps {
        let end = begin + step.longest_us as f64 / total_us as f64;
        part(classes!("ahead", step.kind.word()), begin, end, 2.5);
        part(
            classes!("done", step.kind.word()),
            begin,
            end.min(progress),
            2.5,
        );
        begin = end;
    }
    parts
}

/// How high a state's share of a family is drawn: what is over stands out from what goes on, and
/// that from what is still to come, without any colour.
fn height_of(state: State) -> f64 {
    match state {
        State::Ahead => 1.0,
        State::Waiting => 2.0,
        State::Running => 3.0,
        _ => 4.5,
    }
}

fn length(length: f64) -> String {
    format!("{length:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn props(text: &str, node: usize, states: &[State]) -> NodeBoxProps {
        let program = crate::notation::parse(text).expect("no mistake").program;
        let mut counts = Counts::default();
        for &state in states {
            counts.add(state, 1);
        }
        NodeBoxProps {
            program: Rc::new(program),
            node,
            centre: (0.0, 0.0),
            state: (!states.is_empty()).then_some(NodeState {
                counts,
                progress: 0.0,
            }),
            is_critical: true,
            is_pointed: false,
            is_near: false,
            is_current: false,
        }
    }

    const TEXT: &str = "user: io 1s\nposts[1..3]: io 400ms after user";

    #[test]
    fn a_nodes_name_says_all_that_its_box_shows() {
        use State::{Ahead, Done, Running};
        let plain = label(&props(TEXT, 1, &[]), Language::English);
        assert_eq!(plain, "posts ×3, 400 ms, after user, on the critical path");
        let at = label(&props(TEXT, 1, &[Done, Running, Ahead]), Language::English);
        assert!(
            at.ends_with("done 1 of 3, 1 running, 1 not started"),
            "{at}"
        );
        let single = label(&props(TEXT, 0, &[Done]), Language::Korean);
        assert_eq!(single, "user, 1 s, 임계 경로에 있음, 완료");
    }

    #[test]
    fn at_a_moment_a_family_says_how_many_are_done() {
        let props = props(TEXT, 1, &[State::Done, State::Done, State::Ahead]);
        let lettering = Lettering::of(&props.program.nodes()[1], props.state);
        assert_eq!(lettering.end.as_deref(), Some("2/3"));
        let lettering = Lettering::of(&props.program.nodes()[1], None);
        assert_eq!(lettering.end.as_deref(), Some("400 ms"));
    }
}

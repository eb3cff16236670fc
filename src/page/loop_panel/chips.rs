use std::rc::Rc;

use yew::prelude::*;

use crate::graph::{Program, TaskIndex};
use crate::page::Pointed;

/// So many tasks of a list are shown; of the others there is the number.
pub const SHOWN: usize = 6;

/// A task in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The task.
    pub task: TaskIndex,
    /// What is said of it.
    pub note: Option<String>,
    /// What it does, for its colour.
    pub class: Option<&'static str>,
}

impl Chip {
    /// A task of which nothing else is said.
    pub fn plain(task: TaskIndex) -> Self {
        Chip {
            task,
            note: None,
            class: None,
        }
    }
}

/// What [`Chips`] lists.
#[derive(Properties)]
pub struct ChipsProps {
    /// The program that the tasks are of.
    pub program: Rc<Program>,
    /// The tasks that are shown.
    pub chips: Vec<Chip>,
    /// How many more there are.
    pub more: usize,
    /// What is pointed at.
    pub pointed: Option<Pointed>,
    /// A task is pointed at, or none.
    pub on_point: Callback<Option<TaskIndex>>,
}

impl PartialEq for ChipsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.program, &other.program)
            && self.chips == other.chips
            && self.more == other.more
            && self.pointed == other.pointed
            && self.on_point == other.on_point
    }
}

/// Tasks in their order.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    if props.chips.is_empty() {
        return html! { <span class="loop-none">{ "–" }</span> };
    }
    html! {
        <ol class="chips">
            { for props.chips.iter().map(|chip| item(props, chip)) }
            if props.more > 0 {
                <li class="chips-more">{ format!("+{}", props.more) }</li>
            }
        </ol>
    }
}

fn item(props: &ChipsProps, chip: &Chip) -> Html {
    let task = chip.task;
    let pointed = props.pointed.map(|pointed| pointed.tasks(&props.program));
    let lit = pointed.is_some_and(|tasks| tasks.contains(&task));
    let point = |to: Option<TaskIndex>| props.on_point.reform(move |_: PointerEvent| to);
    html! {
        <li
            class={classes!("chip", chip.class, lit.then_some("lit"))}
            onpointerenter={point(Some(task))}
            onpointerleave={point(None)}
        >
            { props.program.task_name(task) }
            if let Some(note) = &chip.note {
                <small>{ note }</small>
            }
        </li>
    }
}

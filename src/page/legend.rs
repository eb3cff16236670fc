use std::rc::Rc;

use yew::prelude::*;

use crate::graph::{Fails, Program, StepKind};
use crate::trace::SpanKind;

use super::same::same;

const CRITICAL_PATH: &str = "critical path";

/// What [`Legend`] is of.
#[derive(Clone, Properties)]
pub struct LegendProps {
    /// The program whose kinds it names.
    #[prop_or_default]
    pub program: Option<Rc<Program>>,
}

impl PartialEq for LegendProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.program, &other.program)
    }
}

/// What the colours and patterns mean, of those that the program can show.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let Some(program) = &props.program else {
        return Html::default();
    };
    let kinds = shown_kinds(program);
    html! {
        <ul class="legend">
            { for kinds.into_iter().map(|kind| html! {
                <li>
                    <span class={classes!("swatch", swatch(kind))} aria-hidden="true" />
                    { name(kind) }
                </li>
            }) }
            if program.task_count() > 0 {
                <li>
                    <span class="swatch path" aria-hidden="true" />
                    { CRITICAL_PATH }
                </li>
            }
        </ul>
    }
}

/// What a task that does this is said to do.
pub fn name(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Step(step) => step.word(),
        SpanKind::WaitingForTask => "waiting for a task",
        SpanKind::WaitingForPool => "waiting for a pool",
        SpanKind::WaitingForThread => "waiting for a thread",
        SpanKind::Backoff => "backoff",
        SpanKind::Ready => "ready, loop busy",
    }
}

fn swatch(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Step(step) => step.word(),
        SpanKind::WaitingForTask => "task",
        SpanKind::WaitingForPool => "pool",
        SpanKind::WaitingForThread => "threads",
        SpanKind::Backoff => "backoff",
        SpanKind::Ready => "ready",
    }
}

/// The kinds that a run of `program` can show, in order of [`SpanKind::ALL`].
fn shown_kinds(program: &Program) -> Vec<SpanKind> {
    let nodes = program.nodes();
    let holds = |step: StepKind| matches!(step, StepKind::Cpu | StepKind::Block);
    let in_threads: u64 = (nodes.iter())
        .filter(|node| node.steps.iter().any(|step| step.kind == StepKind::Thread))
        .map(|node| u64::from(node.task_count()))
        .sum();
    let has = |step: &dyn Fn(StepKind) -> bool| {
        let mut steps = nodes.iter().flat_map(|node| &node.steps);
        steps.any(|each| step(each.kind))
    };
    let shows = |kind: &SpanKind| match *kind {
        SpanKind::Step(wanted) => has(&|step| step == wanted),
        SpanKind::WaitingForTask => nodes.iter().any(|node| !node.after.is_empty()),
        SpanKind::WaitingForPool => nodes.iter().any(|node| !node.using.is_empty()),
        SpanKind::WaitingForThread => in_threads > u64::from(program.settings().threads),
        SpanKind::Backoff => nodes.iter().any(|node| {
            let waits = node.retry.is_some_and(|retry| retry.backoff_us > Some(0));
            waits && (node.fails != Fails::Never || node.timeout_us.is_some())
        }),
        SpanKind::Ready => program.task_count() > 1 && has(&holds),
    };
    SpanKind::ALL.into_iter().filter(shows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Node, Step};

    fn task(kind: StepKind, using: Vec<usize>) -> Node {
        Node {
            name: format!("{kind:?}"),
            steps: vec![Step::of(kind, 1)],
            using,
            ..Node::default()
        }
    }

    #[test]
    fn only_what_can_happen_is_named() {
        let program = Program::new(Vec::new(), vec![task(StepKind::Io, Vec::new())]);
        assert_eq!(shown_kinds(&program), [SpanKind::Step(StepKind::Io)]);
    }

    #[test]
    fn a_held_loop_makes_others_wait_for_it() {
        let nodes = vec![
            task(StepKind::Io, vec![0]),
            task(StepKind::Block, Vec::new()),
        ];
        assert_eq!(
            shown_kinds(&Program::new(Vec::new(), nodes)),
            [
                SpanKind::Step(StepKind::Io),
                SpanKind::Step(StepKind::Block),
                SpanKind::WaitingForPool,
                SpanKind::Ready,
            ]
        );
    }
}

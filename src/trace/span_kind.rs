use serde::{Deserialize, Serialize};

use crate::graph::{Fails, Program, StepKind};
use crate::words::{Language, python, timeline as words};

/// What a task can be doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SpanKind {
    /// A step of its program.
    Step(StepKind),
    /// It waits for the tasks that it comes after.
    WaitingForTask,
    /// It waits for a place in a pool.
    WaitingForPool,
    /// It waits for a thread of the executor.
    WaitingForThread,
    /// It waits before a further attempt.
    Backoff,
    /// It could go on, but the loop is busy with another.
    Ready,
}

impl SpanKind {
    /// Every kind, in the order in which a legend names them.
    pub const ALL: [SpanKind; 9] = [
        SpanKind::Step(StepKind::Io),
        SpanKind::Step(StepKind::Cpu),
        SpanKind::Step(StepKind::Block),
        SpanKind::Step(StepKind::Thread),
        SpanKind::WaitingForTask,
        SpanKind::WaitingForPool,
        SpanKind::WaitingForThread,
        SpanKind::Backoff,
        SpanKind::Ready,
    ];

    /// Whether it is the program's own time, a step or a backoff, rather than a wait for others.
    pub fn takes_its_own_time(self) -> bool {
        matches!(self, SpanKind::Step(_) | SpanKind::Backoff)
    }

    /// What a task that does this is said to do.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            SpanKind::Step(step) => step.word(),
            SpanKind::WaitingForTask => words::waiting_for_task(language),
            SpanKind::WaitingForPool => words::waiting_for_pool(language),
            SpanKind::WaitingForThread => words::waiting_for_thread(language),
            SpanKind::Backoff => words::backoff(language),
            SpanKind::Ready => words::ready(language),
        }
    }

    /// What a task of a Python program that does this is said to do.
    pub fn say_of_python(self, language: Language) -> &'static str {
        match self {
            SpanKind::WaitingForPool => python::waiting_for_pool(language),
            _ => self.say(language),
        }
    }

    /// The kinds that a run of `program` can show, in order of [`SpanKind::ALL`].
    pub fn shown_by(program: &Program) -> Vec<SpanKind> {
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

    /// The kinds that a run of a Python program can show, in order of [`SpanKind::ALL`]: `program`
    /// is what its runs have shown of it.
    pub fn shown_by_python(program: &Program) -> Vec<SpanKind> {
        let shown = SpanKind::shown_by(program);
        let shows = |kind: &SpanKind| match kind {
            SpanKind::WaitingForTask => program.task_count() > 1,
            SpanKind::WaitingForPool => !program.pools().is_empty(),
            _ => shown.contains(kind),
        };
        SpanKind::ALL.into_iter().filter(shows).collect()
    }
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
        assert_eq!(SpanKind::shown_by(&program), [SpanKind::Step(StepKind::Io)]);
    }

    #[test]
    fn a_held_loop_makes_others_wait_for_it() {
        let nodes = vec![
            task(StepKind::Io, vec![0]),
            task(StepKind::Block, Vec::new()),
        ];
        assert_eq!(
            SpanKind::shown_by(&Program::new(Vec::new(), nodes)),
            [
                SpanKind::Step(StepKind::Io),
                SpanKind::Step(StepKind::Block),
                SpanKind::WaitingForPool,
                SpanKind::Ready,
            ]
        );
    }
}

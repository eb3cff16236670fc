use crate::graph::{AfterMode, Fails, Node, OnFailure, Program, StepKind};

/// What a program's script has to have.
pub(super) struct Needs {
    /// The first failure cancels all others: `asyncio.TaskGroup`.
    pub(super) task_group: bool,
    /// An attempt may fail as the program says (`fails`).
    pub(super) failed: bool,
    /// An attempt may be stopped at its timeout.
    pub(super) timeout: bool,
    /// A task may end in another way than `done`.
    pub(super) outcomes: bool,
    /// A task may be skipped.
    pub(super) skipped: bool,
    /// Some task waits for all, for any, for the first of others.
    pub(super) after: [bool; 3],
    /// Durations are drawn.
    pub(super) durations: bool,
    /// Chances are drawn.
    pub(super) chances: bool,
    /// Some task is a background one.
    pub(super) background: bool,
    /// Some task is not.
    pub(super) foreground: bool,
    /// Some step runs in the executor.
    pub(super) thread: bool,
    /// Some step computes.
    pub(super) cpu: bool,
    /// For each node, whether its tasks are looked up by their names.
    pub(super) kept: Vec<bool>,
}

impl Needs {
    pub(super) fn of(program: &Program) -> Self {
        let nodes = program.nodes();
        let any = |is: &dyn Fn(&Node) -> bool| nodes.iter().any(is);
        let step = |kind| any(&|node| node.steps.iter().any(|step| step.kind == kind));
        let after = [AfterMode::All, AfterMode::Any, AfterMode::First]
            .map(|mode| any(&|node| !node.after.is_empty() && node.after_mode == mode));
        let task_group = program.settings().on_failure == OnFailure::Cancel;
        let failed = any(&|node| Failing::of(node) != Failing::Never);
        let timeout = any(&|node| node.timeout_us.is_some());
        let background = any(&|node| node.background);
        let races = after[2];
        let skipped = races || !task_group && (failed || timeout) && after.contains(&true);
        let mut kept = vec![!task_group || background; nodes.len()];
        for reference in nodes.iter().flat_map(|node| &node.after) {
            kept[reference.node()] = true;
        }
        Needs {
            task_group,
            failed,
            timeout,
            outcomes: failed || timeout || background || races,
            skipped,
            after,
            durations: any(&|node| node.steps.iter().any(|step| step.is_drawn())),
            chances: any(&|node| matches!(Failing::of(node), Failing::Chance(_))),
            background,
            foreground: any(&|node| !node.background),
            thread: step(StepKind::Thread),
            cpu: step(StepKind::Cpu),
            kept,
        }
    }

    /// Whether a task can fail.
    pub(super) fn can_fail(&self) -> bool {
        self.failed || self.timeout
    }

    /// What a failed attempt can raise; none where none can fail.
    pub(super) fn exceptions(failed: bool, timeout: bool) -> Option<&'static str> {
        match (failed, timeout) {
            (true, true) => Some("(Failed, TimeoutError)"),
            (true, false) => Some("Failed"),
            (false, true) => Some("TimeoutError"),
            (false, false) => None,
        }
    }
}

/// Which of a task's attempts fail, of those that it has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Failing {
    Never,
    Always,
    /// The first so many, and not all.
    First(u32),
    /// Each with this chance, in millionths, neither none nor all.
    Chance(u32),
}

impl Failing {
    pub(super) fn of(node: &Node) -> Self {
        match node.fails {
            Fails::Never | Fails::First(0) | Fails::Chance { millionths: 0 } => Failing::Never,
            Fails::Always => Failing::Always,
            Fails::First(count) if count >= node.attempts() => Failing::Always,
            Fails::First(count) => Failing::First(count),
            Fails::Chance { millionths } if millionths >= 1_000_000 => Failing::Always,
            Fails::Chance { millionths } => Failing::Chance(millionths),
        }
    }
}

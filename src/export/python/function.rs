//! A line of the notation as a coroutine function.

use crate::graph::{AfterMode, Node, Step, StepKind};
use crate::notation;

use super::Export;
use super::layout::Lines;
use super::literal;
use super::needs::{Failing, Needs};

impl Export<'_> {
    /// The function of a task, or of all members of a family.
    pub(super) fn function(&self, place: usize, lines: &mut Lines) {
        let name = &self.names.functions[place];
        let node = &self.program.nodes()[place];
        let parameter = node.indices.map_or("", |_| "i");
        lines.begin_definition();
        if self.needs.outcomes {
            lines.push(0, "@reported");
        }
        lines.push(0, &format!("async def {name}({parameter}):"));
        lines.push_docstring(1, &notation::print_node(self.program, place));
        if node.steps.iter().any(|step| step.kind == StepKind::Thread) {
            lines.push(1, "loop = asyncio.get_running_loop()");
        }
        self.wait(node, lines);
        self.attempts(node, lines);
        if !self.needs.outcomes {
            lines.push(1, "report(\"done\")");
        }
    }

    /// The wait for what it comes after.
    fn wait(&self, node: &Node, lines: &mut Lines) {
        if node.after.is_empty() {
            return;
        }
        let (callee, further): (_, &[&str]) = match (self.needs.skipped, node.after_mode) {
            (true, AfterMode::All) => ("all_of", &[]),
            (true, AfterMode::Any) => ("any_of", &[]),
            (_, AfterMode::First) => ("first_of", &[]),
            (false, AfterMode::All) => ("asyncio.wait", &[]),
            (false, AfterMode::Any) => ("asyncio.wait", &["return_when=asyncio.FIRST_COMPLETED"]),
        };
        let items = node.after.iter().map(|&reference| self.tasks(reference));
        let items: Vec<String> = match node.after.len() {
            1 => items.map(|(tasks, _)| tasks).collect(),
            _ => items
                .map(|(tasks, are_many)| {
                    if are_many {
                        format!("*({tasks})")
                    } else {
                        tasks
                    }
                })
                .collect(),
        };
        lines.push_call(1, &format!("await {callee}"), &items, further);
    }

    /// All attempts: one, or a loop of them.
    fn attempts(&self, node: &Node, lines: &mut Lines) {
        let failing = Failing::of(node);
        let exceptions = Needs::exceptions(failing != Failing::Never, node.timeout_us.is_some());
        let retry = node.retry.filter(|retry| retry.count > 0);
        let (Some(retry), Some(exceptions)) = (retry, exceptions) else {
            return self.attempt(node, Counted::No, 1, lines);
        };
        lines.push(1, &format!("for attempt in range({}):", retry.count + 1));
        lines.push(2, "try:");
        self.attempt(node, Counted::Yes, 3, lines);
        lines.push(2, &format!("except {exceptions}:"));
        lines.push(3, &format!("if attempt == {}:", retry.count));
        lines.push(4, "raise");
        if let Some(backoff_us) = retry.backoff_us {
            let seconds = match backoff_us {
                0 => "0".to_owned(),
                _ => format!("{} * 2**attempt", literal::seconds(backoff_us)),
            };
            lines.push(3, &format!("await asyncio.sleep({seconds})"));
        }
        if failing != Failing::Always {
            lines.push(2, "else:");
            lines.push(3, "return");
        }
    }

    /// One attempt: the pools, the timeout, the steps.
    fn attempt(&self, node: &Node, counted: Counted, depth: usize, lines: &mut Lines) {
        let pools = node.using.iter();
        let mut managers: Vec<String> = pools
            .map(|&pool| self.names.semaphores[pool].clone())
            .collect();
        managers.extend(node.timeout_us.map(|timeout_us| {
            let seconds = literal::seconds(timeout_us);
            format!("asyncio.timeout({seconds})")
        }));
        let mut inner = depth;
        if !managers.is_empty() {
            push_managers(depth, &managers, lines);
            inner += 1;
        }
        let event = match counted {
            Counted::No => "\"started\"",
            Counted::Yes => "f\"retry {attempt}\" if attempt else \"started\"",
        };
        lines.push(inner, &format!("report({event})"));
        for (place, &step) in node.steps.iter().enumerate() {
            self::step(step, place, counted, inner, lines);
        }
        failure(Failing::of(node), counted, inner, lines);
    }
}

/// Whether there is an `attempt` to speak of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    No,
    Yes,
}

fn push_managers(depth: usize, managers: &[String], lines: &mut Lines) {
    let line = format!("async with {}:", managers.join(", "));
    if Lines::has_room(depth, &line) {
        lines.push(depth, &line);
    } else {
        lines.push_items(depth, "async with (", managers, "):");
    }
}

/// A step as a statement.
fn step(step: Step, place: usize, counted: Counted, depth: usize, lines: &mut Lines) {
    let shortest = literal::seconds(step.shortest_us);
    let seconds = if step.is_drawn() {
        let longest = literal::seconds(step.longest_us);
        let attempt = match counted {
            Counted::No => "",
            Counted::Yes => ", attempt=attempt",
        };
        format!("between({shortest}, {longest}, step={place}{attempt})")
    } else {
        shortest
    };
    let (opening, arguments) = match step.kind {
        StepKind::Io => ("await asyncio.sleep(", vec![seconds]),
        StepKind::Cpu => ("compute(", vec![seconds]),
        StepKind::Block => ("time.sleep(", vec![seconds]),
        StepKind::Thread => {
            let arguments = vec!["executor".to_owned(), "time.sleep".to_owned(), seconds];
            ("await loop.run_in_executor(", arguments)
        }
    };
    lines.push_bracketed(depth, opening, &arguments, ")");
}

/// What makes an attempt fail at the end of its steps.
fn failure(failing: Failing, counted: Counted, depth: usize, lines: &mut Lines) {
    let condition = match (failing, counted) {
        (Failing::Never, _) => return,
        (Failing::Always, _) => return lines.push(depth, "raise Failed"),
        (Failing::First(count), _) => format!("attempt < {count}"),
        (Failing::Chance(millionths), Counted::No) => {
            format!("chance({})", literal::percent(millionths))
        }
        (Failing::Chance(millionths), Counted::Yes) => {
            format!("chance({}, attempt)", literal::percent(millionths))
        }
    };
    lines.push(depth, &format!("if {condition}:"));
    lines.push(depth + 1, "raise Failed");
}

use std::ops::Range;

use crate::graph::{Program, TaskIndex};

/// What is pointed at: in the timeline or the loop panel a task, in the graph or the text all
/// tasks of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// One task.
    Task(TaskIndex),
    /// A node, as a place in [`Program::nodes`].
    Node(usize),
}

impl Pointed {
    /// The tasks that are pointed at; none where `program` has no such task or node.
    pub fn tasks(self, program: &Program) -> Range<TaskIndex> {
        match self {
            Pointed::Task(task) if task < program.task_count() => task..task + 1,
            Pointed::Node(node) if node < program.nodes().len() => program.tasks_of(node),
            _ => 0..0,
        }
    }

    /// The node that is pointed at, or whose task is; none where `program` has no such.
    pub fn node(self, program: &Program) -> Option<usize> {
        let tasks = self.tasks(program);
        (!tasks.is_empty()).then(|| program.node_of(tasks.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_stands_for_all_its_tasks_and_what_has_gone_for_none() {
        let program = crate::notation::parse("a: io 1s\nb[1..3]: io 1s").expect("no mistake");
        let program = program.program;
        let found = |pointed: Pointed| (pointed.tasks(&program), pointed.node(&program));
        assert_eq!(found(Pointed::Task(2)), (2..3, Some(1)));
        assert_eq!(found(Pointed::Node(1)), (1..4, Some(1)));
        assert_eq!(found(Pointed::Task(4)), (0..0, None));
        assert_eq!(found(Pointed::Node(2)), (0..0, None));
    }
}

use std::collections::HashMap;
use std::rc::Rc;

use super::Runs;
use crate::graph::{Program, TaskIndex};
use crate::run::Mode;
use crate::trace::Row;
use crate::words::{Language, compare as words};

/// Runs that were kept, to set what comes later beside them.
#[derive(Debug)]
pub struct Kept {
    /// The text of their program.
    pub source: Rc<str>,
    /// Both runs.
    pub runs: Rc<Runs>,
    /// Whether they were measured; otherwise they were predicted.
    pub is_measured: bool,
}

impl Kept {
    /// Whether something has disturbed one of the runs while it was measured.
    pub fn is_disturbed(&self) -> bool {
        Mode::BOTH
            .into_iter()
            .any(|mode| self.runs.is_disturbed(mode))
    }

    /// What they are, and where their times come from.
    pub fn say(&self, language: Language) -> &'static str {
        match (self.is_measured, self.is_disturbed()) {
            (_, true) => words::kept_disturbed(language),
            (true, false) => words::kept_measured(language),
            (false, false) => words::kept_predicted(language),
        }
    }
}

/// Kept runs beside a program, whose tasks have counterparts there by name.
#[derive(Debug)]
pub struct Compared {
    /// The kept runs.
    pub kept: Rc<Kept>,
    /// For each of the program's tasks the kept one of the same name.
    counterparts: Vec<Option<TaskIndex>>,
    /// The kept tasks whose names the program does not have, in order.
    pub gone: Vec<TaskIndex>,
}

impl Compared {
    /// The kept runs beside `program`.
    pub fn new(kept: Rc<Kept>, program: &Program) -> Self {
        let before = kept.runs.program();
        let nodes = before.nodes().iter().enumerate();
        let nodes: HashMap<&str, usize> = nodes.map(|(node, each)| (&*each.name, node)).collect();
        let mut counterparts = Vec::with_capacity(program.task_count() as usize);
        let mut is_gone = vec![true; before.task_count() as usize];
        for (node, each) in program.nodes().iter().enumerate() {
            let same = nodes.get(&*each.name).map(|&node| (before, node));
            for task in program.tasks_of(node) {
                let index = program.family_index(task);
                let counterpart = same.and_then(|(before, node)| member(before, node, index));
                if let Some(task) = counterpart {
                    is_gone[task as usize] = false;
                }
                counterparts.push(counterpart);
            }
        }
        let gone = (0..).zip(is_gone).filter(|&(_, is_gone)| is_gone);
        Compared {
            gone: gone.map(|(task, _)| task).collect(),
            counterparts,
            kept,
        }
    }

    /// What the kept concurrent run says of the task of the same name as `task`; nothing of one
    /// that is new.
    pub fn row(&self, task: TaskIndex) -> Option<&Row> {
        let kept = self.counterparts.get(task as usize).copied()??;
        self.kept.runs.concurrent.rows().get(kept as usize)
    }

    /// How many tasks are new.
    pub fn new_count(&self) -> usize {
        let new = self.counterparts.iter().filter(|task| task.is_none());
        new.count()
    }

    /// When one of the kept runs ended, in microseconds.
    pub fn end_us(&self, mode: Mode) -> u64 {
        self.kept.runs.of(mode).makespan_us()
    }
}

/// The task of a node that has this index, or of a single task none.
fn member(program: &Program, node: usize, index: Option<u32>) -> Option<TaskIndex> {
    let first = program.tasks_of(node).start;
    match (program.nodes()[node].indices, index) {
        (None, None) => Some(first),
        (Some(indices), Some(index)) => {
            (indices.contains(index)).then(|| first + (index - indices.first))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{notation, run};

    fn program(text: &str) -> Rc<Program> {
        Rc::new(notation::parse(text).expect("no mistake").program)
    }

    fn compared(before: &str, now: &str) -> Compared {
        let before_program = program(before);
        let mut runs = Runs::new(&before_program);
        for mode in Mode::BOTH {
            let events = run::predict(&before_program, mode).unwrap();
            runs.extend(mode, events.into_iter().collect());
        }
        let kept = Kept {
            source: before.into(),
            runs: Rc::new(runs),
            is_measured: false,
        };
        Compared::new(Rc::new(kept), &program(now))
    }

    fn ends_us(compared: &Compared, tasks: u32) -> Vec<Option<u64>> {
        let end_us = |task| compared.row(task).and_then(|row| row.end_us);
        (0..tasks).map(end_us).collect()
    }

    #[test]
    fn tasks_of_the_same_name_are_set_beside_each_other_wherever_they_stand() {
        let compared = compared("a: io 1s\nb: io 2s", "b: io 3s\nc: io 1s\na: io 1s");
        let ends = [Some(2_000_000), None, Some(1_000_000)];
        assert_eq!(ends_us(&compared, 3), ends);
        assert_eq!(compared.new_count(), 1);
        assert!(compared.gone.is_empty());
        assert_eq!(compared.end_us(Mode::Sequential), 3_000_000);
    }

    #[test]
    fn members_of_families_are_matched_by_their_indices() {
        let before = "pool p = 1\nf[1..3]: io 1s using p";
        let compared = compared(before, "f[2..4]: io 1s");
        let ends = [Some(2_000_000), Some(3_000_000), None];
        assert_eq!(ends_us(&compared, 3), ends);
        assert_eq!(compared.gone, [0]);
    }

    #[test]
    fn a_family_is_no_counterpart_of_a_single_task() {
        let compared = compared("f[1..2]: io 1s", "f: io 1s");
        assert_eq!(ends_us(&compared, 2), [None, None]);
        assert_eq!(compared.gone, [0, 1]);
    }
}

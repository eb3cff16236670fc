use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::graph::{Program, TaskIndex};

/// A family of more members than this is closed until it is opened.
const MOST_OPEN: u32 = 8;

/// The rows that the strip of a closed family of so many takes; that of fewer takes one.
const STRIP: u32 = 2;

/// Which families the user has opened (`true`) or closed, by name.
pub type Choices = HashMap<String, bool>;

/// The choices that are of families of `program`: what has gone is forgotten.
pub fn kept(choices: &Choices, program: &Program) -> Choices {
    let families = program.nodes().iter().filter(|node| node.indices.is_some());
    let kept = families.filter_map(|node| choices.get_key_value(&node.name));
    kept.map(|(name, &is_open)| (name.clone(), is_open))
        .collect()
}

/// The rows of the concurrent run, in source order: one for each task, and one or two for each
/// closed family.
#[derive(Debug, Default)]
pub struct Rows {
    program: Rc<Program>,
    /// For each node the number of its first row; at the end the number of all rows.
    firsts: Vec<u32>,
}

/// Whose row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A task's.
    Task(TaskIndex),
    /// A closed family's, as a place in [`Program::nodes`].
    Family(usize),
}

impl Rows {
    /// The rows of `program`, its families open or closed as the user chose.
    pub fn new(program: Rc<Program>, choices: &Choices) -> Self {
        let mut firsts = Vec::with_capacity(program.nodes().len() + 1);
        let mut next = 0;
        for node in program.nodes() {
            firsts.push(next);
            let members = node.task_count();
            let opens = choices.get(&node.name).copied();
            let is_open = node.indices.is_none() || opens.unwrap_or(members <= MOST_OPEN);
            next += match (is_open, members) {
                (true, _) | (_, 1) => members,
                (false, ..=MOST_OPEN) => 1,
                (false, _) => STRIP,
            };
        }
        firsts.push(next);
        Rows { program, firsts }
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.firsts.last().copied().unwrap_or(0)
    }

    /// Whose row a number is; none beyond the last.
    pub fn owner(&self, row: u32) -> Option<Owner> {
        (row < self.count()).then(|| {
            let node = self.node_at(row);
            if self.is_open(node) {
                Owner::Task(self.program.tasks_of(node).start + row - self.firsts[node])
            } else {
                Owner::Family(node)
            }
        })
    }

    /// The row that a task is shown in; of a closed family its first.
    pub fn row_of(&self, task: TaskIndex) -> u32 {
        let node = self.program.node_of(task);
        let first = self.firsts[node];
        if self.is_open(node) {
            first + task - self.program.tasks_of(node).start
        } else {
            first
        }
    }

    /// Those who have some of these rows, in order, each with all of its rows.
    pub fn owners(&self, rows: Range<u32>) -> impl Iterator<Item = (Owner, Range<u32>)> {
        let mut next = rows.start;
        std::iter::from_fn(move || {
            let owner = (next < rows.end).then(|| self.owner(next)).flatten()?;
            let own = match owner {
                Owner::Task(_) => next..next + 1,
                Owner::Family(node) => self.of(node),
            };
            next = own.end;
            Some((owner, own))
        })
    }

    /// Whether each task of a node has a row of its own. `node` is a place in [`Program::nodes`].
    pub fn is_open(&self, node: usize) -> bool {
        let members = self.program.nodes()[node].task_count();
        self.firsts[node + 1] - self.firsts[node] == members
    }

    /// The rows of a node.
    pub fn of(&self, node: usize) -> Range<u32> {
        self.firsts[node]..self.firsts[node + 1]
    }

    /// The families that have some of these rows, as places in [`Program::nodes`].
    pub fn families(&self, rows: Range<u32>) -> impl Iterator<Item = usize> {
        let rows = rows.start..rows.end.min(self.count());
        let nodes = match rows.is_empty() {
            true => 0..0,
            false => self.node_at(rows.start)..self.node_at(rows.end - 1) + 1,
        };
        nodes.filter(|&node| self.program.nodes()[node].task_count() > 1)
    }

    fn node_at(&self, row: u32) -> usize {
        self.firsts.partition_point(|&first| first <= row) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation;

    const PROGRAM: &str = "a: io 1s\nfew[1..3]: io 1s\nmany[1..9]: io 1s\nz: io 1s";

    fn rows(choices: &[(&str, bool)]) -> Rows {
        let program = notation::parse(PROGRAM).unwrap().program;
        let choices = choices.iter().map(|&(name, open)| (name.into(), open));
        Rows::new(Rc::new(program), &choices.collect())
    }

    fn owners(rows: &Rows) -> Vec<Owner> {
        rows.owners(0..99).map(|(owner, _)| owner).collect()
    }

    #[test]
    fn a_family_of_more_than_eight_starts_closed() {
        use Owner::{Family, Task};
        let expected = [Task(0), Task(1), Task(2), Task(3), Family(2), Task(13)];
        let rows = rows(&[]);
        assert_eq!(owners(&rows), expected);
        assert_eq!((rows.of(2), rows.count()), (4..6, 7));
    }

    #[test]
    fn families_open_and_close() {
        let rows = rows(&[("few", false), ("many", true)]);
        assert_eq!(rows.count(), 12);
        assert_eq!(rows.owner(1), Some(Owner::Family(1)));
        assert_eq!(rows.owner(2), Some(Owner::Task(4)));
        assert_eq!((rows.is_open(1), rows.is_open(2)), (false, true));
        assert_eq!(rows.of(2), 2..11);
    }

    #[test]
    fn a_task_is_in_its_own_row_or_in_its_familys() {
        for rows in [rows(&[]), rows(&[("few", false), ("many", true)])] {
            for task in 0..14 {
                match rows.owner(rows.row_of(task)) {
                    Some(Owner::Task(found)) => assert_eq!(found, task),
                    Some(Owner::Family(node)) => assert_eq!(rows.program.node_of(task), node),
                    None => panic!("task {task} has no row"),
                }
            }
        }
    }

    #[test]
    fn the_families_among_some_rows_are_found() {
        let families = |range| rows(&[]).families(range).collect::<Vec<_>>();
        assert_eq!(families(0..7), [1, 2]);
        assert!(families(0..1).is_empty());
        assert_eq!(families(3..5), [1, 2]);
        assert!(families(6..99).is_empty());
        assert_eq!(Rows::default().families(0..9).count(), 0);
    }

    #[test]
    fn a_choice_is_kept_while_its_family_stays() {
        let program = notation::parse(PROGRAM).unwrap().program;
        let choices = [("few", false), ("gone", true), ("a", true)];
        let choices = choices.map(|(name, is_open)| (name.to_owned(), is_open));
        let kept = kept(&choices.into(), &program);
        assert_eq!(kept, [("few".to_owned(), false)].into());
    }
}

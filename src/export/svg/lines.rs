use std::ops::Range;

use crate::graph::{Program, TaskIndex};

/// The most members of a family that have a line each.
const MEMBERS: u32 = 12;

/// The most lines of a picture.
const LINES: usize = 100;

/// A line of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A task.
    Task(TaskIndex),
    /// Tasks that have no line of their own.
    LeftOut(Range<TaskIndex>),
}

/// The lines for the tasks of a program, in source order. Of a large family the first members and
/// the last one have lines; of a large program the first tasks.
pub fn lines(program: &Program) -> Vec<Line> {
    let mut lines = Vec::new();
    for node in 0..program.nodes().len() {
        let tasks = program.tasks_of(node);
        if tasks.len() > MEMBERS as usize {
            let (from, to) = (tasks.start + MEMBERS - 2, tasks.end - 1);
            lines.extend((tasks.start..from).map(Line::Task));
            lines.extend([Line::LeftOut(from..to), Line::Task(to)]);
        } else {
            lines.extend(tasks.clone().map(Line::Task));
        }
        if lines.len() > LINES {
            lines.truncate(LINES - 1);
            let from = match lines.pop_if(|line| matches!(line, Line::LeftOut(_))) {
                Some(Line::LeftOut(tasks)) => tasks.start,
                _ => match lines.last() {
                    Some(Line::Task(task)) => task + 1,
                    _ => 0,
                },
            };
            lines.push(Line::LeftOut(from..program.task_count()));
            break;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation;

    fn of(source: &str) -> Vec<Line> {
        lines(&notation::parse(source).unwrap().program)
    }

    #[test]
    fn a_family_that_fits_has_all_its_lines() {
        let all: Vec<_> = (0..13).map(Line::Task).collect();
        assert_eq!(of("a[1..12]: io 1s\nb: io 1s"), all);
    }

    #[test]
    fn a_large_family_has_its_first_and_its_last() {
        let mut expected: Vec<_> = (0..10).map(Line::Task).collect();
        expected.extend([Line::LeftOut(10..99), Line::Task(99), Line::Task(100)]);
        assert_eq!(of("a[1..100]: io 1s\nb: io 1s"), expected);
    }

    #[test]
    fn every_task_has_a_line_or_is_counted_once() {
        for families in [0, 1, 7, 8, 9, 10, 30] {
            for members in [1, 5, 11, 12, 13, 50] {
                let line = |family| format!("f{family}[1..{members}]: io 1s\n");
                let lines = of(&(0..families).map(line).collect::<String>());
                assert!(lines.len() <= LINES);
                let mut next = 0;
                for line in lines {
                    let tasks = match line {
                        Line::Task(task) => task..task + 1,
                        Line::LeftOut(tasks) => tasks,
                    };
                    assert_eq!(tasks.start, next, "{families} {members}");
                    assert!(!tasks.is_empty());
                    next = tasks.end;
                }
                assert_eq!(next, families * members);
            }
        }
    }
}

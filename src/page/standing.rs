//! Where the tasks of a Python program stand in its text at a moment.

use std::collections::BTreeMap;

use crate::event_loop::{Record, What};
use crate::graph::{Place, Program};
use crate::worker::Site;

/// A line at which tasks wait, or hold the loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The line, from 0.
    pub line: usize,
    /// How many of them.
    pub tasks: usize,
    /// What is called there.
    pub what: String,
}

/// The lines at which tasks of `program` stand when `events` of `record` have happened, from the
/// top; `sites` has the places of each node's steps.
pub fn standing(
    record: &Record,
    events: usize,
    program: &Program,
    sites: &[Vec<Site>],
) -> Vec<Standing> {
    let mut tasks: Vec<At> = Vec::new();
    for event in record.range(0..events) {
        let number = event.task.0 as usize;
        if tasks.len() <= number {
            tasks.resize(number + 1, At::default());
        }
        let at = &mut tasks[number];
        match event.what {
            What::Created { label, .. } => at.label = label,
            What::Reached { place } => at.place = Some(Place::from(place)),
            What::Waits { .. } | What::HoldBegan { .. } => at.stands = true,
            What::StepBegan | What::HoldEnded | What::Ended { .. } => at.stands = false,
            _ => {}
        }
    }
    let mut lines: BTreeMap<usize, Standing> = BTreeMap::new();
    for at in tasks.iter().filter(|at| at.stands) {
        let Some(site) = at.site(program, sites) else {
            continue;
        };
        let standing = lines.entry(site.line).or_insert_with(|| Standing {
            line: site.line,
            tasks: 0,
            what: site.what.clone(),
        });
        standing.tasks += 1;
    }
    lines.into_values().collect()
}

/// What is known of a task at a moment.
#[derive(Clone, Copy, Default)]
struct At {
    label: u32,
    place: Option<Place>,
    stands: bool,
}

impl At {
    fn site<'s>(&self, program: &Program, sites: &'s [Vec<Site>]) -> Option<&'s Site> {
        let Some(Place::Step(step)) = self.place else {
            return None;
        };
        let is_known = self.label < program.task_count();
        let node = is_known.then(|| program.node_of(self.label))?;
        sites.get(node)?.get(step)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::run::{Mode, predict};

    /// A family that waits at its only step, and a task that waits at another after that.
    fn at(time_us: u64) -> Vec<(usize, usize)> {
        let text = "f[1..2]: io 1s\nlast: io 2s after f";
        let program = Rc::new(crate::notation::parse(text).expect("no mistake").program);
        let events = predict(&program, Mode::Concurrent).unwrap();
        let record: Record = events.into_iter().collect();
        let site = |line| Site {
            line,
            what: "asyncio.sleep".into(),
        };
        let sites = [vec![site(4)], vec![site(6)]];
        let events = record.until(time_us);
        let found = standing(&record, events, &program, &sites);
        found.iter().map(|each| (each.line, each.tasks)).collect()
    }

    #[test]
    fn waiting_tasks_stand_at_the_lines_of_their_steps() {
        assert_eq!(at(500_000), [(4, 2)]);
        assert_eq!(at(1_500_000), [(6, 1)]);
    }

    #[test]
    fn nobody_stands_anywhere_once_all_is_over() {
        assert_eq!(at(9_000_000), []);
    }
}

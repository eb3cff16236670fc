//! What the page draws of a Python program: its tasks as a [`Program`], and its runs' records in
//! the terms of that.

use std::collections::HashMap;
use std::ops::Range;

use super::Told;
use super::program_run::Group;
use crate::event_loop::{Event, SemaphoreId, TaskId, Wait, What};
use crate::graph::{IndexRange, Node, Pool, Program, Reference, Step, TASK_LIMIT, TaskIndex};
use crate::lettering::label::upright;
use crate::run::Output;
use crate::worker::Site;

/// Both runs of a Python program as runs of one [`Program`]: its nodes are the groups of tasks in
/// the order in which they first appear, its steps the places at which tasks wait or hold the
/// loop, its pools what they share.
#[derive(Debug)]
pub struct ToldProgram {
    /// The tasks.
    pub program: Program,
    /// For each node the line on which its coroutine function begins, from 0.
    pub node_lines: Vec<Range<usize>>,
    /// For each node the places of its steps.
    pub sites: Vec<Vec<Site>>,
    terms: Vec<Terms>,
}

impl ToldProgram {
    /// The program of these runs.
    pub fn of(runs: &[&Told]) -> Self {
        let mut maker = Maker::default();
        let groups: Vec<Vec<usize>> = runs.iter().map(|run| maker.add_groups(run)).collect();
        let members: Vec<Vec<u32>> = (runs.iter().zip(&groups))
            .map(|(run, groups)| maker.add_members(run, groups))
            .collect();
        let pools: Vec<Vec<u32>> = runs.iter().map(|run| maker.add_pools(run)).collect();
        let program = maker.program();
        let parts = runs.iter().zip(groups).zip(members).zip(pools);
        let terms = parts.map(|(((run, groups), members), pools)| Terms {
            tasks: (run.origins.iter().zip(members))
                .map(|(origin, member)| {
                    let first = program.tasks_of(groups[origin.group]).start;
                    (first + member, origin.group)
                })
                .collect(),
            steps: (run.groups.iter().zip(&groups))
                .map(|(group, &place)| {
                    let known = &maker.groups[place].steps;
                    let steps = group.steps.iter();
                    let place = |step| known.iter().position(|known| known == step);
                    steps.map(|step| place(step).unwrap_or(0) as u32).collect()
                })
                .collect(),
            pools,
        });
        let terms = terms.collect();
        let line_of = |line: u32| (line as usize).saturating_sub(1);
        ToldProgram {
            node_lines: (maker.groups.iter())
                .map(|group| line_of(group.line)..line_of(group.line) + usize::from(group.line > 0))
                .collect(),
            sites: (maker.groups.iter())
                .map(|group| {
                    let sites = group.steps.iter().map(|step| Site {
                        line: line_of(step.line),
                        what: step.what.clone(),
                    });
                    sites.collect()
                })
                .collect(),
            program,
            terms,
        }
    }

    /// Events of a run, by its place among the runs, in the program's terms.
    pub fn record(&self, run: usize, events: &[Event]) -> Vec<Event> {
        let events = events.iter();
        events.map(|event| self.terms[run].told(event)).collect()
    }

    /// Output of a run, by its place among the runs, in the program's terms.
    pub fn output(&self, run: usize, output: &[Output]) -> Vec<Output> {
        let task_of = |task: TaskId| TaskId(self.terms[run].tasks[task.0 as usize].0);
        let output = output.iter().map(|output| Output {
            task: output.task.map(task_of),
            ..output.clone()
        });
        output.collect()
    }
}

/// What a run calls by other numbers than the program.
#[derive(Debug)]
struct Terms {
    /// For each task its number in the program, and its group in the run.
    tasks: Vec<(TaskIndex, usize)>,
    /// For each group of the run, the places of its steps in the program.
    steps: Vec<Vec<u32>>,
    /// For each shared thing of the run, its pool in the program.
    pools: Vec<u32>,
}

impl Terms {
    fn told(&self, event: &Event) -> Event {
        let (label, group) = self.tasks[event.task.0 as usize];
        let what = match event.what {
            What::Created { creator, .. } => What::Created { label, creator },
            What::Reached { place } => What::Reached {
                place: self.steps[group][place as usize],
            },
            What::Waits {
                on: Wait::Semaphore(id),
            } => What::Waits {
                on: Wait::Semaphore(SemaphoreId(self.pools[id.0 as usize])),
            },
            what => what,
        };
        Event { what, ..*event }
    }
}

/// Puts together what several runs have of a program.
#[derive(Default)]
struct Maker {
    groups: Vec<Group>,
    /// For each group how many members it has, in the run in which it has most.
    members: Vec<u32>,
    /// For each group the group of its first creator.
    creators: Vec<Option<usize>>,
    pools: Vec<String>,
}

impl Maker {
    /// Takes in a run's groups; returns for each of them its place among all.
    fn add_groups(&mut self, run: &Told) -> Vec<usize> {
        let places = run.groups.iter().map(|group| {
            let is_same = |known: &Group| known.name == group.name && known.line == group.line;
            let place = self.groups.iter().position(is_same);
            let place = place.unwrap_or_else(|| {
                self.groups.push(Group {
                    steps: Vec::new(),
                    ..group.clone()
                });
                self.groups.len() - 1
            });
            let known = &mut self.groups[place].steps;
            for step in &group.steps {
                if !known.contains(step) {
                    known.push(step.clone());
                }
            }
            place
        });
        let places: Vec<_> = places.collect();
        self.members.resize(self.groups.len(), 0);
        self.creators.resize(self.groups.len(), None);
        places
    }

    /// Takes in a run's tasks; returns for each of them which member of its group it is, from 0.
    fn add_members(&mut self, run: &Told, groups: &[usize]) -> Vec<u32> {
        let mut counts = vec![0; self.groups.len()];
        let members = run.origins.iter().map(|origin| {
            let group = groups[origin.group];
            let creator = origin
                .creator
                .map(|task| groups[run.origins[task.0 as usize].group]);
            // A later group may have created one of an earlier one as well: that would be a circle.
            if counts[group] == 0 && self.members[group] == 0 {
                self.creators[group] = creator.filter(|&creator| creator < group);
            }
            counts[group] += 1;
            counts[group] - 1
        });
        let members = members.collect();
        for (most, count) in self.members.iter_mut().zip(counts) {
            *most = count.max(*most);
        }
        members
    }

    /// Takes in what a run's tasks share; returns for each of them its place among the pools.
    fn add_pools(&mut self, run: &Told) -> Vec<u32> {
        let mut counts = HashMap::<&str, u32>::new();
        let places = run.shared.iter().map(|shared| {
            let count = counts.entry(&shared.class).or_default();
            *count += 1;
            let name = match count {
                1 => shared.class.clone(),
                count => format!("{} {count}", shared.class),
            };
            let place = self.pools.iter().position(|known| *known == name);
            let place = place.unwrap_or_else(|| {
                self.pools.push(name);
                self.pools.len() - 1
            });
            place as u32
        });
        places.collect()
    }

    fn program(&self) -> Program {
        let mut left = TASK_LIMIT;
        let nodes = self.groups.iter().enumerate().map(|(place, group)| {
            let count = self.members[place].clamp(1, left.max(1));
            left = left.saturating_sub(count);
            Node {
                name: upright(&group.name).into(),
                indices: (count > 1).then_some(IndexRange {
                    first: 1,
                    last: count,
                }),
                steps: group
                    .steps
                    .iter()
                    .map(|step| Step::of(step.kind, 0))
                    .collect(),
                after: (self.creators[place].iter())
                    .map(|&node| Reference::All { node })
                    .collect(),
                ..Node::default()
            }
        });
        let nodes = nodes.collect();
        let pools = self.pools.iter().map(|name| Pool {
            name: upright(name).into(),
            size: 1,
        });
        Program::new(pools.collect(), nodes)
    }
}

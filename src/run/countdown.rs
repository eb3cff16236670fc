use std::collections::HashMap;

use crate::graph::{Program, Reference, TaskIndex};

/// What each task still has to wait for. It counts by nodes, not by pairs of tasks, so that
/// a family of thousands after a family of thousands costs no more than their sum.
pub(super) struct Countdown {
    /// For each node, the references that all its members share and that are not met.
    shared_units: Vec<u32>,
    /// For each task, its `NAME[i]` references that are not met.
    own_units: Vec<u32>,
    /// For each node, its tasks that have not ended.
    running: Vec<u32>,
    /// For each task, whether it has been marked as ended.
    ended: Vec<bool>,
    /// For each node, whether any of its tasks has been marked as ended.
    any_ended: Vec<bool>,
    /// For each node, the nodes that come after all of it.
    after_all: Vec<Vec<usize>>,
    /// For a task, the nodes that come after it by `NAME[3]`.
    after_member: HashMap<TaskIndex, Vec<usize>>,
    /// For each node, the nodes that come after it by `NAME[i]`.
    after_same_index: Vec<Vec<usize>>,
}

impl Countdown {
    pub(super) fn new(program: &Program) -> Self {
        let nodes = program.nodes();
        let mut countdown = Countdown {
            shared_units: vec![0; nodes.len()],
            own_units: vec![0; program.task_count() as usize],
            running: nodes.iter().map(|node| node.task_count()).collect(),
            ended: vec![false; program.task_count() as usize],
            any_ended: vec![false; nodes.len()],
            after_all: vec![Vec::new(); nodes.len()],
            after_member: HashMap::new(),
            after_same_index: vec![Vec::new(); nodes.len()],
        };
        for (place, node) in nodes.iter().enumerate() {
            for &reference in &node.after {
                match reference {
                    Reference::All { node } => countdown.after_all[node].push(place),
                    Reference::Member { node, .. } => {
                        let first = program.tasks_of(node).start;
                        let member = program.referred(first, reference).start;
                        countdown
                            .after_member
                            .entry(member)
                            .or_default()
                            .push(place);
                    }
                    Reference::SameIndex { node } => {
                        countdown.after_same_index[node].push(place);
                        for task in program.tasks_of(place) {
                            countdown.own_units[task as usize] += 1;
                        }
                        continue;
                    }
                }
                countdown.shared_units[place] += 1;
            }
        }
        countdown
    }

    /// Whether everything has ended that `task` of the node at `place` comes after.
    pub(super) fn is_met(&self, place: usize, task: TaskIndex) -> bool {
        self.shared_units[place] == 0 && self.own_units[task as usize] == 0
    }

    /// Whether somebody may wait for the end of `task`, of the node at `place`.
    pub(super) fn is_awaited(&self, place: usize, task: TaskIndex) -> bool {
        !self.after_all[place].is_empty()
            || !self.after_same_index[place].is_empty()
            || self.after_member.contains_key(&task)
    }

    /// Marks `task`, of the node at `place`, as ended, before the count follows in
    /// [`Countdown::count_end`].
    pub(super) fn mark_ended(&mut self, place: usize, task: TaskIndex) {
        self.ended[task as usize] = true;
        self.any_ended[place] = true;
    }

    /// Whether any of what `task` comes after has been marked as ended.
    pub(super) fn any_ended_before(
        &self,
        program: &Program,
        place: usize,
        task: TaskIndex,
    ) -> bool {
        let mut references = program.nodes()[place].after.iter();
        references.any(|&reference| match reference {
            Reference::All { node } => self.any_ended[node],
            Reference::Member { .. } | Reference::SameIndex { .. } => {
                let mut referred = program.referred(task, reference);
                referred.any(|before| self.ended[before as usize])
            }
        })
    }

    /// Counts the end of `task`, and returns the tasks that have nothing left to wait for now,
    /// in source order.
    pub(super) fn count_end(&mut self, program: &Program, task: TaskIndex) -> Vec<TaskIndex> {
        let mut met = Vec::new();
        let place = program.node_of(task);
        self.running[place] -= 1;
        if self.running[place] == 0 {
            for after in std::mem::take(&mut self.after_all[place]) {
                self.count_shared(program, after, &mut met);
            }
        }
        for after in self.after_member.remove(&task).unwrap_or_default() {
            self.count_shared(program, after, &mut met);
        }
        for &after in &self.after_same_index[place] {
            if let Some(next) = same_index(program, task, after) {
                self.own_units[next as usize] -= 1;
                if self.is_met(after, next) {
                    met.push(next);
                }
            }
        }
        met.sort_unstable();
        met
    }

    fn count_shared(&mut self, program: &Program, place: usize, met: &mut Vec<TaskIndex>) {
        self.shared_units[place] -= 1;
        if self.shared_units[place] == 0 {
            met.extend(
                program
                    .tasks_of(place)
                    .filter(|&task| self.is_met(place, task)),
            );
        }
    }
}

/// The member of the node at `place` that has the index of `task`, where there is one.
fn same_index(program: &Program, task: TaskIndex, place: usize) -> Option<TaskIndex> {
    let index = program.family_index(task)?;
    let indices = program.nodes()[place].indices?;
    let offset = indices.contains(index).then(|| index - indices.first)?;
    Some(program.tasks_of(place).start + offset)
}

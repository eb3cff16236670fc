use std::collections::HashMap;

use crate::graph::{AfterMode, Program, Reference, TaskIndex};

/// What has become of what each task comes after. It counts by nodes, not by pairs of tasks, so
/// that a family of thousands after a family of thousands costs no more than their sum.
pub(super) struct Countdown {
    /// For each task, what has been decided about it.
    verdicts: Vec<Option<Decision>>,
    /// For each node, the references that all its members share and that are not counted off.
    shared_units: Vec<u32>,
    /// For each task, its `NAME[i]` references that are not counted off.
    own_units: Vec<u32>,
    /// For each node, whether one decision was taken for all its tasks.
    settled: Vec<bool>,
    /// For each node, its tasks that have not ended.
    running: Vec<u32>,
    /// For each node, its tasks that have not succeeded.
    unsuccessful: Vec<u32>,
    /// For each task, whether it has been marked as ended.
    ended: Vec<bool>,
    /// For each node, whether any of its tasks has been marked as ended.
    any_ended: Vec<bool>,
    /// For each node, whether that holds of any of what all its members come after.
    any_shared_ended: Vec<bool>,
    /// For each node, whether any failed end of its tasks was counted, and any success.
    any_counted: Vec<[bool; 2]>,
    /// For each node, the nodes that come after all of it.
    after_all: Vec<Vec<usize>>,
    /// For a task, the nodes that come after it by `NAME[3]`.
    after_member: HashMap<TaskIndex, Vec<usize>>,
    /// For each node, the nodes that come after it by `NAME[i]`.
    after_same_index: Vec<Vec<usize>>,
    /// For each node, its own `NAME[i]` references.
    own_references: Vec<Vec<Reference>>,
}

/// Whether a task starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// What it comes after is as it has to be.
    Met,
    /// That can't come about any more.
    Hopeless,
}

/// A verdict, and the task whose end brought it about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decision {
    pub(super) verdict: Verdict,
    pub(super) cause: TaskIndex,
}

/// An end that is being counted, and what it has decided so far.
struct Count<'p> {
    program: &'p Program,
    task: TaskIndex,
    succeeded: bool,
    decided: Vec<TaskIndex>,
}

impl Countdown {
    pub(super) fn new(program: &Program) -> Self {
        let nodes = program.nodes();
        let tasks = program.task_count() as usize;
        let counts: Vec<u32> = nodes.iter().map(|node| node.task_count()).collect();
        let mut countdown = Countdown {
            verdicts: vec![None; tasks],
            shared_units: vec![0; nodes.len()],
            own_units: vec![0; tasks],
            settled: vec![false; nodes.len()],
            running: counts.clone(),
            unsuccessful: counts,
            ended: vec![false; tasks],
            any_ended: vec![false; nodes.len()],
            any_shared_ended: vec![false; nodes.len()],
            any_counted: vec![[false; 2]; nodes.len()],
            after_all: vec![Vec::new(); nodes.len()],
            after_member: HashMap::new(),
            after_same_index: vec![Vec::new(); nodes.len()],
            own_references: vec![Vec::new(); nodes.len()],
        };
        for (place, node) in nodes.iter().enumerate() {
            for &reference in &node.after {
                countdown.await_reference(program, place, reference);
            }
        }
        countdown
    }

    fn await_reference(&mut self, program: &Program, place: usize, reference: Reference) {
        match reference {
            Reference::All { node } => self.after_all[node].push(place),
            Reference::Member { node, .. } => {
                let first = program.tasks_of(node).start;
                let member = program.referred(first, reference).start;
                self.after_member.entry(member).or_default().push(place);
            }
            Reference::SameIndex { node } => {
                self.after_same_index[node].push(place);
                self.own_references[place].push(reference);
                for task in program.tasks_of(place) {
                    self.own_units[task as usize] += 1;
                }
                return;
            }
        }
        self.shared_units[place] += 1;
    }

    /// What has been decided about `task`, as far as ends have been counted.
    pub(super) fn decision(&self, task: TaskIndex) -> Option<Decision> {
        self.verdicts[task as usize]
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
        if !std::mem::replace(&mut self.any_ended[place], true) {
            for &after in &self.after_all[place] {
                self.any_shared_ended[after] = true;
            }
        }
        for &after in self.after_member.get(&task).into_iter().flatten() {
            self.any_shared_ended[after] = true;
        }
    }

    /// The `NAME[i]` references of the node at `place`: those that its members do not share.
    pub(super) fn own_references(&self, place: usize) -> &[Reference] {
        &self.own_references[place]
    }

    /// Whether any of what `task` comes after has been marked as ended.
    pub(super) fn any_ended_before(
        &self,
        program: &Program,
        place: usize,
        task: TaskIndex,
    ) -> bool {
        let mut own = self.own_references[place].iter();
        self.any_shared_ended[place]
            || own.any(|&reference| {
                let mut referred = program.referred(task, reference);
                referred.any(|before| self.ended[before as usize])
            })
    }

    /// Counts the end of `task`, and returns the tasks about which that decides, in source order.
    pub(super) fn count_end(
        &mut self,
        program: &Program,
        task: TaskIndex,
        succeeded: bool,
    ) -> Vec<TaskIndex> {
        let mut count = Count {
            program,
            task,
            succeeded,
            decided: Vec::new(),
        };
        let place = program.node_of(task);
        self.running[place] -= 1;
        self.unsuccessful[place] -= u32::from(succeeded);
        let is_last = self.running[place] == 0;
        let all_succeeded = self.unsuccessful[place] == 0;
        // Who comes after all of the node learns of its first success, its first failure and its
        // last end; what lies between decides nothing.
        let is_first =
            !std::mem::replace(&mut self.any_counted[place][usize::from(succeeded)], true);
        if is_first || is_last {
            for number in 0..self.after_all[place].len() {
                let after = self.after_all[place][number];
                self.count_shared(&mut count, after, all_succeeded, is_last);
            }
        }
        for after in self.after_member.remove(&task).unwrap_or_default() {
            self.count_shared(&mut count, after, succeeded, true);
        }
        for number in 0..self.after_same_index[place].len() {
            let after = self.after_same_index[place][number];
            if let Some(next) = same_index(program, task, after) {
                self.count_own(&mut count, after, next);
            }
        }
        count.decided.sort_unstable();
        count.decided
    }

    /// Counts for a reference that all tasks of the node at `place` share. `all_succeeded` and
    /// `all_ended` say what holds of all that it stands for.
    fn count_shared(
        &mut self,
        count: &mut Count,
        place: usize,
        all_succeeded: bool,
        all_ended: bool,
    ) {
        let needs_all = count.program.nodes()[place].after_mode == AfterMode::All;
        if needs_all != count.succeeded {
            let verdict = decisive(needs_all);
            if !std::mem::replace(&mut self.settled[place], true) {
                for task in count.program.tasks_of(place) {
                    self.decide(count, task, verdict);
                }
            }
            return;
        }
        let is_counted_off = if needs_all { all_succeeded } else { all_ended };
        if is_counted_off {
            self.shared_units[place] -= 1;
            if self.shared_units[place] == 0 {
                for task in count.program.tasks_of(place) {
                    self.decide_if_nothing_is_left(count, place, task, needs_all);
                }
            }
        }
    }

    /// Counts for the `NAME[i]` reference of `task`, of the node at `place`.
    fn count_own(&mut self, count: &mut Count, place: usize, task: TaskIndex) {
        let needs_all = count.program.nodes()[place].after_mode == AfterMode::All;
        if needs_all != count.succeeded {
            self.decide(count, task, decisive(needs_all));
        } else {
            self.own_units[task as usize] -= 1;
            self.decide_if_nothing_is_left(count, place, task, needs_all);
        }
    }

    fn decide_if_nothing_is_left(
        &mut self,
        count: &mut Count,
        place: usize,
        task: TaskIndex,
        needs_all: bool,
    ) {
        if self.shared_units[place] == 0 && self.own_units[task as usize] == 0 {
            self.decide(count, task, decisive(!needs_all));
        }
    }

    fn decide(&mut self, count: &mut Count, task: TaskIndex, verdict: Verdict) {
        let decision = &mut self.verdicts[task as usize];
        if decision.is_none() {
            let cause = count.task;
            *decision = Some(Decision { verdict, cause });
            count.decided.push(task);
        }
    }
}

/// What one end alone decides: a failure where all have to succeed, a success where one has to.
fn decisive(needs_all: bool) -> Verdict {
    if needs_all {
        Verdict::Hopeless
    } else {
        Verdict::Met
    }
}

/// The member of the node at `place` that has the index of `task`, where there is one.
fn same_index(program: &Program, task: TaskIndex, place: usize) -> Option<TaskIndex> {
    let index = program.family_index(task)?;
    let indices = program.nodes()[place].indices?;
    let offset = indices.contains(index).then(|| index - indices.first)?;
    Some(program.tasks_of(place).start + offset)
}

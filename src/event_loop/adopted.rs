//! Tasks that somebody else steps: `asyncio.Task` of a Python program. The loop queues and times
//! their steps as it does its own tasks', and records them alike; what a step does, and what the
//! task waits for after it, is told by whoever steps it.

use super::handle::Callback;
use super::{EventLoop, TaskId, What};

impl EventLoop {
    /// Calls `step` in the next iteration, as a step of `task`: its readiness and its beginning
    /// are recorded, and what it makes ready names the task as its cause. How it ends is to be
    /// told with [`EventLoop::tell`].
    pub fn call_step_soon(&self, task: TaskId, step: impl FnOnce() + 'static) {
        self.make_ready(Callback::AdoptedStep(task, Box::new(step)));
    }

    /// Records what happened to a task that somebody else steps.
    pub fn tell(&self, task: TaskId, what: What) {
        self.record(task, what);
    }

    pub(super) fn adopted_step(&self, task: TaskId, step: Box<dyn FnOnce()>) {
        self.record(task, What::StepBegan);
        self.inner.cause.set(super::Cause::Task(task));
        self.inner.current_task.set(Some(task));
        step();
        self.inner.current_task.set(None);
    }
}

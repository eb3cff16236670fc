use serde::{Deserialize, Serialize};

use super::Hold;

/// A task's number on its loop, in order of creation, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TaskId(pub u32);

/// A semaphore's number on its loop, in order of creation, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SemaphoreId(pub u32);

/// The number of a lock on its loop, in order of creation, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LockId(pub u32);

/// The number of an asyncio event on its loop, in order of creation, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId(pub u32);

/// The number of a condition on its loop, in order of creation, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ConditionId(pub u32);

/// The number of a queue on its loop, in order of creation, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QueueId(pub u32);

/// One thing that happened on the loop. In a record, events stand in the order in which they
/// happened; their times never go back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, in microseconds since the loop began.
    pub time_us: u64,
    /// The task it happened to.
    pub task: TaskId,
    /// What happened.
    pub what: What,
}

/// What can happen to a task. A step on the loop begins with [`What::StepBegan`] and ends with
/// the next [`What::Waits`], [`What::Ready`] or [`What::Ended`] of the same task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// It was created. `label` is the creator's own number for it; `creator` is the task that
    /// created it, none where that was no task.
    Created { label: u32, creator: Option<TaskId> },
    /// Its next step was put in the ready queue.
    Ready { cause: Cause },
    /// The loop began to run a step of it.
    StepBegan,
    /// It reached a place in its program: a number that means something to who wrote the
    /// coroutine (the step of a graph's task, the line of a program).
    Reached { place: u32 },
    /// It began to hold the loop.
    HoldBegan { hold: Hold },
    /// It ceased to hold the loop.
    HoldEnded,
    /// A thread of the executor began what the task waits for, at `since_us` (microseconds since
    /// the loop began; it may be that the loop was held then, and learns of it only now).
    ThreadBegan { since_us: u64 },
    /// That thread is held until `until_us` (microseconds since the loop began), whatever becomes
    /// of the task. Follows [`What::ThreadBegan`] at once.
    ThreadEnds { until_us: u64 },
    /// It took a place in a semaphore.
    Acquired { semaphore: SemaphoreId },
    /// It gave its place in a semaphore back.
    Released { semaphore: SemaphoreId },
    /// It gave the loop back and waits.
    Waits { on: Wait },
    /// It ended.
    Ended { outcome: Outcome },
}

/// Who put a task's step in the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// What started the loop: no task and no timer.
    Start,
    /// A task, by what it did or by its end.
    Task(TaskId),
    /// A timer that was due.
    Timer,
}

/// What a task waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wait {
    /// A future that somebody will complete.
    Future,
    /// The end of a task.
    Task(TaskId),
    /// The ends of several tasks.
    Tasks,
    /// A timer, due at this time (in microseconds since the loop began).
    Timer { until_us: u64 },
    /// A place in a semaphore.
    Semaphore(SemaphoreId),
    /// What runs in a thread of the executor, or waits for one.
    Executor,
    /// Its own work, which goes on beside the loop, to be done.
    Work,
    /// A lock to be released.
    Lock(LockId),
    /// An asyncio event to be set.
    Event(EventId),
    /// To be notified by a condition.
    Condition(ConditionId),
    /// An item from a queue, a place in it, or the end of the work on what was in it.
    Queue(QueueId),
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// It returned.
    Done,
    /// It raised an exception.
    Failed,
    /// It was cancelled.
    Cancelled,
    /// Nothing was ready, no timer ran, and it still waited.
    Deadlocked,
}

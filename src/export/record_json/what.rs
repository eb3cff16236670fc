use serde::Serialize;

use crate::event_loop::{Cause, Event, Hold, Outcome, SemaphoreId, TaskId, Wait, What};
use crate::graph::{Place, Program, TaskIndex};

#[derive(Serialize)]
pub struct EventShape<'a> {
    time_us: u64,
    task: TaskIndex,
    #[serde(flatten)]
    what: WhatShape<'a>,
}

#[derive(Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
enum WhatShape<'a> {
    Created {
        creator: Option<TaskIndex>,
    },
    Ready {
        cause: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<TaskIndex>,
    },
    StepBegan,
    Reached {
        place: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        step: Option<usize>,
    },
    HoldBegan {
        hold: &'static str,
    },
    HoldEnded,
    ThreadBegan {
        since_us: u64,
    },
    ThreadEnds {
        until_us: u64,
    },
    Acquired {
        pool: &'a str,
    },
    Released {
        pool: &'a str,
    },
    Waits {
        on: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        until_us: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pool: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<TaskIndex>,
    },
    Ended {
        outcome: &'static str,
    },
}

impl<'a> EventShape<'a> {
    /// `task_of` has, for each task of the loop, the program's task.
    pub fn of(event: &Event, program: &'a Program, task_of: &[TaskIndex]) -> Self {
        let task = |id: TaskId| task_of[id.0 as usize];
        let pool = |id: SemaphoreId| program.pools()[id.0 as usize].name.as_str();
        let what = match event.what {
            What::Created { creator, .. } => WhatShape::Created {
                creator: creator.map(task),
            },
            What::Ready { cause } => {
                let (cause, by) = match cause {
                    Cause::Start => ("start", None),
                    Cause::Task(by) => ("task", Some(task(by))),
                    Cause::Timer => ("timer", None),
                };
                WhatShape::Ready { cause, by }
            }
            What::StepBegan => WhatShape::StepBegan,
            What::Reached { place } => {
                let (place, step) = match Place::from(place) {
                    Place::Step(step) => ("step", Some(step)),
                    Place::Backoff => ("backoff", None),
                    Place::Failing => ("failing", None),
                    Place::TimedOut => ("timed_out", None),
                    Place::Skipped => ("skipped", None),
                };
                WhatShape::Reached { place, step }
            }
            What::HoldBegan { hold } => WhatShape::HoldBegan {
                hold: match hold {
                    Hold::Compute => "compute",
                    Hold::Block => "block",
                },
            },
            What::HoldEnded => WhatShape::HoldEnded,
            What::ThreadBegan { since_us } => WhatShape::ThreadBegan { since_us },
            What::ThreadEnds { until_us } => WhatShape::ThreadEnds { until_us },
            What::Acquired { semaphore } => WhatShape::Acquired {
                pool: pool(semaphore),
            },
            What::Released { semaphore } => WhatShape::Released {
                pool: pool(semaphore),
            },
            What::Waits { on } => {
                let (on, until_us, pool, of) = match on {
                    Wait::Future => ("future", None, None, None),
                    Wait::Task(id) => ("task", None, None, Some(task(id))),
                    Wait::Tasks => ("tasks", None, None, None),
                    Wait::Timer { until_us } => ("timer", Some(until_us), None, None),
                    Wait::Semaphore(id) => ("pool", None, Some(pool(id)), None),
                    Wait::Executor => ("executor", None, None, None),
                    Wait::Work => ("work", None, None, None),
                    Wait::Lock(_) => ("lock", None, None, None),
                    Wait::Event(_) => ("event", None, None, None),
                    Wait::Condition(_) => ("condition", None, None, None),
                    Wait::Queue(_) => ("queue", None, None, None),
                };
                WhatShape::Waits {
                    on,
                    until_us,
                    pool,
                    of,
                }
            }
            What::Ended { outcome } => WhatShape::Ended {
                outcome: match outcome {
                    Outcome::Done => "done",
                    Outcome::Failed => "failed",
                    Outcome::Cancelled => "cancelled",
                    Outcome::Deadlocked => "deadlocked",
                },
            },
        };
        EventShape {
            time_us: event.time_us,
            task: task(event.task),
            what,
        }
    }
}

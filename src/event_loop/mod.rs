//! asyncio's event loop in Rust. It knows nothing of the notation, of the page, or of what the
//! coroutines on it are for: [`crate::run`] puts programs on it, [`crate::trace`] reads the
//! record it leaves.
//!
//! The algorithm is that of CPython's `Lib/asyncio`: a FIFO queue of ready handles; an iteration
//! that runs the handles that were ready when it began, and no later ones; timers in a heap by
//! (when, order of setting), moved to the ready queue at the start of an iteration; a future's
//! callbacks through the ready queue, never at once. On it stand asyncio's primitives, as in
//! CPython 3.13: [`Task`], [`Future`] and [`EventLoop::gather`], [`EventLoop::wait`],
//! [`EventLoop::as_completed`], [`EventLoop::shield`], [`EventLoop::wait_for`]; [`Timeout`] and
//! [`TaskGroup`]; the [`locks`] and [`Queue`]. What time it is, and what holding the loop means,
//! is the business of a [`Clock`]; two drivers turn the iterations: [`virtual_time`] in time that
//! jumps, [`browser`] on the microtask queue in real time. All times are whole microseconds since
//! the loop began.
//!
//! ```
//! use std::rc::Rc;
//! use interleave::event_loop::{EventLoop, virtual_time};
//!
//! let clock = Rc::new(virtual_time::VirtualClock::default());
//! let event_loop = EventLoop::new(clock.clone());
//! let task = event_loop.create_task(0, {
//!     let event_loop = event_loop.clone();
//!     async move {
//!         event_loop.sleep(2_000_000).await?;
//!         Ok(event_loop.time_us())
//!     }
//! });
//! virtual_time::run(&clock, &event_loop);
//! assert_eq!(task.result(), Some(Ok(2_000_000)));
//! ```

mod adopted;
mod as_completed;
mod base_event_loop;
pub mod browser;
mod clock;
mod coroutine;
mod events;
mod exception;
mod executor;
mod future;
mod gather;
mod handle;
pub mod locks;
mod queue;
mod queue_order;
mod record;
mod semaphore;
mod shield;
mod sleep;
mod task;
mod task_group;
mod task_step;
mod timeout;
mod timers;
pub mod virtual_time;
mod wait;
mod wait_for;
mod waiters;
mod whole_record;

pub use as_completed::AsCompleted;
pub use base_event_loop::EventLoop;
pub use clock::{Clock, Hold};
use coroutine::{Coroutine, Step};
pub use events::Events;
pub use exception::Exception;
pub use executor::Executor;
pub use future::Future;
pub use handle::TimerHandle;
pub use locks::{BoundedSemaphore, Condition, Lock};
pub use queue::Queue;
pub use record::{
    Cause, ConditionId, Event, EventId, LockId, Outcome, QueueId, SemaphoreId, TaskId, Wait, What,
};
pub use semaphore::Semaphore;
pub use task::Task;
pub use task_group::TaskGroup;
pub use timeout::Timeout;
pub use timers::Ties;
pub use wait::ReturnWhen;
pub use whole_record::Record;

//! What tasks take turns with and wait for each other by, as in CPython's `asyncio.locks`.
//! [`Event`] is asyncio's; the record's is [`super::Event`].

mod bounded_semaphore;
mod condition;
mod event;
mod lock;

pub use super::semaphore::Semaphore;
pub use bounded_semaphore::BoundedSemaphore;
pub use condition::Condition;
pub use event::Event;
pub use lock::Lock;

//! The event loop by its public interface, in virtual time: one module a primitive.
#![cfg(not(target_arch = "wasm32"))]

mod as_completed;
mod at_each_iteration;
mod bench;
mod cancellation;
mod closing;
mod condition;
mod disturbance;
mod event;
mod events;
mod executor;
mod future;
mod gather;
mod iteration;
mod lock;
mod queue;
mod record;
mod semaphore;
mod shield;
mod task_group;
mod timeout;
mod wait;
mod wait_for;

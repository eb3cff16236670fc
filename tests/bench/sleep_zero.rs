//! What the loop's speed is measured with: 100,000 tasks of ten `sleep(0)` each.

use interleave::event_loop::EventLoop;

pub const TASKS: u32 = 100_000;

const SLEEPS: u32 = 10;

/// Each task also takes a step to its end.
pub const STEPS: u32 = TASKS * (SLEEPS + 1);

/// Puts the tasks on a loop.
pub fn create_tasks(event_loop: &EventLoop) {
    for label in 0..TASKS {
        let on = event_loop.clone();
        event_loop.create_task(label, async move {
            for _ in 0..SLEEPS {
                on.sleep(0).await?;
            }
            Ok(())
        });
    }
}

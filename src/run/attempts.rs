use crate::event_loop::{EventLoop, Exception, Executor, Hold, Semaphore};
use crate::graph::{Node, Place, Program, Step, StepKind, TaskIndex};

/// What a task's attempts run with.
pub(super) struct Attempts<'r> {
    pub(super) program: &'r Program,
    pub(super) event_loop: &'r EventLoop,
    /// One for each pool; none where pools change nothing.
    pub(super) semaphores: &'r [Semaphore],
    /// None where `thread` steps wait like any other.
    pub(super) executor: Option<&'r Executor>,
    pub(super) node: &'r Node,
    pub(super) task: TaskIndex,
}

impl Attempts<'_> {
    /// Tries until an attempt succeeds or the last has failed.
    pub(super) async fn run(&self) -> Result<(), Exception> {
        let mut attempt = 0;
        loop {
            match self.attempt(attempt).await {
                Err(Exception::Cancelled) => return Err(Exception::Cancelled),
                Err(_) if attempt + 1 < self.node.attempts() => attempt += 1,
                result => return result,
            }
            let retry = self.node.retry;
            if let Some(wait_us) = retry.and_then(|retry| retry.wait_us(attempt)) {
                self.reached(Place::Backoff);
                self.event_loop.sleep(wait_us).await?;
            }
        }
    }

    /// `async with` over the pools, then the steps.
    async fn attempt(&self, attempt: u32) -> Result<(), Exception> {
        let pools = match self.semaphores {
            [] => [].as_slice(),
            _ => &self.node.using,
        };
        let mut result = Ok(());
        let mut held = 0;
        for &pool in pools {
            result = self.semaphores[pool].acquire().await;
            if result.is_err() {
                break;
            }
            held += 1;
        }
        if result.is_ok() {
            result = self.steps_in_time(attempt).await;
        }
        for &pool in pools[..held].iter().rev() {
            self.semaphores[pool].release();
        }
        result
    }

    /// `async with asyncio.timeout(…)` over the steps, then the failure that the program says.
    async fn steps_in_time(&self, attempt: u32) -> Result<(), Exception> {
        match self.node.timeout_us {
            None => self.steps(attempt).await?,
            Some(timeout_us) => {
                let steps = self.steps(attempt);
                let result = self.event_loop.timeout(timeout_us, steps).await;
                if result == Err(Exception::TimedOut) {
                    self.reached(Place::TimedOut);
                }
                result?;
            }
        }
        if self
            .program
            .attempt_fails(self.task, self.node.fails, attempt)
        {
            self.reached(Place::Failing);
            return Err(Exception::Raised("failed".into()));
        }
        Ok(())
    }

    async fn steps(&self, attempt: u32) -> Result<(), Exception> {
        for (place, &step) in self.node.steps.iter().enumerate() {
            self.reached(Place::Step(place));
            let duration_us = self.program.duration_us(self.task, step, place, attempt);
            self.step(step, duration_us).await?;
        }
        Ok(())
    }

    async fn step(&self, step: Step, duration_us: u64) -> Result<(), Exception> {
        let event_loop = self.event_loop;
        match (step.kind, self.executor) {
            (StepKind::Thread, Some(executor)) => {
                executor.submit(move || (duration_us, Ok(()))).await
            }
            (StepKind::Io | StepKind::Thread, _) => event_loop.sleep(duration_us).await,
            (StepKind::Cpu, _) => {
                event_loop.hold(Hold::Compute, duration_us);
                Ok(())
            }
            (StepKind::Block, _) => {
                event_loop.hold(Hold::Block, duration_us);
                Ok(())
            }
        }
    }

    fn reached(&self, place: Place) {
        self.event_loop.reached(place.into());
    }
}

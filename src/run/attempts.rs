use crate::event_loop::{EventLoop, Exception, Executor, Hold, Semaphore};
use crate::graph::{Node, Place, Program, Step, StepKind, TaskIndex};

use super::workers::Workers;

/// What a task's attempts run with.
pub(super) struct Attempts<'r> {
    pub(super) program: &'r Program,
    pub(super) event_loop: &'r EventLoop,
    /// None where nothing else runs at the same time.
    pub(super) shared: Option<&'r Shared>,
    pub(super) node: &'r Node,
    pub(super) task: TaskIndex,
}

/// What tasks that run at the same time share.
pub(super) struct Shared {
    /// One for each pool.
    pub(super) semaphores: Vec<Semaphore>,
    /// Where a step of the program is of kind `thread`.
    pub(super) executor: Option<Executor>,
    /// Where tasks are not coroutines but threads or processes.
    pub(super) workers: Option<Workers>,
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
        let Some(shared) = self.shared else {
            return self.steps_in_time(attempt).await;
        };
        let pools = &self.node.using;
        let mut result = Ok(());
        let mut held = 0;
        for &pool in pools {
            result = shared.semaphores[pool].acquire().await;
            if result.is_err() {
                break;
            }
            held += 1;
        }
        if result.is_ok() {
            result = self.steps_in_time(attempt).await;
        }
        for &pool in pools[..held].iter().rev() {
            shared.semaphores[pool].release();
        }
        result
    }

    /// `async with asyncio.timeout(…)` over the steps, then the failure that the program says.
    async fn steps_in_time(&self, attempt: u32) -> Result<(), Exception> {
        let steps = self.steps(attempt);
        let result = match self.node.timeout_us.filter(|_| !self.is_blocking_code()) {
            Some(timeout_us) => self.event_loop.timeout(timeout_us, steps).await,
            None => steps.await,
        };
        if result == Err(Exception::TimedOut) {
            self.reached(Place::TimedOut);
        }
        result?;
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
        let timeout_us = self.node.timeout_us.filter(|_| self.is_blocking_code());
        let deadline_us = timeout_us.map(|us| self.event_loop.time_us().saturating_add(us));
        let workers = self.workers();
        if let Some(workers) = workers {
            workers.begin(self.task);
        }
        for (place, &step) in self.node.steps.iter().enumerate() {
            // Steps that hold the loop, and attempts of them, go on without a wait.
            if self.event_loop.is_full() {
                return Err(Exception::Cancelled);
            }
            self.reached(Place::Step(place));
            let duration_us = self.program.duration_us(self.task, step, place, attempt);
            match (step.kind, workers) {
                (StepKind::Cpu, Some(workers)) => workers.cores.compute(duration_us).await?,
                (StepKind::Block, Some(_)) => self.event_loop.sleep(duration_us).await?,
                (StepKind::Cpu, None) => self.event_loop.hold(Hold::Compute, duration_us),
                (StepKind::Block, None) => self.event_loop.hold(Hold::Block, duration_us),
                (StepKind::Io | StepKind::Thread, _) => {
                    self.wait(step, duration_us, deadline_us).await?;
                }
            }
        }
        Ok(())
    }

    /// A wait, which a blocking call gives up at `deadline_us`.
    async fn wait(
        &self,
        step: Step,
        duration_us: u64,
        deadline_us: Option<u64>,
    ) -> Result<(), Exception> {
        let event_loop = self.event_loop;
        let left_us = deadline_us.map(|us| us.saturating_sub(event_loop.time_us()));
        if let Some(left_us) = left_us.filter(|&left_us| left_us <= duration_us) {
            if left_us > 0 {
                event_loop.sleep(left_us).await?;
            }
            return Err(Exception::TimedOut);
        }
        let executor = self.shared.and_then(|shared| shared.executor.as_ref());
        match executor.filter(|_| step.kind == StepKind::Thread) {
            Some(executor) => executor.submit(move || (duration_us, Ok(()))).await,
            None => event_loop.sleep(duration_us).await,
        }
    }

    /// Whether its waits are blocking calls, which give up at the deadline by themselves.
    fn is_blocking_code(&self) -> bool {
        self.shared.is_none() || self.workers().is_some()
    }

    fn workers(&self) -> Option<&Workers> {
        self.shared.and_then(|shared| shared.workers.as_ref())
    }

    fn reached(&self, place: Place) {
        self.event_loop.reached(place.into());
    }
}

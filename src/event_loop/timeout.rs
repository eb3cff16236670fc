use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{EventLoop, Exception, TaskId, TimerHandle};

/// A deadline for a part of a task (`asyncio.Timeout`): when it passes, the task is cancelled
/// inside that part, and the part raises [`Exception::TimedOut`] instead. Clones are the same
/// deadline.
#[derive(Clone)]
pub struct Timeout {
    inner: Rc<Inner>,
}

struct Inner {
    event_loop: EventLoop,
    state: Cell<State>,
    when_us: Cell<Option<u64>>,
    handler: RefCell<Option<TimerHandle>>,
}

#[derive(Clone, Copy)]
enum State {
    Created,
    /// Its task, and how many requests to cancel the task were open when it entered.
    Entered {
        task: TaskId,
        cancelling: u32,
    },
    /// The deadline has passed, and the task was cancelled for it.
    Expiring {
        task: TaskId,
        cancelling: u32,
    },
    Expired,
    Exited,
}

impl Timeout {
    /// A deadline `delay_us` microseconds from now, or none (`asyncio.timeout`).
    pub fn new(event_loop: &EventLoop, delay_us: Option<u64>) -> Self {
        let when_us = delay_us.map(|delay_us| event_loop.time_us().saturating_add(delay_us));
        Self::at(event_loop, when_us)
    }

    /// A deadline at `when_us`, in microseconds since the loop began, or none
    /// (`asyncio.timeout_at`).
    pub fn at(event_loop: &EventLoop, when_us: Option<u64>) -> Self {
        Timeout {
            inner: Rc::new(Inner {
                event_loop: event_loop.clone(),
                state: Cell::new(State::Created),
                when_us: Cell::new(when_us),
                handler: RefCell::new(None),
            }),
        }
    }

    /// The deadline, in microseconds since the loop began; none where there is none
    /// (`Timeout.when`).
    pub fn when_us(&self) -> Option<u64> {
        self.inner.when_us.get()
    }

    /// Whether the deadline passed before the part it is for was over (`Timeout.expired`).
    pub fn expired(&self) -> bool {
        matches!(
            self.inner.state.get(),
            State::Expiring { .. } | State::Expired
        )
    }

    /// Moves the deadline to `when_us`, in microseconds since the loop began, or takes it away
    /// (`Timeout.reschedule`). One that has passed already ends the current wait in the next
    /// iteration.
    ///
    /// # Errors
    /// [`Exception::Raised`] where the part it is for has not begun, or the deadline has passed,
    /// or the part is over.
    pub fn reschedule(&self, when_us: Option<u64>) -> Result<(), Exception> {
        let refusal = match self.inner.state.get() {
            State::Entered { .. } => {
                self.set(when_us);
                return Ok(());
            }
            State::Created => "Timeout has not been entered",
            State::Expiring { .. } => "Cannot change state of expiring Timeout",
            State::Expired => "Cannot change state of expired Timeout",
            State::Exited => "Cannot change state of finished Timeout",
        };
        Err(Exception::Raised(refusal.into()))
    }

    /// Runs `body` in the current task under this deadline (`async with timeout:`).
    ///
    /// # Errors
    /// [`Exception::TimedOut`] where `body` was cancelled by the deadline, and by nobody else;
    /// otherwise what `body` raises. [`Exception::Raised`] where the deadline has served before.
    pub async fn run<T>(
        &self,
        body: impl Future<Output = Result<T, Exception>>,
    ) -> Result<T, Exception> {
        self.enter()?;
        let result = body.await;
        self.exit(result)
    }

    /// `Timeout.__aenter__`.
    fn enter(&self) -> Result<(), Exception> {
        let inner = &self.inner;
        if !matches!(inner.state.get(), State::Created) {
            return Err(Exception::Raised("Timeout has already been entered".into()));
        }
        let Some(task) = inner.event_loop.current_task() else {
            let refusal = "Timeout should be used inside a task";
            return Err(Exception::Raised(refusal.into()));
        };
        let cancelling = inner.event_loop.cancelling(task);
        inner.state.set(State::Entered { task, cancelling });
        self.set(inner.when_us.get());
        Ok(())
    }

    /// `Timeout.__aexit__`.
    fn exit<T>(&self, result: Result<T, Exception>) -> Result<T, Exception> {
        let inner = &self.inner;
        self.take_handler_back();
        let State::Expiring { task, cancelling } = inner.state.get() else {
            inner.state.set(State::Exited);
            return result;
        };
        inner.state.set(State::Expired);
        // Where others have asked for the task's end too, it is theirs to have.
        let is_ours = inner.event_loop.uncancel(task) <= cancelling;
        match result {
            Err(Exception::Cancelled) if is_ours => Err(Exception::TimedOut),
            result => result,
        }
    }

    fn set(&self, when_us: Option<u64>) {
        let inner = &self.inner;
        inner.when_us.set(when_us);
        self.take_handler_back();
        let Some(when_us) = when_us else { return };
        let timeout = self.clone();
        let on_timeout = move || timeout.on_timeout();
        let handler = if when_us <= inner.event_loop.time_us() {
            inner.event_loop.call_soon_unless_cancelled(on_timeout)
        } else {
            inner.event_loop.call_at(when_us, on_timeout)
        };
        inner.handler.replace(Some(handler));
    }

    /// `Timeout._on_timeout`.
    fn on_timeout(&self) {
        if let State::Entered { task, cancelling } = self.inner.state.get() {
            self.inner.event_loop.cancel_task(task);
            self.inner.state.set(State::Expiring { task, cancelling });
            self.inner.handler.take();
        }
    }

    fn take_handler_back(&self) {
        if let Some(handler) = self.inner.handler.take() {
            handler.cancel();
        }
    }
}

impl EventLoop {
    /// Runs `body` in the current task, for at most `delay_us` microseconds
    /// (`async with asyncio.timeout(delay):`).
    ///
    /// # Errors
    /// [`Exception::TimedOut`] where that time passed first; otherwise what `body` raises.
    pub async fn timeout<T>(
        &self,
        delay_us: u64,
        body: impl Future<Output = Result<T, Exception>>,
    ) -> Result<T, Exception> {
        Timeout::new(self, Some(delay_us)).run(body).await
    }
}

use std::cell::RefCell;
use std::rc::Rc;

use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::event_loop::{EventLoop, Exception, Future, Task};

/// A loop in virtual time, and a log of what the coroutines on it say and when.
pub struct Bench {
    pub clock: Rc<VirtualClock>,
    pub event_loop: EventLoop,
    log: Rc<RefCell<Vec<String>>>,
}

impl Bench {
    pub fn new() -> Self {
        let clock = Rc::new(VirtualClock::default());
        Bench {
            event_loop: EventLoop::new(clock.clone()),
            clock,
            log: Rc::default(),
        }
    }

    pub fn run(&self) {
        virtual_time::run(&self.clock, &self.event_loop);
    }

    pub fn say(&self) -> impl Fn(&str) + Clone + 'static {
        let (log, event_loop) = (self.log.clone(), self.event_loop.clone());
        move |word| {
            log.borrow_mut()
                .push(format!("{} {word}", event_loop.time_us()))
        }
    }

    /// A task on the loop, from a function that is handed the loop.
    pub fn task<T, F>(&self, coroutine: impl FnOnce(EventLoop) -> F) -> Task<T>
    where
        T: Clone + 'static,
        F: std::future::Future<Output = Result<T, Exception>> + 'static,
    {
        self.event_loop
            .create_task(0, coroutine(self.event_loop.clone()))
    }

    /// A task that sleeps for `duration_us` and returns `result`.
    pub fn sleeper<T: Clone + 'static>(&self, duration_us: u64, result: T) -> Future<T> {
        let task = self.task(|on| async move { on.sleep(duration_us).await.map(|()| result) });
        task.future().clone()
    }

    /// A task that sleeps for `duration_us` and raises `message`.
    pub fn failing<T: Clone + 'static>(&self, duration_us: u64, message: &str) -> Future<T> {
        let exception = raised(message);
        let task = self.task(|on| async move {
            on.sleep(duration_us).await?;
            Err(exception)
        });
        task.future().clone()
    }

    /// A task that, when it is cancelled, sleeps for `duration_us` and then does `then`.
    pub fn stubborn<T: Clone + 'static>(
        &self,
        duration_us: u64,
        then: Result<T, Exception>,
    ) -> Future<T> {
        let task = self.task(|on| async move {
            let _ = on.sleep(1_000).await;
            on.sleep(duration_us).await?;
            then
        });
        task.future().clone()
    }

    /// A task that says `name` when it is cancelled.
    pub fn mourned(&self, name: &'static str) -> impl Fn(EventLoop) -> Mourned + 'static {
        let say = self.say();
        move |on| {
            let say = say.clone();
            Box::pin(async move {
                let result = on.sleep(1_000).await;
                if result.is_err() {
                    say(name);
                }
                result
            })
        }
    }

    /// Cancels `future` at a time, in microseconds.
    pub fn cancel_at<T: Clone + 'static>(&self, when_us: u64, future: &Future<T>) {
        let future = future.clone();
        self.at(when_us, move || {
            future.cancel();
        });
    }

    /// Does something at a time, in microseconds.
    pub fn at(&self, when_us: u64, what: impl FnOnce() + 'static) {
        self.event_loop.call_at(when_us, what);
    }

    pub fn said(&self) -> String {
        self.log.borrow().join(", ")
    }
}

pub type Mourned = std::pin::Pin<Box<dyn std::future::Future<Output = Result<(), Exception>>>>;

/// Any exception with this message.
pub fn raised(message: &str) -> Exception {
    Exception::Raised(message.into())
}

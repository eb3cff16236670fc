use std::fmt;
use std::rc::Rc;

/// What a coroutine may raise instead of returning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exception {
    /// `asyncio.CancelledError`: the task, or the future it waited for, was cancelled.
    Cancelled,
    /// `TimeoutError`: a deadline passed first.
    TimedOut,
    /// `asyncio.QueueFull`: there is no place in the queue.
    QueueFull,
    /// `asyncio.QueueEmpty`: there is nothing in the queue.
    QueueEmpty,
    /// `ExceptionGroup`: what several tasks raised.
    Group(Rc<[Exception]>),
    /// Any other exception, by its message.
    Raised(Rc<str>),
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Exception::Cancelled => f.write_str("cancelled"),
            Exception::TimedOut => f.write_str("timed out"),
            Exception::QueueFull => f.write_str("the queue is full"),
            Exception::QueueEmpty => f.write_str("the queue is empty"),
            Exception::Group(exceptions) => {
                f.write_str("several exceptions:")?;
                exceptions.iter().try_for_each(|e| write!(f, " {e};"))
            }
            Exception::Raised(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Exception {}

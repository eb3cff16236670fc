//! What is read from a record: the spans of every task, its start, end and outcome, and who
//! waits for whom when nothing can go on. All that the page shows of a run comes from here, and
//! it is built as events arrive: from a whole prediction at once, from a live run batch by batch.

mod deadlock;
mod span;
#[allow(clippy::module_inception)] // The type that gives the room its name.
mod trace;

pub use deadlock::{Link, circle};
pub use span::{Span, SpanKind};
pub use trace::{Row, Trace};

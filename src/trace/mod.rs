//! What is read from a record: the spans of every task, its start, end and outcome, and who
//! waits for whom when nothing can go on. All that the page shows of a run comes from here, and
//! it is built as events arrive: from a whole prediction at once, from a live run batch by batch.

mod deadlock;
mod from_record;
mod span;

pub use deadlock::{Link, circle};
pub use from_record::{Row, Trace};
pub use span::{Span, SpanKind};

//! What is read from a record: the spans of every task, its start, end and outcome, who let whom
//! go on, the critical path, the figures, the state of the loop at any moment, and who waits for
//! whom when nothing can go on. All that the page shows of a run comes from here, and it is built
//! as events arrive: from a whole prediction at once, from a live run batch by batch.

mod critical_path;
mod deadlock;
mod from_record;
mod loop_state;
mod metrics;
mod outcome;
mod row;
mod span;
mod span_kind;
mod spans;

pub use critical_path::{PathPart, critical_path};
pub use deadlock::{CircleLink, circle};
pub use from_record::Trace;
pub use loop_state::{LoopState, PoolState};
pub use metrics::{Metrics, metrics};
pub use outcome::Outcome;
pub use row::{Link, Row, Why};
pub use span::Span;
pub use span_kind::SpanKind;
pub use spans::Spans;

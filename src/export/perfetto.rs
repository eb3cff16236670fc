use serde::Serialize;

use crate::graph::{Program, Reference, TaskIndex};
use crate::run::Mode;
use crate::trace::{Link, Outcome, Span, SpanKind, Why};
use crate::words::Language;

use super::RecordedRun;
use super::pool_history::PoolHistory;

/// So many of what a task comes after are named.
const NAMED: usize = 5;

/// The number of the first task's thread: Perfetto takes 0 for the idle thread, and a thread
/// with its process's number for the main one.
const FIRST_THREAD: u32 = 3;

/// Runs of one program as a trace that ui.perfetto.dev and chrome://tracing open, in the Trace
/// Event Format (JSON, times in microseconds). A run is a process; a task is a thread of it, in
/// source order, with
///
/// - a complete event (`X`) for each span, named for what the task did, in the category `step` or
///   `wait`, with what it waited for;
/// - an instant event (`i`) for its outcome;
/// - a flow (`s` to `f`) from whoever let it go on, where that was another task.
///
/// Each pool has a counter (`C`) of who holds it and who waits for it. Takes time linear in the
/// length of the records.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::export::{self, RecordedRun, RunSource};
/// use interleave::{notation, run, trace::Trace};
///
/// let program = Rc::new(notation::parse("a: io 3s\nb: io 1s after a").unwrap().program);
/// let mode = run::Mode::Concurrent;
/// let events = run::predict(&program, mode).unwrap();
/// let trace = Trace::of(program, &events);
/// let events = events.into_iter().collect();
/// let source = RunSource::Predicted;
/// let run = RecordedRun { mode, source, trace: &trace, events: &events, disturbances: &[] };
/// assert!(export::perfetto(&[run]).starts_with("{\"displayTimeUnit\":\"ms\",\"traceEvents\":["));
/// ```
pub fn perfetto(runs: &[RecordedRun]) -> String {
    let mut file = File {
        json: "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[".into(),
        is_empty: true,
        flows: 0,
    };
    let mut first_thread = FIRST_THREAD;
    for (run, process) in runs.iter().zip(1..) {
        // Perfetto goes by a thread's number alone, whatever its process.
        let process = Process {
            run,
            process,
            first_thread,
            pools: PoolHistory::of(run),
        };
        first_thread += run.trace.rows().len() as u32;
        process.metadata(&mut file);
        for task in 0..run.trace.rows().len() as TaskIndex {
            process.spans(&mut file, task);
            process.outcome(&mut file, task);
        }
        // A flow is tied to spans, which have to be there before it.
        for task in 0..run.trace.rows().len() as TaskIndex {
            process.flows(&mut file, task);
        }
        process.counters(&mut file);
    }
    file.json.push_str("\n]}\n");
    file.json
}

/// An event of the format, with what its phase asks for.
#[derive(Default, Serialize)]
struct TraceEvent<'a> {
    ph: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cat: Option<&'static str>,
    pid: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    tid: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ts: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    /// What a flow's end is tied to: `e`, the span around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    bp: Option<&'static str>,
    /// What an instant event is drawn across: `t`, its thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    args: Option<Args<'a>>,
}

#[derive(Default, Serialize)]
struct Args<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort_index: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waits_for: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempts: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<u32>,
}

struct File {
    json: String,
    is_empty: bool,
    flows: u32,
}

impl File {
    fn push(&mut self, event: &TraceEvent) {
        // Only a map whose keys are no strings can't be written.
        let Ok(json) = serde_json::to_string(event) else {
            return;
        };
        let before = if self.is_empty { "\n" } else { ",\n" };
        self.is_empty = false;
        self.json.push_str(before);
        self.json.push_str(&json);
    }
}

struct Process<'a> {
    run: &'a RecordedRun<'a>,
    process: u32,
    first_thread: u32,
    pools: PoolHistory,
}

impl Process<'_> {
    fn program(&self) -> &Program {
        self.run.trace.program()
    }

    /// An event of the whole run.
    fn event<'a>(&self, ph: &'static str, name: &'a str) -> TraceEvent<'a> {
        TraceEvent {
            ph,
            name,
            pid: self.process,
            ..TraceEvent::default()
        }
    }

    /// An event of a task at a time.
    fn at<'a>(
        &self,
        ph: &'static str,
        name: &'a str,
        task: TaskIndex,
        time_us: u64,
    ) -> TraceEvent<'a> {
        TraceEvent {
            tid: Some(self.first_thread + task),
            ts: Some(time_us),
            ..self.event(ph, name)
        }
    }

    fn metadata(&self, file: &mut File) {
        let mode = match self.run.mode {
            Mode::Sequential => "Sequential",
            Mode::Concurrent => "Concurrent",
        };
        self.describe(file, "process_name", None, Args::named(mode));
        let sorted = Args::sorted(self.process);
        self.describe(file, "process_sort_index", None, sorted);
        let labels = Args {
            labels: Some(self.run.source.word()),
            ..Args::default()
        };
        self.describe(file, "process_labels", None, labels);
        for task in 0..self.run.trace.rows().len() as TaskIndex {
            let thread = Some(self.first_thread + task);
            let name = self.program().task_name(task);
            self.describe(file, "thread_name", thread, Args::named(&name));
            self.describe(file, "thread_sort_index", thread, Args::sorted(task));
        }
    }

    fn describe(&self, file: &mut File, name: &str, tid: Option<u32>, args: Args) {
        let args = Some(args);
        let event = self.event("M", name);
        file.push(&TraceEvent { tid, args, ..event });
    }

    fn spans(&self, file: &mut File, task: TaskIndex) {
        for span in self.run.spans(task) {
            let waits_for = self.waits_for(&span);
            let is_step = matches!(span.kind, SpanKind::Step(_));
            let args = waits_for.as_deref().map(|waits_for| Args {
                waits_for: Some(waits_for),
                ..Args::default()
            });
            file.push(&TraceEvent {
                cat: Some(if is_step { "step" } else { "wait" }),
                dur: Some(span.to_us - span.from_us),
                args,
                ..self.at("X", span.kind.say(Language::English), task, span.from_us)
            });
        }
    }

    fn waits_for(&self, span: &Span) -> Option<String> {
        match span.kind {
            SpanKind::Step(_) | SpanKind::Backoff => None,
            SpanKind::WaitingForTask => named_after(self.program(), span.task),
            SpanKind::WaitingForPool => {
                let pool = self.pools.waited_for(span.task, span.from_us)?;
                Some(self.program().pools()[pool].name.clone())
            }
            SpanKind::WaitingForThread => Some("a thread of the executor".into()),
            SpanKind::Ready => {
                let links = &self.run.trace.rows()[span.task as usize].links;
                let next = links.partition_point(|link| link.at_us <= span.from_us);
                let freed = links[next..]
                    .first()
                    .filter(|link| link.why == Why::FreedLoop && link.at_us <= span.to_us);
                Some(freed.map_or("the loop".into(), |link| {
                    let holder = self.program().task_name(link.by);
                    format!("the loop, which {holder} holds")
                }))
            }
        }
    }

    fn outcome(&self, file: &mut File, task: TaskIndex) {
        let row = &self.run.trace.rows()[task as usize];
        let (Some(outcome), Some(end_us)) = (row.outcome, row.end_us) else {
            return;
        };
        let name = match outcome {
            Outcome::TimedOut => "failed: timed out",
            _ => outcome.word(),
        };
        let args = Args {
            attempts: Some(row.attempts),
            ..Args::default()
        };
        file.push(&TraceEvent {
            cat: Some("outcome"),
            s: Some("t"),
            args: Some(args),
            ..self.at("i", name, task, end_us)
        });
    }

    fn flows(&self, file: &mut File, task: TaskIndex) {
        for link in &self.run.trace.rows()[task as usize].links {
            let (Some(from_us), Some(to_us)) = (self.leaves(link), self.arrives(link, task)) else {
                continue;
            };
            if from_us > to_us {
                continue;
            }
            file.flows += 1;
            let id = Some(file.flows);
            let cat = Some("cause");
            let name = words(link.why);
            file.push(&TraceEvent {
                cat,
                id,
                ..self.at("s", name, link.by, from_us)
            });
            file.push(&TraceEvent {
                cat,
                id,
                bp: Some("e"),
                ..self.at("f", name, task, to_us)
            });
        }
    }

    /// A time within the span in which whoever caused it did so: a span's end is not within it.
    fn leaves(&self, link: &Link) -> Option<u64> {
        let spans = &self.run.trace.rows()[link.by as usize].spans;
        let next = spans.partition_point(|span| span.from_us < link.at_us);
        let span = &spans[next.checked_sub(1)?];
        Some(span.to_us.min(link.at_us) - 1)
    }

    /// A time within the first span that follows from it, or else within the task's last.
    fn arrives(&self, link: &Link, task: TaskIndex) -> Option<u64> {
        let spans = &self.run.trace.rows()[task as usize].spans;
        let next = spans.partition_point(|span| span.to_us <= link.at_us);
        match spans.get(next) {
            Some(span) => Some(span.from_us.max(link.at_us)),
            None => Some(spans.last()?.to_us - 1),
        }
    }

    fn counters(&self, file: &mut File) {
        let pools = self.program().pools().iter();
        let names: Vec<_> = pools.map(|pool| format!("pool {}", pool.name)).collect();
        for state in &self.pools.states {
            let args = Args {
                held: Some(state.held),
                waiting: Some(state.waiting),
                ..Args::default()
            };
            file.push(&TraceEvent {
                ts: Some(state.time_us),
                args: Some(args),
                ..self.event("C", &names[state.pool])
            });
        }
    }
}

impl<'a> Args<'a> {
    fn named(name: &'a str) -> Self {
        let name = Some(name);
        Args {
            name,
            ..Args::default()
        }
    }

    fn sorted(place: u32) -> Self {
        let sort_index = Some(place);
        Args {
            sort_index,
            ..Args::default()
        }
    }
}

/// What a task comes after, in the notation's words.
fn named_after(program: &Program, task: TaskIndex) -> Option<String> {
    let after = &program.nodes()[program.node_of(task)].after;
    let names = after.iter().take(NAMED).map(|&reference| match reference {
        Reference::All { node } => program.nodes()[node].name.clone(),
        _ => program.task_name(program.referred(task, reference).start),
    });
    let names = names.collect::<Vec<_>>().join(", ");
    match after.len() {
        0 => None,
        1..=NAMED => Some(names),
        count => Some(format!("{names} and {} more", count - NAMED)),
    }
}

fn words(why: Why) -> &'static str {
    match why {
        Why::Ended => "ended",
        Why::GaveBack => "gave back its place in a pool",
        Why::FreedThread => "freed a thread",
        Why::FreedLoop => "gave back the loop",
        Why::Cancelled => "cancelled it",
    }
}

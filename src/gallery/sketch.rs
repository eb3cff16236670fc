use serde::{Deserialize, Serialize};

use crate::trace::{Span, SpanKind, Trace};

/// Where the longer of the two runs ends.
const SCALE: u16 = 1_000;

/// No bar is narrower than this: nobody could see it.
const NARROWEST: u16 = 3;

/// As many tasks of the concurrent run are drawn.
const TASK_ROWS: usize = 8;

/// No sketch has more bars.
const MOST_BARS: usize = 80;

/// What a program's runs come to, at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketched {
    /// Both runs as a small picture.
    pub sketch: Sketch,
    /// How long the sequential run takes, in microseconds.
    pub sequential_us: u64,
    /// How long the concurrent run takes, in microseconds.
    pub concurrent_us: u64,
}

impl Sketched {
    /// What these runs come to.
    pub fn of(sequential: &Trace, concurrent: &Trace) -> Self {
        Sketched {
            sketch: Sketch::of(sequential, concurrent),
            sequential_us: sequential.makespan_us(),
            concurrent_us: concurrent.makespan_us(),
        }
    }
}

/// A small picture of a program's two runs, with the end of the longer one at 1000.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// Row by row, in order of time; those of a row do not overlap.
    pub bars: Vec<SketchBar>,
    /// How many rows there are: the sequential run, and up to eight tasks of the concurrent one.
    pub rows: u8,
    /// Where the sequential run ends, 0 to 1000.
    pub sequential_end: u16,
    /// Where the concurrent run ends, 0 to 1000.
    pub concurrent_end: u16,
}

/// A stretch of time in which a row does mostly one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchBar {
    /// 0 for the sequential run; a task of the concurrent run from 1 on, in source order.
    pub row: u8,
    /// What it does.
    pub kind: SpanKind,
    /// Its beginning, 0 to 1000.
    pub from: u16,
    /// Its end, 0 to 1000.
    pub to: u16,
}

impl Sketch {
    /// The sketch of a program's runs. Of many tasks some are drawn, evenly from the first to the
    /// last; what is too short to be seen goes into what stands beside it.
    pub fn of(sequential: &Trace, concurrent: &Trace) -> Self {
        let longer_us = sequential.makespan_us().max(concurrent.makespan_us());
        if longer_us == 0 {
            return Sketch::default();
        }
        let rows = rows(sequential, concurrent);
        // Too many bars make a coarser sketch; where one is as wide as all, there is one a row.
        let widths = (0..10).map(|doubled| NARROWEST << doubled);
        let sketches = widths.map(|width| bars(&rows, longer_us, width));
        let mut sketches = sketches.skip_while(|bars| bars.len() > MOST_BARS);
        Sketch {
            bars: sketches.next().unwrap_or_default(),
            rows: rows.len() as u8,
            sequential_end: place(sequential.makespan_us(), longer_us),
            concurrent_end: place(concurrent.makespan_us(), longer_us),
        }
    }
}

/// What each row does.
fn rows<'t>(sequential: &'t Trace, concurrent: &'t Trace) -> Vec<&'t [Span]> {
    let tasks = concurrent.rows();
    let drawn = tasks.len().min(TASK_ROWS);
    let between = drawn.saturating_sub(1).max(1);
    let drawn = (0..drawn).map(|row| row * (tasks.len() - 1) / between);
    let of_tasks = drawn.map(|task| &*tasks[task].spans);
    [&**sequential.steps()]
        .into_iter()
        .chain(of_tasks)
        .collect()
}

/// The bars of all rows, in which nothing narrower than `width` stands beside another.
fn bars(rows: &[&[Span]], longer_us: u64, width: u16) -> Vec<SketchBar> {
    let width_us = u128::from(longer_us) * u128::from(width);
    let width_us = width_us.div_ceil(SCALE.into()) as u64;
    let mut bars = Vec::new();
    for (row, spans) in (0..).zip(rows) {
        bars.extend(stretches(spans, width_us).iter().map(|stretch| {
            let from = place(stretch.from_us, longer_us).min(SCALE - NARROWEST);
            SketchBar {
                row,
                kind: stretch.kind(),
                from,
                to: place(stretch.to_us, longer_us).max(from + NARROWEST),
            }
        }));
    }
    bars
}

/// What stands `time_us` after the beginning.
fn place(time_us: u64, longer_us: u64) -> u16 {
    let longer_us = u128::from(longer_us);
    let place = (u128::from(time_us) * u128::from(SCALE) + longer_us / 2) / longer_us;
    place.min(SCALE.into()) as u16
}

/// What is done from one time to another, without a pause that could be seen.
struct Stretch {
    from_us: u64,
    to_us: u64,
    /// How long of which kind, in the order of [`SpanKind::ALL`].
    times_us: [u64; SpanKind::ALL.len()],
}

impl Stretch {
    fn of(span: &Span) -> Self {
        let time_us = span.to_us - span.from_us;
        Stretch {
            from_us: span.from_us,
            to_us: span.to_us,
            times_us: SpanKind::ALL.map(|kind| if kind == span.kind { time_us } else { 0 }),
        }
    }

    /// What is done for the longest.
    fn kind(&self) -> SpanKind {
        let times = SpanKind::ALL.into_iter().zip(self.times_us);
        let longest = times.max_by_key(|&(_, time_us)| time_us);
        longest.map_or(SpanKind::Ready, |(kind, _)| kind)
    }

    fn is_narrower_than(&self, width_us: u64) -> bool {
        self.to_us - self.from_us < width_us
    }

    fn join(&mut self, next: &Stretch) {
        self.to_us = next.to_us;
        for (time_us, more_us) in self.times_us.iter_mut().zip(next.times_us) {
            *time_us += more_us;
        }
    }
}

/// First slivers go together until they can be seen. Then like goes to like, and a sliver that is
/// left to what it touches.
fn stretches(spans: &[Span], width_us: u64) -> Vec<Stretch> {
    let narrow = |stretch: &Stretch| stretch.is_narrower_than(width_us);
    let touch = |one: &Stretch, next: &Stretch| next.from_us.saturating_sub(one.to_us) < width_us;
    let seen = joined(spans.iter().map(Stretch::of), |one, next| {
        touch(one, next) && narrow(one) && narrow(next)
    });
    joined(seen, |one, next| {
        touch(one, next) && (one.kind() == next.kind() || narrow(one) || narrow(next))
    })
}

fn joined(
    stretches: impl IntoIterator<Item = Stretch>,
    joins: impl Fn(&Stretch, &Stretch) -> bool,
) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for next in stretches {
        match joined.last_mut() {
            Some(last) if joins(last, &next) => last.join(&next),
            _ => joined.push(next),
        }
    }
    joined
}

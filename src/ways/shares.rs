use crate::graph::StepKind;
use crate::run::Way;
use crate::trace::{SpanKind, Trace};

/// How those who compute in a modelled run share the cores: at any moment all of them go on at the
/// same speed.
#[derive(Clone, Debug)]
pub struct Shares {
    cores: u32,
    /// In order of time; the first at time 0.
    changes: Vec<Change>,
}

/// From a moment on, how many compute.
#[derive(Clone, Copy, Debug, Default)]
struct Change {
    from_us: u64,
    sharers: u32,
    /// What one who had computed from the beginning would have done by then, in microseconds.
    done_us: f64,
}

impl Shares {
    /// Those of the run that `trace` is of, as `way` models it. Takes time n log n in its steps.
    pub fn of(trace: &Trace, way: Way) -> Self {
        let cpu = SpanKind::Step(StepKind::Cpu);
        let spans = trace.steps().iter().filter(|span| span.kind == cpu);
        let mut bounds: Vec<(u64, bool)> = spans
            .flat_map(|span| [(span.from_us, true), (span.to_us, false)])
            .collect();
        bounds.sort_unstable();
        let mut shares = Shares {
            cores: way.cores(),
            changes: vec![Change::default()],
        };
        let mut sharers = 0;
        for (from_us, begins) in bounds {
            sharers = if begins { sharers + 1 } else { sharers - 1 };
            shares.change(from_us, sharers);
        }
        shares
    }

    fn change(&mut self, from_us: u64, sharers: u32) {
        let next = Change {
            from_us,
            sharers,
            done_us: self.done_us(from_us),
        };
        match self.changes.last_mut() {
            Some(last) if last.from_us == from_us => last.sharers = sharers,
            _ => self.changes.push(next),
        }
    }

    /// How much of a core each has who computes at `time_us`; 1 where nobody does.
    pub fn at(&self, time_us: u64) -> f64 {
        self.share(self.change_at(time_us))
    }

    /// What a step that computes from `from_us` to `to_us` gets done, in microseconds of one core.
    pub fn work_us(&self, from_us: u64, to_us: u64) -> u64 {
        (self.done_us(to_us) - self.done_us(from_us)).round() as u64
    }

    /// How long the cores were at work, all of them together, in microseconds.
    pub fn busy_us(&self) -> u64 {
        let pairs = self.changes.windows(2);
        pairs
            .map(|pair| {
                let cores = u64::from(pair[0].sharers.min(self.cores));
                cores.saturating_mul(pair[1].from_us - pair[0].from_us)
            })
            .fold(0, u64::saturating_add)
    }

    fn done_us(&self, time_us: u64) -> f64 {
        let change = self.change_at(time_us);
        let since_us = time_us.saturating_sub(change.from_us);
        change.done_us + since_us as f64 * self.share(change)
    }

    fn share(&self, change: Change) -> f64 {
        let sharers = change.sharers.max(1);
        f64::from(self.cores.min(sharers)) / f64::from(sharers)
    }

    fn change_at(&self, time_us: u64) -> Change {
        let after = self
            .changes
            .partition_point(|change| change.from_us <= time_us);
        self.changes[after.saturating_sub(1)]
    }
}

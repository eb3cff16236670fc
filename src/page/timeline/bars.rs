use crate::graph::TaskIndex;
use crate::trace::{Span, SpanKind};

use super::geometry::Geometry;
use super::spans::{covering, first_after};

/// What is drawn of spans in order of time, none of which overlaps another: those in view, and of
/// those that are narrower than a device pixel one for each such pixel, the one that covers most
/// of it. The others are not visited, so it takes no longer the more there are.
///
/// A wait that is narrower than a pixel is left out, as the microseconds that a live run takes
/// between two steps are none of the program's.
pub struct Bars<'a> {
    spans: &'a [Span],
    geometry: Geometry,
    density: f64,
    end_us: u64,
    place: usize,
}

/// What is drawn of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Whose it is.
    pub task: TaskIndex,
    /// Its kind.
    pub kind: SpanKind,
    /// Where it begins, in CSS pixels.
    pub left: f64,
    /// How wide it is, in CSS pixels.
    pub width: f64,
}

impl<'a> Bars<'a> {
    /// The bars of `spans`, with `density` device pixels to a CSS pixel.
    pub fn new(spans: &'a [Span], geometry: Geometry, density: f64) -> Self {
        let in_view = geometry.times_in_view();
        Bars {
            spans,
            geometry,
            density,
            end_us: in_view.end,
            place: first_after(spans, 0, in_view.start),
        }
    }

    fn edge(&self, time_us: u64) -> f64 {
        self.geometry.x(time_us) * self.density
    }

    /// What is drawn in the pixel that the span at the current place ends in.
    fn of_pixel(&mut self, pixel: f64) -> Option<Bar> {
        let times = [pixel, pixel + 1.0].map(|at| self.geometry.time_us(at / self.density));
        let first = self.place.saturating_sub(1);
        self.place = first_after(self.spans, self.place + 1, times[1]);
        let last = (self.place + 1).min(self.spans.len());
        let span = covering(&self.spans[first..last], times[0], times[1])?;
        let is_narrow = self.edge(span.to_us) - self.edge(span.from_us) < 1.0;
        let counts = matches!(span.kind, SpanKind::Step(_) | SpanKind::Backoff);
        // What is wider is drawn for itself.
        (is_narrow && counts).then_some(Bar {
            task: span.task,
            kind: span.kind,
            left: pixel / self.density,
            width: 1.0 / self.density,
        })
    }
}

impl Iterator for Bars<'_> {
    type Item = Bar;

    fn next(&mut self) -> Option<Bar> {
        loop {
            let span = self.spans.get(self.place)?;
            if span.from_us > self.end_us {
                return None;
            }
            let (left, right) = (self.edge(span.from_us), self.edge(span.to_us));
            if right - left >= 1.0 {
                self.place += 1;
                return Some(Bar {
                    task: span.task,
                    kind: span.kind,
                    left: left / self.density,
                    width: (right - left) / self.density,
                });
            }
            if let Some(bar) = self.of_pixel(right.floor()) {
                return Some(bar);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::StepKind;
    use crate::page::timeline::way_strips::WayStrips;
    use crate::page::timeline::zoom::Zoom;

    const IO: SpanKind = SpanKind::Step(StepKind::Io);
    const CPU: SpanKind = SpanKind::Step(StepKind::Cpu);

    /// Ten seconds on some 1200 pixels: a pixel is about 9 ms.
    const GEOMETRY: Geometry = Geometry {
        width: 1440.0,
        height: 400.0,
        scrolled: 0.0,
        rows: 1,
        end_us: 10_000_000,
        zoom: Zoom::WHOLE,
        ways: WayStrips::NONE,
    };

    fn span(kind: SpanKind, from_us: u64, to_us: u64) -> Span {
        Span {
            task: 0,
            kind,
            step: None,
            from_us,
            to_us,
        }
    }

    fn bars(spans: &[Span]) -> Vec<Bar> {
        Bars::new(spans, GEOMETRY, 1.0).collect()
    }

    #[test]
    fn there_are_no_more_bars_than_pixels() {
        let many: Vec<_> = (0..1_000_000)
            .map(|place| span(IO, place * 10, place * 10 + 10))
            .collect();
        let bars = bars(&many);
        assert!((1_000..=1_223).contains(&bars.len()), "{}", bars.len());
    }

    #[test]
    fn a_pixel_shows_the_span_that_covers_most_of_it() {
        let mut spans = Vec::new();
        for place in 0..100_000 {
            spans.push(span(IO, place * 100, place * 100 + 10));
            spans.push(span(CPU, place * 100 + 10, place * 100 + 100));
        }
        assert!(bars(&spans).iter().all(|bar| bar.kind == CPU));
    }

    #[test]
    fn a_short_step_is_drawn_and_a_short_wait_is_not() {
        let step = span(IO, 5_000_000, 5_000_001);
        assert_eq!(bars(&[step]).len(), 1);
        let wait = span(SpanKind::Ready, 5_000_000, 5_000_001);
        assert_eq!(bars(&[wait]), []);
    }

    #[test]
    fn only_what_is_in_view_is_visited() {
        let many: Vec<_> = (0..100_000)
            .map(|place| span(IO, place * 100, place * 100 + 100))
            .collect();
        let geometry = Geometry {
            zoom: GEOMETRY.scaled(10_000.0, None),
            ..GEOMETRY
        };
        let bars: Vec<_> = Bars::new(&many, geometry, 1.0).collect();
        assert!((10..=13).contains(&bars.len()), "{}", bars.len());
        assert!(bars.iter().all(|bar| bar.width > 50.0));
    }
}

use crate::graph::TaskIndex;
use crate::trace::{SpanKind, Spans};

use super::geometry::Geometry;

/// What is drawn of spans in order of time, none of which overlaps another: those in view, and of
/// those that are narrower than a device pixel one for each such pixel, the one that covers most
/// of it. The others are not visited: what it takes grows with the pixels, and only by halves with
/// the spans.
///
/// A wait that is narrower than a pixel is left out, as the microseconds that a live run takes
/// between two steps are none of the program's.
pub struct Bars<'a> {
    spans: &'a Spans,
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
    pub fn new(spans: &'a Spans, geometry: Geometry, density: f64) -> Self {
        let in_view = geometry.times_in_view();
        Bars {
            spans,
            geometry,
            density,
            end_us: in_view.end,
            place: spans.first_after(0, in_view.start),
        }
    }

    fn edge(&self, time_us: u64) -> f64 {
        self.geometry.x(time_us) * self.density
    }

    /// What is drawn in the pixel that the span at the current place ends in.
    fn of_pixel(&mut self, pixel: f64) -> Option<Bar> {
        let times = [pixel, pixel + 1.0].map(|at| self.geometry.time_us(at / self.density));
        let before = self.place.saturating_sub(1);
        let first = self.spans.first_after(before, times[0]);
        self.place = self.spans.first_after(self.place + 1, times[1]);
        let span = self
            .spans
            .covering(first..self.place + 1, times[0], times[1])?;
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
    use crate::trace::Span;

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

    fn bars(spans: impl IntoIterator<Item = Span>) -> Vec<Bar> {
        let spans = spans.into_iter().collect();
        Bars::new(&spans, GEOMETRY, 1.0).collect()
    }

    #[test]
    fn there_are_no_more_bars_than_pixels() {
        let many = (0..1_000_000).map(|place| span(IO, place * 10, place * 10 + 10));
        let bars = bars(many);
        assert!((1_000..=1_223).contains(&bars.len()), "{}", bars.len());
    }

    #[test]
    fn a_pixel_shows_the_span_that_covers_most_of_it() {
        let mut spans = Vec::new();
        for place in 0..100_000 {
            spans.push(span(IO, place * 100, place * 100 + 10));
            spans.push(span(CPU, place * 100 + 10, place * 100 + 100));
        }
        assert!(bars(spans).iter().all(|bar| bar.kind == CPU));
    }

    /// So many steps, each of a task of its own, of lengths and with gaps that look random.
    fn uneven(count: u32) -> Spans {
        let (mut next, mut end_us) = (7_u64, 0);
        let mut below = |limit: u64| {
            next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (next >> 33) % limit
        };
        (0..count)
            .map(|task| {
                let from_us = end_us + below(3) * below(200);
                end_us = from_us + 1 + below(400) * below(10);
                let span = span(IO, from_us, end_us);
                Span { task, ..span }
            })
            .collect()
    }

    #[test]
    fn at_any_zoom_no_span_covers_more_of_a_pixel_than_the_one_that_is_drawn_there() {
        let spans = uneven(5_000);
        for zoom in [1.0, 1.7, 3.0, 11.0, 40.0, 300.0] {
            let geometry = Geometry {
                zoom: GEOMETRY.scaled(zoom, Some(400.0)),
                ..GEOMETRY
            };
            let narrow = Bars::new(&spans, geometry, 1.0).filter(|bar| bar.width <= 1.0);
            for bar in narrow {
                let [from_us, to_us] = [0.0, 1.0].map(|right| geometry.time_us(bar.left + right));
                let covered = |span: &Span| {
                    let end_us = span.to_us.min(to_us);
                    end_us.saturating_sub(span.from_us.max(from_us))
                };
                let most = spans.iter().map(covered).max();
                assert_eq!(
                    Some(covered(&spans[bar.task as usize])),
                    most,
                    "{zoom} {bar:?}"
                );
            }
        }
    }

    #[test]
    fn a_short_step_is_drawn_and_a_short_wait_is_not() {
        let step = span(IO, 5_000_000, 5_000_001);
        assert_eq!(bars([step]).len(), 1);
        let wait = span(SpanKind::Ready, 5_000_000, 5_000_001);
        assert_eq!(bars([wait]), []);
    }

    #[test]
    fn only_what_is_in_view_is_visited() {
        let many: Spans = (0..100_000)
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

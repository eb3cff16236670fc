//! How spans in order of time are searched: by halves, as there may be very many.

use crate::trace::Span;

/// The place of the first span from `place` on that ends after `time_us`; their number where none
/// does.
pub fn first_after(spans: &[Span], place: usize, time_us: u64) -> usize {
    let rest = spans.get(place..).unwrap_or_default();
    place + rest.partition_point(|span| span.to_us <= time_us)
}

/// The span that `time_us` falls in, where the spans do not overlap.
pub fn at(spans: &[Span], time_us: u64) -> Option<&Span> {
    spans
        .get(first_after(spans, 0, time_us))
        .filter(|span| span.from_us <= time_us)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::StepKind;
    use crate::trace::SpanKind;

    fn spans(times: &[(u64, u64)]) -> Vec<Span> {
        let span = |&(from_us, to_us): &(u64, u64)| Span {
            task: 0,
            kind: SpanKind::Step(StepKind::Io),
            from_us,
            to_us,
        };
        times.iter().map(span).collect()
    }

    #[test]
    fn the_first_span_after_a_time_is_found() {
        let spans = spans(&[(0, 10), (10, 20), (30, 40)]);
        assert_eq!(first_after(&spans, 0, 0), 0);
        assert_eq!(first_after(&spans, 0, 10), 1);
        assert_eq!(first_after(&spans, 0, 25), 2);
        assert_eq!(first_after(&spans, 2, 0), 2);
        assert_eq!(first_after(&spans, 0, 40), 3);
        assert_eq!(first_after(&spans, 9, 0), 9);
    }

    #[test]
    fn a_time_between_spans_is_in_none() {
        let spans = spans(&[(0, 10), (10, 20), (30, 40)]);
        assert_eq!(at(&spans, 10).map(|span| span.to_us), Some(20));
        assert_eq!(at(&spans, 25), None);
        assert_eq!(at(&spans, 40), None);
    }
}

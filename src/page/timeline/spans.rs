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

/// How many moments of a pixel are looked at where very many spans fall on it.
const MOMENTS: u64 = 8;

/// The span that covers most of the time from `from_us` to `to_us`. Among many it is the one that
/// covers most of those found at a few moments.
pub fn covering(spans: &[Span], from_us: u64, to_us: u64) -> Option<&Span> {
    let covered = |span: &&Span| {
        let end_us = span.to_us.min(to_us);
        end_us.saturating_sub(span.from_us.max(from_us))
    };
    if spans.len() as u64 <= MOMENTS {
        return spans.iter().max_by_key(covered);
    }
    let length_us = to_us.saturating_sub(from_us);
    (0..MOMENTS)
        .map(|number| from_us + length_us * number / MOMENTS)
        .filter_map(|time_us| spans.get(first_after(spans, 0, time_us)))
        .max_by_key(covered)
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
            step: None,
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

    #[test]
    fn the_span_that_covers_most_of_a_time_is_found() {
        let few = spans(&[(0, 10), (10, 20), (30, 40)]);
        assert_eq!(covering(&few, 5, 19).map(|span| span.from_us), Some(10));
        let many: Vec<_> = (0..1_000).map(|place| (place * 3, place * 3 + 1)).collect();
        let mut many = spans(&many);
        many[500].to_us += 1;
        let found = covering(&many, 1_500, 1_502);
        assert_eq!(found.map(|span| span.from_us), Some(1_500));
        assert_eq!(covering(&[], 0, 9), None);
    }
}

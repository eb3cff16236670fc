use std::ops::{Deref, Range};

use super::Span;

/// So many spans, or blocks of them, make a block.
const BLOCK: usize = 8;

/// Spans in order of time, none of which overlaps another. However many there are, where a moment
/// falls is found by halves, and the longest of some of them without going through them all.
///
/// ```
/// use interleave::graph::StepKind;
/// use interleave::trace::{Span, SpanKind, Spans};
///
/// let span = |from_us, to_us| Span {
///     task: 0,
///     kind: SpanKind::Step(StepKind::Io),
///     step: None,
///     from_us,
///     to_us,
/// };
/// let spans: Spans = [span(0, 10), span(10, 40), span(40, 45)].into_iter().collect();
/// assert_eq!(spans.first_after(0, 10), 1);
/// assert_eq!(spans.at(42), Some(&spans[2]));
/// assert_eq!(spans.covering(0..3, 5, 20), Some(&spans[1]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    all: Vec<Span>,
    /// The place of the longest span of each whole block of spans; then of each block of these
    /// blocks, and so on.
    longest: Vec<Vec<u32>>,
}

impl Spans {
    /// Adds the next one, which begins no earlier than the last one ends.
    pub fn push(&mut self, span: Span) {
        self.all.push(span);
        let mut count = self.all.len();
        let mut level = 0;
        while count.is_multiple_of(BLOCK) {
            let places = count - BLOCK..count;
            let longest = match level {
                0 => self.longer(places.map(|place| place as u32)),
                _ => self.longer(self.longest[level - 1][places].iter().copied()),
            };
            if level == self.longest.len() {
                self.longest.push(Vec::new());
            }
            self.longest[level].extend(longest);
            count /= BLOCK;
            level += 1;
        }
    }

    /// The place of the first span from `place` on that ends after `time_us`, in microseconds;
    /// their number where none does.
    pub fn first_after(&self, place: usize, time_us: u64) -> usize {
        let rest = self.all.get(place..).unwrap_or_default();
        place + rest.partition_point(|span| span.to_us <= time_us)
    }

    /// The span that `time_us` falls in, in microseconds.
    pub fn at(&self, time_us: u64) -> Option<&Span> {
        let span = self.all.get(self.first_after(0, time_us))?;
        (span.from_us <= time_us).then_some(span)
    }

    /// Of the spans at these places, which share a stretch of time, the one that covers most of
    /// it. `from_us` and `to_us` are its ends, in microseconds. All but the first and the last of
    /// them lie in it as a whole, and the longest of those is searched for.
    pub fn covering(&self, places: Range<usize>, from_us: u64, to_us: u64) -> Option<&Span> {
        let places = places.start..places.end.min(self.all.len());
        if places.is_empty() {
            return None;
        }
        let last = places.end - 1;
        let between = places.start + 1..last;
        let candidates = [places.start, last]
            .into_iter()
            .chain(self.longest(between));
        candidates
            .filter_map(|place| self.all.get(place))
            .max_by_key(|span| {
                let end_us = span.to_us.min(to_us);
                end_us.saturating_sub(span.from_us.max(from_us))
            })
    }

    fn longest(&self, places: Range<usize>) -> Option<usize> {
        let longest = self.longer(self.candidates(places));
        longest.map(|place| place as usize)
    }

    fn longer(&self, places: impl Iterator<Item = u32>) -> Option<u32> {
        places.max_by_key(|&place| self.all[place as usize].length_us())
    }

    /// Some of these places, the longest span's among them: fewer than two blocks on each level.
    fn candidates(&self, places: Range<usize>) -> impl Iterator<Item = u32> + '_ {
        let mut rest = places;
        let mut level = 0;
        let levels = std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let whole = rest.start.next_multiple_of(BLOCK)..rest.end / BLOCK * BLOCK;
            let ends = match whole.is_empty() {
                true => [rest.clone(), 0..0],
                false => [rest.start..whole.start, whole.end..rest.end],
            };
            rest = whole.start / BLOCK..whole.end / BLOCK;
            level += 1;
            Some(ends.map(|places| (level - 1, places)))
        });
        levels.flatten().flat_map(move |(level, places)| {
            places.map(move |place| match level {
                0 => place as u32,
                _ => self.longest[level - 1][place],
            })
        })
    }
}

impl Deref for Spans {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        &self.all
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut all = Spans::default();
        all.extend(spans);
        all
    }
}

impl Extend<Span> for Spans {
    fn extend<I: IntoIterator<Item = Span>>(&mut self, spans: I) {
        spans.into_iter().for_each(|span| self.push(span));
    }
}

impl<'a> IntoIterator for &'a Spans {
    type Item = &'a Span;
    type IntoIter = std::slice::Iter<'a, Span>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::StepKind;
    use crate::trace::SpanKind;

    fn spans(times: impl IntoIterator<Item = (u64, u64)>) -> Spans {
        let span = |(from_us, to_us)| Span {
            task: 0,
            kind: SpanKind::Step(StepKind::Io),
            step: None,
            from_us,
            to_us,
        };
        times.into_iter().map(span).collect()
    }

    /// So many one after another, of lengths that look random.
    fn uneven(count: u64) -> Spans {
        let mut next = 1_u64;
        let mut end_us = 0;
        spans((0..count).map(|_| {
            next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let from_us = end_us + (next >> 60);
            end_us = from_us + 1 + (next >> 50) % 1_000;
            (from_us, end_us)
        }))
    }

    #[test]
    fn the_first_span_after_a_time_is_found() {
        let spans = spans([(0, 10), (10, 20), (30, 40)]);
        assert_eq!(spans.first_after(0, 0), 0);
        assert_eq!(spans.first_after(0, 10), 1);
        assert_eq!(spans.first_after(0, 25), 2);
        assert_eq!(spans.first_after(2, 0), 2);
        assert_eq!(spans.first_after(0, 40), 3);
        assert_eq!(spans.first_after(9, 0), 9);
    }

    #[test]
    fn a_time_between_spans_is_in_none() {
        let spans = spans([(0, 10), (10, 20), (30, 40)]);
        assert_eq!(spans.at(10).map(|span| span.to_us), Some(20));
        assert_eq!(spans.at(25), None);
        assert_eq!(spans.at(40), None);
    }

    #[test]
    fn a_span_that_reaches_in_counts_by_what_is_inside() {
        let spans = spans([(0, 100), (100, 106), (106, 200)]);
        let covering = |from_us, to_us| {
            let span = spans.covering(0..3, from_us, to_us);
            span.map(|span| span.from_us)
        };
        assert_eq!(covering(95, 110), Some(100));
        assert_eq!(covering(90, 108), Some(0));
        assert_eq!(covering(98, 130), Some(106));
        assert_eq!(spans.covering(3..3, 0, 9), None);
        assert_eq!(Spans::default().covering(0..1, 0, 9), None);
    }

    #[test]
    fn one_long_span_is_found_among_very_many_wherever_it_is() {
        let count = 5_000_u64;
        for long in [1, 7, 8, 63, 64, 2_048, 4_095, 4_998] {
            let times =
                (0..count).map(|place| (place * 3, place * 3 + 1 + u64::from(place == long)));
            let spans = spans(times);
            let found = spans.covering(0..spans.len(), 0, 3 * count);
            assert_eq!(found.map(|span| span.from_us), Some(3 * long));
        }
    }

    #[test]
    fn what_is_found_covers_as_much_as_any() {
        let spans = uneven(3_000);
        let end_us = spans[2_999].to_us;
        for number in 0..2_000_u64 {
            let from_us = number * 7_919 % end_us;
            let to_us = from_us + 1 + number * number % (end_us / 3);
            let places =
                spans.first_after(0, from_us)..spans.partition_point(|span| span.from_us < to_us);
            let covered = |span: &Span| {
                span.to_us
                    .min(to_us)
                    .saturating_sub(span.from_us.max(from_us))
            };
            let most = spans
                .get(places.clone())
                .unwrap_or_default()
                .iter()
                .map(covered)
                .max();
            let found = spans.covering(places, from_us, to_us);
            assert_eq!(found.map(covered), most, "{from_us}..{to_us}");
        }
    }

    #[test]
    fn few_of_very_many_are_looked_at() {
        let spans = uneven(1_000_000);
        for places in [0..1_000_000, 1..999_999, 77_777..888_888, 5..6, 9..23] {
            let looked_at = spans.candidates(places.clone()).count();
            let levels = 1 + places.len().ilog(BLOCK) as usize;
            assert!(looked_at <= 2 * BLOCK * levels, "{looked_at} of {places:?}");
        }
    }
}

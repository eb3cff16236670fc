use std::ops::Range;

use super::{Event, Events};

/// The whole record of a run, as it is kept by whoever reads it again and again: in the parts in
/// which it came, and so in little room. An event is found by its place, or by its time, in the
/// time that it takes to go through one part; those after it follow one by one.
///
/// ```
/// use interleave::event_loop::{Event, Record, TaskId, What};
///
/// let began = |time_us| Event { time_us, task: TaskId(7), what: What::StepBegan };
/// let record: Record = [3, 5, 5, 8].map(began).into_iter().collect();
/// assert_eq!(record.len(), 4);
/// assert_eq!(record.until(5), 3);
/// assert_eq!(record.range(2..4).collect::<Vec<_>>(), [5, 8].map(began));
/// assert_eq!(record.back_from(2).next(), Some((1, began(5))));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Record {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    /// How many events are in the parts before it.
    before: usize,
    events: Events,
}

impl Part {
    fn end(&self) -> usize {
        self.before + self.events.len()
    }
}

impl Record {
    /// How many events it has.
    pub fn len(&self) -> usize {
        self.parts.last().map_or(0, Part::end)
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Goes on with the next part. Small ones, as a live run's are, are put together.
    pub fn extend(&mut self, events: Events) {
        let before = self.len();
        match self.parts.last_mut() {
            Some(last) if last.events.has_room_for(&events) => last.events.append(&events),
            _ if events.is_empty() => {}
            _ => self.parts.push(Part { before, events }),
        }
    }

    /// All events, in order.
    pub fn iter(&self) -> impl Iterator<Item = Event> {
        self.parts.iter().flat_map(|part| part.events.iter())
    }

    /// How many events have happened by `time_us`, that moment included, in microseconds since
    /// the run began.
    pub fn until(&self, time_us: u64) -> usize {
        let parts = &self.parts;
        let is_before = |part: &Part| part.events.latest_us() <= time_us;
        match parts.get(parts.partition_point(is_before)) {
            None => self.len(),
            Some(part) => {
                let until = part
                    .events
                    .iter()
                    .take_while(|event| event.time_us <= time_us);
                part.before + until.count()
            }
        }
    }

    /// The event at a place, from 0.
    pub fn get(&self, place: usize) -> Option<Event> {
        self.range(place..place.checked_add(1)?).next()
    }

    /// The events at the places of a range that there are, in order.
    pub fn range(&self, places: Range<usize>) -> impl Iterator<Item = Event> {
        let first = self
            .parts
            .partition_point(|part| part.end() <= places.start);
        let parts = &self.parts[first..];
        let before = parts.first().map_or(places.start, |part| part.before);
        let events = parts.iter().flat_map(|part| part.events.iter());
        events.skip(places.start - before).take(places.len())
    }

    /// The first `count` events from the last one back, each with its place.
    pub fn back_from(&self, count: usize) -> impl Iterator<Item = (usize, Event)> {
        let parts = self
            .parts
            .iter()
            .rev()
            .skip_while(move |part| part.before >= count);
        parts.flat_map(move |part| {
            let events = part.events.iter().take(count - part.before);
            let events: Vec<_> = (part.before..).zip(events).collect();
            events.into_iter().rev()
        })
    }
}

impl FromIterator<Event> for Record {
    /// From events in the order in which they happened.
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        let mut record = Record::default();
        record.extend(events.into_iter().collect());
        record
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event_loop::{TaskId, What};

    fn began(time_us: u64) -> Event {
        Event {
            time_us,
            task: TaskId(time_us as u32),
            what: What::StepBegan,
        }
    }

    /// A record of so many events in pairs of the same time, in parts of so many.
    fn in_parts(count: u64, of: usize) -> (Vec<Event>, Record) {
        let events: Vec<_> = (0..count).map(|number| began(number / 2)).collect();
        let mut record = Record::default();
        for part in events.chunks(of) {
            record.extend(part.iter().copied().collect());
        }
        (events, record)
    }

    #[test]
    fn events_are_found_by_place_and_time_in_whichever_parts_they_came() {
        for of in [1, 7, 9_000, 20_000] {
            let (events, record) = in_parts(60_001, of);
            assert_eq!(record.len(), events.len());
            assert!(record.iter().eq(events.iter().copied()));
            for place in [0, 1, 8_999, 9_000, 33_333, 59_999, 60_000] {
                assert_eq!(record.get(place), Some(events[place]), "{of}, {place}");
                let time_us = events[place].time_us;
                let until = events.partition_point(|event| event.time_us <= time_us);
                assert_eq!(record.until(time_us), until, "{of}, {time_us}");
                assert!(
                    record
                        .range(place..place + 3)
                        .eq(events[place..].iter().copied().take(3))
                );
                let back = record.back_from(place).map(|(place, event)| {
                    assert_eq!(event, events[place]);
                    place
                });
                assert!(
                    back.take(9_500).eq((0..place).rev().take(9_500)),
                    "{of}, {place}"
                );
            }
            assert_eq!(record.get(60_001), None);
            assert_eq!(record.range(60_001..usize::MAX).next(), None);
            assert_eq!(record.until(u64::MAX), 60_001);
        }
    }

    #[test]
    fn what_comes_event_by_event_is_put_together() {
        let (_, record) = in_parts(60_001, 1);
        assert!(record.parts.len() < 20, "{}", record.parts.len());
    }

    #[test]
    fn a_record_of_nothing_has_nothing() {
        let mut record = Record::default();
        record.extend(Events::default());
        assert!(record.is_empty());
        assert_eq!((record.until(5), record.get(0)), (0, None));
        assert_eq!(record.back_from(3).next(), None);
    }
}

use crate::event_loop::Record;

use super::{Step, is_a_step};

/// The moment of a run that the page shows, where the user has chosen one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Playhead {
    /// The time, in microseconds since the run began; none where nothing was chosen.
    pub at_us: Option<u64>,
    /// How many events of the record are before it; none where all of that time are.
    pub events: Option<usize>,
}

impl Playhead {
    /// The moment at `at_us`, or none.
    pub fn at(at_us: Option<u64>) -> Self {
        Playhead {
            at_us,
            events: None,
        }
    }

    /// The event after the one that it stands at in `record`, or the one before. At the record's
    /// end it stays.
    pub fn step(self, record: &Record, way: Step) -> Self {
        let count = match (self.events, self.at_us) {
            (Some(count), _) => count.min(record.len()),
            (None, Some(at_us)) => record.until(at_us),
            (None, None) => 0,
        };
        let found = match way {
            Step::Forward => {
                let mut after = (count..).zip(record.range(count..record.len()));
                after.find(|(_, event)| is_a_step(event))
            }
            Step::Back => {
                let mut before = record
                    .back_from(count)
                    .filter(|(_, event)| is_a_step(event));
                before.nth(1)
            }
        };
        match (found, way) {
            (Some((place, event)), _) => Playhead {
                at_us: Some(event.time_us),
                events: Some(place + 1),
            },
            (None, Step::Forward) => self,
            (None, Step::Back) => Playhead {
                at_us: Some(0),
                events: Some(0),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Mode, predict};
    use std::rc::Rc;

    fn record() -> Record {
        let program = crate::notation::parse("a: io 3s\nb: cpu 1s after a").expect("no mistake");
        let events = predict(&Rc::new(program.program), Mode::Concurrent).unwrap();
        events.into_iter().collect()
    }

    #[test]
    fn stepping_goes_through_the_whole_record_and_back() {
        let record = record();
        let mut playhead = Playhead::default();
        let mut count = 0;
        loop {
            let next = playhead.step(&record, Step::Forward);
            if next == playhead {
                break;
            }
            playhead = next;
            count += 1;
        }
        assert_eq!(playhead.at_us, Some(4_000_000));
        assert_eq!(count, record.iter().filter(is_a_step).count());
        for _ in 0..count {
            playhead = playhead.step(&record, Step::Back);
        }
        assert_eq!(playhead.events, Some(0));
    }

    #[test]
    fn a_chosen_time_is_stepped_on_from_its_last_event() {
        let record = record();
        let playhead = Playhead::at(Some(1_000_000)).step(&record, Step::Forward);
        assert_eq!(playhead.at_us, Some(3_000_000));
    }
}

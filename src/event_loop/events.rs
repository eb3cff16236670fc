use serde::{Deserialize, Serialize};

use super::{
    Cause, ConditionId, Event, EventId, Hold, LockId, Outcome, QueueId, SemaphoreId, TaskId, Wait,
    What,
};

/// The loop asks for memory for so many words at once, and what it has written is never moved.
const WORDS_A_PART: usize = 1 << 14;

/// The most words that an event takes, with the time before it.
const WORDS_AN_EVENT: usize = 8;

/// A part of a record, kept in little room: in words of 32 bits, most events in one or two. What an
/// event costs the loop, and on its way from a worker to the page, is mostly the memory that it
/// fills, and an [`Event`] has 32 bytes.
///
/// ```
/// use interleave::event_loop::{Event, Events, TaskId, What};
///
/// let began = Event { time_us: 5, task: TaskId(7), what: What::StepBegan };
/// let events: Events = [began].into_iter().collect();
/// assert_eq!(events.iter().collect::<Vec<_>>(), [began]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    /// Of an event's first word the lowest bits are one of [`kind`]'s, and the others a number: the
    /// task that it happened to.
    words: Vec<u32>,
    count: usize,
    /// The time of the last event.
    latest_us: u64,
}

/// What an event is, as its first word says.
mod kind {
    /// No event, but how many microseconds later those are that follow.
    pub const TIME_PASSED: u32 = 0;
    pub const CREATED: u32 = 1;
    pub const CREATED_BY_TASK: u32 = 2;
    pub const READY_BY_START: u32 = 3;
    pub const READY_BY_TASK: u32 = 4;
    pub const READY_BY_ITSELF: u32 = 5;
    pub const READY_BY_TIMER: u32 = 6;
    pub const STEP_BEGAN: u32 = 7;
    pub const REACHED: u32 = 8;
    pub const COMPUTES: u32 = 9;
    pub const BLOCKS: u32 = 10;
    pub const HOLD_ENDED: u32 = 11;
    pub const THREAD_BEGAN: u32 = 12;
    pub const THREAD_ENDS: u32 = 13;
    pub const ACQUIRED: u32 = 14;
    pub const RELEASED: u32 = 15;
    pub const WAITS_FOR_FUTURE: u32 = 16;
    pub const WAITS_FOR_TASK: u32 = 17;
    pub const WAITS_FOR_TASKS: u32 = 18;
    pub const WAITS_FOR_TIMER: u32 = 19;
    pub const WAITS_FOR_SEMAPHORE: u32 = 20;
    pub const WAITS_FOR_EXECUTOR: u32 = 21;
    pub const WAITS_FOR_WORK: u32 = 22;
    pub const WAITS_FOR_LOCK: u32 = 23;
    pub const WAITS_FOR_EVENT: u32 = 24;
    pub const WAITS_FOR_CONDITION: u32 = 25;
    pub const WAITS_FOR_QUEUE: u32 = 26;
    pub const DONE: u32 = 27;
    pub const FAILED: u32 = 28;
    pub const CANCELLED: u32 = 29;
    pub const DEADLOCKED: u32 = 30;

    /// So many bits hold it.
    pub const BITS: u32 = 5;

    /// The number beside it where that is as large or larger: it follows in two words of its own.
    pub const WIDE: u32 = u32::MAX >> BITS;
}

impl Events {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Event> + '_ {
        let mut reader = Reader(self.words.iter());
        let mut time_us = 0;
        std::iter::from_fn(move || {
            let (mut kind, mut number) = reader.first()?;
            while kind == kind::TIME_PASSED {
                time_us += number;
                (kind, number) = reader.first()?;
            }
            let task = number as u32;
            Some(Event {
                time_us,
                task: TaskId(task),
                what: reader.what(kind, task),
            })
        })
    }

    /// When the last one happened, in microseconds since the loop began; 0 where there is none.
    pub(super) fn latest_us(&self) -> u64 {
        self.latest_us
    }

    /// Whether others can go on in this part.
    pub(super) fn has_room_for(&self, others: &Events) -> bool {
        self.words.len() + others.words.len() <= WORDS_A_PART
    }

    /// Adds others that have happened since.
    pub(super) fn append(&mut self, others: &Events) {
        for event in others.iter() {
            self.push(event.time_us, event.task, event.what);
        }
    }

    #[inline]
    fn push(&mut self, time_us: u64, task: TaskId, what: What) {
        self.count += 1;
        let passed_us = time_us - self.latest_us;
        let mut writer = Writer(&mut self.words);
        if passed_us > 0 {
            writer.first(kind::TIME_PASSED, passed_us);
            self.latest_us = time_us;
        }
        writer.event(task, what);
    }

    fn is_full(&self) -> bool {
        self.words.capacity() - self.words.len() < WORDS_AN_EVENT
    }
}

impl FromIterator<Event> for Events {
    /// From events in the order in which they happened.
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        let mut made = Events::default();
        for event in events {
            made.push(event.time_us, event.task, event.what);
        }
        made
    }
}

/// What the loop records, in parts.
#[derive(Debug, Default)]
pub(super) struct Log {
    parts: Vec<Events>,
    /// How many events were added before the last part was begun.
    before: usize,
}

impl Log {
    /// Adds what happened, at `time_us` microseconds since the loop began, which never goes back.
    #[inline]
    pub(super) fn push(&mut self, time_us: u64, task: TaskId, what: What) {
        if self.parts.last().is_none_or(Events::is_full) {
            self.before = self.count();
            self.parts.push(Events {
                words: Vec::with_capacity(WORDS_A_PART),
                ..Events::default()
            });
        }
        if let Some(part) = self.parts.last_mut() {
            part.push(time_us, task, what);
        }
    }

    /// How many events were added, whether they have been taken or not.
    pub(super) fn count(&self) -> usize {
        self.before + self.parts.last().map_or(0, Events::len)
    }

    /// Takes all that was added, in order.
    pub(super) fn take(&mut self) -> Vec<Events> {
        self.before = self.count();
        std::mem::take(&mut self.parts)
    }
}

struct Writer<'a>(&'a mut Vec<u32>);

impl Writer<'_> {
    #[inline]
    fn event(&mut self, task: TaskId, what: What) {
        let first = |writer: &mut Self, kind| writer.first(kind, task.0.into());
        match what {
            What::Created {
                label,
                creator: None,
            } => {
                first(self, kind::CREATED);
                self.word(label);
            }
            What::Created {
                label,
                creator: Some(TaskId(creator)),
            } => {
                first(self, kind::CREATED_BY_TASK);
                self.word(label);
                self.word(creator);
            }
            What::Ready { cause } => match cause {
                Cause::Start => first(self, kind::READY_BY_START),
                Cause::Timer => first(self, kind::READY_BY_TIMER),
                Cause::Task(by) if by == task => first(self, kind::READY_BY_ITSELF),
                Cause::Task(TaskId(by)) => {
                    first(self, kind::READY_BY_TASK);
                    self.word(by);
                }
            },
            What::StepBegan => first(self, kind::STEP_BEGAN),
            What::Reached { place } => {
                first(self, kind::REACHED);
                self.word(place);
            }
            What::HoldBegan { hold } => first(
                self,
                match hold {
                    Hold::Compute => kind::COMPUTES,
                    Hold::Block => kind::BLOCKS,
                },
            ),
            What::HoldEnded => first(self, kind::HOLD_ENDED),
            What::ThreadBegan { since_us } => {
                first(self, kind::THREAD_BEGAN);
                self.two_words(since_us);
            }
            What::ThreadEnds { until_us } => {
                first(self, kind::THREAD_ENDS);
                self.two_words(until_us);
            }
            What::Acquired { semaphore } => {
                first(self, kind::ACQUIRED);
                self.word(semaphore.0);
            }
            What::Released { semaphore } => {
                first(self, kind::RELEASED);
                self.word(semaphore.0);
            }
            What::Waits { on } => self.wait(task, on),
            What::Ended { outcome } => first(
                self,
                match outcome {
                    Outcome::Done => kind::DONE,
                    Outcome::Failed => kind::FAILED,
                    Outcome::Cancelled => kind::CANCELLED,
                    Outcome::Deadlocked => kind::DEADLOCKED,
                },
            ),
        }
    }

    fn wait(&mut self, task: TaskId, on: Wait) {
        let (kind, number) = match on {
            Wait::Future => (kind::WAITS_FOR_FUTURE, None),
            Wait::Task(TaskId(number)) => (kind::WAITS_FOR_TASK, Some(number)),
            Wait::Tasks => (kind::WAITS_FOR_TASKS, None),
            Wait::Timer { until_us } => {
                self.first(kind::WAITS_FOR_TIMER, task.0.into());
                return self.two_words(until_us);
            }
            Wait::Semaphore(SemaphoreId(number)) => (kind::WAITS_FOR_SEMAPHORE, Some(number)),
            Wait::Executor => (kind::WAITS_FOR_EXECUTOR, None),
            Wait::Work => (kind::WAITS_FOR_WORK, None),
            Wait::Lock(LockId(number)) => (kind::WAITS_FOR_LOCK, Some(number)),
            Wait::Event(EventId(number)) => (kind::WAITS_FOR_EVENT, Some(number)),
            Wait::Condition(ConditionId(number)) => (kind::WAITS_FOR_CONDITION, Some(number)),
            Wait::Queue(QueueId(number)) => (kind::WAITS_FOR_QUEUE, Some(number)),
        };
        self.first(kind, task.0.into());
        if let Some(number) = number {
            self.word(number);
        }
    }

    #[inline]
    fn first(&mut self, kind: u32, number: u64) {
        match u32::try_from(number) {
            Ok(number) if number < kind::WIDE => self.word(kind | number << kind::BITS),
            _ => {
                self.word(kind | kind::WIDE << kind::BITS);
                self.two_words(number);
            }
        }
    }

    #[inline]
    fn word(&mut self, word: u32) {
        self.0.push(word);
    }

    fn two_words(&mut self, number: u64) {
        self.word(number as u32);
        self.word((number >> 32) as u32);
    }
}

struct Reader<'a>(std::slice::Iter<'a, u32>);

impl Reader<'_> {
    /// The next kind, and the number beside it; none at the end of the part.
    fn first(&mut self) -> Option<(u32, u64)> {
        let word = *self.0.next()?;
        let (kind, number) = (word & ((1 << kind::BITS) - 1), word >> kind::BITS);
        match number {
            kind::WIDE => Some((kind, self.two_words())),
            _ => Some((kind, number.into())),
        }
    }

    /// What happened to the task of this number.
    fn what(&mut self, kind: u32, task: u32) -> What {
        match kind {
            kind::CREATED => What::Created {
                label: self.word(),
                creator: None,
            },
            kind::CREATED_BY_TASK => What::Created {
                label: self.word(),
                creator: Some(TaskId(self.word())),
            },
            kind::READY_BY_START => ready(Cause::Start),
            kind::READY_BY_TASK => ready(Cause::Task(TaskId(self.word()))),
            kind::READY_BY_ITSELF => ready(Cause::Task(TaskId(task))),
            kind::READY_BY_TIMER => ready(Cause::Timer),
            kind::STEP_BEGAN => What::StepBegan,
            kind::REACHED => What::Reached { place: self.word() },
            kind::COMPUTES => What::HoldBegan {
                hold: Hold::Compute,
            },
            kind::BLOCKS => What::HoldBegan { hold: Hold::Block },
            kind::HOLD_ENDED => What::HoldEnded,
            kind::THREAD_BEGAN => What::ThreadBegan {
                since_us: self.two_words(),
            },
            kind::THREAD_ENDS => What::ThreadEnds {
                until_us: self.two_words(),
            },
            kind::ACQUIRED => What::Acquired {
                semaphore: SemaphoreId(self.word()),
            },
            kind::RELEASED => What::Released {
                semaphore: SemaphoreId(self.word()),
            },
            kind::DONE => ended(Outcome::Done),
            kind::FAILED => ended(Outcome::Failed),
            kind::CANCELLED => ended(Outcome::Cancelled),
            kind::DEADLOCKED => ended(Outcome::Deadlocked),
            _ => What::Waits {
                on: self.wait(kind),
            },
        }
    }

    fn wait(&mut self, kind: u32) -> Wait {
        match kind {
            kind::WAITS_FOR_FUTURE => Wait::Future,
            kind::WAITS_FOR_TASK => Wait::Task(TaskId(self.word())),
            kind::WAITS_FOR_TASKS => Wait::Tasks,
            kind::WAITS_FOR_TIMER => Wait::Timer {
                until_us: self.two_words(),
            },
            kind::WAITS_FOR_SEMAPHORE => Wait::Semaphore(SemaphoreId(self.word())),
            kind::WAITS_FOR_EXECUTOR => Wait::Executor,
            kind::WAITS_FOR_WORK => Wait::Work,
            kind::WAITS_FOR_LOCK => Wait::Lock(LockId(self.word())),
            kind::WAITS_FOR_EVENT => Wait::Event(EventId(self.word())),
            kind::WAITS_FOR_CONDITION => Wait::Condition(ConditionId(self.word())),
            kind::WAITS_FOR_QUEUE => Wait::Queue(QueueId(self.word())),
            _ => unreachable!("no event is of kind {kind}"),
        }
    }

    /// A writer never parts an event from its words.
    fn word(&mut self) -> u32 {
        self.0.next().copied().expect("the event's next word")
    }

    fn two_words(&mut self) -> u64 {
        let (low, high) = (self.word(), self.word());
        u64::from(low) | u64::from(high) << 32
    }
}

fn ready(cause: Cause) -> What {
    What::Ready { cause }
}

fn ended(outcome: Outcome) -> What {
    What::Ended { outcome }
}

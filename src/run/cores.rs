use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::event_loop::{EventLoop, Exception, Future, TimerHandle};

/// Cores that all who compute share evenly at every moment (processor sharing): of `k` on `N`
/// cores each goes on at `min(1, N / k)` of its speed.
pub(super) struct Cores {
    event_loop: EventLoop,
    sharing: RefCell<Sharing<Future<()>>>,
    /// The call for the moment at which the next one ends.
    alarm: RefCell<Option<TimerHandle>>,
}

impl Cores {
    /// So many cores, at least one, in the loop's time.
    pub(super) fn new(event_loop: &EventLoop, count: u32) -> Rc<Self> {
        Rc::new(Cores {
            event_loop: event_loop.clone(),
            sharing: RefCell::new(Sharing::new(count)),
            alarm: RefCell::default(),
        })
    }

    /// Computes what takes one core `work_us` microseconds. Who is cancelled meanwhile leaves the
    /// others no more than they had.
    pub(super) async fn compute(self: &Rc<Self>, work_us: u64) -> Result<(), Exception> {
        if work_us == 0 {
            return Ok(());
        }
        let future = self.event_loop.create_future_of_work();
        let now_us = self.event_loop.time_us();
        self.sharing
            .borrow_mut()
            .begin(now_us, work_us, future.clone());
        self.set_alarm();
        future.await
    }

    fn set_alarm(self: &Rc<Self>) {
        let due_us = self.sharing.borrow().next_end_us();
        let mut alarm = self.alarm.borrow_mut();
        if alarm.as_ref().map(TimerHandle::when_us) == due_us {
            return;
        }
        if let Some(alarm) = alarm.take() {
            alarm.cancel();
        }
        *alarm = due_us.map(|due_us| {
            let cores = self.clone();
            self.event_loop.call_at(due_us, move || cores.go_off())
        });
    }

    fn go_off(self: &Rc<Self>) {
        self.alarm.take();
        let mut sharing = self.sharing.borrow_mut();
        sharing.advance(self.event_loop.time_us());
        let ended = std::mem::take(&mut sharing.ended);
        drop(sharing);
        for future in ended {
            future.set_result(());
        }
        self.set_alarm();
    }
}

/// A microsecond, in the fractions of it that are counted. Few enough for 64 bits of microseconds
/// and 17 of tasks beside them, and enough for what rounding costs never to add up to one.
const MICROSECOND: u128 = 1 << 40;

/// What ends by so little after a whole microsecond ends with it.
const SLACK: u128 = MICROSECOND >> 10;

/// How far everybody has come who shares the cores. As all who compute go on at the same speed, one
/// number says it of all: how much a core has done for one who has been there from the beginning.
struct Sharing<T> {
    cores: u128,
    /// Up to when it is known, in microseconds.
    now_us: u64,
    /// That number, in fractions of a microsecond.
    done: u128,
    /// Who computes, by what that number is when it ends, and in order of beginning.
    computing: BTreeMap<(u128, u64), T>,
    begun: u64,
    /// Who has ended and has not been told, in order.
    ended: Vec<T>,
}

impl<T> Sharing<T> {
    fn new(cores: u32) -> Self {
        Sharing {
            cores: u128::from(cores.max(1)),
            now_us: 0,
            done: 0,
            computing: BTreeMap::new(),
            begun: 0,
            ended: Vec::new(),
        }
    }

    fn begin(&mut self, now_us: u64, work_us: u64, who: T) {
        self.advance(now_us);
        let until = self.done + u128::from(work_us) * MICROSECOND;
        self.computing.insert((until, self.begun), who);
        self.begun += 1;
    }

    fn advance(&mut self, now_us: u64) {
        let mut left = u128::from(now_us.saturating_sub(self.now_us)) * MICROSECOND;
        self.now_us = self.now_us.max(now_us);
        while let Some(next) = self.computing.first_entry() {
            let until = next.key().0;
            let takes = self.time_of(until - self.done);
            // Time that can't be counted any further is the end of all.
            if takes > left + SLACK && now_us < u64::MAX {
                break;
            }
            // Its end may lie between two microseconds: from there on the others have its share.
            if let Some((_, who)) = self.computing.pop_first() {
                self.ended.push(who);
            }
            left = left.saturating_sub(takes);
            self.done = until;
        }
        let sharers = self.sharers();
        self.done += left * self.cores.min(sharers) / sharers;
    }

    /// When the next one ends, in microseconds; none where nobody computes.
    fn next_end_us(&self) -> Option<u64> {
        if !self.ended.is_empty() {
            return Some(self.now_us);
        }
        let (&(until, _), _) = self.computing.first_key_value()?;
        let takes = self.time_of(until - self.done).saturating_sub(SLACK);
        let takes_us = u64::try_from(takes.div_ceil(MICROSECOND)).unwrap_or(u64::MAX);
        Some(self.now_us.saturating_add(takes_us))
    }

    /// How long it takes, at the speed of now, until so much more is done for each.
    fn time_of(&self, more: u128) -> u128 {
        let sharers = self.sharers();
        more * sharers / self.cores.min(sharers)
    }

    /// How many compute; where nobody does, as for one who would.
    fn sharers(&self) -> u128 {
        self.computing.len().max(1) as u128
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When each of those ends who begin at a time, in order, with so much work.
    fn ends_us(cores: u32, begins: &[(u64, u64)]) -> Vec<u64> {
        let mut sharing = Sharing::new(cores);
        let mut ends_us = vec![0; begins.len()];
        let mut coming = begins.iter().copied().enumerate().peekable();
        loop {
            let begin_us = coming.peek().map(|&(_, (begin_us, _))| begin_us);
            let now_us = match (begin_us, sharing.next_end_us()) {
                (Some(begin_us), Some(end_us)) => begin_us.min(end_us),
                (begin_us, end_us) => match begin_us.or(end_us) {
                    Some(now_us) => now_us,
                    None => return ends_us,
                },
            };
            sharing.advance(now_us);
            for who in std::mem::take(&mut sharing.ended) {
                ends_us[who] = now_us;
            }
            if let Some((who, (_, work_us))) = coming.next_if(|&(_, (at_us, _))| at_us == now_us) {
                sharing.begin(now_us, work_us, who);
            }
        }
    }

    #[test]
    fn one_core_is_shared_by_all() {
        assert_eq!(ends_us(1, &[(0, 1_000)]), [1_000]);
        assert_eq!(
            ends_us(1, &[(0, 1_000), (0, 1_000), (0, 1_000)]),
            [3_000; 3]
        );
        assert_eq!(ends_us(1, &[(0, 1_000), (0, 3_000)]), [2_000, 4_000]);
    }

    #[test]
    fn who_comes_later_slows_who_is_there_from_then_on() {
        assert_eq!(ends_us(1, &[(0, 1_000), (500, 1_000)]), [1_500, 2_000]);
    }

    #[test]
    fn nobody_goes_faster_than_one_core_can() {
        assert_eq!(ends_us(4, &[(0, 1_000), (0, 2_000)]), [1_000, 2_000]);
        assert_eq!(
            ends_us(2, &[(0, 2_000), (0, 2_000), (0, 2_000)]),
            [3_000; 3]
        );
    }

    #[test]
    fn fractions_of_a_microsecond_are_not_lost() {
        // The first two end at 3/2 µs, and the third has a core of its own from then on.
        assert_eq!(ends_us(2, &[(0, 1), (0, 1), (0, 2)]), [2, 2, 3]);
        // However many there are and whenever they come, together they take as long as their sum.
        let begins: Vec<_> = (0..10_000).map(|n| (n, 7 + n * n % 11)).collect();
        let sum_us: u64 = begins.iter().map(|&(_, work_us)| work_us).sum();
        assert_eq!(ends_us(1, &begins).into_iter().max(), Some(sum_us));
    }

    #[test]
    fn the_longest_times_there_are_do_no_harm() {
        let ends_us = ends_us(1, &vec![(u64::MAX - 1, u64::MAX); 1_000]);
        assert_eq!(ends_us, [u64::MAX; 1_000]);
    }
}

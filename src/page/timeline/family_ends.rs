use std::ops::Range;

use crate::graph::TaskIndex;
use crate::lettering::quantity::difference;

use super::scene::Scene;

/// When the members of a family ended in a live run, beside what was predicted, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamilyEnds {
    /// The last end, measured.
    pub last_us: u64,
    /// The last end, predicted.
    pub last_predicted_us: u64,
    mean_us: u64,
    mean_predicted_us: u64,
}

impl FamilyEnds {
    /// The ends of `members`; none before the live run is over, or where there is no prediction.
    pub fn of(scene: &Scene, members: &Range<TaskIndex>) -> Option<Self> {
        let live = scene.over()?;
        let (measured, predicted) = (live.runs(), scene.predicted.as_deref()?);
        let members = members.start as usize..members.end as usize;
        let measured = measured.concurrent.rows().get(members.clone())?;
        let predicted = predicted.concurrent.rows().get(members)?;
        let ends = measured.iter().zip(predicted);
        FamilyEnds::between(ends.filter_map(|(row, before)| row.end_us.zip(before.end_us)))
    }

    /// Of pairs of a measured end and the predicted one.
    fn between(ends: impl Iterator<Item = (u64, u64)>) -> Option<Self> {
        let (mut last, mut sum, mut count) = ((0, 0), (0, 0), 0);
        for (measured_us, predicted_us) in ends {
            last = (measured_us.max(last.0), predicted_us.max(last.1));
            sum = (
                sum.0 + u128::from(measured_us),
                sum.1 + u128::from(predicted_us),
            );
            count += 1;
        }
        let mean = |sum: u128| Some(sum.checked_div(count)? as u64);
        Some(FamilyEnds {
            last_us: last.0,
            last_predicted_us: last.1,
            mean_us: mean(sum.0)?,
            mean_predicted_us: mean(sum.1)?,
        })
    }

    /// How much later the last end was than predicted.
    pub fn last_difference(&self) -> String {
        difference(self.last_us, self.last_predicted_us)
    }

    /// How much later than predicted the members ended on average.
    pub fn mean_difference(&self) -> String {
        difference(self.mean_us, self.mean_predicted_us)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_end_and_the_mean_are_told_apart() {
        let ends = [(1_010_000, 1_000_000), (2_030_000, 2_000_000)];
        let ends = FamilyEnds::between(ends.into_iter()).expect("members");
        assert_eq!(ends.last_difference(), "+30 ms");
        assert_eq!(ends.mean_difference(), "+20 ms");
        assert_eq!(FamilyEnds::between([].into_iter()), None);
    }
}

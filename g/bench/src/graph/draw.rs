use std::fmt::Display;

use sha2::{Digest, Sha256};

use super::{Fails, Program, Step, TaskIndex};

/// A million millionths: certainty.
const CERTAIN: u32 = 1_000_000;

impl Program {
    /// How long `step`, which stands at `place` of the steps of `task`, takes in an attempt, in
    /// microseconds. Attempts are counted from 0.
    pub fn duration_us(&self, task: TaskIndex, step: Step, place: usize, attempt: u32) -> u64 {
        if step.is_drawn() {
            let number = self.draw(task, place, attempt);
            scaled(number, step.shortest_us, step.longest_us)
        } else {
            step.shortest_us
        }
    }

    /// Whether an attempt of `task`, counted from 0, fails at the end of its steps.
    pub fn attempt_fails(&self, task: TaskIndex, fails: Fails, attempt: u32) -> bool {
        match fails {
            Fails::Never => false,
            Fails::Always => true,
            Fails::First(count) => attempt < count,
            Fails::Chance { millionths } => {
                let number = self.draw(task, "fails", attempt);
                scaled(number, 1, u64::from(CERTAIN)) <= u64::from(millionths)
            }
        }
    }

    /// A number that looks random, and depends on the seed, the task's name and index, the place
    /// and the attempt alone: the first eight bytes of SHA-256 of these words with spaces between
    /// them, so that the program's export to Python draws the same by `hashlib`.
    fn draw(&self, task: TaskIndex, place: impl Display, attempt: u32) -> u64 {
        let name = self.task_name(task);
        let key = format!("{} {name} {place} {attempt}", self.seed());
        let digest = Sha256::digest(key);
        digest
            .iter()
            .take(8)
            .fold(0, |number, &byte| number << 8 | u64::from(byte))
    }
}

/// `number`, of all that a `u64` can be, brought to the range from `least` to `most`.
fn scaled(number: u64, least: u64, most: u64) -> u64 {
    let count = u128::from(most - least) + 1;
    least + ((u128::from(number) * count) >> 64) as u64
}

use crate::run::Way;
use crate::words::{Language, ways as words};

/// One of the ways to run a program, the simplest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// One task after another.
    Sequential,
    /// On asyncio's loop.
    Asyncio,
    /// Each task in a thread or a process of its own.
    Modelled(Way),
}

impl Choice {
    /// Its name, as it stands alone.
    pub fn say(self, language: Language) -> String {
        match self {
            Choice::Sequential => words::sequential(language).into(),
            Choice::Asyncio => words::asyncio(language).into(),
            Choice::Modelled(Way::Threads) => words::threads(language).into(),
            Choice::Modelled(way @ Way::Processes { .. }) => match way.cores() {
                1 => words::one_process(language).into(),
                cores => words::processes(language, &cores),
            },
        }
    }

    /// Its name within a sentence.
    pub(super) fn say_within(self, language: Language) -> String {
        match self {
            Choice::Sequential => words::by_sequential(language).into(),
            Choice::Asyncio => words::by_asyncio(language).into(),
            Choice::Modelled(Way::Threads) => words::by_threads(language).into(),
            Choice::Modelled(way @ Way::Processes { .. }) => match way.cores() {
                1 => words::by_one_process(language).into(),
                cores => words::by_processes(language, &cores),
            },
        }
    }
}

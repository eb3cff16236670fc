use web_sys::Storage;

use crate::run::Way;

const KEY: &str = "interleave.ways";

/// The most cores that can be asked for.
pub const MOST_CORES: u32 = 64;

/// So many cores there are where the browser does not tell.
const USUAL_CORES: u32 = 4;

/// Which modelled ways the user wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaysShown {
    /// Threads.
    pub threads: bool,
    /// Processes.
    pub processes: bool,
    /// The cores that the processes are on, from 1 to [`MOST_CORES`].
    pub cores: u32,
}

impl WaysShown {
    /// Those that were chosen last in this browser; at first none, on as many cores as it has.
    pub fn chosen() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
        WaysShown::read(&kept.unwrap_or_default(), cores_of_browser())
    }

    /// Keeps them for the next visit.
    pub fn keep(self) {
        if let Some(storage) = storage() {
            // They last as long as the page, then.
            let _ = storage.set_item(KEY, &self.written());
        }
    }

    /// The cores that the ways are to be modelled on; none where no way is shown.
    pub fn wanted_cores(self) -> Option<u32> {
        (self.threads || self.processes).then_some(self.cores)
    }

    /// Whether this one is shown.
    pub fn shows(self, way: Way) -> bool {
        match way {
            Way::Threads => self.threads,
            Way::Processes { .. } => self.processes,
        }
    }

    fn written(self) -> String {
        let names = [(self.threads, "threads "), (self.processes, "processes ")];
        let shown = names.into_iter().filter(|&(is_shown, _)| is_shown);
        let names: String = shown.map(|(_, name)| name).collect();
        format!("{names}{}", self.cores)
    }

    fn read(kept: &str, usual_cores: u32) -> Self {
        let words = || kept.split(' ');
        let cores = words().find_map(|word| word.parse().ok());
        WaysShown {
            threads: words().any(|word| word == "threads"),
            processes: words().any(|word| word == "processes"),
            cores: cores.unwrap_or(usual_cores).clamp(1, MOST_CORES),
        }
    }
}

fn cores_of_browser() -> u32 {
    let cores = web_sys::window().map(|window| window.navigator().hardware_concurrency());
    cores.map_or(USUAL_CORES, |cores| cores as u32)
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        for (threads, processes) in [(false, false), (true, false), (false, true), (true, true)] {
            let shown = WaysShown {
                threads,
                processes,
                cores: 12,
            };
            assert_eq!(WaysShown::read(&shown.written(), 4), shown);
        }
    }

    #[test]
    fn at_first_no_way_is_shown_and_the_cores_are_the_browsers() {
        let shown = WaysShown::read("", 8);
        assert_eq!(shown.wanted_cores(), None);
        assert_eq!(shown.cores, 8);
    }

    #[test]
    fn there_are_no_more_cores_than_can_be_asked_for_and_no_fewer_than_one() {
        assert_eq!(WaysShown::read("threads 900", 4).cores, 64);
        assert_eq!(WaysShown::read("threads 0", 4).cores, 1);
        assert_eq!(WaysShown::read("nonsense", 128).cores, 64);
    }
}

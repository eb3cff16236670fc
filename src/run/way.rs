use serde::{Deserialize, Serialize};

/// A way of running a program that is modelled: in virtual time alone, by what is known of
/// CPython's threads and processes. Each task is a thread, or a process, of its own, and runs the
/// same blocking code as the sequential run; all are there at time 0, in source order.
///
/// | what | in both ways |
/// | --- | --- |
/// | `io`, `thread` | wait, and overlap: a blocking call gives the lock up meanwhile |
/// | `block` | overlaps as well: `time.sleep` gives the lock up, and holds its own task alone |
/// | `cpu` | shares the cores with all that compute at that moment, evenly |
/// | `threads N` | changes nothing: a `thread` step is in a thread already, its task's own |
/// | `after`, `using`, `retry`, `fails`, draws | as under asyncio; a pool is a `threading.Semaphore`, first come first served |
/// | `timeout` | as sequentially: each wait is a call that gives up at the deadline by itself; `cpu` and `block` run to their end first |
/// | cancelling, by a failure or by `after first` | reaches only tasks whose first step has not begun, as `Future.cancel` and `shutdown(cancel_futures=True)` of `concurrent.futures` do; the others go on to their end, retries included |
/// | `background` | a daemon: it dies, whatever it does, when all other tasks have ended |
/// | deadlock | as under asyncio |
///
/// One thing alone tells the ways apart: how many cores there are for `cpu`. Under the global lock
/// it is one, so threads take as long as processes on one core.
///
/// CPython takes the lock from a thread that computes when another has asked for it for 5 ms
/// (`sys.setswitchinterval`), and an operating system slices a core's time likewise. Here the
/// slices are infinitely short: of `k` steps that compute on `N` cores, each goes on at
/// `min(1, N / k)` of its speed. A step that is sliced ends about one round of slices sooner or
/// later than that; this favours nobody, and needs one span a step, however long it is.
///
/// Not modelled, as it depends on the machine: what a switch, a thread or a process costs; what
/// it takes to start one or to hand data to it; the wait of a thread that wakes until it has the
/// lock, where others compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Way {
    /// Threads under CPython's global interpreter lock: one of them computes at a time.
    Threads,
    /// Processes on `cores` cores: so many compute at a time. None counts as one.
    Processes { cores: u32 },
}

impl Way {
    /// All of them, the processes on `cores` cores.
    pub fn on(cores: u32) -> [Way; 2] {
        [Way::Threads, Way::Processes { cores }]
    }

    /// How many steps of kind `cpu` go on at full speed at once.
    pub fn cores(self) -> u32 {
        match self {
            Way::Threads => 1,
            Way::Processes { cores } => cores.max(1),
        }
    }
}

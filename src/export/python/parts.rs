//! What stands in a script before its program's own functions: imports, constants, helpers.

use super::Export;
use super::layout::Lines;
use super::needs::Needs;

impl Export<'_> {
    /// Everything before the program's own functions.
    pub(super) fn head(&self, lines: &mut Lines) {
        lines.push_text(DOCSTRING);
        self.imports(lines);
        self.constants(lines);
        for definition in self.definitions() {
            lines.begin_definition();
            lines.push_text(&definition);
        }
    }

    fn imports(&self, lines: &mut Lines) {
        let needs = &self.needs;
        let imports = [
            (true, "import asyncio"),
            (needs.outcomes, "import functools"),
            (needs.durations || needs.chances, "import hashlib"),
            (needs.can_fail(), "import sys"),
            (true, "import time"),
            (
                needs.thread,
                "from concurrent.futures import ThreadPoolExecutor",
            ),
        ];
        lines.push(0, "");
        for (_, import) in imports.iter().filter(|(is_needed, _)| *is_needed) {
            lines.push(0, import);
        }
    }

    fn constants(&self, lines: &mut Lines) {
        let needs = &self.needs;
        lines.push(0, "");
        lines.push(0, "BEGAN = time.perf_counter()");
        if needs.durations || needs.chances {
            lines.push(0, &format!("SEED = {}", self.program.seed()));
        }
        let pools = self.program.pools().iter();
        for (pool, name) in pools.zip(&self.names.semaphores) {
            lines.push(0, &format!("{name} = asyncio.Semaphore({})", pool.size));
        }
        if needs.thread {
            let threads = self.program.settings().threads;
            let executor = format!("executor = ThreadPoolExecutor(max_workers={threads})");
            lines.push(0, &executor);
        }
        for dict in self.dicts() {
            lines.push(0, &format!("{dict} = {{}}"));
        }
        if needs.can_fail() {
            lines.push(0, "failed = []");
        }
    }

    fn definitions(&self) -> Vec<String> {
        let needs = &self.needs;
        let draws = needs.durations || needs.chances;
        let definitions = [
            (needs.failed, FAILED),
            (needs.skipped, SKIPPED),
            (true, REPORT),
            (needs.cpu, COMPUTE),
            (draws, DRAW),
            (needs.durations, BETWEEN),
            (needs.chances, CHANCE),
            (needs.skipped, SUCCEEDED),
        ];
        let fixed = definitions.iter().filter(|(is_needed, _)| *is_needed);
        let mut texts: Vec<String> = fixed.map(|(_, text)| (*text).to_owned()).collect();
        if needs.skipped {
            texts.extend(self.waits());
        }
        texts.extend(needs.outcomes.then(|| self.reported()));
        texts
    }

    /// What waits for other tasks, where they may not succeed.
    fn waits(&self) -> Vec<String> {
        let [all, any, first] = self.needs.after;
        let mut texts = match (all, any || first) {
            (true, true) => vec![
                wait_until(WAIT_UNTIL, "succeeded(task) == deciding"),
                format!("{ALL_OF}\n    await wait_until(awaited, deciding=False)\n"),
                format!("{ANY_OF}\n    await wait_until(awaited, deciding=True)\n"),
            ],
            (true, false) => vec![wait_until(ALL_OF, "not succeeded(task)")],
            (false, _) => vec![wait_until(ANY_OF, "succeeded(task)")],
        };
        texts.extend(first.then(|| FIRST_OF.to_owned()));
        texts
    }

    /// The decorator of all tasks, where they can end in more than one way.
    fn reported(&self) -> String {
        let needs = &self.needs;
        let failure = Needs::exceptions(needs.failed, needs.timeout);
        let endings = [
            needs.skipped.then_some(("Skipped", "skipped")),
            Some(("asyncio.CancelledError", "cancelled")),
            failure.map(|exceptions| (exceptions, "failed")),
        ];
        let mut lines = Lines::default();
        lines.push_text(REPORTED_BEGINS);
        for (exceptions, outcome) in endings.into_iter().flatten() {
            lines.push(2, &format!("except {exceptions}:"));
            lines.push(3, &format!("report(\"{outcome}\")"));
            if outcome == "failed" {
                lines.push(3, "failed.append(asyncio.current_task().get_name())");
            }
            lines.push(3, "raise");
        }
        lines.push_text(REPORTED_ENDS);
        lines.into_text()
    }
}

const DOCSTRING: &str = r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""
"#;

const FAILED: &str = r#"class Failed(Exception):
    """An attempt has failed, as the program says."""
"#;

const SKIPPED: &str = r#"class Skipped(asyncio.CancelledError):
    """What a task comes after can no longer succeed.

    It is a CancelledError because a TaskGroup must not count it as a failure.
    """
"#;

const REPORT: &str = r#"def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")
"#;

const COMPUTE: &str = r#"def compute(seconds):
    """Keep the processor busy; nothing else runs on the event loop meanwhile."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
"#;

const DRAW: &str = r#"def draw(place, attempt):
    """Draw 64 bits that depend on the seed, the task, the place and the attempt."""
    name = asyncio.current_task().get_name()
    key = f"{SEED} {name} {place} {attempt}"
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
"#;

const BETWEEN: &str = r#"def between(shortest, longest, step, attempt=0):
    """Draw how many seconds a step takes, in whole microseconds from end to end."""
    count = round((longest - shortest) * 1e6) + 1
    return shortest + (draw(step, attempt) * count >> 64) / 1e6
"#;

const CHANCE: &str = r#"def chance(percent, attempt=0):
    """Draw whether an attempt fails that does so with this chance."""
    return (draw("fails", attempt) * 1_000_000 >> 64) < round(percent * 10_000)
"#;

const SUCCEEDED: &str = r#"def succeeded(task):
    """Say whether a task that has ended was neither cancelled nor failed."""
    return not task.cancelled() and task.exception() is None
"#;

/// What waits for all or for any of some tasks: its `head`, and when one that has ended decides.
fn wait_until(head: &str, decides: &str) -> String {
    format!(
        r#"{head}
    pending = set(awaited)
    verdict = asyncio.get_running_loop().create_future()

    def on_end(task):
        pending.discard(task)
        if not verdict.done() and (not pending or {decides}):
            verdict.set_result(succeeded(task))

    for task in awaited:
        task.add_done_callback(on_end)
    if not await verdict:
        raise Skipped
"#
    )
}

const ALL_OF: &str = r#"async def all_of(awaited):
    """Wait until all these tasks have succeeded; skip the current one if they can't.""""#;

const ANY_OF: &str = r#"async def any_of(awaited):
    """Wait until one of these tasks has succeeded; skip the current one if none can.""""#;

const WAIT_UNTIL: &str = r#"async def wait_until(awaited, deciding):
    """Wait until all these tasks have ended, or one whose success is `deciding`.

    If the last of them has not succeeded, skip the current task.
    """"#;

const FIRST_OF: &str = r#"async def first_of(awaited):
    """Wait until one of these tasks has succeeded, then cancel the others."""
    await any_of(awaited)
    for task in awaited:
        task.cancel()
"#;

const REPORTED_BEGINS: &str = r#"def reported(function):
    """Make a coroutine function report how it ends."""

    @functools.wraps(function)
    async def task(*args):
        try:
            await function(*args)
"#;

const REPORTED_ENDS: &str = r#"        else:
            report("done")

    return task
"#;

//! The speed of the loop and of predictions, natively: `./dev bench`. Each figure is the best of
//! several runs; what is compared is compared within one run of this program.

mod large_texts;
mod program;

#[path = "sleep_zero.rs"]
mod sleep_zero;

use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

use interleave::event_loop::EventLoop;
use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::notation;
use interleave::run::{self, Mode, Way};
use interleave::trace::Trace;
use interleave::words::Language;

const RUNS: usize = 5;

/// The same work for CPython's asyncio; prints the seconds that the best of three runs took.
const CPYTHON: &str = "
import asyncio, time
async def task():
    for _ in range(10):
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*[task() for _ in range(100_000)])
best = None
for _ in range(3):
    began = time.perf_counter()
    asyncio.run(main())
    took = time.perf_counter() - began
    best = took if best is None else min(best, took)
print(best)
";

fn main() {
    let plain = best(|| sleep_zero(EventLoop::without_record));
    let recording = best(|| sleep_zero(EventLoop::new));
    println!("| what | figure |\n| --- | --- |");
    row(
        "steps through the loop, not recording",
        format!("{:.1} million a second", steps_a_second(plain) / 1e6),
    );
    row(
        "recording against not recording",
        format!("{:.2}", plain.as_secs_f64() / recording.as_secs_f64()),
    );
    match cpython() {
        Some(seconds) => row(
            "not recording against CPython's asyncio",
            format!("{:.0} ×", seconds / plain.as_secs_f64()),
        ),
        None => row("against CPython's asyncio", String::from("no python3 here")),
    }
    let (name, took) = slowest_answer();
    row(
        &format!("text of 1 MB → its program or its mistakes, the slowest of many: {name}"),
        format!("{:.1} ms", took.as_secs_f64() * 1e3),
    );
    for tasks in [1_000, 10_000, 100_000] {
        let source = program::of_families(tasks);
        row(
            &format!("text → both predictions → spans, {tasks} tasks"),
            format!("{:.1} ms", best(|| predict(&source)).as_secs_f64() * 1e3),
        );
        row(
            &format!("text → threads and processes modelled → spans, {tasks} tasks"),
            format!("{:.1} ms", best(|| model(&source)).as_secs_f64() * 1e3),
        );
    }
}

/// The text of 1 MB whose answer takes longest, and how long that is: its program or its mistakes
/// in words, as many of them as the page is told.
fn slowest_answer() -> (&'static str, Duration) {
    let took = large_texts::large_texts().map(|(name, text)| (name, best(|| answer(&text))));
    took.max_by_key(|&(_, took)| took).unwrap_or_default()
}

fn answer(source: &str) {
    if let Err(mistakes) = notation::parse(source) {
        assert!(
            mistakes
                .located(source, Language::English)
                .take(1_000)
                .count()
                > 0
        );
    }
}

fn row(what: &str, figure: String) {
    println!("| {what} | {figure} |");
}

fn best(mut work: impl FnMut()) -> Duration {
    let times = (0..RUNS).map(|_| {
        let began = Instant::now();
        work();
        began.elapsed()
    });
    times.min().unwrap_or_default()
}

fn steps_a_second(took: Duration) -> f64 {
    f64::from(sleep_zero::STEPS) / took.as_secs_f64()
}

fn sleep_zero(new_loop: impl Fn(Rc<dyn interleave::event_loop::Clock>) -> EventLoop) {
    let clock = Rc::new(VirtualClock::default());
    let event_loop = new_loop(clock.clone());
    sleep_zero::create_tasks(&event_loop);
    virtual_time::run(&clock, &event_loop);
}

fn cpython() -> Option<f64> {
    let output = Command::new("python3")
        .args(["-c", CPYTHON])
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn predict(source: &str) {
    let parsed = notation::parse(source).expect("the bench's own program has no mistake");
    let program = Rc::new(parsed.program);
    for mode in Mode::BOTH {
        let trace = Trace::of(
            program.clone(),
            &run::predict(&program, mode).expect("it has few events"),
        );
        assert!(trace.is_complete());
    }
}

fn model(source: &str) {
    let parsed = notation::parse(source).expect("the bench's own program has no mistake");
    let program = Rc::new(parsed.program);
    for way in [Way::Threads, Way::Processes { cores: 4 }] {
        let trace = Trace::of(
            program.clone(),
            &run::model(&program, way).expect("it has few events"),
        );
        assert!(trace.is_complete());
    }
}

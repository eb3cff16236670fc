//! The loop's speed in the page, against JavaScript's own tasks.

use serde_json::{Value, json};

use super::harness::{Page, on_page};
use super::{TRIES, row};

/// The module that `./dev bench` has made of `loop_in_browser.rs`. Calls back with the milliseconds
/// that the best try took: not recording, recording, and the same in JavaScript.
const SCRIPT: &str = "\
const [tries, tasks, sleeps, done] = arguments;
const inJavaScript = async () => {
    const task = async () => { for (let n = 0; n < sleeps; n++) await null; };
    const began = performance.now();
    await Promise.all(Array.from({ length: tasks }, task));
    return performance.now() - began;
};
import('/bench/loop_in_browser.js').then(async ({ default: load, milliseconds }) => {
    await load();
    const ways = [() => milliseconds(false), () => milliseconds(true), inJavaScript];
    const best = ways.map(() => Infinity);
    for (let n = 0; n < tries; n++)
        for (const [place, way] of ways.entries()) best[place] = Math.min(best[place], await way());
    done(best);
}).catch((error) => done(String(error)));";

/// The same number of tasks and of steps as `sleep_zero.rs` has.
const TASKS: u32 = 100_000;
const SLEEPS: u32 = 10;

/// Steps of tasks through the loop, by the driver of live runs.
pub fn steps() {
    let mut answer = Value::Null;
    on_page(async |page: &Page| {
        let arguments = vec![json!(TRIES), json!(TASKS), json!(SLEEPS)];
        answer = page.script_that_waits(SCRIPT, arguments).await;
    });
    let Ok([plain, recording, javascript]) = serde_json::from_value::<[f64; 3]>(answer.clone())
    else {
        return row("steps through the loop", format!("not measured: {answer}"));
    };
    let steps = f64::from(TASKS * (SLEEPS + 1));
    row(
        "steps through the loop, not recording",
        format!("{:.1} million a second", steps / plain / 1e3),
    );
    row(
        "the same with JavaScript's async and await",
        format!("{:.1} million a second", steps / javascript / 1e3),
    );
    row(
        "not recording against JavaScript",
        format!("{:.1} ×", javascript / plain),
    );
    row(
        "recording against not recording",
        format!("{:.2}", plain / recording),
    );
}

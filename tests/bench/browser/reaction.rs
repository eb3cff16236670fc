//! From a key to what it comes to, in large programs.

use super::harness::{Page, on_page};
use super::watch::Answer;
use super::{SOON, TRIES, program, row};

/// So many keys are pressed, one after another.
const KEYS: usize = 3;

/// How a program is written.
#[derive(Clone, Copy)]
struct Written {
    what: &'static str,
    program: fn(u32) -> String,
}

const IN_FAMILIES: Written = Written {
    what: "tasks in families",
    program: program::of_families,
};

const LINE_BY_LINE: Written = Written {
    what: "tasks, each on a line",
    program: of_lines,
};

/// The program of families with a line for each task. What came after all of a family comes after
/// its last member.
fn of_lines(tasks: u32) -> String {
    let family = (tasks - 1) / 4;
    let mut text = String::from("pool db = 20\n");
    for n in 1..=family {
        text += &format!(
            "fetch_{n}: io 20ms using db\n\
             parse_{n}: cpu 1ms after fetch_{n}\n\
             store_{n}: io 5ms then cpu 10us after parse_{n} using db\n\
             check_{n}: io 3ms after store_{family}\n"
        );
    }
    text + &format!("report: cpu 5ms after check_{family}\n")
}

/// A key in programs of 10,000 and of 100,000 tasks.
pub fn measure() {
    for written in [IN_FAMILIES, LINE_BY_LINE] {
        let shown = [10_000, 100_000].map(|tasks| of(written, tasks));
        row(
            &format!("100,000 against 10,000 {} (n log n: 12.5)", written.what),
            format!("{:.1} ×", shown[1] / shown[0]),
        );
    }
}

/// Prints the figures of one program; returns how long it takes until it is shown, in milliseconds.
fn of(written: Written, tasks: u32) -> f64 {
    let mut answers = Vec::new();
    let mut worker_ms = f64::NAN;
    on_page(async |page| {
        answers = keys(page, &(written.program)(tasks)).await;
        worker_ms = page.time_worker(TRIES).await;
    });
    let best = |of: fn(&Answer) -> f64| answers.iter().map(of).fold(f64::INFINITY, f64::min);
    let worst = |of: fn(&Answer) -> f64| answers.iter().map(of).fold(0.0, f64::max);
    let shown_ms = best(|answer| answer.shown_ms);
    let what = format!("{tasks} {}", written.what);
    row(
        &format!("text → both predictions → spans → on screen, {what}"),
        format!("{shown_ms:.0} ms; a worker by itself takes {worker_ms:.0} ms"),
    );
    row(
        &format!("the longest frame after a key, {what}"),
        format!(
            "{:.0} ms at best, {:.0} ms at worst of {KEYS} keys",
            best(|answer| answer.longest_frame_ms),
            worst(|answer| answer.longest_frame_ms),
        ),
    );
    shown_ms
}

/// Makes the last of a program's durations longer digit by digit.
async fn keys(page: &Page, program: &str) -> Vec<Answer> {
    page.watch().await;
    page.type_program(&format!("{program}last: io 1s")).await;
    page.wait_until("a prediction", SOON, async || {
        let output = page.output("Concurrent").await;
        page.figures().await.is_some() && !output.is_empty()
    })
    .await;
    page.press(&[], fantoccini::key::Key::Left).await;
    // The first one has the caches filled.
    page.time_key('1').await;
    let mut answers = Vec::new();
    for _ in 0..KEYS {
        answers.push(page.time_key('1').await);
    }
    answers
}

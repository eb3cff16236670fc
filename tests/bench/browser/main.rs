//! The second part of `./dev bench`: the built page in headless Chromium, and Pyodide in the same
//! browser where npm could get it. Figures are the best of some tries; a ratio's two sides are
//! measured one after the other. Arguments are the names of what is to be measured; without any
//! that is all.

#[allow(dead_code, unused_imports, reason = "the tests use the rest of it")]
#[path = "../../end_to_end/harness/mod.rs"]
mod harness;

mod drawing;
mod event_loop;
mod live;
mod loading;
mod memory;
#[path = "../program.rs"]
mod program;
mod reaction;
mod watch;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use harness::{Page, on_page};
use serde_json::json;

/// What the page waits after a key before it predicts Python, in milliseconds: its own choice, and
/// no part of a prediction.
const REST_MS: f64 = 400.0;

const TRIES: usize = 3;

const SOON: Duration = Duration::from_secs(60);

/// Says how long its waits took, which together are one.
const GATHER: &str = "\
import asyncio
import time

async def main():
    begin = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(0.01) for n in range(10_000)))
    print(f'{time.perf_counter() - begin:.4f}')

";

/// Calls back with how many seconds GATHER has said that it took, at best.
const PYODIDE: &str = "\
const [source, tries, done] = arguments;
import('/pyodide/pyodide.mjs').then(async ({ loadPyodide }) => {
    const times = [];
    const pyodide = await loadPyodide({ stdout: (line) => times.push(Number(line)) });
    for (let n = 0; n < tries; n++) await pyodide.runPythonAsync(source);
    done(Math.min(...times));
}).catch((error) => done(String(error)));";

/// What is measured, by name.
const MEASURED: [(&str, fn()); 8] = [
    ("event_loop", event_loop::steps),
    ("loading", loading::measure),
    ("reaction", reaction::measure),
    ("drawing", drawing::measure),
    ("live", live::measure),
    ("memory", memory::measure),
    ("size", size),
    ("python", python),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    println!("| what, in Chromium | figure |\n| --- | --- |");
    for (name, measure) in MEASURED {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            measure();
        }
    }
}

fn python() {
    first_prediction();
    later_predictions();
    gather();
}

fn row(what: &str, figure: String) {
    println!("| {what} | {figure} |");
}

/// What is loaded, compressed as a server would.
fn size() {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let is_shown = |path: &Path| {
        let names = [".html", ".js", ".css", ".wasm", ".svg", ".woff2"];
        let name = path.to_string_lossy();
        names.iter().any(|end| name.ends_with(end)) && !name.ends_with("service_worker.js")
    };
    let later = files(&dist)
        .into_iter()
        .find(|path| path.join("worker.js").is_file())
        .expect("a built page");
    let mut first = [files(&dist), files(&dist.join("fonts"))].concat();
    first.retain(|path| is_shown(path));
    first.push(later.join("worker.js"));
    row(
        "first load, everything it needs, brotli",
        compressed(&first, 1e3, "KB"),
    );
    row(
        "the Python worker and all it loads, brotli",
        compressed(&files(&later.join("python")), 1e6, "MB"),
    );
}

/// What is in a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder: ./dev bench builds what is in it");
    entries
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

/// How much files are in all, each compressed.
fn compressed(files: &[PathBuf], unit: f64, name: &str) -> String {
    let script = "const { readFileSync } = require('fs');
        const { brotliCompressSync, constants } = require('zlib');
        const sizes = process.argv.slice(1).map((name) => {
            const bytes = readFileSync(name);
            return brotliCompressSync(bytes, { params: {
                [constants.BROTLI_PARAM_QUALITY]: 11,
                [constants.BROTLI_PARAM_LGWIN]: 24,
                [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            } }).length;
        });
        console.log(sizes.reduce((one, other) => one + other));";
    let output = Command::new("node")
        .args(["-e", script])
        .args(files)
        .output();
    let size = output.ok().and_then(|output| {
        let size: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
        Some(size / unit)
    });
    size.map_or("no node here".to_owned(), |size| match unit < 1e6 {
        true => format!("{size:.0} {name}"),
        false => format!("{size:.2} {name}"),
    })
}

async fn is_there(page: &Page, line: &str) -> bool {
    let lines = page.texts_of("[role=log] .output-text").await;
    lines.iter().any(|each| each.contains(line))
}

/// From the beginning of the navigation to the output of the program that was open last.
fn first_prediction() {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..TRIES {
        on_page(async |page| {
            page.open_tab("Python").await;
            page.textbox("Python").await;
            page.type_into("Python", "print('first')\n").await;
            page.wait_until_saved().await;
            page.wait_until("output", SOON, async || is_there(page, "first").await)
                .await;
            for of_kind in &mut times {
                page.reload_in("Python").await;
                page.wait_until("output", SOON, async || is_there(page, "first").await)
                    .await;
                let now = page.script("return performance.now()", vec![]).await;
                of_kind.push(now.as_f64().unwrap_or_default());
            }
        });
    }
    let best = times
        .iter()
        .flatten()
        .copied()
        .fold(f64::INFINITY, f64::min);
    row(
        "first prediction of a Python program after the page is opened, on loopback",
        format!(
            "{:.2} s, of which {:.1} s wait for the next key",
            best / 1e3,
            REST_MS / 1e3
        ),
    );
}

/// From a change of the text to the new figures.
fn later_predictions() {
    for tasks in [100, 1_000, 10_000] {
        let mut best = f64::INFINITY;
        on_page(async |page| {
            page.open_tab("Python").await;
            page.textbox("Python").await;
            for n in 0..=TRIES {
                let source = format!(
                    "import asyncio\n\nasync def work(n):\n    await asyncio.sleep(0.1)\n\n\
                     async def main():\n    \
                     await asyncio.gather(*(work(n) for n in range({tasks})))\n    \
                     print('try {n}')\n\nasyncio.run(main())\n"
                );
                let begin = page.script("return performance.now()", vec![]).await;
                page.type_into("Python", &source).await;
                let wanted = format!("try {n}");
                let script = "const [wanted, done] = arguments;
                    const look = () => [...document.querySelectorAll('[role=log] .output-text')]
                        .some((line) => line.textContent.includes(wanted))
                        ? done(performance.now()) : setTimeout(look, 2);
                    look();";
                let end = page.script_that_waits(script, vec![json!(wanted)]).await;
                let took = end
                    .as_f64()
                    .zip(begin.as_f64())
                    .map(|(end, begin)| end - begin);
                // The first one loads Python.
                if n > 0 {
                    best = best.min(took.unwrap_or(f64::INFINITY));
                }
            }
        });
        row(
            &format!("text → both predictions of a Python program shown, {tasks} tasks"),
            format!("{:.0} ms after the {REST_MS} ms of rest", best - REST_MS),
        );
    }
}

/// The same program live here, and in Pyodide.
fn gather() {
    let mut ours = f64::INFINITY;
    let mut theirs = None;
    on_page(async |page| {
        page.open_tab("Python").await;
        page.textbox("Python").await;
        page.type_into("Python", &format!("{GATHER}asyncio.run(main())\n"))
            .await;
        page.set_speed("1×").await;
        page.wait_until("the prediction", SOON, async || {
            is_there(page, "0.01").await
        })
        .await;
        for _ in 0..TRIES {
            page.click("Run").await;
            page.wait_until("the concurrent run's end", SOON, async || {
                let lines = page.texts_of("[role=log] .output-text").await;
                lines.len() == 1 && lines[0] != "0.0100"
            })
            .await;
            let lines = page.texts_of("[role=log] .output-text").await;
            ours = ours.min(lines[0].parse().unwrap_or(f64::INFINITY));
            page.click("Reset").await;
        }
        let source = json!(format!("{GATHER}await main()\n"));
        // Our page's policy is not for others.
        page.open_around().await;
        let answer = page
            .script_that_waits(PYODIDE, vec![source, json!(TRIES)])
            .await;
        theirs = answer.as_f64();
    });
    let what = "a gather of 10,000 sleep(0.01), live";
    row(what, format!("{ours:.2} s"));
    row(
        "the same in Pyodide",
        theirs.map_or("no Pyodide here".to_owned(), |theirs| {
            format!("{theirs:.2} s")
        }),
    );
    if let Some(theirs) = theirs {
        row("ours against Pyodide's", format!("{:.2}", ours / theirs));
    }
}

//! Python programs as they run in the page: what they print, what is drawn of them, and what
//! becomes of those that are bad.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use crate::harness::{Page, on_page};

/// A prediction takes this long at most, the loading of Python included.
const SOON: Duration = Duration::from_secs(20);

const THREE_WAITS: &str = "\
import asyncio

async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(name)

async def main():
    await asyncio.gather(fetch('a', 0.2), fetch('b', 0.6), fetch('c', 0.4))

asyncio.run(main())
";

/// The lines of the output, of one stream.
async fn lines(page: &Page, is_error: bool) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[role=log] .output-line')]
        .filter((line) => line.classList.contains('error') === arguments[0])
        .map((line) => line.querySelector('.output-text').textContent)";
    let lines = page.script(script, vec![json!(is_error)]).await;
    serde_json::from_value(lines).expect("texts")
}

async fn wait_for_output(page: &Page, expected: &str) {
    let expected: Vec<_> = expected.lines().collect();
    page.wait_until(&format!("the output {expected:?}"), SOON, async || {
        lines(page, false).await == expected
    })
    .await;
}

async fn wait_for_error(page: &Page, expected: &str) {
    page.wait_until(&format!("the error {expected}"), SOON, async || {
        let lines = lines(page, true).await;
        lines.iter().any(|line| line.trim() == expected)
    })
    .await;
}

/// The programs of the corpus, but for the one that shows threads writing into each other's lines.
fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let entries = fs::read_dir(folder).expect("the corpus lies beside the project");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut programs: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .filter(|path| !path.ends_with("000_05.py"))
        .collect();
    programs.sort();
    programs
}

#[test]
fn every_program_of_the_corpus_prints_what_stands_beside_it() {
    on_page(async |page| {
        for program in corpus() {
            let beside = |extension| fs::read_to_string(program.with_extension(extension));
            let source = fs::read_to_string(&program).expect("a program");
            // What was there before is not taken for what is to come.
            page.write_python("print('—')\n").await;
            wait_for_output(page, "—\n").await;
            page.write_python(&source).await;
            match beside("err") {
                Err(_) => wait_for_output(page, &beside("txt").unwrap_or_default()).await,
                Ok(error) if error.starts_with("SyntaxError") => {
                    page.wait_until("the mistake", SOON, async || {
                        page.text().await.contains(error.trim())
                    })
                    .await;
                }
                Ok(error) => {
                    wait_for_error(page, error.trim()).await;
                    wait_for_output(page, &beside("txt").unwrap_or_default()).await;
                }
            }
        }
    });
}

#[test]
fn a_python_program_is_predicted_as_it_stands() {
    on_page(async |page| {
        page.write_python(THREE_WAITS).await;
        wait_for_output(page, "a\nc\nb\n").await;
        page.wait_for_figures(1.2, 0.6).await;
    });
}

#[test]
fn a_live_run_prints_the_same_in_the_same_order() {
    on_page(async |page| {
        page.write_python(THREE_WAITS).await;
        wait_for_output(page, "a\nc\nb\n").await;
        page.click("Run").await;
        page.wait_until("the run's end", SOON, async || {
            page.text().await.contains("measured")
        })
        .await;
        wait_for_output(page, "a\nc\nb\n").await;
    });
}

/// Its tasks wait for what the clock says is left of a second: which of them comes first hangs on
/// microseconds, here as under CPython.
const RACE: &str = "003_27_rate_limiter.py";

/// Lines in which what was measured is not told apart: a live run takes as long as it takes.
fn unmeasured(lines: &[String]) -> Vec<String> {
    let without = |line: &String| {
        let mut text = String::new();
        let mut rest = line.as_str();
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            text.push_str(&rest[..at]);
            rest = &rest[at..];
            let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ':';
            let end = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
            let number = &rest[..end];
            text.push_str(if number.contains(['.', ':']) {
                "#"
            } else {
                number
            });
            rest = &rest[end..];
        }
        text + rest
    };
    lines.iter().map(without).collect()
}

#[test]
fn every_program_of_the_corpus_prints_the_same_live() {
    on_page(async |page| {
        page.write_python("print('—')\n").await;
        page.set_speed("5×").await;
        for program in corpus() {
            let beside = |extension| fs::read_to_string(program.with_extension(extension));
            let source = fs::read_to_string(&program).expect("a program");
            let error = beside("err").unwrap_or_default();
            if error.starts_with("SyntaxError") {
                continue;
            }
            page.write_python("print('—')\n").await;
            wait_for_output(page, "—\n").await;
            page.write_python(&source).await;
            let expected = beside("txt").unwrap_or_default();
            wait_for_output(page, &expected).await;
            page.click("Run").await;
            let name = program.display();
            page.wait_until(&format!("the end of {name}"), SOON, async || {
                // One of the two runs ends before the other.
                page.text().await.contains("measured") && !page.has_button("Pause").await
            })
            .await;
            let expected: Vec<_> = expected.lines().map(str::to_owned).collect();
            let mut expected = unmeasured(&expected);
            let mut printed = unmeasured(&lines(page, false).await);
            if program.ends_with(RACE) {
                expected.sort();
                printed.sort();
            }
            assert_eq!(printed, expected, "{name}");
            let errors = lines(page, true).await;
            let is_there = errors.iter().any(|line| line.trim() == error.trim());
            assert!(error.is_empty() || is_there, "{name}: {errors:?}");
        }
    });
}

#[test]
fn a_program_that_computes_for_ever_is_given_up() {
    on_page(async |page| {
        page.write_python(THREE_WAITS).await;
        wait_for_output(page, "a\nc\nb\n").await;
        page.write_python("while True:\n    pass\n").await;
        page.wait_until("the message", SOON, async || {
            page.text()
                .await
                .contains("Not predicted: it computes for more than")
        })
        .await;
        page.write_python("print('alive')\n").await;
        wait_for_output(page, "alive\n").await;
    });
}

#[test]
fn a_program_that_recurses_for_ever_gets_a_recursion_error() {
    on_page(async |page| {
        page.write_python("def f(n):\n    return f(n + 1)\n\nf(0)\n")
            .await;
        wait_for_error(page, "RecursionError: maximum recursion depth exceeded").await;
    });
}

#[test]
fn a_module_that_is_not_there_is_said_not_to_be() {
    on_page(async |page| {
        page.write_python("import numpy\n").await;
        wait_for_error(page, "ModuleNotFoundError: No module named 'numpy'").await;
    });
}

/// Waits until the page says this.
async fn wait_for_text(page: &Page, expected: &str) {
    page.wait_until(&format!("the text {expected:?}"), SOON, async || {
        page.text().await.contains(expected)
    })
    .await;
}

/// The page takes the next program, and answers.
async fn is_alive(page: &Page) {
    page.write_python("print('alive')\n").await;
    wait_for_output(page, "alive\n").await;
}

#[test]
fn a_program_that_fills_its_memory_is_stopped_and_kept() {
    on_page(async |page| {
        let large = "hold = []\nwhile True:\n    hold.append(bytearray(4_000_000))\n";
        page.write_python(large).await;
        wait_for_error(page, "MemoryError").await;
        let small = "hold = []\nwhile True:\n    hold.append([[n] for n in range(100_000)])\n";
        page.write_python(small).await;
        wait_for_text(page, "it needs more than 256 MB of memory").await;
        assert_eq!(page.text_in("Python").await, small);
        is_alive(page).await;
    });
}

#[test]
fn a_run_that_fills_its_memory_is_stopped_and_the_next_one_works() {
    on_page(async |page| {
        let greedy = "import asyncio\n\nasync def main():\n    hold = []\n    \
             await asyncio.sleep(1)\n    for n in range(1000 if asyncio.get_running_loop().time() % 1 else 0):\n        \
             hold.append([[n] for n in range(100_000)])\n    print('done')\n\nasyncio.run(main())\n";
        page.write_python(greedy).await;
        wait_for_output(page, "done\n").await;
        page.click("Run").await;
        wait_for_text(page, "it needs more than 256 MB of memory").await;
        page.write_python(THREE_WAITS).await;
        wait_for_output(page, "a\nc\nb\n").await;
        page.click("Run").await;
        wait_for_text(page, "measured").await;
    });
}

#[test]
fn a_million_tasks_are_stopped_and_kept() {
    on_page(async |page| {
        let many = "import asyncio\n\nasync def main():\n    \
             await asyncio.gather(*(asyncio.sleep(1) for n in range(1_000_000)))\n\n\
             asyncio.run(main())\n";
        page.write_python(many).await;
        wait_for_text(page, "it needs more than 256 MB of memory").await;
        assert_eq!(page.text_in("Python").await, many);
        is_alive(page).await;
    });
}

#[test]
fn a_program_that_asks_for_input_is_told_that_nobody_answers() {
    on_page(async |page| {
        page.write_python("name = input('Name? ')\n").await;
        wait_for_error(page, "EOFError: EOF when reading a line").await;
        wait_for_error(
            page,
            "A page has no terminal to type in: write the value into the program instead.",
        )
        .await;
    });
}

#[test]
fn a_program_that_blocks_for_an_hour_is_predicted_and_its_run_can_be_stopped() {
    on_page(async |page| {
        page.write_python("import time\ntime.sleep(3600)\nprint('late')\n")
            .await;
        wait_for_output(page, "late\n").await;
        page.set_speed("1×").await;
        page.click("Run").await;
        page.click("Reset").await;
        is_alive(page).await;
    });
}

#[test]
fn a_program_of_a_megabyte_is_answered_or_given_up_and_the_page_goes_on() {
    on_page(async |page| {
        let line = "x = [1, 2, 3]  # one of very many lines, all of them the same\n";
        let long = line.repeat(1_000_000 / line.len()) + "print('at the end')\n";
        page.open_tab("Python").await;
        page.textbox("Python").await;
        page.type_into("Python", &long).await;
        page.wait_until("an answer", SOON, async || {
            let is_given_up = page.text().await.contains("Not predicted");
            is_given_up || lines(page, false).await == ["at the end"]
        })
        .await;
        is_alive(page).await;
    });
}

//! Workers that do not load, crash, hang or are ended by somebody else: the page says so, the text
//! is as it was, and the next run works.

use std::time::Duration;

use fantoccini::key::Key;

use crate::harness::{Fault, Page, THREE_WAITS, by_browser, is_left_out, on_faulty_page};

const SOON: Duration = Duration::from_secs(10);

/// What a worker is asked, by the first byte of a message.
const ASKED: &str =
    "['Predict', 'PredictPython', 'Sketch', 'Advise', 'Sweep', 'Prepare', 'PreparePython', 'Go']";

/// What loads a worker, and then lets `act` have each message before the worker gets it.
fn loader(act: &str) -> Fault {
    Fault::Text(format!(
        "const ASKED = {ASKED};
        addEventListener('message', async ({{ data: [script, module_or_path] }}) => {{
            const {{ default: start }} = await import(script);
            await start({{ module_or_path }});
            const answer = onmessage;
            onmessage = (event) => {{
                const asked = ASKED[event.data[0]];
                {act}
                answer(event);
            }};
        }}, {{ once: true }});"
    ))
}

/// Waits for a notice with this in it, and tells that the text is as it was.
async fn wait_for_notice(page: &Page, part: &str) {
    page.wait_until(&format!("a notice: {part}"), SOON, async || {
        let notice = page.notice().await;
        notice.is_some_and(|notice| {
            notice.contains(part) && notice.contains("Your text is as it was.")
        })
    })
    .await;
}

/// Runs the program, of three waits, at a speed that it ends soon at.
async fn run_three_waits(page: &Page) {
    page.wait_for_program(THREE_WAITS).await;
    page.click("Run").await;
    page.wait_until("it runs, or has run", SOON, async || {
        page.has_button("Pause").await || page.is_measured().await
    })
    .await;
    page.wait_until_measured(SOON).await;
    assert_eq!(page.notice().await, None, "it works again");
}

#[test]
fn what_does_not_load_is_told_and_run_tries_again() {
    on_faulty_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.wait_until_saved().await;
        for (file, fault) in [
            ("worker.js", Fault::Missing),
            ("worker.js", Fault::Text("}{ not a script".into())),
            (
                "worker.js",
                Fault::Text("throw new Error('out of order')".into()),
            ),
            (
                "worker.js",
                Fault::Text("reportError('no WebAssembly')".into()),
            ),
        ] {
            println!("{file}: {fault:?}");
            page.faults.set(file, fault);
            page.reload().await;
            wait_for_notice(page, "a part of the page could not be loaded").await;
            page.faults.mend();
            page.set_speed("10×").await;
            run_three_waits(page).await;
        }
        page.forgive_errors().await;
    });
}

#[test]
fn a_part_that_never_comes_is_told_and_run_tries_again() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_faulty_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.wait_until_saved().await;
        page.faults.set("worker.js", Fault::Unanswered);
        page.script_at_first(
            "const real = setInterval;
            window.setInterval = (act, time) => real(act, time === 1000 ? 100 : time);",
        )
        .await;
        page.reload().await;
        wait_for_notice(page, "a part of the page could not be loaded").await;
        page.faults.mend();
        page.set_speed("10×").await;
        run_three_waits(page).await;
    });
}

#[test]
fn it_is_told_in_korean_too() {
    on_faulty_page(async |page| {
        page.faults.set("worker.js", Fault::Missing);
        page.reload().await;
        wait_for_notice(page, "could not be loaded").await;
        page.click("한국어").await;
        page.wait_until("the notice in Korean", SOON, async || {
            let notice = page.notice().await.unwrap_or_default();
            notice.contains("페이지의 일부를 불러오지 못함") && notice.contains("글은 그대로입니다")
        })
        .await;
        page.forgive_errors().await;
    });
}

#[test]
fn a_browser_without_workers_is_told_of() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_faulty_page(async |page| {
        page.script_at_first("delete window.Worker").await;
        page.reload().await;
        wait_for_notice(page, "the browser allows no workers here").await;
        page.type_program(THREE_WAITS).await;
        page.wait_for_program(THREE_WAITS).await;
        wait_for_notice(page, "the browser allows no workers here").await;
    });
}

#[test]
fn a_predictor_that_crashes_is_told_of_and_the_next_one_answers() {
    let trap = "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0,
        10, 5, 1, 3, 0, 0, 11])));";
    for (act, says) in [
        (trap, "it needs more memory than there is"),
        ("throw new Error('out of order');", "out of order"),
        (
            "(function deeper() { deeper(); })();",
            by_browser("Maximum call stack size", "too much recursion"),
        ),
        ("postMessage('what?');", "of another version than the page"),
        ("close(); return;", "ended from outside"),
    ] {
        on_faulty_page(async |page| {
            page.predict(THREE_WAITS, 6.0, 2.0).await;
            page.wait_until_saved().await;
            page.faults.set(
                "worker.js",
                loader(&format!("if (asked === 'Predict') {{ {act} }}")),
            );
            page.reload().await;
            wait_for_notice(page, says).await;
            page.faults.mend();
            page.set_speed("10×").await;
            run_three_waits(page).await;
            page.forgive_errors().await;
        });
    }
}

#[test]
fn a_predictor_that_computes_for_ever_is_told_of_and_the_next_one_answers() {
    on_faulty_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.wait_until_saved().await;
        let for_ever = "if (asked === 'Predict' && event.data.length < 45) for (;;) {}";
        page.faults.set("worker.js", loader(for_ever));
        page.reload().await;
        page.wait_for_figures(6.0, 2.0).await;
        page.hurry(100).await;
        page.type_program("A: io 2s\nB: io 2s\n").await;
        wait_for_notice(page, "its worker no longer answers").await;
        page.wait_for_program("A: io 2s\nB: io 2s\n").await;
        page.faults.mend();
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        // The figures that it shows meanwhile are the same.
        page.wait_until("no notice: it works again", SOON, async || {
            page.notice().await.is_none()
        })
        .await;
    });
}

#[test]
fn a_live_run_whose_worker_is_ended_is_told_of_and_the_next_one_works() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_faulty_page(async |page| {
        page.watch_workers().await;
        page.reload().await;
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.set_speed("1×").await;
        page.run().await;
        page.end_workers().await;
        wait_for_notice(
            page,
            "The run was stopped: its worker was ended from outside",
        )
        .await;
        page.set_speed("10×").await;
        run_three_waits(page).await;
    });
}

#[test]
fn a_live_run_that_loses_its_way_is_told_of_and_the_next_one_works() {
    for act in [
        // It never begins.
        "if (asked === 'Go') return;",
        // It never ends, and hears nothing any more.
        "if (asked === 'Go') setTimeout(() => { for (;;) {} }, 200);",
        // It hears everything, but its timers are lost.
        "if (asked === 'Go') setTimeout(() => { self.setTimeout = () => 0; }, 100);",
    ] {
        on_faulty_page(async |page| {
            page.faults.set("worker.js", loader(act));
            page.reload().await;
            page.predict("A: io 1s then io 3s\n", 4.0, 4.0).await;
            page.set_speed("1×").await;
            page.hurry(50).await;
            page.click("Run").await;
            wait_for_notice(page, "The run was stopped: its worker no longer answers").await;
            page.faults.mend();
            page.predict(THREE_WAITS, 6.0, 2.0).await;
            page.set_speed("10×").await;
            run_three_waits(page).await;
        });
    }
}

#[test]
fn a_worker_that_is_held_waits_or_is_paused_is_not_given_up() {
    on_faulty_page(async |page| {
        page.predict("A: block 4s\nB: io 9s\n", 13.0, 13.0).await;
        page.set_speed("1×").await;
        // What is given up is given up after less than a second.
        page.hurry(40).await;
        page.run().await;
        tokio::time::sleep(Duration::from_secs(6)).await;
        page.click("Pause").await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(page.notice().await, None);
        page.click("Resume").await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(page.notice().await, None);
        page.wait_until_measured(Duration::from_secs(15)).await;
    });
}

#[test]
fn workers_that_are_ended_while_they_have_nothing_to_do_are_replaced_without_a_word() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_faulty_page(async |page| {
        page.watch_workers().await;
        page.reload().await;
        page.predict("A: io 1s\n", 1.0, 1.0).await;
        page.wait_until("all workers are there", SOON, async || {
            page.script("return workers.length", vec![]).await == 3
        })
        .await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.end_workers().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(page.notice().await, None);
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.set_speed("10×").await;
        run_three_waits(page).await;
    });
}

#[test]
fn pictures_of_examples_that_cannot_be_made_are_made_the_next_time() {
    on_faulty_page(async |page| {
        page.faults.set("worker.js", Fault::Missing);
        page.open_gallery("Examples").await;
        page.wait_until("it is told", SOON, async || {
            let said = page
                .texts_of(".examples-search [role=status]")
                .await
                .concat();
            said.contains("Some of the pictures could not be made.")
        })
        .await;
        page.faults.mend();
        page.press(&[], Key::Escape).await;
        page.open_gallery("Examples").await;
        page.wait_until("the pictures", SOON, async || {
            let drawn = "return [...document.querySelectorAll('.example .sketch')]
                .every((picture) => picture.childElementCount > 0)";
            page.script(drawn, vec![]).await == true
        })
        .await;
        page.forgive_errors().await;
    });
}

#[test]
fn what_helps_and_the_sweep_tell_of_their_workers_and_ask_again() {
    on_faulty_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        for (tab, says, there) in [
            (
                "What helps",
                "What would help could not be predicted.",
                ".what-helps li",
            ),
            (
                "Sweep",
                "These values could not be predicted.",
                ".sweep tbody tr:nth-child(3)",
            ),
        ] {
            page.faults.set("worker.js", Fault::Missing);
            page.open_tab(tab).await;
            page.wait_until(says, SOON, async || {
                page.texts_of(".what-if-note").await.concat().contains(says)
            })
            .await;
            page.faults.mend();
            page.open_tab("Graph").await;
            page.open_tab(tab).await;
            page.wait_until(there, SOON, async || !page.texts_of(there).await.is_empty())
                .await;
        }
        page.forgive_errors().await;
    });
}

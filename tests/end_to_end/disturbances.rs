//! Live runs that something gets in the way of: a computer that sleeps, a tab that is frozen or in
//! the background, a clock that is set.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Page, THREE_WAITS, is_left_out, on_page};

const LONG: Duration = Duration::from_secs(20);

/// 4 s together, and 8 s one after the other.
const TWO_WAITS: &str = "A: io 4s\nB: io 4s\n";

/// So long into a run something happens to it.
const MEANWHILE: Duration = Duration::from_millis(1800);

/// What happens lasts so long: beyond the end of the first wait, however late a busy machine begins
/// with it.
const AWAY: Duration = Duration::from_secs(4);

/// Runs a program at its own speed, and has something done meanwhile. Returns what is said of it.
async fn run_while(page: &Page, something: impl AsyncFnOnce()) -> String {
    page.set_speed("1×").await;
    page.run().await;
    tokio::time::sleep(MEANWHILE).await;
    something().await;
    page.wait_until("the run is over", LONG, async || {
        page.has_button("Run").await && page.is_measured().await
    })
    .await;
    page.texts_of(".disturbed-bar").await.concat()
}

/// A figure, with where it comes from.
async fn figure(page: &Page, name: &str) -> (String, String) {
    let script = "const output = document.querySelector(`output[aria-label=\"${arguments[0]}\"]`);
        return [output, output.nextElementSibling].map((each) => each.innerText)";
    let said = page.script(script, vec![json!(name)]).await;
    serde_json::from_value(said).expect("two texts")
}

fn record(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("a record")
}

#[test]
fn a_run_during_which_the_computer_slept_is_marked_with_when_and_for_how_long() {
    on_page(async |page| {
        page.predict(TWO_WAITS, 8.0, 4.0).await;
        let said = run_while(page, async || page.put_to_sleep(AWAY).await).await;
        assert!(said.contains("This run was disturbed."), "{said}");
        for run in ["Sequential", "Concurrent"] {
            let part = format!("{run}: what was due at 4");
            assert!(said.contains(&part), "{part} in {said}");
        }
        for name in ["Sequential", "Concurrent", "Speed-up"] {
            let (figure, source) = figure(page, name).await;
            assert!(figure.starts_with('≈'), "{name}: {figure}");
            assert!(source.contains("disturbed"), "{name}: {source}");
            assert!(!source.contains("predicted"), "{name}: {source}");
        }
        page.screenshot("disturbed").await;
    });
}

#[test]
fn what_disturbed_a_run_is_in_a_table_for_those_who_do_not_see_it_and_in_the_record() {
    on_page(async |page| {
        let folder = page.downloads("disturbed").await;
        page.predict(TWO_WAITS, 8.0, 4.0).await;
        run_while(page, async || page.put_to_sleep(AWAY).await).await;
        let tables = page.texts_of(".timeline table").await;
        let [tasks, disturbances] = &tables[..] else {
            panic!("two tables: {tables:?}");
        };
        assert!(tasks.contains("measured, disturbed"), "{tasks}");
        assert!(disturbances.contains("Disturbances"), "{disturbances}");
        assert!(disturbances.contains("what was due at 4"), "{disturbances}");

        page.choose("Export", "Record (JSON)").await;
        let record = record(
            &page
                .downloaded(&folder.join("interleave-measured-record.json"))
                .await,
        );
        for run in record["runs"].as_array().expect("runs") {
            let first = &run["disturbed"][0];
            assert_eq!(first["what"], "late", "{first}");
            let by_us = first["by_us"].as_i64().expect("microseconds");
            assert!((500_000..8_000_000).contains(&by_us), "{first}");
        }
    });
}

#[test]
fn a_step_that_holds_the_loop_while_the_computer_sleeps_is_marked_though_it_ends_in_time() {
    on_page(async |page| {
        page.predict("A: cpu 9s\n", 9.0, 9.0).await;
        let said = run_while(page, async || page.put_to_sleep(AWAY).await).await;
        assert!(said.contains("a step stood still for 4"), "{said}");
        let (figure, _) = figure(page, "Concurrent").await;
        assert!(figure.starts_with("≈ 9.0"), "{figure}");
    });
}

#[test]
fn a_run_in_a_tab_that_the_browser_has_frozen_is_marked_so() {
    if is_left_out("only Chromium's DevTools freeze a tab") {
        return;
    }
    on_page(async |page| {
        page.predict(TWO_WAITS, 8.0, 4.0).await;
        let said = run_while(page, async || page.freeze_tab(AWAY).await).await;
        assert!(said.contains("Concurrent: what was due at 4"), "{said}");
        assert!(
            said.contains("while the browser had frozen the tab"),
            "{said}"
        );
    });
}

#[test]
fn a_run_whose_computers_clock_jumps_is_marked_with_how_far() {
    on_page(async |page| {
        page.set_speed("1×").await;
        page.let_the_clock_jump().await;
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        let said = run_while(page, async || {}).await;
        assert!(
            said.contains("the computer's clock jumped 1 h ahead"),
            "{said}"
        );
    });
}

/// Whether the run that has just been was as exact as an idle machine makes it.
async fn was_exact(page: &Page) -> bool {
    let figures = page.figures().await;
    figures.is_some_and(|figures| figures.are_within(0.02, 6.0, 2.0))
}

#[test]
fn a_run_in_the_background_whose_timers_came_in_time_is_not_marked() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        // The machine itself may get in the way of one.
        for _ in 0..3 {
            let said = run_while(page, async || {
                page.look_away(AWAY).await;
            })
            .await;
            if was_exact(page).await {
                assert_eq!(said, "");
                let (_, source) = figure(page, "Concurrent").await;
                assert!(source.contains("predicted 2.00 s"), "{source}");
                return;
            }
        }
        panic!("no run was in time");
    });
}

#[test]
fn another_run_is_not_marked_for_what_disturbed_the_last_one() {
    on_page(async |page| {
        page.predict(TWO_WAITS, 8.0, 4.0).await;
        let said = run_while(page, async || page.put_to_sleep(AWAY).await).await;
        assert!(said.contains("disturbed"), "{said}");
        page.click("Reset").await;
        assert_eq!(page.texts_of(".disturbed-bar").await, [""; 0]);
    });
}

//! A number of the program over a range of values, as a chart and as a table.

use std::time::Duration;

use fantoccini::key::Key;

use crate::harness::{Page, Screen, on_page};

const SOON: Duration = Duration::from_secs(10);

const REQUESTS: &str = "request[1..50]: io 2s\n";

/// Writes the values to sweep over.
async fn write_values(page: &Page, values: &str) {
    page.write_in("Values", values).await;
}

async fn wait_for_table(page: &Page, rows: &[[&str; 4]]) {
    let rows: Vec<String> = rows.iter().map(|row| row.join(" | ")).collect();
    page.wait_until(&format!("the table {rows:?}"), SOON, async || {
        page.table_rows(".sweep-table").await == rows
    })
    .await;
}

#[test]
fn the_classic_table_of_requests() {
    on_page(async |page| {
        page.predict(REQUESTS, 100.0, 2.0).await;
        page.open_tab("Sweep").await;
        write_values(page, "5, 10, 20, 50, 100").await;
        wait_for_table(
            page,
            &[
                ["5", "10.00 s", "2.00 s", "5.00×"],
                ["10", "20.00 s", "2.00 s", "10×"],
                ["20", "40.00 s", "2.00 s", "20×"],
                ["50", "100.00 s", "2.00 s", "50×"],
                ["100", "200.00 s", "2.00 s", "100×"],
            ],
        )
        .await;
        page.screenshot("sweep-1440x900").await;
    });
}

#[test]
fn a_value_is_loaded_and_one_undo_brings_the_text_back() {
    on_page(async |page| {
        page.predict(REQUESTS, 100.0, 2.0).await;
        page.open_tab("Sweep").await;
        page.click("Load 20").await;
        page.wait_for_program("request[1..20]: io 2s\n").await;
        page.wait_for_figures(40.0, 2.0).await;
        page.press(&[Key::Control], 'z').await;
        page.wait_for_program(REQUESTS).await;
    });
}

#[test]
fn wrong_values_are_explained() {
    on_page(async |page| {
        page.predict(REQUESTS, 100.0, 2.0).await;
        page.open_tab("Sweep").await;
        write_values(page, "5, many").await;
        page.wait_until("what is wrong", SOON, async || {
            let said = page.texts_of(".sweep-mistake").await;
            said.iter()
                .any(|each| each.contains("“many” is not a whole number"))
        })
        .await;
    });
}

#[test]
fn it_keeps_nobody_out_on_any_screen_in_any_language() {
    on_page(async |page| {
        page.predict(REQUESTS, 100.0, 2.0).await;
        page.open_tab("Sweep").await;
        page.button("Load 100").await;
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.set_screen(screen).await;
            assert_eq!(page.barriers().await, [""; 0]);
        }
        page.set_screen(Screen::DESKTOP).await;
        page.click("한국어").await;
        page.button("100 넣기").await;
        assert_eq!(page.barriers().await, [""; 0]);
    });
}

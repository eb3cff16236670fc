//! A run that is kept, and what becomes of it when the program is changed.

use std::time::Duration;

use crate::harness::{Page, Row, THREE_WAITS, on_page};

const SOON: Duration = Duration::from_secs(10);
/// One of [`THREE_WAITS`] shorter, one gone, and another new.
const CHANGED: &str = "A: io 500ms\nB: io 2s\nD: io 1s\n";

/// The rows of the table of tasks.
async fn table(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.timeline-frame table tbody tr')]
        .map((row) => [...row.cells].map((cell) => cell.textContent).join(' | '))";
    let rows = page.script(script, vec![]).await;
    serde_json::from_value(rows).expect("texts")
}

async fn bar(page: &Page) -> String {
    page.texts_of(".compare-bar").await.concat()
}

async fn keep_and_change(page: &Page) {
    page.predict(THREE_WAITS, 6.0, 2.0).await;
    page.click("Keep").await;
    page.predict(CHANGED, 3.5, 2.0).await;
}

#[test]
fn the_differences_from_a_kept_run_are_told() {
    on_page(async |page| {
        keep_and_change(page).await;
        let bar = bar(page).await;
        for part in ["kept run (predicted)", "sequential −2.5 s", "concurrent ±0"] {
            assert!(bar.contains(part), "{bar}");
        }
        assert!(
            bar.contains("New tasks: 1") && bar.contains("Gone: 1"),
            "{bar}"
        );
        let figures = page.texts_of(".figures").await.concat();
        assert!(figures.contains("−2.5 s against the kept run"), "{figures}");
        page.screenshot("compare").await;
    });
}

#[test]
fn the_table_tells_the_difference_of_each_task_and_who_is_new_or_gone() {
    on_page(async |page| {
        keep_and_change(page).await;
        let rows = table(page).await;
        let row = |name: &str| {
            let row = rows.iter().find(|row| row.starts_with(name));
            row.cloned().unwrap_or_default()
        };
        assert!(
            row("A |").ends_with("0 s | 2.00 s | done | −1.5 s"),
            "{rows:#?}"
        );
        assert!(row("B |").ends_with("| ±0"), "{rows:#?}");
        assert!(row("D |").ends_with("| new"), "{rows:#?}");
        assert!(
            row("C |").ends_with("0 s | 2.00 s | done | gone"),
            "{rows:#?}"
        );
    });
}

#[test]
fn a_task_tells_of_its_kept_run() {
    on_page(async |page| {
        keep_and_change(page).await;
        for (row, time_s, part) in [(0, 0.2, "0 s – 2.00 s"), (2, 0.5, "new since the kept run")]
        {
            page.point_in(Row::Concurrent(row), time_s, 6.0).await;
            page.wait_until(part, SOON, async || {
                page.timeline_tip().await.contains(part)
            })
            .await;
        }
    });
}

#[test]
fn the_kept_program_is_put_back_and_that_can_be_undone() {
    on_page(async |page| {
        keep_and_change(page).await;
        page.click("Restore").await;
        page.wait_for_figures(6.0, 2.0).await;
        page.wait_for_program(THREE_WAITS).await;
        page.click("Undo").await;
        page.wait_for_program(CHANGED).await;
    });
}

#[test]
fn a_kept_run_that_is_dropped_is_gone() {
    on_page(async |page| {
        keep_and_change(page).await;
        page.click("Drop").await;
        page.wait_until("no comparison", SOON, async || bar(page).await.is_empty())
            .await;
        let figures = page.texts_of(".figures").await.concat();
        assert!(!figures.contains("kept"), "{figures}");
        let rows = table(page).await;
        assert_eq!(rows.len(), 3, "{rows:#?}");
    });
}

#[test]
fn a_measured_run_is_kept_as_measured() {
    on_page(async |page| {
        page.predict("A: io 200ms\nB: io 200ms\n", 0.4, 0.2).await;
        page.set_speed("1×").await;
        page.run().await;
        page.wait_until_measured(Duration::from_secs(30)).await;
        page.click("Keep").await;
        page.predict("A: io 500ms\nB: io 200ms\n", 0.7, 0.5).await;
        let bar = bar(page).await;
        assert!(bar.contains("kept run (measured)"), "{bar}");
        let legend = page.texts_of(".legend").await.concat();
        assert!(legend.contains("kept run, measured"), "{legend}");
    });
}

#[test]
fn a_comparison_is_told_in_korean() {
    on_page(async |page| {
        keep_and_change(page).await;
        page.click("한국어").await;
        page.wait_until("the comparison in Korean", SOON, async || {
            bar(page)
                .await
                .contains("보관한 실행(예측)과 비교: 순차 −2.5 s")
        })
        .await;
        assert!(page.has_button("되돌리기").await && page.has_button("비교 끝내기").await);
    });
}

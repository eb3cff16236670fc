//! A bar's end is dragged, and the duration in the text follows.

use std::time::Duration;

use fantoccini::key::Key;

use crate::harness::{Page, Row, on_page};

const SOON: Duration = Duration::from_secs(5);

const TWO: &str = "a: io 1s  # first\nb: io 2s\n";

async fn undo(page: &Page) {
    page.type_on("").await;
    page.press(&[Key::Control], 'z').await;
}

#[test]
fn the_text_and_both_runs_follow_while_a_bars_end_is_dragged() {
    on_page(async |page| {
        page.predict(TWO, 3.0, 2.0).await;
        page.drag_in(Row::Concurrent(0), 1.0, 2.5, 3.0).await;
        page.wait_for_figures(4.5, 2.5).await;
        page.wait_for_program("a: io 2.5s  # first\nb: io 2s\n")
            .await;
        page.release_mouse().await;
        page.wait_for_program("a: io 2.5s  # first\nb: io 2s\n")
            .await;
    });
}

#[test]
fn a_drag_is_one_step_of_undo() {
    on_page(async |page| {
        page.predict(TWO, 3.0, 2.0).await;
        // A paste is one step of undo, however long it takes.
        let before = format!("{TWO}c: io 1s");
        page.predict(&before, 4.0, 2.0).await;
        page.drag_in(Row::Concurrent(1), 2.0, 3.0, 4.0).await;
        page.release_mouse().await;
        page.wait_for_figures(5.0, 3.0).await;
        undo(page).await;
        page.wait_for_program(&before).await;
        page.wait_for_figures(4.0, 2.0).await;
        undo(page).await;
        page.wait_for_program(TWO).await;
    });
}

#[test]
fn escape_during_a_drag_puts_the_old_text_back() {
    on_page(async |page| {
        page.predict(TWO, 3.0, 2.0).await;
        page.drag_in(Row::Concurrent(1), 2.0, 2.5, 3.0).await;
        page.wait_for_figures(3.5, 2.5).await;
        page.press(&[], Key::Escape).await;
        page.wait_for_figures(3.0, 2.0).await;
        page.release_mouse().await;
        page.wait_for_program(TWO).await;
    });
}

#[test]
fn in_the_sequential_row_a_familys_bars_all_grow() {
    on_page(async |page| {
        page.predict("c[1..2]: cpu 500ms\n  then io 1s\n", 3.0, 2.0)
            .await;
        // Before the end that is dragged two steps grow: each by half of the way.
        page.drag_in(Row::Sequential, 2.0, 2.4, 3.0).await;
        page.release_mouse().await;
        page.wait_for_program("c[1..2]: cpu 700ms\n  then io 1s\n")
            .await;
        page.wait_for_figures(3.4, 2.4).await;
    });
}

#[test]
fn a_drawn_duration_is_not_dragged_and_the_tip_says_so() {
    on_page(async |page| {
        page.type_program("a: io 1s..1001ms\n").await;
        page.wait_for_figures(1.0, 1.0).await;
        let text = "a: io 1s..1001ms\n";
        page.point_in(Row::Concurrent(0), 1.0, 1.0).await;
        page.wait_until("the tip tells why not", SOON, async || {
            page.timeline_tip().await.contains("drawn")
        })
        .await;
        page.drag_in(Row::Concurrent(0), 1.0, 0.5, 1.0).await;
        page.release_mouse().await;
        assert_eq!(page.program().await, text);
    });
}

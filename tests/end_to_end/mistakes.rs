//! What the page says of a program that has mistakes.

use std::time::Duration;

use crate::harness::{Page, THREE_WAITS, on_page};

async fn wait_for_mistakes(page: &Page, count: usize) -> Vec<String> {
    let what = format!("{count} mistakes in the list");
    page.wait_until(&what, Duration::from_secs(5), async || {
        page.mistakes().await.len() == count
    })
    .await;
    page.mistakes().await
}

#[test]
fn a_mistake_is_listed_with_its_line_and_the_last_good_figures_stay() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.type_program("A: io 2s\nB: io 2s after Q\n").await;
        let mistakes = wait_for_mistakes(page, 1).await;
        assert!(mistakes[0].starts_with('2'), "line 2 in {mistakes:?}");
        assert!(mistakes[0].contains('Q'), "the name in {mistakes:?}");
        page.wait_for_figures(6.0, 2.0).await;
    });
}

#[test]
fn every_mistake_is_listed_at_once() {
    on_page(async |page| {
        page.type_program("A: io 2\nB: oi 2s\nA: io 1s\n").await;
        let mistakes = wait_for_mistakes(page, 3).await;
        for (mistake, line) in mistakes.iter().zip(['1', '2', '3']) {
            assert!(mistake.starts_with(line), "line {line} in {mistakes:?}");
        }
    });
}

#[test]
fn a_mistake_goes_away_when_it_is_put_right() {
    on_page(async |page| {
        page.type_program("A: io 2\n").await;
        wait_for_mistakes(page, 1).await;
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        wait_for_mistakes(page, 0).await;
    });
}

#[test]
fn a_mistake_that_is_listed_is_said_in_the_language_that_is_chosen() {
    on_page(async |page| {
        page.type_program("user: io 1s\na: io 1s after usr\n").await;
        wait_for_mistakes(page, 1).await;
        page.click("한국어").await;
        let is_korean = async || page.mistakes().await[0].contains("혹시 'user'인가요?");
        page.wait_until("a mistake in Korean", Duration::from_secs(5), is_korean)
            .await;
        page.point_at("cm-lintRange-error").await;
        page.wait_for_tip("혹시 'user'인가요?").await;
    });
}

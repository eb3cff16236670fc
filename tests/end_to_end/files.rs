//! Files dropped on the page.

use std::time::Duration;

use crate::harness::{Page, THREE_WAITS, on_page};

const LIMIT: Duration = Duration::from_secs(5);

async fn wait_for_notice(page: &Page, word: &str) {
    let what = format!("a message with '{word}'");
    page.wait_until(&what, LIMIT, async || {
        page.notice()
            .await
            .is_some_and(|notice| notice.contains(word))
    })
    .await;
}

#[test]
fn a_dropped_file_is_opened_and_that_can_be_undone() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.drop_file("two.txt", b"A: io 1s\r\nB: io 1s\r\n").await;
        page.wait_for_figures(2.0, 1.0).await;
        assert_eq!(page.program().await, "A: io 1s\nB: io 1s\n");
        wait_for_notice(page, "two.txt").await;
        page.click("Undo").await;
        page.wait_for_figures(6.0, 2.0).await;
        assert_eq!(page.program().await, THREE_WAITS);
    });
}

#[test]
fn a_file_that_is_no_text_gives_a_message_and_leaves_the_program_alone() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.drop_file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe")
            .await;
        wait_for_notice(page, "picture.png").await;
        assert_eq!(page.program().await, THREE_WAITS);
        page.wait_for_figures(6.0, 2.0).await;
    });
}

#[test]
fn a_file_of_more_than_a_megabyte_gives_a_message_and_leaves_the_program_alone() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.drop_file("long.txt", &b"# long\n".repeat(160_000))
            .await;
        wait_for_notice(page, "MB").await;
        assert_eq!(page.program().await, THREE_WAITS);
        page.wait_for_figures(6.0, 2.0).await;
    });
}

#[test]
fn a_file_that_is_refused_does_not_take_the_way_back_from_one_that_was_opened() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.drop_file("one.txt", b"A: io 1s").await;
        wait_for_notice(page, "one.txt").await;
        page.drop_file("picture.png", b"\x89PNG\r\n\x1a\n\0\xff")
            .await;
        wait_for_notice(page, "picture.png").await;
        page.click("Undo").await;
        page.wait_for_figures(6.0, 2.0).await;
        assert_eq!(page.program().await, THREE_WAITS);
    });
}

#[test]
fn the_example_in_place_of_comments_can_be_undone() {
    on_page(async |page| {
        let comments = "# what I meant to do\n";
        page.type_program(comments).await;
        page.click("Start with an example").await;
        page.wait_for_story("Three tasks, one wait").await;
        page.click("Undo").await;
        assert_eq!(page.program().await, comments);
    });
}

//! Links that hold a program.

use std::time::Duration;

use crate::harness::{Page, on_page};

const SOON: Duration = Duration::from_secs(10);

/// Shares the program, and returns the link.
async fn share(page: &Page) -> String {
    page.allow_clipboard().await;
    page.click("Share").await;
    page.wait_until("a link in the clipboard", SOON, async || {
        page.clipboard().await.contains("#g1=")
    })
    .await;
    page.clipboard().await
}

#[test]
fn a_link_holds_the_whole_program() {
    on_page(async |page| {
        let program = "# 두 사용자\n사용자[1..2]: io 1s\nB: io 2s after 사용자\n";
        page.predict(program, 4.0, 3.0).await;
        let link = share(page).await;
        page.predict("A: io 7s\n", 7.0, 7.0).await;
        page.follow(&link).await;
        page.wait_for_figures(4.0, 3.0).await;
        assert_eq!(page.program().await, program);
    });
}

#[test]
fn what_stood_there_before_a_link_was_opened_can_be_had_back() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        let link = share(page).await;
        page.predict("mine: io 7s\n", 7.0, 7.0).await;
        page.follow(&link).await;
        page.wait_for_figures(2.0, 2.0).await;
        page.click("Undo").await;
        page.wait_for_figures(7.0, 7.0).await;
        assert_eq!(page.program().await, "mine: io 7s\n");
    });
}

#[test]
fn a_damaged_link_is_said_to_be_so_and_changes_nothing() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        let link = share(page).await;
        let (half, _) = link.split_at(link.len() - 9);
        page.follow(half).await;
        page.wait_until("the message", SOON, async || {
            let notice = page.notice().await.unwrap_or_default();
            notice.contains("damaged")
        })
        .await;
        assert_eq!(page.program().await, "A: io 2s\n");
    });
}

#[test]
fn what_is_made_of_a_links_program_survives_a_reload() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        let link = share(page).await;
        page.follow(&link).await;
        page.predict("A: io 3s\n", 3.0, 3.0).await;
        page.wait_until_saved().await;
        page.reload().await;
        page.wait_for_figures(3.0, 3.0).await;
    });
}

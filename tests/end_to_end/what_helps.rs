//! What would help the program, beside it: each change predicted, and made by a button.

use std::time::Duration;

use fantoccini::key::Key;

use crate::harness::{Page, Screen, on_page};

const SOON: Duration = Duration::from_secs(10);

const HELD: &str = "resize: cpu 2s\nfetch: io 1s then io 1s\n";

const IN_A_THREAD: &str = "resize: thread 2s\nfetch: io 1s then io 1s\n";

async fn wait_for_change(page: &Page, change: &str) {
    page.wait_until(&format!("the change '{change}'"), SOON, async || {
        let listed = page.texts_of(".helps li").await;
        listed.iter().any(|item| item.contains(change))
    })
    .await;
}

#[test]
fn a_change_that_is_applied_takes_the_time_that_was_promised() {
    on_page(async |page| {
        page.predict(HELD, 4.0, 4.0).await;
        page.open_tab("What helps").await;
        wait_for_change(page, "resize in a thread").await;
        let listed = page.texts_of(".helps li").await;
        assert!(listed[0].contains("4.00 s → 2.00 s"), "{listed:?}");
        page.click("Apply: resize in a thread").await;
        page.wait_for_program(IN_A_THREAD).await;
        page.wait_for_figures(4.0, 2.0).await;
    });
}

#[test]
fn one_undo_brings_the_text_back() {
    on_page(async |page| {
        let before = "a[1..10]: cpu 1s\nb: block 1s\n";
        page.predict(before, 11.0, 11.0).await;
        page.open_tab("What helps").await;
        wait_for_change(page, "in threads, 11 of them").await;
        page.click("Apply: all cpu and block steps in threads, 11 of them")
            .await;
        page.wait_for_program("a[1..10]: thread 1s\nb: thread 1s\nthreads 11\n")
            .await;
        page.press(&[Key::Control], 'z').await;
        page.wait_for_program(before).await;
    });
}

#[test]
fn the_list_is_of_the_text_that_is_there() {
    on_page(async |page| {
        page.predict(HELD, 4.0, 4.0).await;
        page.open_tab("What helps").await;
        wait_for_change(page, "resize in a thread").await;
        page.type_program("pool db = 1\na[1..4]: io 1s using db\n")
            .await;
        wait_for_change(page, "db from 1 to 4 places").await;
        page.type_program("a: io\n").await;
        page.wait_until("a quiet sentence", SOON, async || {
            let notes = page.texts_of(".what-if-note").await;
            notes.iter().any(|note| note.contains("has no mistakes"))
        })
        .await;
    });
}

#[test]
fn what_nothing_helps_is_said() {
    on_page(async |page| {
        page.predict("a: io 2s\nb: io 2s\n", 4.0, 2.0).await;
        page.open_tab("What helps").await;
        page.wait_until("what nothing is gained by", SOON, async || {
            let said = page.texts_of(".no-gain li").await;
            said.iter()
                .any(|each| each.starts_with("Nothing is gained by a faster"))
        })
        .await;
    });
}

#[test]
fn it_keeps_nobody_out_on_any_screen_in_any_language() {
    on_page(async |page| {
        page.predict(HELD, 4.0, 4.0).await;
        page.open_tab("What helps").await;
        wait_for_change(page, "resize in a thread").await;
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.set_screen(screen).await;
            assert_eq!(page.barriers().await, [""; 0]);
        }
        page.set_screen(Screen::DESKTOP).await;
        page.click("한국어").await;
        wait_for_change(page, "스레드에서 실행").await;
        assert!(
            page.has_button("적용: resize 태스크를 스레드에서 실행")
                .await
        );
        assert_eq!(page.barriers().await, [""; 0]);
    });
}

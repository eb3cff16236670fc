//! Text of any kind and size.

use std::time::Duration;

use crate::harness::{THREE_WAITS, on_page};

#[test]
fn any_text_at_all_is_kept_and_answered() {
    on_page(async |page| {
        for text in [
            "\u{202e}\u{200d}👩‍👩‍👧‍👦: io 1s\n",
            "a[1..99999999999999999999]: io 1s\n",
            "A: io 99999999999999999999999s\n",
            "::::\n,,,,\n[[[[\n",
            "A: io 1s after A\n",
        ] {
            page.type_program(text).await;
            let what = format!("mistakes in {text:?}");
            page.wait_until(&what, Duration::from_secs(5), async || {
                !page.mistakes().await.is_empty()
            })
            .await;
            assert_eq!(page.program().await, text);
            page.predict(THREE_WAITS, 6.0, 2.0).await;
        }
    });
}

#[test]
fn a_megabyte_of_garbage_is_kept_and_answered_while_the_page_goes_on() {
    on_page(async |page| {
        let garbage = "}{ what: 12 is? [this] ..after\n".repeat(33_000);
        page.watch_frames().await;
        page.type_program(&garbage).await;
        page.wait_until("mistakes", Duration::from_secs(20), async || {
            !page.mistakes().await.is_empty()
        })
        .await;
        let gap = page.longest_frame_gap().await;
        // Copying a megabyte and marking the mistakes on screen may take a few frames, no more.
        assert!(gap < Duration::from_millis(500), "{gap:?} without a frame");
        assert_eq!(page.program().await, garbage);
        page.predict(THREE_WAITS, 6.0, 2.0).await;
    });
}

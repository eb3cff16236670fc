//! What the page says while a program is typed.

use std::time::Duration;

use crate::harness::{THREE_WAITS, on_page};

#[test]
fn the_prediction_appears_as_one_types() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        assert!(page.output("Speed-up").await.starts_with('3'));
        assert!(!page.is_measured().await, "nothing ran yet");
    });
}

#[test]
fn waits_that_block_the_loop_gain_nothing() {
    on_page(async |page| {
        let program = "A: block 500ms\nB: block 500ms\nC: block 500ms\n";
        page.predict(program, 1.5, 1.5).await;
    });
}

#[test]
fn a_pool_limits_how_many_wait_at_once() {
    on_page(async |page| {
        let program = "pool db = 2\nposts[1..6]: io 400ms using db\n";
        page.predict(program, 2.4, 1.2).await;
    });
}

#[test]
fn a_task_waits_for_what_it_comes_after() {
    on_page(async |page| {
        let program =
            "user: io 300ms\nposts[1..3]: io 400ms after user\nrender: cpu 100ms after posts\n";
        page.predict(program, 1.6, 0.8).await;
    });
}

#[test]
fn the_latest_text_wins() {
    on_page(async |page| {
        for seconds in 1..=8 {
            // Each takes a while to predict, and is out of date before it is.
            let program = format!("many[1..20000]: io {seconds}ms\n");
            page.type_program(&program).await;
        }
        page.predict("A: io 3s\nB: io 1s\n", 4.0, 3.0).await;
        // No late answer takes its place.
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        page.wait_for_figures(4.0, 3.0).await;
        assert_eq!(page.output("Concurrent").await, "3.00 s");
    });
}

#[test]
fn the_text_survives_a_reload() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.reload().await;
        page.wait_for_figures(6.0, 2.0).await;
        assert_eq!(page.program().await, THREE_WAITS);
    });
}

#[test]
fn a_program_may_shrink_under_the_pointer() {
    on_page(async |page| {
        page.predict("a[1..10]: io 1s\n", 10.0, 1.0).await;
        let point = "const lanes = document.querySelector('.lanes').getBoundingClientRect(); \
            document.querySelector('.lanes').dispatchEvent(new PointerEvent('pointermove', \
            {bubbles: true, clientX: lanes.left + 300, clientY: lanes.top + 110}))";
        page.script(point, vec![]).await;
        let tip = "return document.querySelector('.tip') !== null";
        page.wait_until("a tip", Duration::from_secs(2), async || {
            page.script(tip, vec![]).await == true
        })
        .await;
        page.predict("b: io 2s\n", 2.0, 2.0).await;
        page.type_program("b: io\n").await;
        page.wait_until("a mistake", Duration::from_secs(2), async || {
            !page.mistakes().await.is_empty()
        })
        .await;
    });
}

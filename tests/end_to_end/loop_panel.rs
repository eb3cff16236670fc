//! The event loop at a moment, and stepping from event to event.

use std::time::Duration;

use crate::harness::{Page, on_page};

const SOON: Duration = Duration::from_secs(10);

const POOL: &str = "pool db = 1\na: io 1s using db\nb: io 1s using db\n";

/// Steps until the page says that this has happened.
async fn step_until(page: &Page, step: &str, happened: &str) {
    for _ in 0..60 {
        if page.part("What just happened").await.contains(happened) {
            return;
        }
        page.click(step).await;
    }
    panic!("it never happens that '{happened}'");
}

#[test]
fn stepping_says_what_happens_and_why() {
    on_page(async |page| {
        page.predict(POOL, 2.0, 2.0).await;
        step_until(page, "Step", "a takes a free place in db.").await;
        step_until(page, "Step", "b waits for db, whose place is taken.").await;
        step_until(page, "Step", "The timer of a is due").await;
        assert_eq!(page.output("Loop at").await, "1.00 s");
        step_until(page, "Step", "b takes the place in db that a gave back.").await;
        step_until(page, "Step back", "a gives back its place in db.").await;
        step_until(page, "Step", "b is done.").await;
        assert_eq!(page.output("Loop at").await, "2.00 s");
    });
}

#[test]
fn the_panel_shows_who_holds_a_pool_and_who_waits_for_it() {
    on_page(async |page| {
        page.predict(POOL, 2.0, 2.0).await;
        page.wait_until("the pool's holder", SOON, async || {
            page.part("Pool db · 1 of 1").await.contains('a')
        })
        .await;
        assert!(page.part("Pool db · 1 of 1").await.contains("then\nb"));
        assert!(page.part("Timers, in order").await.contains("1.00 s"));
    });
}

#[test]
fn while_the_loop_is_held_one_runs_and_others_are_ready() {
    on_page(async |page| {
        page.predict("a: cpu 2s\nb: cpu 1s\nc: io 1s\n", 4.0, 4.0)
            .await;
        step_until(page, "Step", "a computes and holds the loop until 2.00 s").await;
        assert!(page.part("Running").await.contains('a'));
        let ready = page.part("Ready, in order").await;
        assert!(ready.contains('b') && ready.contains('c'), "{ready}");
    });
}

#[test]
fn a_run_that_is_over_can_be_stepped_through_as_it_was() {
    on_page(async |page| {
        page.predict("a: io 200ms\nb: io 100ms after a\n", 0.3, 0.3)
            .await;
        page.run().await;
        page.wait_until_measured(Duration::from_secs(15)).await;
        step_until(page, "Step back", "a is done.").await;
        step_until(page, "Step", "a lets b go on").await;
        page.screenshot("loop-panel-1440x900").await;
    });
}

#[test]
fn the_further_figures_tell_of_the_concurrent_run() {
    on_page(async |page| {
        page.predict("a: io 1s\nb: cpu 1s\nc: io 500ms\n", 2.5, 1.5)
            .await;
        assert_eq!(page.output("Loop busy").await, "67 %");
        assert_eq!(page.output("Waiting").await, "33 %");
        assert_eq!(page.output("Most at once").await, "2");
        assert_eq!(page.output("Loop held").await, "1 s");
    });
}

//! Programs that run live.

use std::time::{Duration, Instant};

use crate::harness::{THREE_WAITS, on_page};

/// As long as the page may go without a frame while a program runs. A block of a second on the
/// page's own thread would be a gap of a second; workers that start on a machine with two busy
/// cores make gaps of up to 100 ms.
const FRAME_GAP: Duration = Duration::from_millis(250);

/// How soon Reset has to end a run.
const RESET: Duration = Duration::from_millis(100);

#[test]
fn three_waits_take_two_seconds_together_and_six_one_by_one() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.set_speed("1×").await;
        page.run().await;
        let began = Instant::now();
        let figures = page.wait_until_measured(Duration::from_secs(9)).await;
        let took = began.elapsed();
        assert!(figures.are_within(0.02, 6.0, 2.0), "{figures:?}");
        assert!(took > Duration::from_millis(5500), "over after {took:?}");
    });
}

#[test]
fn a_block_delays_the_loop_and_not_the_page() {
    on_page(async |page| {
        // B's timer is due while A still blocks.
        let program = "B: io 100ms then block 1s\nA: block 1s\n";
        page.predict(program, 2.1, 2.0).await;
        page.set_speed("1×").await;
        page.watch_frames().await;
        page.run().await;
        let figures = page.wait_until_measured(Duration::from_secs(5)).await;
        let gap = page.longest_frame_gap().await;
        assert!(figures.are_within(0.02, 2.1, 2.0), "{figures:?}");
        assert!(gap < FRAME_GAP, "the page went {gap:?} without a frame");
    });
}

#[test]
fn a_faster_run_measures_the_programs_own_time() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.set_speed("5×").await;
        page.run().await;
        let figures = page.wait_until_measured(Duration::from_secs(3)).await;
        assert!(figures.are_within(0.05, 6.0, 2.0), "{figures:?}");
    });
}

#[test]
fn reset_ends_a_run_at_once_while_its_worker_computes() {
    on_page(async |page| {
        page.predict("A: cpu 20s\n", 20.0, 20.0).await;
        page.set_speed("1×").await;
        let mut times = Vec::new();
        for _ in 0..3 {
            page.run().await;
            tokio::time::sleep(Duration::from_millis(300)).await;
            times.push(page.reset_and_time().await);
            assert!(
                !page.is_measured().await,
                "a run that was reset has no figures"
            );
        }
        // The best of three, as the machine may be busy with something else.
        assert!(times.iter().min() < Some(&RESET), "Reset took {times:?}");

        // The worker that computed is gone, and another one answers.
        page.predict("A: io 500ms\n", 0.5, 0.5).await;
        page.run().await;
        let figures = page.wait_until_measured(Duration::from_secs(3)).await;
        assert!(figures.are_within(0.05, 0.5, 0.5), "{figures:?}");
    });
}

#[test]
fn a_paused_run_stands_still_and_goes_on_when_resumed() {
    on_page(async |page| {
        page.predict("A: io 2s\nB: io 1s\n", 3.0, 2.0).await;
        page.set_speed("1×").await;
        page.run().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.click("Pause").await;
        page.button("Resume").await;
        // What was on its way when Pause was clicked is drawn now.
        tokio::time::sleep(Duration::from_millis(300)).await;
        let paused = (page.timeline_picture().await, page.figures().await);
        tokio::time::sleep(Duration::from_secs(3)).await;
        let still = (page.timeline_picture().await, page.figures().await);
        assert!(paused == still, "the page changed while it was paused");

        page.click("Resume").await;
        let figures = page.wait_until_measured(Duration::from_secs(5)).await;
        assert!(figures.are_within(0.03, 3.0, 2.0), "{figures:?}");
        assert!(
            page.timeline_picture().await != paused.0,
            "the bars went on"
        );
    });
}

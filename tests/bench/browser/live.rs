//! How near live runs come to what was predicted of them.

use std::time::Duration;

use super::harness::{Page, on_page};
use super::{SOON, TRIES, program, row};

/// Some tasks of every kind, in some four seconds.
const FEW: &str = "\
pool db = 2
user:         io 300ms
posts[1..12]: io 400ms after user using db
resize:       cpu 280ms after user
mail:         thread 900ms after resize
render:       cpu 120ms then block 50ms then io 1s after posts, mail
";

/// Live at 1×, against the prediction.
pub fn measure() {
    let many = program::of_families(10_000);
    for (what, program) in [("18 tasks", FEW), ("10,000 tasks", &*many)] {
        let mut difference = f64::INFINITY;
        let mut predicted_s = 0.0;
        on_page(async |page| {
            page.type_program(program).await;
            tokio::time::sleep(Duration::from_secs(2)).await;
            page.set_speed("1×").await;
            predicted_s = concurrent_s(page).await;
            for _ in 0..TRIES {
                page.run().await;
                let measured_s = measured_s(page).await;
                difference = difference.min((measured_s / predicted_s - 1.0).abs());
                page.click("Reset").await;
            }
        });
        row(
            &format!("live makespan at 1× against the predicted {predicted_s:.2} s, {what}"),
            format!("{:.2} % off", 100.0 * difference),
        );
    }
}

async fn concurrent_s(page: &Page) -> f64 {
    let figures = page.figures().await;
    figures.expect("three figures").concurrent_s
}

/// The measured length of the concurrent run, in seconds: it does not wait for the other one.
async fn measured_s(page: &Page) -> f64 {
    page.wait_until("the concurrent run's end", SOON, async || {
        let sources = page.texts_of(".figure:nth-child(2) .figure-source").await;
        sources.concat().to_lowercase().contains("measured")
    })
    .await;
    let output = page.output("Concurrent").await;
    let number = output.split_whitespace().next().unwrap_or_default();
    number.replace(',', "").parse().unwrap_or(f64::NAN)
}

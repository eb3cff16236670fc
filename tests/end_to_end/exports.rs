//! What is taken away as a file: each is sound, and says whether it was measured.

use std::time::Duration;

use serde_json::Value;

use crate::harness::{Theme, on_page};

const PROGRAM: &str = "a: io 300ms\nb: io 200ms after a\nc: cpu 100ms\n";

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[test]
fn the_prediction_is_taken_away_as_a_picture_in_pixels() {
    on_page(async |page| {
        let folder = page.downloads("png").await;
        page.set_theme(Theme::Light).await;
        page.predict(PROGRAM, 0.6, 0.5).await;
        page.choose("Export", "Picture (PNG)").await;
        let file = folder.join("interleave-predicted.png");
        let picture = page.downloaded(&file).await;
        assert!(picture.starts_with(PNG));
        let facts = page.picture_facts(&picture, "image/png").await;
        assert_eq!(facts["width"], 2400, "twice its size: {facts}");
        assert!(facts["colours"].as_u64() > Some(20), "not blank: {facts}");
    });
}

#[test]
fn a_picture_has_the_colours_that_the_page_shows() {
    on_page(async |page| {
        let folder = page.downloads("colours").await;
        page.set_theme(Theme::Light).await;
        page.predict(PROGRAM, 0.6, 0.5).await;
        page.choose("Theme", "Dark").await;
        page.choose("Export", "Picture (PNG)").await;
        let file = folder.join("interleave-predicted.png");
        let picture = page.downloaded(&file).await;
        let facts = page.picture_facts(&picture, "image/png").await;
        let red = facts["first"][0].as_u64().expect("a corner");
        assert!(red < 64, "a dark corner: {facts}");
    });
}

#[test]
fn the_prediction_is_taken_away_as_a_picture_in_lines() {
    on_page(async |page| {
        let folder = page.downloads("svg").await;
        page.predict(PROGRAM, 0.6, 0.5).await;
        page.save_as("my page").await;
        page.choose("Export", "Picture (SVG)").await;
        let picture = page.downloaded(&folder.join("my page-predicted.svg")).await;
        let facts = page.picture_facts(&picture, "image/svg+xml").await;
        assert_eq!(facts["width"], 1200, "{facts}");
        assert!(facts["colours"].as_u64() > Some(20), "not blank: {facts}");
    });
}

#[test]
fn a_run_that_is_over_is_taken_away_as_it_was_measured() {
    on_page(async |page| {
        let folder = page.downloads("record").await;
        page.predict(PROGRAM, 0.6, 0.5).await;
        page.set_speed("1×").await;
        page.run().await;
        page.wait_until_measured(Duration::from_secs(20)).await;
        page.choose("Export", "Record (JSON)").await;
        let file = folder.join("interleave-measured-record.json");
        let record = page.downloaded(&file).await;
        let record: Value = serde_json::from_slice(&record).expect("JSON");
        assert_eq!(record["program"], PROGRAM);
        for (at, mode) in ["sequential", "concurrent"].into_iter().enumerate() {
            let run = &record["runs"][at];
            assert_eq!(run["mode"], mode);
            assert_eq!(run["source"], "measured");
            assert_eq!(run["complete"], true);
            let events = run["events"].as_array().expect("events");
            assert!(events.len() > 9, "all events of the {mode} run");
            assert_eq!(run["tasks"].as_array().map(Vec::len), Some(3));
        }
    });
}

#[test]
fn the_trace_is_one_that_perfetto_opens() {
    on_page(async |page| {
        let folder = page.downloads("trace").await;
        page.predict(PROGRAM, 0.6, 0.5).await;
        page.choose("Export", "Trace (Perfetto)").await;
        let file = folder.join("interleave-predicted-trace.json");
        let trace = page.downloaded(&file).await;
        let trace: Value = serde_json::from_slice(&trace).expect("JSON");
        let events = trace["traceEvents"].as_array().expect("events");
        let mut processes: Vec<_> = (events.iter())
            .filter(|event| event["ph"] == "X")
            .filter_map(|event| event["pid"].as_u64())
            .collect();
        processes.dedup();
        assert_eq!(processes, [1, 2], "spans of both runs");
    });
}

#[test]
fn there_is_nothing_to_export_of_an_empty_program() {
    on_page(async |page| {
        page.type_program("# nothing\n").await;
        page.wait_until("no tasks", Duration::from_secs(10), async || {
            page.has_button("Start with an example").await
        })
        .await;
        page.open_menu("Export").await;
        let picture = page.button("Picture (PNG)").await;
        assert!(!picture.is_enabled().await.expect("a state"));
    });
}

//! The timeline as a picture that stands alone.

use interleave::event_loop::browser::{Disturbance, DisturbanceKind};
use interleave::export::{self, ColourScheme, RecordedRun, RunSource};
use interleave::words::Language;

use super::recorded::Recorded;

fn picture_of(source: &str, scheme: ColourScheme) -> String {
    let recorded = Recorded::of(source);
    export::svg(&recorded.runs(), scheme, Language::English)
}

fn light(source: &str) -> String {
    picture_of(source, ColourScheme::Light)
}

/// What the texts of a picture say, in order.
fn texts(picture: &str) -> Vec<&str> {
    let texts = picture.split("<text ").skip(1);
    texts
        .map(|text| {
            let (_, content) = text.split_once('>').unwrap();
            content.split_once("</text>").unwrap().0
        })
        .collect()
}

#[test]
fn a_picture_says_what_was_saved() {
    let picture = light("a: io 3s\nb: io 1s after a\nc: io 2s\n");
    let texts = texts(&picture);
    assert_eq!(
        texts[..8],
        [
            "Sequential",
            "6.00 s",
            "Concurrent",
            "4.00 s",
            "Speed-up",
            "1.5×",
            "Interleave",
            "predicted"
        ]
    );
    assert!(texts.contains(&"2.00 s saved by waiting together"));
    for name in ["a", "b", "c"] {
        assert!(texts.contains(&name), "{name}");
    }
    assert!(picture.contains("<title>Timeline: sequential 6.00 s, concurrent 4.00 s</title>"));
}

#[test]
fn a_disturbed_run_is_hatched_there_and_its_figures_are_marked() {
    let recorded = Recorded::of("a: io 3s\nb: io 1s\n");
    let late = [Disturbance {
        kind: DisturbanceKind::Late,
        from_us: 1_000_000,
        to_us: 3_000_000,
        by_us: 2_000_000,
        over_ms: 3_000.0,
        absence: None,
    }];
    let [sequential, concurrent] = recorded.runs();
    let runs = [
        sequential,
        RecordedRun {
            source: RunSource::Measured,
            disturbances: &late,
            ..concurrent
        },
    ];
    let picture = export::svg(&runs, ColourScheme::Light, Language::English);
    let texts = texts(&picture);
    for text in ["4.00 s", "≈ 3.00 s", "≈ 1.33×", "measured, disturbed"] {
        assert!(texts.contains(&text), "{text}: {texts:?}");
    }
    assert!(!texts.contains(&"3.00 s"), "{texts:?}");
    let hatched = picture.matches("\"url(#light-disturbed)\"").count();
    assert_eq!(hatched, 1, "one stretch of one run");
    assert!(!light("a: io 3s\n").contains("disturbed"));
}

#[test]
fn where_nothing_is_saved_it_says_so() {
    let picture = light("a: cpu 1s\nb: cpu 1s\n");
    assert!(texts(&picture).contains(&"Nothing saved: the tasks never wait at the same time"));
}

#[test]
fn a_deadlock_is_told_instead_of_a_saving() {
    let picture = light(include_str!(
        "../conformance/programs/deadlock_of_two_pools.graph"
    ));
    let texts = texts(&picture);
    assert!(texts.contains(&"Deadlock: the marked tasks wait for ever"));
    assert!(texts.contains(&"failed or deadlocked"));
    assert!(texts.contains(&"–"));
}

#[test]
fn the_legend_explains_what_is_there_and_no_more() {
    let picture = light("pool p = 1\na[1..2]: io 1s using p\nb: cpu 1s fails\n");
    let words = [
        "io",
        "cpu",
        "waiting for a pool",
        "ready, loop busy",
        "critical path",
        "failed",
    ];
    let texts = texts(&picture);
    for word in words {
        assert!(texts.contains(&word), "{word}: {texts:?}");
    }
    assert!(!texts.contains(&"thread"));
    assert!(!texts.contains(&"backoff"));
}

#[test]
fn a_picture_asks_for_nothing_and_has_no_scripts() {
    let picture = light("a: io 1s\n");
    let without_namespace = picture.replacen("http://www.w3.org/2000/svg", "", 1);
    for foreign in ["http", "href", "<script", "<image", "@import", "@font-face"] {
        assert!(!without_namespace.contains(foreign), "{foreign}");
    }
}

#[test]
fn every_pattern_that_is_used_is_defined_under_a_name_of_its_scheme() {
    let source = "pool p = 1\nthreads 1\na[1..2]: thread 1s\nb[1..2]: cpu 1s using p\n\
                  c: io 1s retry 1 backoff 1s fails 1\n";
    for (scheme, name) in [(ColourScheme::Light, "light"), (ColourScheme::Dark, "dark")] {
        let picture = picture_of(source, scheme);
        for pattern in ["pool", "threads", "backoff", "ready"] {
            assert!(picture.contains(&format!("<pattern id=\"{name}-{pattern}\"")));
            assert!(
                picture.contains(&format!("\"url(#{name}-{pattern})\"")),
                "{pattern}"
            );
        }
    }
}

#[test]
fn a_long_name_is_cut_and_its_index_stays() {
    let picture = light("a_name_that_is_longer_than_its_column[1..2]: io 1s\n");
    assert!(
        texts(&picture).contains(&"a_name_that_is…[2]"),
        "{:?}",
        texts(&picture)
    );
}

#[test]
fn a_hundred_thousand_tasks_are_one_small_picture() {
    let picture = light("a[1..90000]: io 1ms\nb[1..9999]: cpu 1ms\nc: io 1s after b\n");
    let texts = texts(&picture);
    assert!(texts.contains(&"… 89,989 more"));
    assert!(texts.contains(&"… 9,988 more"));
    assert!(texts.contains(&"100,000"));
    assert!(picture.len() < 1_000_000, "{}", picture.len());
}

#[test]
fn very_many_lines_end_in_a_count() {
    let source: String = (0..500).map(|task| format!("t{task}: io 1s\n")).collect();
    let picture = light(&source);
    assert!(texts(&picture).contains(&"… 401 more"));
}

#[test]
fn nothing_is_a_picture_too() {
    let picture = light("");
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    assert!(texts(&picture).contains(&"0 s"));
}

//! How long each example takes, and each change that it has readers try: worked out by hand.

use interleave::gallery;
use interleave::trace::Outcome;

use super::{example, runs};

/// An example's figures, in milliseconds.
struct Figures {
    name: &'static str,
    sequential_ms: u64,
    concurrent_ms: u64,
    tried: &'static [Tried],
}

/// A change that readers are to try, and what it leads to.
struct Tried {
    /// What is replaced, by what.
    edits: &'static [(&'static str, &'static str)],
    sequential_ms: u64,
    concurrent_ms: u64,
}

const fn takes(
    name: &'static str,
    sequential_ms: u64,
    concurrent_ms: u64,
    tried: &'static [Tried],
) -> Figures {
    Figures {
        name,
        sequential_ms,
        concurrent_ms,
        tried,
    }
}

const fn then(
    edits: &'static [(&'static str, &'static str)],
    sequential_ms: u64,
    concurrent_ms: u64,
) -> Tried {
    Tried {
        edits,
        sequential_ms,
        concurrent_ms,
    }
}

const FIGURES: &[Figures] = &[
    // 3 × 2 s, and 2 s together.
    takes(
        "three_tasks",
        6_000,
        2_000,
        &[then(&[("C: io 2s", "C: io 2s\nD: io 2s")], 8_000, 2_000)],
    ),
    // `block` never overlaps with `block`; `io` does with those that come after it.
    takes(
        "three_tasks_blocking",
        6_000,
        6_000,
        &[
            then(&[("A: block", "A: io")], 6_000, 4_000),
            then(&[("C: block", "C: io")], 6_000, 6_000),
        ],
    ),
    // 3 + 1 + 2 s, and the longest.
    takes(
        "who_answers_first",
        6_000,
        3_000,
        &[then(
            &[("io 1s", "io 3s"), ("Anna: io 3s", "Anna: io 1s")],
            6_000,
            3_000,
        )],
    ),
    // 5 + 3 + 1 + 1 s; the burger's 5 s and the tray's 1 s.
    takes(
        "set_menu",
        10_000,
        6_000,
        &[then(&[("drink:  io 1s", "drink:  io 4s")], 13_000, 6_000)],
    ),
    // 9 + 7 + 5 + 3 s. The hands are busy for 8 s: rice to 1 s, soup to 3 s, fish to 5 s, salad to
    // 8 s; the rice simmers from 1 to 9 s, the others until 8 s. Prepared last, at 7 to 8 s, the
    // rice simmers until 16 s.
    takes(
        "one_cook",
        24_000,
        9_000,
        &[then(
            &[
                ("rice:  cpu 1s then io 8s\n", ""),
                ("salad: cpu 3s", "salad: cpu 3s\nrice: cpu 1s then io 8s"),
            ],
            24_000,
            16_000,
        )],
    ),
    // 2 + 1 + 5 s; main's 2 s, or the backup's 5 s once it is waited for.
    takes(
        "main_ends_first",
        8_000,
        2_000,
        &[then(&[("io 5s  background", "io 5s")], 8_000, 5_000)],
    ),
    // 50 × 2 s.
    takes(
        "fifty_requests",
        100_000,
        2_000,
        &[then(&[("50", "100")], 200_000, 2_000)],
    ),
    // Rounds of 1 s: four of 3, two of 5, two of 9.
    takes(
        "ten_calls",
        10_000,
        4_000,
        &[
            then(&[("= 3", "= 5")], 10_000, 2_000),
            then(&[("= 3", "= 9")], 10_000, 2_000),
        ],
    ),
    // 10,000 × 1.001 s. The last is sent at 10 s, and answered 1 s later.
    takes(
        "ten_thousand_at_once",
        10_010_000,
        11_000,
        &[then(&[("10000", "1000")], 1_001_000, 2_000)],
    ),
    // A place in the pool is taken anew every 1.001 s, so its 20th request, its last, ends 20.020 s
    // after it was first taken; the last place is first taken when 499 requests have been sent.
    // With 1000 places: 10 × 1.001 s + 0.999 s.
    takes(
        "ten_thousand_limited",
        10_010_000,
        20_519,
        &[then(&[("= 500", "= 1000")], 10_010_000, 11_009)],
    ),
    // 1.5 + 2 + 1 s and 3 × 0.2 s. The merges run at 1, 1.5 and 2 s; or all three from 2 s on.
    takes(
        "three_search_engines",
        5_100,
        2_200,
        &[then(
            &[
                ("after engine_a", "after engine_a, engine_b, engine_c"),
                ("after engine_b", "after engine_a, engine_b, engine_c"),
                ("after engine_c", "after engine_a, engine_b, engine_c"),
            ],
            5_100,
            2_600,
        )],
    ),
    // One by one, the first of the list is the first to succeed, 2.5 + 0.3 s, and the others are
    // never asked; with `any` they are: + 0.9 + 1.5 s. Together: 0.9 + 0.3 s, or until the slowest
    // has ended.
    takes(
        "fastest_mirror",
        2_800,
        1_200,
        &[then(&[("first", "any")], 5_200, 2_500)],
    ),
    // The prices take 1 + 1 + 1 + 2 + 1 = 6 s, the page 0.5 s after them; the reviews
    // 2 + 1 + 2 + 2 + 2 = 9 s, or 2 + 1 + 2 = 5 s with one retry.
    takes(
        "slow_service",
        15_500,
        9_000,
        &[then(&[("retry 2", "retry 1")], 11_500, 6_500)],
    ),
    // One by one the flight fails at 1 + 2 s, together at 2 s. Without a failure: 1 + 2 + 4 + 0.1 s,
    // and 4 + 0.1 s.
    takes(
        "one_fails_all_stop",
        3_000,
        2_000,
        &[then(&[("fails", "")], 7_100, 4_100)],
    ),
    // The plan is skipped, or else takes 0.1 s.
    takes(
        "one_fails_others_go_on",
        7_000,
        4_000,
        &[then(
            &[("after hotel, flight, car", "after hotel, car")],
            7_100,
            4_100,
        )],
    ),
    // 3 × 0.21 s + 4 × 1 s. The loop is held until 4 s, then the clicks take 10 ms each. In threads
    // the photos take 1 s.
    takes(
        "heavy_on_the_loop",
        4_630,
        4_030,
        &[then(
            &[("photos[1..4]: cpu", "photos[1..4]: thread")],
            4_630,
            1_000,
        )],
    ),
    takes(
        "heavy_in_threads",
        4_630,
        1_000,
        &[then(&[("clicks", "threads 2\nclicks")], 4_630, 2_000)],
    ),
    // 30 × 1.4 s. From the first page on, at 1 s, the loop is busy for 30 × 0.4 s. In 4 threads the
    // five pages of each second take 0.8 s, the last from 6 s on.
    takes(
        "scraper",
        42_000,
        13_000,
        &[
            then(&[("= 5", "= 30")], 42_000, 13_000),
            then(&[("cpu", "thread")], 42_000, 6_800),
        ],
    ),
    // 6 × (0.5 + 0.5 + 1) + 0.2 s. Users are there every 0.5 s, and posts begin as often; the last
    // at 3 s ends at 4 s. If all begin at 3 s, there are three rounds of two.
    takes(
        "users_posts_report",
        12_200,
        4_200,
        &[then(
            &[(
                "posts[1..6]:   io 1s      after users[i]",
                "posts[1..6]: io 1s after users",
            )],
            12_200,
            6_200,
        )],
    ),
    // 8 × 1.5 + 0.1 s. Downloads end at 0.6 and 1.2 s, and have all of the network until then; the
    // first uploads end at 1.7 s, the others at 2.2 s. With 8 places all downloads end at 0.6 s, the
    // threads' work at 1 and 1.4 s, the uploads at 1.5 and 1.9 s; with 8 threads too, at 1.5 s.
    takes(
        "image_pipeline",
        12_100,
        2_300,
        &[
            then(&[("network = 4", "network = 8")], 12_100, 2_000),
            then(&[("network = 4", "network = 8\nthreads 8")], 12_100, 1_600),
        ],
    ),
    // 40 + 20 + 4 × 60 + 40 + 50 + 10 s. From 40 s on there are style to 60 s, the first two tests to
    // 100 s, the third from 60 to 120 s, the fourth to 160 s, the build from 100 to 140 s, the browser
    // to 190 s, the release to 200 s. With the build at 40 to 80 s the tests begin at 40, 60, 80
    // and 100 s, and the browser has a machine at 120 s, when the second of them ends.
    takes(
        "ci_build",
        400_000,
        200_000,
        &[then(
            &[
                ("build:       io 40s  after install  using machines\n", ""),
                (
                    "tests[1..4]",
                    "build: io 40s after install using machines\ntests[1..4]",
                ),
            ],
            400_000,
            180_000,
        )],
    ),
    // The calls' 2.4 s and 0.05 s. At 300 ms the product is there, and the cart has one of the 6
    // connections: prices to 450, stock to 400, reviews to 700, two photos to 500, the third from
    // 400 to 600; at 450 begin the fourth and, to 750, what is similar. With the product at 200 ms:
    // prices to 350, stock to 300, reviews to 600, two photos to 400, the third from 250, when the
    // user is there, the fourth from 300, what is similar from 350 to 650, the cart from 400 to 600.
    takes(
        "page_load",
        2_450,
        800,
        &[then(
            &[("product:      io 200ms  after session", "product: io 200ms")],
            2_450,
            700,
        )],
    ),
];

/// The changed programs that the example called `name` has readers try.
pub fn tried(name: &str) -> impl Iterator<Item = String> {
    let figures = FIGURES.iter().find(|figures| figures.name == name);
    let tried = figures.map_or(&[][..], |figures| figures.tried);
    tried.iter().map(|tried| edited(name, tried.edits))
}

/// The example's program with these edits, from the last to the first.
fn edited(name: &str, edits: &[(&str, &str)]) -> String {
    let program = example(name).program.to_owned();
    edits.iter().rev().fold(program, |program, &(from, to)| {
        assert!(program.contains(from), "{name} has no '{from}':\n{program}");
        program.replacen(from, to, 1)
    })
}

fn makespans_us(source: &str) -> [u64; 2] {
    runs(source).map(|trace| trace.makespan_us())
}

#[test]
fn every_example_takes_as_long_as_worked_out_by_hand() {
    for figures in FIGURES {
        assert_eq!(
            makespans_us(example(figures.name).program),
            [figures.sequential_ms, figures.concurrent_ms].map(|ms| ms * 1_000),
            "{}",
            figures.name
        );
    }
}

#[test]
fn every_change_to_try_leads_where_it_should() {
    for figures in FIGURES {
        for tried in figures.tried {
            let changed = edited(figures.name, tried.edits);
            assert_eq!(
                makespans_us(&changed),
                [tried.sequential_ms, tried.concurrent_ms].map(|ms| ms * 1_000),
                "{changed}"
            );
        }
    }
}

#[test]
fn every_example_has_its_figures_and_something_to_try() {
    let names: Vec<_> = gallery::examples().map(|example| example.name).collect();
    let known: Vec<_> = FIGURES.iter().map(|figures| figures.name).collect();
    assert_eq!(known, names);
    assert!(FIGURES.iter().all(|figures| !figures.tried.is_empty()));
}

/// How many tasks of the concurrent run of the program end so.
fn count_of(source: &str, outcome: Outcome) -> u32 {
    let [_, concurrent] = runs(source);
    concurrent.count_of(outcome)
}

#[test]
fn without_a_limit_most_requests_time_out_and_with_one_none_does() {
    // When the loop has sent all, at 10 s, the nth request, begun at n - 1 ms, has timed out if
    // n - 1 + 2000 <= 10,000.
    let unlimited = example("ten_thousand_at_once").program;
    assert_eq!(count_of(unlimited, Outcome::TimedOut), 8_001);
    let limited = example("ten_thousand_limited").program;
    assert_eq!(count_of(limited, Outcome::Done), 10_000);
    for name in ["ten_thousand_at_once", "ten_thousand_limited"] {
        for tried in tried(name) {
            assert_eq!(count_of(&tried, Outcome::TimedOut), 0, "{tried}");
        }
    }
}

/// The outcomes of the concurrent run's tasks.
fn outcomes(name: &str) -> Vec<&'static str> {
    let [_, concurrent] = runs(example(name).program);
    let rows = concurrent.rows().iter();
    rows.map(|row| row.outcome.map_or("none", Outcome::word))
        .collect()
}

#[test]
fn what_ends_before_its_time_is_cancelled_or_skipped() {
    assert_eq!(outcomes("main_ends_first"), ["done", "done", "cancelled"]);
    assert_eq!(
        outcomes("fastest_mirror"),
        ["cancelled", "done", "cancelled", "done"]
    );
    assert_eq!(
        outcomes("one_fails_all_stop"),
        ["done", "failed", "cancelled", "cancelled"]
    );
    assert_eq!(
        outcomes("one_fails_others_go_on"),
        ["done", "failed", "done", "skipped"]
    );
    assert_eq!(outcomes("slow_service"), ["done", "failed", "done"]);
}

#[test]
fn friends_answer_in_another_order_than_they_were_asked() {
    let [_, concurrent] = runs(example("who_answers_first").program);
    let ends = concurrent
        .rows()
        .iter()
        .map(|row| row.end_us.unwrap() / 1_000);
    assert_eq!(ends.collect::<Vec<_>>(), [3_000, 1_000, 2_000]);
}

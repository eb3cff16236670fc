//! Random programs that are made to do harm: no time and the longest, attempts without end, pools for
//! nobody and for everybody. Some have mistakes.

use proptest::prelude::*;
use proptest::sample::select;

/// The source of a program.
pub fn hostile_programs() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(line(), 1..10);
    let settings = select(vec![
        "",
        "on failure continue\n",
        "threads 1\n",
        "threads 1000\non failure continue\nseed 4294967295\n",
    ]);
    let pools = select(vec![
        "",
        "pool p0 = 1\n",
        "pool p0 = 1\npool p1 = 1000000\n",
    ]);
    (settings, pools, lines).prop_map(|(settings, pools, lines)| {
        let lines = lines.iter().enumerate().map(|(place, [head, rest])| {
            let rest = rest.replace("BEFORE", &format!("t{}", place / 2));
            format!("t{place}{head}: {rest}\n")
        });
        format!("{settings}{pools}{}", lines.collect::<String>())
    })
}

/// What stands behind a line's name, and behind its colon.
fn line() -> impl Strategy<Value = [String; 2]> {
    let family = select(vec![
        "",
        "",
        "[1..3]",
        "[0..99]",
        "[4294967295..4294967295]",
    ]);
    let kind = select(vec!["io", "cpu", "block", "thread"]);
    let time = select(vec!["0s", "1us", "1440m", "0s..1440m", "1us..2us"]);
    let step = (kind, time).prop_map(|(kind, time)| format!("{kind} {time}"));
    let steps = prop::collection::vec(step, 1..5);
    let clauses = (
        select(vec![
            "",
            "",
            " after BEFORE",
            " after any BEFORE, t0",
            " after first t0, BEFORE",
            " after BEFORE[i]",
            " after BEFORE[1], BEFORE[1]",
        ]),
        select(vec!["", "", " using p0", " using p1, p0", " using p0, p1"]),
        select(vec![
            "",
            "",
            " timeout 0s",
            " timeout 1us",
            " timeout 1440m",
        ]),
        select(vec![
            "",
            " retry 1000",
            " retry 1000 backoff 0s",
            " retry 9 backoff 1440m",
        ]),
        select(vec![
            "",
            " fails",
            " fails 999",
            " fails 0.0001%",
            " fails 99.9999%",
        ]),
        select(vec!["", "", "", " background"]),
    );
    (family, steps, clauses).prop_map(|(family, steps, clauses)| {
        let (after, using, timeout, retry, fails, background) = clauses;
        let steps = steps.join(" then ");
        let rest = format!("{steps}{after}{using}{timeout}{retry}{fails}{background}");
        [family.to_owned(), rest]
    })
}

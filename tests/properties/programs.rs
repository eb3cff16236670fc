//! Random programs in the notation: small numbers, so that ends at the same moment are frequent.

use std::fmt::Write;

use proptest::prelude::*;

/// Which parts of the notation a program may have.
#[derive(Clone, Copy)]
pub struct Parts {
    /// `fails`, `timeout`, `retry`, `after first`, `background`.
    pub that_end_early: bool,
}

#[derive(Clone, Debug)]
struct Line {
    /// 0 for a single task, or how many members the family has.
    members: u32,
    steps: Vec<(u8, u32, u32)>,
    /// 0 to 2: `after`, `after any`, `after first`.
    after_mode: u8,
    /// Earlier or later lines, by their distance in a drawn order, and the kind of reference.
    after: Vec<(usize, u8)>,
    pools: Vec<usize>,
    timeout: Option<u32>,
    retry: Option<(u32, Option<u32>)>,
    /// 0 for never, 1 always, 2 to 4 the first one to three, above by chance.
    fails: u8,
    background: bool,
}

/// The source of a program.
pub fn programs(parts: Parts) -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(line(parts), 1..12);
    let pools = prop::collection::vec(1..4_u32, 0..4);
    let settings = (1..4_u32, any::<bool>(), any::<u32>(), any::<bool>());
    (lines, pools, settings).prop_map(|(lines, pools, (threads, goes_on, seed, turned))| {
        let mut source = String::new();
        let on_failure = if goes_on { "continue" } else { "cancel" };
        let _ = writeln!(
            source,
            "threads {threads}\non failure {on_failure}\nseed {seed}"
        );
        for (place, size) in pools.iter().enumerate() {
            let _ = writeln!(source, "pool p{place} = {size}");
        }
        let mut written: Vec<String> = (0..lines.len())
            .map(|place| written(&lines, place, pools.len()))
            .collect();
        if turned {
            // Every reference is then to a line further down.
            written.reverse();
        }
        source + &written.join("\n")
    })
}

fn line(parts: Parts) -> impl Strategy<Value = Line> {
    let members = prop_oneof![3 => Just(0), 1 => 1..5_u32];
    let steps = prop::collection::vec((0..4_u8, 0..5_u32, 0..3_u32), 1..4);
    let waits = (
        0..3_u8,
        prop::collection::vec((0..12_usize, 0..3_u8), 0..4),
        prop::collection::vec(0..4_usize, 0..3),
    );
    let attempts = (
        prop::option::weighted(0.2, 0..8_u32),
        prop::option::weighted(0.2, (0..3_u32, prop::option::of(0..4_u32))),
        prop_oneof![4 => Just(0), 1 => 1..7_u8],
        prop::bool::weighted(0.2),
    );
    (members, steps, waits, attempts).prop_map(move |(members, steps, waits, attempts)| {
        let (after_mode, after, pools) = waits;
        let (timeout, retry, fails, background) = attempts;
        let early = parts.that_end_early;
        Line {
            members,
            steps,
            after_mode: if early { after_mode } else { after_mode.min(1) },
            after,
            pools,
            timeout: timeout.filter(|_| early),
            retry: retry.filter(|_| early),
            fails: if early { fails } else { 0 },
            background: background && early,
        }
    })
}

fn written(lines: &[Line], place: usize, pools: usize) -> String {
    let line = &lines[place];
    let mut text = format!("t{place}");
    if line.members > 0 {
        let _ = write!(text, "[1..{}]", line.members);
    }
    let steps = line.steps.iter().map(|&(kind, tens, more)| {
        let kind = ["io", "cpu", "block", "thread"][usize::from(kind)];
        let most = if more == 0 {
            String::new()
        } else {
            format!("..{}ms", 10 * (tens + more))
        };
        format!("{kind} {}ms{most}", 10 * tens)
    });
    let _ = write!(text, ": {}", steps.collect::<Vec<_>>().join(" then "));
    text += &after(lines, place);
    let mut taken: Vec<usize> = line
        .pools
        .iter()
        .copied()
        .filter(|&pool| pool < pools)
        .collect();
    taken.dedup();
    if taken.len() == 2 && taken[0] == taken[1] {
        taken.pop();
    }
    if !taken.is_empty() {
        let names: Vec<_> = taken.iter().map(|pool| format!("p{pool}")).collect();
        let _ = write!(text, " using {}", names.join(", "));
    }
    if let Some(tens) = line.timeout {
        let _ = write!(text, " timeout {}ms", 10 * tens);
    }
    if let Some((count, backoff)) = line.retry {
        let _ = write!(text, " retry {count}");
        if let Some(tens) = backoff {
            let _ = write!(text, " backoff {}ms", 10 * tens);
        }
    }
    match line.fails {
        0 => {}
        1 => text += " fails",
        count @ 2..=4 => {
            let _ = write!(text, " fails {}", count - 1);
        }
        _ => text += " fails 50%",
    }
    if line.background {
        text += " background";
    }
    text
}

/// The clause that says what the line at `place` comes after, which are lines before it.
fn after(lines: &[Line], place: usize) -> String {
    let line = &lines[place];
    let mut names: Vec<String> = Vec::new();
    for &(distance, kind) in &line.after {
        let Some(before) = place.checked_sub(distance + 1) else {
            continue;
        };
        let theirs = lines[before].members;
        let index = match kind {
            1 if theirs > 0 => "[1]",
            2 if theirs > 0 && line.members > 0 && line.members <= theirs => "[i]",
            _ => "",
        };
        names.push(format!("t{before}{index}"));
    }
    if names.is_empty() {
        return String::new();
    }
    let mode = ["after", "after any", "after first"][usize::from(line.after_mode)];
    format!(" {mode} {}", names.join(", "))
}

//! Texts of 1 MB that are made to take long: what the notation makes of each is to be there at once.

use std::fmt::Write;

const MEGABYTE: usize = 1_000_000;

/// What is repeated until it is 1 MB.
const REPEATED: [(&str, &str); 24] = [
    ("one word", "a"),
    ("opening brackets", "["),
    ("line breaks", "\n"),
    ("lone returns", "\r"),
    ("commas", ","),
    ("colons", "a: "),
    ("points", "."),
    ("comments", "#\n"),
    ("white space", "\u{3000}"),
    ("characters that turn the writing", "\u{202e}"),
    ("emoji", "🦀"),
    ("names in Korean", "사용자 "),
    ("lines that are none", "!\n"),
    ("indented lines", " a: io 1s\n"),
    ("short tasks", "a: io 1s\n"),
    ("steps", "io 1s then "),
    ("clauses", "after a "),
    ("names of a clause", "after a, "),
    ("words that are nearly right", "timout 1s "),
    ("quotes", "\"a\" "),
    ("round brackets", "(a "),
    ("settings given again", "seed 5\non failure cancel\n"),
    (
        "tasks with every mistake",
        "a: io 2s..1s after first b timout 1s retry 2000 fails 101%\n",
    ),
    (
        "other notations",
        "\"a\": sleep 1h 30m -> io 1,5s; io 2h needs (\"b\", a) [\n",
    ),
];

/// Each text with what it is called.
pub fn large_texts() -> impl Iterator<Item = (&'static str, String)> {
    let repeated = REPEATED.into_iter().map(|(name, part)| {
        let text = part.repeat(MEGABYTE / part.len());
        (name, text)
    });
    type AddLine = fn(&mut String, usize);
    let counted: [(&str, AddLine); 7] = [
        ("a task", |text, n| line(text, format_args!("t{n}: io 1s"))),
        ("a chain of tasks", |text, n| {
            line(
                text,
                format_args!("t{n}: io 1s after t{}", n.saturating_sub(1)),
            );
        }),
        ("a chain from its end", |text, n| {
            line(text, format_args!("t{n}: io 1s after t{}", n + 1));
        }),
        ("unknown names", |text, n| {
            line(text, format_args!("task_{n}: io 1s after tsak_{n}"));
        }),
        ("unknown names that are long", |text, n| {
            line(
                text,
                format_args!(
                    "a_task_of_some_forty_letters_{n}: io 1s after a_tsak_of_some_forty_lettesr_{n}"
                ),
            );
        }),
        ("families of all tasks", |text, n| {
            line(
                text,
                format_args!(
                    "f{n}[0..4294967295]: io 1s after f{}[i]",
                    n.saturating_sub(1)
                ),
            );
        }),
        ("cycles of two", |text, n| {
            line(text, format_args!("t{n}: io 1s after t{}", n ^ 1));
        }),
    ];
    let counted = counted.into_iter().map(|(name, add)| {
        let mut text = String::with_capacity(MEGABYTE);
        for number in 0.. {
            add(&mut text, number);
            if text.len() >= MEGABYTE {
                break;
            }
        }
        (name, text)
    });
    repeated
        .chain(counted)
        .chain([one_cycle(), all_in_one_clause()])
}

fn line(text: &mut String, line: std::fmt::Arguments) {
    // Writing to a string never fails.
    let _ = writeln!(text, "{line}");
}

fn one_cycle() -> (&'static str, String) {
    let mut text = String::new();
    let count = MEGABYTE / 24;
    for number in 0..count {
        let next = (number + 1) % count;
        line(&mut text, format_args!("t{number}: io 1s after t{next}"));
    }
    ("one long cycle", text)
}

/// Many lines that each come after as many others.
fn all_in_one_clause() -> (&'static str, String) {
    let names: Vec<String> = (0..400).map(|number| format!("t{number}")).collect();
    let mut text: String = names
        .iter()
        .map(|name| format!("{name}: io 1s\n"))
        .collect();
    let after = names.join(", ");
    for number in 0.. {
        line(&mut text, format_args!("u{number}: io 1s after {after}"));
        if text.len() >= MEGABYTE {
            break;
        }
    }
    ("long clauses", text)
}

//! What is taken away: a program as a Python script, its whole text and what the names in it
//! become; a program in a link; its runs as JSON, as a trace, as a picture.
#![cfg(not(target_arch = "wasm32"))]

mod failures;
mod hostile_names;
mod names;
mod opening;
mod perfetto;
mod races;
mod record_json;
mod recorded;
mod share_link;
mod svg;
mod waits;

use interleave::graph::{Node, Program, Step, StepKind};
use interleave::{export, notation};

/// The script of a program in the notation.
fn python(source: &str) -> String {
    match notation::parse(source) {
        Ok(parsed) => export::python(&parsed.program, None),
        Err(mistakes) => panic!("{mistakes}"),
    }
}

fn assert_export(source: &str, expected: &str) {
    let script = python(source);
    assert!(script == expected, "the script is\n{script}");
}

#[test]
fn the_same_program_is_the_same_script() {
    let source = "pool p = 1\na[1..3]: io 1ms..2ms using p\nb: cpu 1s after any a fails 10%";
    assert_eq!(python(source), python(source));
}

#[test]
fn a_comment_stands_on_top_whatever_is_in_it() {
    let program = notation::parse("a: io 1s").unwrap().program;
    let script = export::python(
        &program,
        Some("Two\r\nlines,\0\u{b}\"\"\"\r\u{2028} and\u{202e} more\n"),
    );
    assert!(script.starts_with("# Two\n# lines,\"\"\" and more\n\"\"\"Tasks on"));
    assert_eq!(
        script.lines().skip(2).collect::<Vec<_>>(),
        python("a: io 1s").lines().collect::<Vec<_>>()
    );
}

#[test]
fn a_script_does_not_grow_with_a_family() {
    let few = python("a[1..2]: io 1s\nb[1..2]: io 1s after a[i]\nc: io 1s after b");
    let many = python("a[1..49999]: io 1s\nb[1..49999]: io 1s after a[i]\nc: io 1s after b");
    assert_eq!(few.lines().count(), many.lines().count());
}

#[test]
fn durations_are_exact_and_short() {
    let durations = [
        ("0s", "0"),
        ("1us", "1e-06"),
        ("12us", "1.2e-05"),
        ("120us", "0.00012"),
        ("300ms", "0.3"),
        ("1.5s", "1.5"),
        ("2s", "2"),
        ("1440m", "86400"),
        ("86399.999999s", "86399.999999"),
    ];
    for (duration, literal) in durations {
        let script = python(&format!("a: io {duration}"));
        let call = format!("await asyncio.sleep({literal})\n");
        assert!(script.contains(&call), "{duration}: {script}");
    }
}

#[test]
fn lines_that_would_be_too_long_are_broken() {
    let name = "a_name_that_is_neither_short_nor_very_long";
    let source = format!(
        "{name}: io 1s\nb[1..9]: io 1s after {name}\n\
         another_{name}: io 1s..2s after any {name}, b\n"
    );
    let script = python(&source);
    assert!(script.lines().all(|line| line.chars().count() <= 88));
    assert!(script.contains(
        "    await asyncio.wait(
        [
            tasks[\"a_name_that_is_neither_short_nor_very_long\"],
            *(tasks[f\"b[{n}]\"] for n in range(1, 10)),
        ],
        return_when=asyncio.FIRST_COMPLETED,
    )
"
    ));
}

#[test]
fn a_function_has_its_line_as_its_docstring() {
    let line = "b[1..9]: io 1s then cpu 2s";
    let script = python(&format!("{line} background"));
    assert!(script.contains(&format!(
        "async def b(i):\n    \"\"\"{line} background\"\"\"\n"
    )));
}

#[test]
fn a_docstring_that_is_too_long_is_the_notation_on_several_lines() {
    let source = "pool p = 1\na: io 1ms..2ms then cpu 3ms then block 4ms then thread 5ms \
        timeout 6s using p retry 7 backoff 8ms fails 9% background";
    let script = python(source);
    let docstring = "    \"\"\"
    a: io 1ms..2ms then cpu 3ms then block 4ms then thread 5ms using p timeout 6s retry
        7 backoff 8ms fails 9% background
    \"\"\"
";
    assert!(script.contains(docstring), "{script}");
    let text = docstring.replace("\"\"\"", "").replace("\n    ", "\n");
    let again = format!("pool p = 1\n{}", text.trim());
    assert_eq!(
        notation::parse(&again).unwrap().program,
        notation::parse(source).unwrap().program
    );
}

#[test]
fn a_docstring_holds_any_name() {
    let node = Node {
        name: "\"\\\"".to_owned(),
        steps: vec![Step::of(StepKind::Io, 0)],
        ..Node::default()
    };
    let script = export::python(&Program::new(Vec::new(), vec![node]), None);
    assert!(script.contains(r#"    """\"\\\": io 0s""""#), "{script}");
}

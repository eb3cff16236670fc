//! Names that a Python program may give its tasks: what is taken away holds them, and nothing more.

use std::rc::Rc;

use interleave::export::{self, ColourScheme};
use interleave::graph::{Node, Program};
use interleave::notation;
use interleave::words::Language;
use serde_json::Value;

use crate::recorded::Recorded;

const NAMES: [&str; 6] = [
    "</text><script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "a\u{202e}gpj.exe",
    "\u{0}\u{1b}[31mred\u{7f}\r\n",
    "]]><![CDATA[ <!-- &amp;&#x3c; {\"a\":1}",
    "<img src=x onerror=alert(1)>`${alert(1)}`\\",
];

/// Both runs of a program of two tasks, of which the first has this name.
fn named(name: &str) -> Recorded {
    let parsed = notation::parse("a: io 1s\nb: io 1s after a\n").expect("no mistake");
    let mut nodes: Vec<Node> = parsed.program.nodes().to_vec();
    nodes[0].name = name.into();
    Recorded::of_program(Rc::new(Program::new(Vec::new(), nodes)))
}

#[test]
fn in_a_picture_they_are_text_that_reads_as_it_stands() {
    for name in NAMES {
        for scheme in [ColourScheme::Light, ColourScheme::Dark] {
            let picture = export::svg(&named(name).runs(), scheme, Language::Korean);
            for markup in ["<script", "<img", "<![CDATA", "<!--", "</text></text>"] {
                assert!(!picture.contains(markup), "{name:?}: {markup}");
            }
            let is_unruly =
                |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!picture.contains(is_unruly), "{name:?}");
            let tags = picture.matches('<').count();
            let plain = export::svg(&named("plain").runs(), scheme, Language::Korean);
            assert_eq!(
                tags,
                plain.matches('<').count(),
                "{name:?}: tags of its own"
            );
        }
    }
}

#[test]
fn in_a_record_they_are_the_names_that_were_given() {
    for name in NAMES {
        let json = export::record_json("", &named(name).runs());
        let record: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(record["runs"][0]["tasks"][0]["name"], name, "{record:#}");
    }
}

#[test]
fn a_trace_for_perfetto_is_json_whatever_they_are() {
    for name in NAMES {
        let json = export::perfetto(&named(name).runs());
        let trace: Value = serde_json::from_str(&json).expect("JSON");
        assert!(trace.to_string().contains("thread_name"));
    }
}

//! A program as one asyncio script for Python 3.11 or newer, with nothing but the standard
//! library: what a Python programmer would have written by hand. It runs as it is, in real time,
//! and it is what the conformance tests run under CPython.
//!
//! A script holds only what its program needs: the module's text comes first ([`parts`]), then
//! one coroutine function for each line of the notation ([`function`]), then `main`
//! ([`main_function`]). Families stay loops, so a script doesn't grow with them.

mod function;
mod layout;
mod literal;
mod main_function;
mod names;
mod needs;
mod parts;

use crate::graph::{Program, Reference};

use layout::Lines;
use names::Names;
use needs::Needs;

/// `program` as a Python script. `comment` stands on top of it, a `#` before each of its lines.
///
/// ```
/// use interleave::{export, notation};
///
/// let program = notation::parse("page: io 300ms").unwrap().program;
/// let script = export::python(&program, Some("One page."));
/// assert!(script.starts_with("# One page.\n"));
/// assert!(script.contains("async def page():\n    \"\"\"page: io 300ms\"\"\"\n"));
/// assert!(script.contains("    report(\"started\")\n    await asyncio.sleep(0.3)\n"));
/// ```
pub fn python(program: &Program, comment: Option<&str>) -> String {
    let export = Export {
        program,
        needs: Needs::of(program),
        names: Names::of(program),
    };
    let mut lines = Lines::default();
    for line in comment.unwrap_or_default().lines() {
        let line: String = line.chars().filter(|&c| !is_astray(c)).collect();
        lines.push(0, format!("# {line}").trim_end());
    }
    export.head(&mut lines);
    for node in 0..program.nodes().len() {
        export.function(node, &mut lines);
    }
    export.main_function(&mut lines);
    lines.into_text()
}

/// Whether `character` would end a comment's line, or turn what is written in it, in some editor.
fn is_astray(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What the parts of a script are written from.
struct Export<'p> {
    program: &'p Program,
    needs: Needs,
    names: Names,
}

impl Export<'_> {
    /// The expression for the tasks that `reference` stands for, and whether it is for many: then
    /// it is what stands after a `*`.
    fn tasks(&self, reference: Reference) -> (String, bool) {
        let node = &self.program.nodes()[reference.node()];
        let name = &node.name;
        let dict = self.dict(reference.node());
        match (reference, node.indices) {
            (Reference::All { .. }, Some(indices)) => {
                let range = literal::range(indices);
                let each = format!("{dict}[f\"{name}[{{n}}]\"] for n in {range}");
                (each, true)
            }
            (Reference::Member { index, .. }, _) => (format!("{dict}[\"{name}[{index}]\"]"), false),
            (Reference::SameIndex { .. }, _) => (format!("{dict}[f\"{name}[{{i}}]\"]"), false),
            (Reference::All { .. }, None) => (format!("{dict}[\"{name}\"]"), false),
        }
    }

    /// The dictionary that the tasks of a node are in.
    fn dict(&self, node: usize) -> &'static str {
        if self.program.nodes()[node].background {
            "background"
        } else {
            "tasks"
        }
    }

    /// The dictionaries that there are.
    fn dicts(&self) -> impl Iterator<Item = &'static str> {
        let nodes = 0..self.program.nodes().len();
        let is_needed = move |dict: &&str| {
            let mut nodes = nodes.clone();
            nodes.any(|node| self.needs.kept[node] && self.dict(node) == *dict)
        };
        ["tasks", "background"].into_iter().filter(is_needed)
    }
}

//! A program that is kept by name, and how the browser's storage holds it: under the key
//! `interleave.programs.1/NAME`, as JSON with what it is written in. The number is the version
//! of that.

use std::borrow::Cow;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::export::WrittenAs;
use crate::lettering::label::{is_unruly, upright};

/// What the keys of all named programs begin with.
const PREFIX: &str = "interleave.programs.1/";

/// The longest name, in characters.
pub const NAME_LIMIT: usize = 80;

/// The name of a file that holds what has no name.
const UNNAMED: &str = "interleave";

/// The name of a program: something to read, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramName(Rc<str>);

/// Why something is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRefusal {
    /// There is nothing to read in it.
    Empty,
    /// It has more than [`NAME_LIMIT`] characters.
    TooLong,
}

impl ProgramName {
    /// The name that was typed: the space around it is not part of it, and any other is one space.
    ///
    /// # Errors
    /// Why it is none.
    pub fn new(typed: &str) -> Result<Self, NameRefusal> {
        let is_gap = |c: char| c.is_whitespace() || c.is_control();
        let words: Vec<_> = typed
            .split(is_gap)
            .filter(|word| !word.is_empty())
            .collect();
        let name = words.join(" ");
        match name.chars().filter(|&c| is_seen(c)).count() {
            0 => Err(NameRefusal::Empty),
            _ if name.chars().count() > NAME_LIMIT => Err(NameRefusal::TooLong),
            _ => Ok(ProgramName(name.into())),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as it is shown: it may come from anybody.
    pub fn shown(&self) -> Cow<'_, str> {
        upright(&self.0)
    }

    /// The key of the program in the browser's storage.
    pub fn key(&self) -> String {
        format!("{PREFIX}{}", self.0)
    }
}

/// Whether a character can be seen: some of those that have no width can't.
fn is_seen(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

/// The name of a file for what `name` is, without its ending: what file systems forbid is `-`.
pub fn file_stem(name: Option<&ProgramName>) -> String {
    let name = name.map_or(UNNAMED, ProgramName::as_str);
    let is_forbidden = |c: char| is_unruly(c) || r#"/\:*?"<>|"#.contains(c);
    let stem = name.replace(is_forbidden, "-");
    match stem.trim_matches(['.', ' ']) {
        "" => UNNAMED.to_owned(),
        stem => stem.to_owned(),
    }
}

/// A program that is kept by name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedProgram {
    /// Its name.
    pub name: ProgramName,
    /// What it is written in.
    pub written_as: WrittenAs,
    /// Its text.
    pub text: Rc<str>,
    /// When it was saved, in milliseconds since 1970.
    pub saved_ms: f64,
}

/// What stands under a program's key.
#[derive(Serialize, Deserialize)]
struct Entry<'t> {
    written_as: WrittenAs,
    saved_ms: f64,
    text: Cow<'t, str>,
}

impl NamedProgram {
    /// The program that an entry of the browser's storage is; none where it is something else, or
    /// where another version wrote it.
    pub fn of_entry(key: &str, value: &str) -> Option<Self> {
        let typed = key.strip_prefix(PREFIX)?;
        let name = ProgramName::new(typed).ok()?;
        let entry: Entry = serde_json::from_str(value).ok()?;
        (name.as_str() == typed).then(|| NamedProgram {
            name,
            written_as: entry.written_as,
            text: entry.text.into(),
            saved_ms: entry.saved_ms,
        })
    }

    /// What stands under its key.
    pub fn value(&self) -> String {
        let entry = Entry {
            written_as: self.written_as,
            saved_ms: self.saved_ms,
            text: (&*self.text).into(),
        };
        // Only a map whose keys are no strings can't be written.
        serde_json::to_string(&entry).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(typed: &str) -> ProgramName {
        ProgramName::new(typed).expect("a name")
    }

    #[test]
    fn a_program_comes_back_from_its_entry_as_it_was() {
        for written_as in [WrittenAs::TaskGraph, WrittenAs::Python] {
            let program = NamedProgram {
                name: name("두 사용자 / \"a\"=b"),
                written_as,
                text: "# \"두\" \\ \u{1f600}\na: io 1s\n".into(),
                saved_ms: 1_700_000_000_000.0,
            };
            let read = NamedProgram::of_entry(&program.name.key(), &program.value());
            assert_eq!(read, Some(program));
        }
    }

    #[test]
    fn what_is_kept_today_can_be_read_for_ever() {
        let value = r#"{"written_as":"task-graph","saved_ms":5,"text":"a: io 1s"}"#;
        let read = NamedProgram::of_entry("interleave.programs.1/mine", value).expect("a program");
        assert_eq!(read.name, name("mine"));
        assert_eq!(&*read.text, "a: io 1s");
        assert_eq!(read.written_as, WrittenAs::TaskGraph);
    }

    #[test]
    fn entries_of_others_are_no_programs() {
        let value = r#"{"written_as":"task-graph","saved_ms":5,"text":""}"#;
        for (key, value) in [
            ("interleave.program", value),
            ("interleave.programs.2/a", value),
            ("interleave.programs.1/", value),
            ("interleave.programs.1/ a", value),
            ("interleave.programs.1/a", "a: io 1s"),
            (
                "interleave.programs.1/a",
                r#"{"written_as":"cobol","saved_ms":5,"text":""}"#,
            ),
        ] {
            assert_eq!(NamedProgram::of_entry(key, value), None, "{key} {value}");
        }
    }

    #[test]
    fn a_name_is_one_line_without_space_around_it() {
        assert_eq!(name("  my \t\n program\u{0} ").as_str(), "my program");
        assert_eq!(name("한국어").as_str(), "한국어");
    }

    #[test]
    fn what_cannot_be_read_is_no_name() {
        for typed in ["", "  ", "\n", "\u{200b}", "\u{3000}"] {
            assert_eq!(ProgramName::new(typed), Err(NameRefusal::Empty));
        }
        assert!(ProgramName::new(&"가".repeat(NAME_LIMIT)).is_ok());
        let long = "가".repeat(NAME_LIMIT + 1);
        assert_eq!(ProgramName::new(&long), Err(NameRefusal::TooLong));
    }

    #[test]
    fn a_file_has_a_name_that_file_systems_take() {
        assert_eq!(file_stem(None), "interleave");
        assert_eq!(file_stem(Some(&name("a/b: c?"))), "a-b- c-");
        assert_eq!(file_stem(Some(&name("두 사용자"))), "두 사용자");
        assert_eq!(file_stem(Some(&name("..."))), "interleave");
    }
}

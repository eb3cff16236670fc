use serde::Serialize;

use super::WordHelp;
use crate::graph::StepKind;
use crate::notation::{WordKind, words};

/// So many names are offered at once; who types on sees others.
const NAMES: usize = 200;

const SETTINGS: [&str; 5] = [
    "pool",
    "threads",
    "on failure cancel",
    "on failure continue",
    "seed",
];

const CLAUSES: [&str; 6] = ["after", "using", "timeout", "retry", "fails", "background"];

/// A way to go on with what is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Completion {
    /// The word or the name, as it is offered.
    pub label: String,
    /// What is written when it is chosen.
    pub apply: String,
    /// Whether something that can be offered too comes behind it.
    pub asks_for_more: bool,
    /// What it means, where it is a word of the notation.
    pub help: Option<&'static WordHelp>,
}

/// The ways to go on at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// Where what they complete starts, in bytes.
    pub from: usize,
    /// The ways, in the order in which they are offered.
    pub options: Vec<Completion>,
}

impl Completions {
    /// What fits `text` at `at` bytes. Where nobody asked for it (`is_explicit`), nothing is
    /// offered that would be in the way: neither the word that already stands there, nor what a
    /// line can do without.
    ///
    /// ```
    /// use interleave::page::Completions;
    ///
    /// let text = "user: io 1s\nrender: cpu 1s after us";
    /// let found = Completions::at(text, text.len(), false).unwrap();
    /// assert_eq!(&text[found.from..], "us");
    /// assert_eq!(found.options[0].label, "user");
    /// ```
    pub fn at(text: &str, at: usize, is_explicit: bool) -> Option<Self> {
        let before = &text[statement_start(&text[..at])..at];
        let mut words = words_of(before)?;
        let mut typed = "";
        if before.ends_with(|last: char| !last.is_whitespace())
            && let Some(&word) = words.last()
            && word.starts_with(|first: char| !first.is_ascii_punctuation() || first == '_')
        {
            typed = word;
            words.pop();
        }
        if typed.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let place = Place::behind(&words, before.starts_with(char::is_whitespace))?;
        if !is_explicit && typed.is_empty() && !place.needs_a_word() {
            return None;
        }
        let mut options = place.options(&words, text, typed);
        options.retain(|option| option.help.is_none() || option.label.starts_with(typed));
        let is_there = options.iter().any(|option| option.label == typed);
        (!options.is_empty() && (is_explicit || !is_there)).then_some(Completions {
            from: at - typed.len(),
            options,
        })
    }
}

impl Completion {
    fn word(word: &'static str) -> Self {
        let is_whole = matches!(word, "background" | "fails" | "i") || word.starts_with("on ");
        let last = word.rsplit(' ').next().unwrap_or(word);
        Completion {
            label: word.into(),
            apply: if is_whole || matches!(last, "cancel" | "continue") {
                word.into()
            } else {
                format!("{word} ")
            },
            asks_for_more: matches!(
                word,
                "after" | "any" | "first" | "using" | "then" | "failure"
            ),
            help: WordHelp::of(last),
        }
    }

    fn name(name: &str) -> Self {
        Completion {
            label: name.into(),
            apply: name.into(),
            asks_for_more: false,
            help: None,
        }
    }
}

/// What can be written at a place.
enum Place {
    Setting,
    Failure,
    FailureAnswer,
    Step,
    /// Behind a step or a clause; with `backoff` behind the number of a `retry`.
    Clause {
        backoff: bool,
    },
    Task {
        or_mode: bool,
    },
    Pool,
    Index,
}

impl Place {
    /// The place behind these words of a statement.
    fn behind(words: &[&str], is_indented: bool) -> Option<Self> {
        let Some(&last) = words.last() else {
            return (!is_indented).then_some(Place::Setting);
        };
        match words {
            ["on"] => return Some(Place::Failure),
            ["on", "failure"] => return Some(Place::FailureAnswer),
            _ => {}
        }
        let colon = words.iter().position(|&word| word == ":")?;
        let clause = (words.iter()).rfind(|word| CLAUSES.contains(word) || **word == "backoff");
        let is_family = words[..colon].contains(&"[");
        let in_brackets = words.iter().rposition(|&word| word == "[")
            > words.iter().rposition(|&word| word == "]");
        Some(match last {
            ":" | "then" => Place::Step,
            "after" => Place::Task { or_mode: true },
            "any" | "first" => Place::Task { or_mode: false },
            "using" => Place::Pool,
            "," if clause == Some(&"after") => Place::Task { or_mode: false },
            "," if clause == Some(&"using") => Place::Pool,
            "[" if is_family => Place::Index,
            "," | "=" | ".." | "timeout" | "retry" | "backoff" => return None,
            _ if in_brackets || StepKind::ALL.iter().any(|kind| kind.word() == last) => {
                return None;
            }
            _ => Place::Clause {
                backoff: clause == Some(&"retry"),
            },
        })
    }

    /// Whether a line that ends here would be a mistake.
    fn needs_a_word(&self) -> bool {
        !matches!(self, Place::Setting | Place::Clause { .. })
    }

    fn options(&self, words: &[&str], text: &str, typed: &str) -> Vec<Completion> {
        let all = |words: &[&'static str]| words.iter().copied().map(Completion::word).collect();
        match *self {
            Place::Setting => all(&SETTINGS),
            Place::Failure => all(&["failure"]),
            Place::FailureAnswer => all(&["cancel", "continue"]),
            Place::Step => all(&StepKind::ALL.map(StepKind::word)),
            Place::Index => all(&["i"]),
            Place::Clause { backoff } => {
                let has_clause = CLAUSES.iter().any(|clause| words.contains(clause));
                let clauses = CLAUSES.iter().filter(|clause| !words.contains(clause));
                (backoff.then_some("backoff").into_iter())
                    .chain((!has_clause).then_some("then"))
                    .chain(clauses.copied())
                    .map(Completion::word)
                    .collect()
            }
            Place::Task { or_mode } => {
                let modes = ["any", "first"].iter().filter(|_| or_mode);
                let modes = modes.copied().map(Completion::word);
                modes.chain(names(text, words, typed, task_name)).collect()
            }
            Place::Pool => names(text, words, typed, pool_name).collect(),
        }
    }
}

/// The names that fit, each once, without the ones that the statement already has.
fn names<'t>(
    text: &'t str,
    words: &[&'t str],
    typed: &str,
    name_in: fn(&str) -> Option<&str>,
) -> impl Iterator<Item = Completion> {
    let mut seen: std::collections::HashSet<&str> = words.iter().copied().collect();
    let typed = typed.to_lowercase();
    (text.lines())
        .filter_map(name_in)
        .filter(move |name| name.to_lowercase().contains(&typed) && seen.insert(name))
        .map(Completion::name)
        .take(NAMES)
}

fn task_name(line: &str) -> Option<&str> {
    let mut found = words(line);
    let (name, kind) = found.next()?;
    let (next, _) = found.next()?;
    let is_task = kind == WordKind::Name && matches!(&line[next], ":" | "[");
    is_task.then(|| &line[name])
}

fn pool_name(line: &str) -> Option<&str> {
    let mut found = words(line);
    let (first, _) = found.next()?;
    let (name, kind) = found.next()?;
    (&line[first] == "pool" && kind == WordKind::Name).then(|| &line[name])
}

/// Where the statement starts that `before` ends in: on the last line that is not indented,
/// blank or a comment, or on the line of the end itself.
fn statement_start(before: &str) -> usize {
    let start_of_line = |end: usize| before[..end].rfind('\n').map_or(0, |at| at + 1);
    let own = start_of_line(before.len());
    let mut start = own;
    let mut line = &before[own..];
    let is_own_statement = !line.starts_with(char::is_whitespace);
    while !is_own_statement && (line.is_empty() || line.starts_with(['#', ' ', '\t'])) {
        if start == 0 {
            return own;
        }
        let end = start - 1;
        start = start_of_line(end);
        line = &before[start..end];
    }
    start
}

/// The words of a statement; none where it ends in a comment.
fn words_of(statement: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut ends_in_comment = false;
    for line in statement.split('\n') {
        ends_in_comment = false;
        for (range, kind) in words(line) {
            ends_in_comment = kind == WordKind::Comment;
            if !ends_in_comment {
                found.push(&line[range]);
            }
        }
    }
    (!ends_in_comment).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "pool db = 2\npool api = 1\nuser: io 300ms\nposts[1..6]: io 400ms\n";

    /// What is offered at `|` behind the program, without being asked for.
    fn typed(line: &str) -> Vec<String> {
        offered(line, false)
    }

    /// What is offered at `|` behind the program when it is asked for.
    fn asked(line: &str) -> Vec<String> {
        offered(line, true)
    }

    fn offered(line: &str, is_explicit: bool) -> Vec<String> {
        let at = PROGRAM.len() + line.find('|').expect("a place");
        let text = format!("{PROGRAM}{}", line.replacen('|', "", 1));
        let found = Completions::at(&text, at, is_explicit);
        let options = found.map_or_else(Vec::new, |found| found.options);
        options.into_iter().map(|option| option.label).collect()
    }

    #[test]
    fn after_is_followed_by_a_mode_or_tasks_but_not_the_task_itself() {
        assert_eq!(typed("a: io 1s after |"), ["any", "first", "user", "posts"]);
        assert_eq!(typed("a: io 1s after any |"), ["user", "posts"]);
        assert_eq!(typed("a: io 1s after us|"), ["user"]);
        assert_eq!(typed("a: io 1s after user, |"), ["posts"]);
        assert_eq!(typed("user: io 1s after first |"), ["posts"]);
    }

    #[test]
    fn using_is_followed_by_pools() {
        assert_eq!(typed("a: io 1s using |"), ["db", "api"]);
        assert_eq!(typed("a: io 1s after user using db, |"), ["api"]);
    }

    #[test]
    fn a_colon_and_then_are_followed_by_steps() {
        let steps = ["io", "cpu", "block", "thread"];
        assert_eq!(typed("a: |"), steps);
        assert_eq!(typed("a[1..3]: i|"), ["io"]);
        assert_eq!(typed("a: io 1s then |"), steps);
    }

    #[test]
    fn a_line_starts_with_a_setting_when_one_is_begun_or_asked_for() {
        assert_eq!(typed("|"), [""; 0]);
        assert_eq!(asked("|"), SETTINGS);
        assert_eq!(typed("po|"), ["pool"]);
        assert_eq!(typed("on |"), ["failure"]);
        assert_eq!(typed("on failure |"), ["cancel", "continue"]);
    }

    #[test]
    fn a_step_is_followed_by_then_and_clauses_and_a_clause_by_other_clauses() {
        assert_eq!(typed("a: io 1s |"), [""; 0]);
        assert_eq!(asked("a: io 1s |")[..2], ["then", "after"]);
        assert_eq!(typed("a: io 1s t|"), ["then", "timeout"]);
        assert_eq!(typed("a: io 1s after user t|"), ["timeout"]);
        assert_eq!(asked("a: io 1s retry 2 |")[..2], ["backoff", "after"]);
    }

    #[test]
    fn a_family_has_an_index() {
        assert_eq!(typed("a[1..6]: io 1s after posts[|"), ["i"]);
        assert_eq!(typed("a: io 1s after posts[|"), [""; 0]);
    }

    #[test]
    fn a_statement_goes_on_in_the_lines_below() {
        assert_eq!(
            typed("a: io 1s # so\n\n  # far\n  after any |"),
            ["user", "posts"]
        );
        assert_eq!(asked("a: io 1s\n  |")[..2], ["then", "after"]);
    }

    #[test]
    fn numbers_comments_and_new_names_are_left_alone() {
        assert_eq!(asked("a: io |"), [""; 0]);
        assert_eq!(asked("a: io 3|"), [""; 0]);
        assert_eq!(asked("a: io 1s # after |"), [""; 0]);
        assert_eq!(asked("a[|"), [""; 0]);
        assert_eq!(asked("a: io 1s after posts[3|"), [""; 0]);
        assert_eq!(asked("pool |"), [""; 0]);
    }

    #[test]
    fn a_word_that_is_there_is_not_in_the_way_of_the_return_key() {
        assert_eq!(typed("a: io 1s background|"), [""; 0]);
        assert_eq!(typed("a: io 1s after user|"), [""; 0]);
    }

    #[test]
    fn a_name_of_any_script_is_completed() {
        assert_eq!(typed("사용자: io 1s\na: io 1s after 사|"), ["사용자"]);
    }

    #[test]
    fn any_text_and_place_is_answered() {
        let text = "  \u{feff}on\u{202e}: 가\n\r\n [..,#\n\tafter after ,[ any =";
        for (at, _) in text.char_indices() {
            Completions::at(text, at, true);
        }
    }

    #[test]
    fn a_long_list_of_names_is_cut() {
        let text: String = (0..1000).map(|n| format!("t{n}: io 1s\n")).collect();
        let text = format!("{text}a: io 1s after any ");
        let found = Completions::at(&text, text.len(), false).expect("names");
        assert_eq!(found.options.len(), NAMES);
    }
}

use super::Completion;
use super::completion_place::CompletionPlace;
use crate::notation::{WordKind, words};
use crate::words::Language;

/// The ways to go on at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// Where what they complete starts, in bytes.
    pub from: usize,
    /// The ways, in the order in which they are offered.
    pub options: Vec<Completion>,
}

impl Completions {
    /// What fits `text` at `at` bytes, with help in words of `language`. Where nobody asked for it (`is_explicit`), nothing is
    /// offered that would be in the way: neither the word that already stands there, nor what a
    /// line can do without.
    ///
    /// ```
    /// use interleave::page::Completions;
    /// use interleave::words::Language;
    ///
    /// let text = "user: io 1s\nrender: cpu 1s after us";
    /// let found = Completions::at(text, text.len(), false, Language::English).unwrap();
    /// assert_eq!(&text[found.from..], "us");
    /// assert_eq!(found.options[0].label, "user");
    /// ```
    pub fn at(text: &str, at: usize, is_explicit: bool, language: Language) -> Option<Self> {
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
        let place = CompletionPlace::behind(&words, before.starts_with(char::is_whitespace))?;
        if !is_explicit && typed.is_empty() && !place.needs_a_word() {
            return None;
        }
        let mut options = place.options(&words, text, typed, language);
        options.retain(|option| option.help.is_none() || option.label.starts_with(typed));
        let is_there = options.iter().any(|option| option.label == typed);
        (!options.is_empty() && (is_explicit || !is_there)).then_some(Completions {
            from: at - typed.len(),
            options,
        })
    }
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
    use super::super::completion_place::{NAMES, SETTINGS};
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
        let found = Completions::at(&text, at, is_explicit, Language::English);
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
            Completions::at(text, at, true, Language::English);
        }
    }

    #[test]
    fn a_long_list_of_names_is_cut() {
        let text: String = (0..1000).map(|n| format!("t{n}: io 1s\n")).collect();
        let text = format!("{text}a: io 1s after any ");
        let found = Completions::at(&text, text.len(), false, Language::English).expect("names");
        assert_eq!(found.options.len(), NAMES);
    }
}

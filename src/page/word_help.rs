use std::ops::Range;

use serde::Serialize;

use crate::notation::{WordKind, words};
use crate::words::{Language, help};

/// What a word of the notation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WordHelp {
    /// A sentence or two.
    pub text: &'static str,
    /// A line of a program that shows it.
    pub example: &'static str,
}

impl WordHelp {
    /// What `word` means, in words of `language`; none where the notation gives it no meaning.
    pub fn of(word: &str, language: Language) -> Option<Self> {
        let (text, example): (fn(Language) -> &'static str, _) = match word {
            "io" => (help::io, "user: io 300ms"),
            "cpu" => (help::cpu, "resize: cpu 280ms after avatar"),
            "block" => (help::block, "legacy: block 150ms"),
            "thread" => (help::thread, "pack: thread 500ms"),
            "then" => (help::then, "user: io 300ms then cpu 20ms"),
            "after" => (help::after, "render: cpu 120ms after user, posts[3]"),
            "any" => (help::any, "page: cpu 50ms after any cache, network"),
            "first" => (help::first, "page: cpu 50ms after first cache, network"),
            "using" => (help::using, "posts[1..6]: io 400ms using db"),
            "timeout" => (help::timeout, "avatar: io 700ms timeout 500ms"),
            "retry" => (help::retry, "mail: io 200ms fails 2 retry 3"),
            "backoff" => (
                help::backoff,
                "mail: io 200ms fails 2 retry 3 backoff 100ms",
            ),
            "fails" => (help::fails, "mail: io 200ms fails 20%"),
            "background" => (help::background, "heartbeat: io 10s background"),
            "pool" => (help::pool, "pool db = 2"),
            "threads" => (help::threads, "threads 2"),
            "on" | "failure" => (help::on_failure, "on failure continue"),
            "cancel" => (help::on_failure_cancel, "on failure cancel"),
            "continue" => (help::on_failure_continue, "on failure continue"),
            "seed" => (help::seed, "seed 7"),
            "i" => (help::own_index, "thumb[1..6]: cpu 40ms after posts[i]"),
            ".." => (help::from_to, "ping[1..3]: io 100ms..300ms"),
            _ => return None,
        };
        let text = text(language);
        Some(WordHelp { text, example })
    }

    /// What the word at `at` bytes into `line` means, and where in the line it stands. At a border
    /// it is the word behind it.
    ///
    /// ```
    /// use interleave::page::WordHelp;
    /// use interleave::words::Language;
    ///
    /// let (range, help) = WordHelp::at("a: io 1s", 4, Language::English).unwrap();
    /// assert_eq!(range, 3..5);
    /// assert!(help.text.starts_with("Waits"));
    /// ```
    pub fn at(line: &str, at: usize, language: Language) -> Option<(Range<usize>, Self)> {
        let (range, kind) = words(line)
            .take_while(|(range, _)| range.start <= at)
            .filter(|(range, _)| at <= range.end)
            .last()?;
        let help = WordHelp::of(&line[range.clone()], language);
        let help = help.filter(|_| kind != WordKind::Comment)?;
        Some((range, help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::StepKind;
    use crate::notation::parse;

    /// Every word that the notation gives a meaning.
    const WORDS: &str = "on failure cancel continue pool threads seed after any first using \
        timeout retry backoff fails background then io cpu block thread i ..";

    #[test]
    fn every_word_has_help_with_an_example_that_shows_it() {
        for (range, kind) in words(WORDS) {
            let word = &WORDS[range];
            assert_ne!(kind, WordKind::Name, "'{word}' is no word of the notation");
            let help = WordHelp::of(word, Language::English)
                .unwrap_or_else(|| panic!("no help for '{word}'"));
            let mut shown = words(help.example).map(|(range, _)| &help.example[range]);
            let stands_for = if word == "cancel" { "failure" } else { word };
            assert!(shown.any(|shown| shown == stands_for), "{}", help.example);
        }
    }

    #[test]
    fn every_example_is_of_the_notation() {
        let others = "pool db = 1\nuser: io 1s\nposts[1..6]: io 1s\navatar: io 1s\ncache: io 1s\nnetwork: io 1s\n";
        for (range, _) in words(WORDS) {
            let example = WordHelp::of(&WORDS[range], Language::English)
                .expect("help")
                .example;
            let head = example
                .split([':', '[', '='])
                .next()
                .expect("a head")
                .trim();
            let needed: String = (others.lines())
                .filter(|line| line.split([':', '[', '=']).next().map(str::trim) != Some(head))
                .map(|line| format!("{line}\n"))
                .collect();
            assert_eq!(
                parse(&format!("{needed}{example}")).err(),
                None,
                "{example}"
            );
        }
    }

    #[test]
    fn each_kind_of_step_has_help() {
        for kind in StepKind::ALL {
            assert!(WordHelp::of(kind.word(), Language::English).is_some());
        }
    }

    #[test]
    fn the_word_under_the_pointer_is_found_in_a_line_of_any_script() {
        let line = "사용자: io 300ms after any 가, 나  # after";
        let word_at = |needle: &str| {
            let at = line.find(needle).expect("it is there") + 1;
            WordHelp::at(line, at, Language::English).map(|(range, _)| &line[range])
        };
        assert_eq!(word_at("io"), Some("io"));
        assert_eq!(word_at("any"), Some("any"));
        assert_eq!(word_at("300ms"), None);
        assert_eq!(word_at("# after"), None);
        assert_eq!(WordHelp::at(line, 0, Language::English), None);
        assert_eq!(WordHelp::at("", 0, Language::English), None);
    }
}

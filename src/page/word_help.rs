use std::ops::Range;

use serde::Serialize;

use crate::notation::{WordKind, words};

/// What a word of the notation means.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct WordHelp {
    /// A sentence or two.
    pub text: &'static str,
    /// A line of a program that shows it.
    pub example: &'static str,
}

impl WordHelp {
    /// What `word` means; none where the notation gives it no meaning.
    pub fn of(word: &str) -> Option<&'static WordHelp> {
        Some(match word {
            "io" => &WordHelp {
                text: "Waits, as for a request. The loop is free meanwhile: other tasks run.",
                example: "user: io 300ms",
            },
            "cpu" => &WordHelp {
                text: "Computes on the loop. Nothing else runs until it is done.",
                example: "resize: cpu 280ms after avatar",
            },
            "block" => &WordHelp {
                text: "Sleeps without giving the loop back, as time.sleep does. Nothing else runs meanwhile.",
                example: "legacy: block 150ms",
            },
            "thread" => &WordHelp {
                text: "Runs on a thread of the executor. The loop is free meanwhile.",
                example: "pack: thread 500ms",
            },
            "then" => &WordHelp {
                text: "The task goes on with another step.",
                example: "user: io 300ms then cpu 20ms",
            },
            "after" => &WordHelp {
                text: "Starts when all of these have succeeded: tasks, whole families, or members of them.",
                example: "render: cpu 120ms after user, posts[3]",
            },
            "any" => &WordHelp {
                text: "Starts when the first of them succeeds. The others go on.",
                example: "page: cpu 50ms after any cache, network",
            },
            "first" => &WordHelp {
                text: "Starts when the first of them succeeds. The others are cancelled.",
                example: "page: cpu 50ms after first cache, network",
            },
            "using" => &WordHelp {
                text: "Each attempt takes these pools, in this order, and gives them back when it ends.",
                example: "posts[1..6]: io 400ms using db",
            },
            "timeout" => &WordHelp {
                text: "An attempt whose steps take this long or longer is stopped and has failed. Only a wait can be stopped.",
                example: "avatar: io 700ms timeout 500ms",
            },
            "retry" => &WordHelp {
                text: "After a failed attempt, up to this many more.",
                example: "mail: io 200ms fails 2 retry 3",
            },
            "backoff" => &WordHelp {
                text: "How long to wait before the first further attempt, and twice as long before each next one.",
                example: "mail: io 200ms fails 2 retry 3 backoff 100ms",
            },
            "fails" => &WordHelp {
                text: "Its attempts fail at the end of their steps: all of them, the first N, or each with a chance of P%.",
                example: "mail: io 200ms fails 20%",
            },
            "background" => &WordHelp {
                text: "Nobody waits for it. When all other tasks have ended, it is cancelled.",
                example: "heartbeat: io 10s background",
            },
            "pool" => &WordHelp {
                text: "At most this many tasks hold the pool at once, first come first served: an asyncio.Semaphore.",
                example: "pool db = 2",
            },
            "threads" => &WordHelp {
                text: "How many thread steps run at once. It is 4 unless this says otherwise.",
                example: "threads 2",
            },
            "on" | "failure" => &WordHelp {
                text: "What happens to the other tasks when one fails: they are cancelled, or they continue.",
                example: "on failure continue",
            },
            "cancel" => &WordHelp {
                text: "The first task to fail cancels all the others, as in an asyncio.TaskGroup. This is so unless it says continue.",
                example: "on failure cancel",
            },
            "continue" => &WordHelp {
                text: "When a task fails, the others go on, as in asyncio.gather with return_exceptions. What comes after the failed one is skipped.",
                example: "on failure continue",
            },
            "seed" => &WordHelp {
                text: "What the draws of A..B and fails P% start from. Another seed, other draws.",
                example: "seed 7",
            },
            "i" => &WordHelp {
                text: "The task's own index in its family.",
                example: "thumb[1..6]: cpu 40ms after posts[i]",
            },
            ".." => &WordHelp {
                text: "From the one to the other, both included: the indices of a family, or a duration that is drawn for each attempt.",
                example: "ping[1..3]: io 100ms..300ms",
            },
            _ => return None,
        })
    }

    /// What the word at `at` bytes into `line` means, and where in the line it stands. At a border
    /// it is the word behind it.
    ///
    /// ```
    /// use interleave::page::WordHelp;
    ///
    /// let (range, help) = WordHelp::at("a: io 1s", 4).unwrap();
    /// assert_eq!(range, 3..5);
    /// assert!(help.text.starts_with("Waits"));
    /// ```
    pub fn at(line: &str, at: usize) -> Option<(Range<usize>, &'static WordHelp)> {
        let (range, kind) = words(line)
            .take_while(|(range, _)| range.start <= at)
            .filter(|(range, _)| at <= range.end)
            .last()?;
        let help = WordHelp::of(&line[range.clone()]).filter(|_| kind != WordKind::Comment)?;
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
            let help = WordHelp::of(word).unwrap_or_else(|| panic!("no help for '{word}'"));
            let mut shown = words(help.example).map(|(range, _)| &help.example[range]);
            let stands_for = if word == "cancel" { "failure" } else { word };
            assert!(shown.any(|shown| shown == stands_for), "{}", help.example);
        }
    }

    #[test]
    fn every_example_is_of_the_notation() {
        let others = "pool db = 1\nuser: io 1s\nposts[1..6]: io 1s\navatar: io 1s\ncache: io 1s\nnetwork: io 1s\n";
        for (range, _) in words(WORDS) {
            let example = WordHelp::of(&WORDS[range]).expect("help").example;
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
            assert!(WordHelp::of(kind.word()).is_some());
        }
    }

    #[test]
    fn the_word_under_the_pointer_is_found_in_a_line_of_any_script() {
        let line = "사용자: io 300ms after any 가, 나  # after";
        let word_at = |needle: &str| {
            let at = line.find(needle).expect("it is there") + 1;
            WordHelp::at(line, at).map(|(range, _)| &line[range])
        };
        assert_eq!(word_at("io"), Some("io"));
        assert_eq!(word_at("any"), Some("any"));
        assert_eq!(word_at("300ms"), None);
        assert_eq!(word_at("# after"), None);
        assert_eq!(WordHelp::at(line, 0), None);
        assert_eq!(WordHelp::at("", 0), None);
    }
}

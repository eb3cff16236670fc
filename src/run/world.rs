use std::fmt;

use serde::{Deserialize, Serialize};

use crate::lettering::quantity::plain_duration;
use crate::notation;

/// What stands for a number in a rule.
const NUMBER: &str = "N";

/// Of more rules nobody would keep track.
pub const MOST_RULES: usize = 50;

/// What a Python program meets in a page, which has neither chance nor a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct World {
    /// What `random` is seeded with.
    pub seed: u32,
    /// What answers requests: the first rule that fits.
    pub rules: Vec<Rule>,
}

impl Default for World {
    fn default() -> Self {
        let rule = |url: &str, after, status, body| Rule {
            url: url.to_owned(),
            after,
            answer: Answer::Response { status, body },
        };
        let ms = |ms: u64| After::Us(ms * 1_000);
        let (number, ok) = (After::Number, Status::Is(200));
        World {
            seed: 1,
            rules: vec![
                rule("*/delay/N", number, ok, Body::Json),
                rule("*/status/N", ms(100), Status::Number, Body::Empty),
                rule("*/nonexistent", ms(100), Status::Is(404), Body::Json),
                Rule {
                    url: "*.invalid".to_owned(),
                    after: ms(50),
                    answer: Answer::NoConnection,
                },
                rule("*", ms(200), ok, Body::ByHost),
            ],
        }
    }
}

/// What answers the requests to some URLs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Which ones: a host, or a host and a path, where `*` is anything, and a part of the path that
    /// is `N` is any number. What begins with `/` is a path of any host.
    pub url: String,
    /// After how long.
    pub after: After,
    /// With what.
    pub answer: Answer,
}

/// How long an answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum After {
    /// So many microseconds.
    Us(u64),
    /// As many seconds as the number in the URL.
    Number,
}

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Nothing: there is nobody.
    NoConnection,
    /// A response.
    Response { status: Status, body: Body },
}

/// A response's status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// This one, from 100 to 599.
    Is(u16),
    /// The number in the URL.
    Number,
}

/// What a response holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// JSON from a host for programs (`api.`…, …`httpbin`…), HTML from others.
    ByHost,
    /// JSON.
    Json,
    /// HTML.
    Html,
    /// Nothing.
    Empty,
}

/// What is wrong with a rule as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleMistake {
    /// The URL is empty, or has what no URL has.
    Url,
    /// The time is none.
    After,
    /// The answer is none.
    Answer,
    /// There is an `N`, but none in the URL.
    NoNumber,
}

impl Rule {
    /// A rule as it is written: `*/delay/N`, `N s`, `200 JSON`.
    ///
    /// # Errors
    /// What is wrong with it.
    ///
    /// ```
    /// use interleave::run::{Answer, Body, Rule, RuleMistake, Status};
    ///
    /// let rule = Rule::read("shop.example/*", "1.5s", "503 empty").unwrap();
    /// let (status, body) = (Status::Is(503), Body::Empty);
    /// assert_eq!(rule.answer, Answer::Response { status, body });
    /// assert_eq!(rule.written(), ["shop.example/*", "1.5 s", "503 empty"]);
    /// assert_eq!(Rule::read("*", "N s", "200"), Err(RuleMistake::NoNumber));
    /// ```
    pub fn read(url: &str, after: &str, answer: &str) -> Result<Self, RuleMistake> {
        let url = url.trim();
        let url = url.split_once("://").map_or(url, |(_, rest)| rest);
        let is_odd = |c: char| c.is_whitespace() || c.is_control();
        if url.is_empty() || url.contains(is_odd) {
            return Err(RuleMistake::Url);
        }
        let after = After::read(after).ok_or(RuleMistake::After)?;
        let answer = Answer::read(answer).ok_or(RuleMistake::Answer)?;
        let of_number = Answer::is_of_number;
        if (after == After::Number || of_number(answer)) && !url.split('/').any(|p| p == NUMBER) {
            return Err(RuleMistake::NoNumber);
        }
        Ok(Rule {
            url: url.to_owned(),
            after,
            answer,
        })
    }

    /// It as [`read`](Rule::read) takes it: the URL, the time, the answer.
    pub fn written(&self) -> [String; 3] {
        let (after, answer) = (self.after.to_string(), self.answer.to_string());
        [self.url.clone(), after, answer]
    }
}

impl After {
    fn read(text: &str) -> Option<Self> {
        let compact: String = text.split_whitespace().collect();
        match &*compact {
            "Ns" => Some(After::Number),
            "0" => Some(After::Us(0)),
            written => notation::parse_duration(written).ok().map(After::Us),
        }
    }
}

impl fmt::Display for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            After::Us(us) => f.write_str(&plain_duration(us)),
            After::Number => write!(f, "{NUMBER} s"),
        }
    }
}

impl Answer {
    fn read(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let words: Vec<_> = text.split([' ', ',']).filter(|w| !w.is_empty()).collect();
        let (status, body) = match *words {
            ["no", "connection"] => return Some(Answer::NoConnection),
            [status] => (status, Body::ByHost),
            [status, "json"] => (status, Body::Json),
            [status, "html"] => (status, Body::Html),
            [status, "empty"] => (status, Body::Empty),
            _ => return None,
        };
        let status = match status {
            "n" => Status::Number,
            code => Status::Is(code.parse().ok().filter(|code| (100..600).contains(code))?),
        };
        Some(Answer::Response { status, body })
    }

    fn is_of_number(self) -> bool {
        let status = Status::Number;
        matches!(self, Answer::Response { status: is, .. } if is == status)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Answer::Response { status, body } = self else {
            return f.write_str("no connection");
        };
        match status {
            Status::Is(code) => write!(f, "{code}")?,
            Status::Number => f.write_str(NUMBER)?,
        }
        f.write_str(match body {
            Body::ByHost => "",
            Body::Json => " JSON",
            Body::Html => " HTML",
            Body::Empty => " empty",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_are_there_at_first_are_read_as_they_are_written() {
        for rule in World::default().rules {
            let [url, after, answer] = rule.written();
            assert_eq!(Rule::read(&url, &after, &answer), Ok(rule));
        }
    }

    #[test]
    fn each_part_of_a_rule_is_held_to_what_it_can_be() {
        assert_eq!(Rule::read(" ", "1s", "200"), Err(RuleMistake::Url));
        assert_eq!(Rule::read("a b", "1s", "200"), Err(RuleMistake::Url));
        assert_eq!(Rule::read("*", "soon", "200"), Err(RuleMistake::After));
        assert_eq!(Rule::read("*", "1s", "99"), Err(RuleMistake::Answer));
        assert_eq!(Rule::read("*", "1s", "200 XML"), Err(RuleMistake::Answer));
        assert_eq!(Rule::read("/a/N", "1s", "N, empty").map(|_| ()), Ok(()));
        assert_eq!(Rule::read("/a/1", "1s", "N"), Err(RuleMistake::NoNumber));
    }

    #[test]
    fn a_whole_url_is_one_without_its_scheme() {
        let rule = Rule::read("https://a.example/b", "0", "200").unwrap();
        assert_eq!(rule.written(), ["a.example/b", "0 s", "200"]);
    }
}

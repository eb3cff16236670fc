use crate::export::WrittenAs;
use crate::words::{Language, gallery as words};

/// A program that teaches something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What its file is called, without the extension.
    pub name: &'static str,
    /// What it is written in.
    pub written_as: WrittenAs,
    /// The program alone, without what is told of it.
    pub program: &'static str,
    /// What is told of it, in the order of [`Language::ALL`].
    tellings: [Telling; Language::ALL.len()],
}

/// What is told of an example in one language. What stands between backticks in the story and
/// in the thing to try is a part of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// A few words.
    pub title: &'static str,
    /// What happens, in two or three sentences, for somebody who has never heard of event loops.
    pub story: String,
    /// What to change, and what comes of it.
    pub try_this: String,
    /// The same as comment lines, with the word for it.
    try_lines: String,
}

impl Example {
    /// The example that is in `file`. What a file lacks is empty.
    pub(super) fn read(name: &'static str, written_as: WrittenAs, file: &'static str) -> Self {
        let (head, program) = file.split_once("\n\n").unwrap_or_default();
        Example {
            name,
            written_as,
            program,
            tellings: Language::ALL.map(|language| Telling::read(head, language)),
        }
    }

    /// What is told of it in `language`.
    pub fn telling(&self, language: Language) -> &Telling {
        let [english, korean] = &self.tellings;
        match language {
            Language::English => english,
            Language::Korean => korean,
        }
    }

    /// What the editor gets: the title and the thing to try as comments, and the program.
    ///
    /// ```
    /// use interleave::gallery;
    /// use interleave::words::Language;
    ///
    /// let example = gallery::examples().next().unwrap();
    /// let text = example.text(Language::English);
    /// assert!(text.starts_with("# Three tasks, one wait\n# Try: "));
    /// assert!(text.ends_with("\n\nA: io 2s\nB: io 2s\nC: io 2s\n"));
    /// ```
    pub fn text(&self, language: Language) -> String {
        let Telling {
            title, try_lines, ..
        } = self.telling(language);
        format!("# {title}\n{try_lines}\n\n{}", self.program)
    }

    /// Whether `text` is what the editor gets of it, in whichever language.
    pub fn has_text(&self, text: &str) -> bool {
        let is_text = |language| self.text(language) == text;
        Language::ALL.into_iter().any(is_text)
    }

    /// Whether every word of `query` is somewhere in what is told of it in `language` or in the
    /// program, be it a part of a word, in capitals or small. An empty query finds everything.
    pub fn matches(&self, query: &str, language: Language) -> bool {
        let telling = self.telling(language);
        let parts = [
            telling.title,
            &telling.story,
            &telling.try_this,
            self.program,
        ];
        let parts = parts.map(str::to_lowercase);
        let query = query.to_lowercase();
        (query.split_whitespace()).all(|word| parts.iter().any(|part| part.contains(word)))
    }
}

impl Telling {
    /// What `head` says in `language`.
    fn read(head: &'static str, language: Language) -> Self {
        let title_in = |line: &'static str, language: Language| {
            let line = line.strip_prefix("# ")?.strip_prefix(language.tag())?;
            line.strip_prefix(": ")
        };
        let is_title = |line| (Language::ALL.iter()).any(|&each| title_in(line, each).is_some());
        let mut lines = head.lines();
        let title = lines.find_map(|line| title_in(line, language));
        let lines: Vec<_> = lines.take_while(|line| !is_title(line)).collect();
        let word = words::try_this(language);
        let tries = |line: &&str| uncommented(line).starts_with(word);
        let story_lines = lines.iter().position(tries).unwrap_or(lines.len());
        let (story, try_lines) = lines.split_at(story_lines);
        let try_this = prose(try_lines);
        Telling {
            title: title.unwrap_or_default(),
            story: prose(story),
            try_this: try_this.trim_start_matches(word).trim_start().to_owned(),
            try_lines: try_lines.join("\n"),
        }
    }
}

fn uncommented(line: &str) -> &str {
    line.trim_start_matches('#').trim_start()
}

/// The text of comment lines, without their breaks.
fn prose(lines: &[&str]) -> String {
    let lines: Vec<_> = lines.iter().copied().map(uncommented).collect();
    lines.join(" ")
}

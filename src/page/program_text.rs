use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::named_program::ProgramName;
use super::program_link::View;
use super::program_store::Unkept;
use super::saved_program::{self, Saved, SavedProgram};
use crate::export::WrittenAs;
use crate::gallery;
use crate::words::{Language, page as words, python};

/// The text is kept in the browser this long after the last change, in milliseconds.
const SAVE_AFTER_MS: u32 = 300;

/// The program of a first visit, after its first line.
const FIRST_PROGRAM: &str = "
pool db = 2

user:        io 300ms
posts[1..6]: io 400ms   after user   using db
avatar:      io 350ms   after user
resize:      cpu 280ms  after avatar
render:      cpu 120ms  after posts, resize
";

/// The program of a kind of a first visit.
fn first_program(written_as: WrittenAs, language: Language) -> String {
    match written_as {
        WrittenAs::TaskGraph => format!("{}{FIRST_PROGRAM}", words::first_program(language)),
        WrittenAs::Python => first_python(language),
    }
}

fn first_python(language: Language) -> String {
    format!(
        r#"{}
import asyncio
import time

async def download(name, seconds):
    print(f"{{name}}: start")
    await asyncio.sleep(seconds)  {}
    print(f"{{name}}: done")
    return seconds

async def main():
    begin = time.perf_counter()
    waits = await asyncio.gather(
        download("map", 1.2),
        download("photos", 0.8),
        download("reviews", 0.5),
    )
    took = time.perf_counter() - begin
    print(f"{{sum(waits):.1f}} s of waiting took {{took:.1f}} s")

asyncio.run(main())
"#,
        python::first_program(language),
        python::first_program_meanwhile(language),
    )
}

/// The text of the program, kept in the browser from one visit to the next.
pub struct ProgramText {
    written_as: WrittenAs,
    text: Rc<str>,
    /// The name by which it was opened or saved.
    name: Option<ProgramName>,
    revision: u32,
    /// The texts that others were put in the place of, and their names.
    replaced: VecDeque<(Rc<str>, Option<ProgramName>)>,
    saved: SavedProgram,
    kept: Kept,
    on_save: Callback<()>,
    save_timer: Option<Timeout>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Yes,
    NotYet,
    Impossible(Unkept),
    /// It is not the user's own: what is embedded in another page.
    Never,
}

impl ProgramText {
    /// The text of the last visit, or that of a first one in `language`; where the page is in another page,
    /// always the latter, and nothing is kept. `on_save` is called when it is time to
    /// [`save`](ProgramText::save).
    pub fn load(
        written_as: WrittenAs,
        view: View,
        on_save: Callback<()>,
        language: Language,
    ) -> Self {
        let (mut program, saved) = SavedProgram::open(written_as);
        let is_own = view == View::Page;
        let (text, name) = match saved.filter(|_| is_own) {
            Some(saved) => (with_plain_line_breaks(&saved.text), saved.name),
            None => (first_program(written_as, language), None),
        };
        let aside = program.take_aside().into_iter().filter(|_| is_own);
        let replaced =
            aside.map(|Saved { text, name }| (with_plain_line_breaks(&text).into(), name));
        ProgramText {
            written_as,
            name,
            text: text.into(),
            revision: 0,
            replaced: replaced.collect(),
            saved: program,
            kept: match (is_own, saved_program::is_allowed()) {
                (false, _) => Kept::Never,
                (true, true) => Kept::Yes,
                (true, false) => Kept::Impossible(Unkept::Forbidden),
            },
            on_save,
            save_timer: None,
        }
    }

    /// What it is written in.
    pub fn written_as(&self) -> WrittenAs {
        self.written_as
    }

    /// The text.
    pub fn get(&self) -> &Rc<str> {
        &self.text
    }

    /// The name by which it was opened or saved, if any.
    pub fn name(&self) -> Option<&ProgramName> {
        self.name.as_ref()
    }

    /// Gives it another name.
    pub fn set_name(&mut self, name: ProgramName) {
        self.name = Some(name);
        self.changed();
        self.save();
    }

    /// Counts the times at which the text was changed otherwise than by typing.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// The text is now as the user has typed it.
    pub fn typed(&mut self, text: Rc<str>) {
        self.text = text;
        self.changed();
    }

    fn changed(&mut self) {
        if self.kept == Kept::Never {
            return;
        }
        self.kept = Kept::NotYet;
        let on_save = self.on_save.clone();
        self.save_timer = Some(Timeout::new(SAVE_AFTER_MS, move || on_save.emit(())));
    }

    /// Puts another text in its place, with its name. The one that was there can be had back.
    pub fn replace(&mut self, text: &str, name: Option<ProgramName>) {
        let before = (self.text.clone(), self.name.clone());
        if !before.0.trim().is_empty() {
            self.replaced.push_back(before);
        }
        self.put(with_plain_line_breaks(text).into(), name);
    }

    /// Shows another text in its place, as if none had been there.
    pub fn show(&mut self, text: &str) {
        self.put(with_plain_line_breaks(text).into(), None);
    }

    /// Has the program of a first visit or an example, where nobody has changed it, speak another
    /// language.
    pub fn speak(&mut self, language: Language) {
        if let Some(example) = gallery::all().find(|example| example.has_text(&self.text)) {
            let name = self.name.take();
            return self.put(example.text(language).into(), name);
        }
        let first = |language| first_program(self.written_as, language);
        if Language::ALL
            .iter()
            .any(|&other| *self.text == *first(other))
        {
            self.put(first(language).into(), None);
        }
    }

    /// Whether there is a text to go back to.
    pub fn can_undo(&self) -> bool {
        !self.replaced.is_empty()
    }

    /// Goes back to the text that was replaced last. The one that stands there now comes last in
    /// the row of those to go back to, so that none is ever lost.
    pub fn undo(&mut self) {
        if let Some(before) = self.replaced.pop_back() {
            if !self.text.trim().is_empty() {
                let after = (self.text.clone(), self.name.clone());
                self.replaced.push_front(after);
            }
            let (text, name) = before;
            self.put(text, name);
        }
    }

    fn put(&mut self, text: Rc<str>, name: Option<ProgramName>) {
        self.name = name;
        self.typed(text);
        self.revision += 1;
    }

    /// Keeps the text in the browser, where that was not done yet.
    pub fn save(&mut self) {
        if matches!(self.kept, Kept::NotYet | Kept::Impossible(_)) {
            self.save_timer = None;
            self.kept = match self.saved.save(&self.text, self.name.as_ref()) {
                Ok(()) => Kept::Yes,
                Err(why) => Kept::Impossible(why),
            };
        }
    }

    /// Another tab has changed what the browser keeps: this text is not to be lost for it.
    pub fn kept_elsewhere(&mut self) {
        let is_lost = self.kept == Kept::Yes && !self.saved.is_kept(&self.text);
        if is_lost && self.is_own() {
            self.saved.put_aside(&self.text, self.name.as_ref());
        }
    }

    /// The texts of other tabs, which can be had back, have been seen.
    pub fn seen_aside(&mut self) {
        self.saved.seen_aside();
    }

    /// Whether somebody has written it: it is no example, nor the program of a first visit.
    fn is_own(&self) -> bool {
        let first = |language| *self.text == *first_program(self.written_as, language);
        !self.text.trim().is_empty()
            && !Language::ALL.into_iter().any(first)
            && !gallery::all().any(|example| example.has_text(&self.text))
    }

    /// A word on whether the text is kept.
    pub fn status(&self, language: Language) -> AttrValue {
        match self.kept {
            Kept::Yes => words::saved(language).into(),
            Kept::NotYet | Kept::Never => "".into(),
            Kept::Impossible(Unkept::Full) => words::not_saved(language).into(),
            Kept::Impossible(Unkept::Forbidden) => words::never_saved(language).into(),
        }
    }
}

/// The text as a text box gives it back: `\r\n` and a lone `\r` are `\n`.
fn with_plain_line_breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

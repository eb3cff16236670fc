//! Where programs come from and go to: links, files, and the text that others were put in place of.

use wasm_bindgen_futures::spawn_local;
use yew::Context;

use super::{App, Msg};
use crate::export::{SharedProgram, TextRefusal, WrittenAs};
use crate::gallery::{self, Example};
use crate::lettering::label::{cut, upright};
use crate::page::clipboard::copy;
use crate::page::dropped_file::Unread;
use crate::page::program_link::{self, View};
use crate::page::{NamedProgram, ProgramName, python_examples};
use crate::words::{Language, gallery as gallery_words, page as words, programs as kept_words};

/// So much of a name is shown that nothing has, in columns.
const LONGEST_SHOWN: usize = 60;

/// What is copied for others.
#[derive(Clone, Copy)]
pub enum Shared {
    /// A link.
    Link,
    /// The code that shows the program in another page.
    Embed,
}

impl Shared {
    /// That it was copied, in a few words.
    pub fn copied(self) -> fn(Language) -> &'static str {
        match self {
            Shared::Link => words::link_copied,
            Shared::Embed => kept_words::embed_copied,
        }
    }
}

/// Why nothing was copied.
pub enum Unshared {
    /// No link holds the program.
    Refused(TextRefusal),
    /// The browser did not let this be copied.
    Forbidden(Shared, String),
}

impl Unshared {
    /// Why, in a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Unshared::Refused(TextRefusal::TooLong { .. }) => {
                words::program_too_long(language).to_owned()
            }
            Unshared::Refused(TextRefusal::NotText) => words::program_not_text(language).to_owned(),
            Unshared::Forbidden(Shared::Link, address) => words::link_not_copied(language, address),
            Unshared::Forbidden(Shared::Embed, code) => {
                kept_words::embed_not_copied(language, code)
            }
        }
    }
}

impl App {
    /// Opens the program that the page's address holds. Says whether it holds another one.
    pub(super) fn open_link(&mut self) -> bool {
        let SharedProgram { written_as, text } = match program_link::take(self.view) {
            Some(Ok(shared)) => shared,
            Some(Err(why)) => {
                self.say(move |language| words::text_as_it_was(language, &why.say(language)));
                return false;
            }
            None => return false,
        };
        self.show(written_as);
        let is_another = text != **self.text.get();
        if is_another && self.view == View::Embedded {
            // Whoever looks at another page had no program here before.
            self.text.show(&text);
            self.text_changed();
        } else if is_another {
            self.put(&text, |language| words::opened_link(language).to_owned());
        }
        is_another
    }

    /// Opens the example that the page's address names, now or once it has come. Says whether another
    /// program stands there now.
    pub(super) fn open_linked_example(&mut self, context: &Context<Self>) -> bool {
        let Some(name) = program_link::take_example(self.view) else {
            return false;
        };
        if let Some(example) = gallery::examples().find(|example| example.name == name) {
            return self.open_linked(example);
        }
        let link = context.link().clone();
        spawn_local(async move {
            python_examples::fetched().await;
            link.send_message(Msg::LinkedExample(name));
        });
        false
    }

    /// Opens a Python example of a link, if there is one of this name.
    pub(super) fn open_linked_python(&mut self, name: String) {
        match gallery::all().find(|example| example.name == name) {
            Some(example) => {
                self.open_linked(example);
            }
            None => self.say(move |language| {
                let name = cut(&upright(&name), LONGEST_SHOWN);
                let why = gallery_words::no_such_example(language, &name);
                words::text_as_it_was(language, &why)
            }),
        }
    }

    /// Opens a link's example. Says whether that is another program.
    fn open_linked(&mut self, example: &'static Example) -> bool {
        self.show(example.written_as);
        if self.view == View::Embedded {
            // The page around has its own words for it.
            self.text.show(&example.text(self.language));
            self.text_changed();
            return true;
        }
        let is_another = !example.has_text(self.text.get());
        self.open_example(example);
        is_another
    }

    /// Puts an example in place of the program, unless it stands there, and tells its story.
    pub(super) fn open_example(&mut self, example: &'static Example) {
        self.show(example.written_as);
        if !example.has_text(self.text.get()) {
            self.text.replace(&example.text(self.language), None);
            self.text_changed();
        }
        self.notice = None;
        self.example = Some(example);
    }

    pub(super) fn share(&self, what: Shared, context: &Context<Self>) {
        let link = context.link().clone();
        let (written_as, text) = (self.text.written_as(), self.text.get());
        let text = match what {
            Shared::Link => program_link::address_of(written_as, text, View::Page),
            Shared::Embed => program_link::embed_code(written_as, text),
        };
        spawn_local(async move {
            let shared = match text {
                Ok(text) => match copy(&text).await {
                    Ok(()) => Ok(what),
                    Err(_) => Err(Unshared::Forbidden(what, text)),
                },
                Err(why) => Err(Unshared::Refused(why)),
            };
            link.send_message(Msg::Shared(shared));
        });
    }

    pub(super) fn opened(&mut self, name: String, text: Result<String, Unread>) {
        match text {
            Ok(text) => {
                self.show(WrittenAs::of_file(&name));
                self.put(&text, move |language| {
                    words::opened(language, &upright(&name))
                });
            }
            Err(why) => self.say(move |language| {
                let why = why.say(&upright(&name), language);
                words::text_as_it_was(language, &why)
            }),
        }
    }

    pub(super) fn open_named(&mut self, program: NamedProgram) {
        let NamedProgram { name, text, .. } = program;
        self.show(program.written_as);
        if *text == **self.text.get() {
            self.text.set_name(name);
        } else {
            let said = name.clone();
            self.put_named(&text, Some(name), move |language| {
                kept_words::opened_saved(language, &said.shown())
            });
        }
    }

    /// Puts `text` in place of the program's, and tells the user so.
    pub(super) fn put(&mut self, text: &str, notice: impl Fn(Language) -> String + 'static) {
        self.put_named(text, None, notice);
    }

    fn put_named(
        &mut self,
        text: &str,
        name: Option<ProgramName>,
        notice: impl Fn(Language) -> String + 'static,
    ) {
        self.text.replace(text, name);
        self.example = None;
        self.say(notice);
        self.text_changed();
    }

    /// Tells of the programs of other tabs, if there are any, which Undo shows: at first there is
    /// nothing else to undo.
    pub(super) fn tell_of_others(&mut self) {
        if self.text.can_undo() {
            self.say(|language| words::programs_of_others(language).to_owned());
        }
    }

    pub(super) fn undo(&mut self) {
        self.text.seen_aside();
        self.text.undo();
        let is_back = |example: &&Example| example.has_text(self.text.get());
        self.example = gallery::all().find(is_back);
        self.notice = None;
        if self.example.is_none() {
            self.say(|language| words::text_back(language).to_owned());
        }
        self.text_changed();
    }
}

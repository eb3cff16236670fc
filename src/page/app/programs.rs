//! Where programs come from and go to: links, files, and the text that others were put in place of.

use wasm_bindgen_futures::spawn_local;
use yew::Context;

use super::{App, Msg};
use crate::export::TextRefusal;
use crate::page::clipboard::copy;
use crate::page::dropped_file::Unread;
use crate::page::program_link;
use crate::words::{Language, page as words};

/// Why no link was copied.
pub enum Unshared {
    /// There can be none.
    Refused(TextRefusal),
    /// The browser did not let this one be copied.
    Forbidden(String),
}

impl Unshared {
    /// Why, in a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Unshared::Refused(TextRefusal::TooLong { .. }) => {
                words::program_too_long(language).to_owned()
            }
            Unshared::Refused(TextRefusal::NotText) => words::program_not_text(language).to_owned(),
            Unshared::Forbidden(address) => words::link_not_copied(language, address),
        }
    }
}

impl App {
    /// Opens the program that the page's address holds. Says whether it holds another one.
    pub(super) fn open_link(&mut self) -> bool {
        let text = match program_link::take() {
            Some(Ok(text)) => text,
            Some(Err(why)) => {
                self.say(move |language| words::text_as_it_was(language, &why.say(language)));
                return false;
            }
            None => return false,
        };
        let is_another = text != **self.text.get();
        if is_another {
            self.put(&text, |language| words::opened_link(language).to_owned());
        }
        is_another
    }

    pub(super) fn share(&self, context: &Context<Self>) {
        let link = context.link().clone();
        let address = program_link::address_of(self.text.get());
        spawn_local(async move {
            let shared = match address {
                Ok(address) => copy(&address)
                    .await
                    .map_err(|_| Unshared::Forbidden(address)),
                Err(why) => Err(Unshared::Refused(why)),
            };
            link.send_message(Msg::Shared(shared));
        });
    }

    pub(super) fn opened(&mut self, name: String, text: Result<String, Unread>) {
        match text {
            Ok(text) => self.put(&text, move |language| words::opened(language, &name)),
            Err(why) => {
                self.say(move |language| words::text_as_it_was(language, &why.say(&name, language)))
            }
        }
    }

    /// Puts `text` in place of the program's, and tells the user so.
    pub(super) fn put(&mut self, text: &str, notice: impl Fn(Language) -> String + 'static) {
        self.text.replace(text);
        self.say(notice);
        self.text_changed();
    }

    pub(super) fn undo(&mut self) {
        self.text.undo();
        self.say(|language| words::text_back(language).to_owned());
        self.text_changed();
    }
}

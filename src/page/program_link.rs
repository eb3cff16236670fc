//! Links that hold a program, as the address bar has them.

use wasm_bindgen::JsValue;

use crate::export::{LinkRefusal, SharedProgram, TextRefusal, WrittenAs};
use crate::words::{Language, page as words};

/// Why a link's program is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is not taken.
    Refused(LinkRefusal),
    /// It is in Python.
    OfPython,
}

impl Unopened {
    /// Why, in a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Unopened::Refused(refusal) => refusal.say(language),
            Unopened::OfPython => words::link_of_python(language).to_owned(),
        }
    }
}

/// The address of this page with `text` in it.
///
/// # Errors
/// Why there can be none.
pub fn address_of(text: &str) -> Result<String, TextRefusal> {
    let program = SharedProgram {
        written_as: WrittenAs::TaskGraph,
        text: text.to_owned(),
    };
    let fragment = program.fragment()?;
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    Ok(format!("{page}{fragment}"))
}

/// Takes the program out of the page's address, so that what the user makes of it is not undone
/// by the next reload; none where there is none in it.
///
/// # Errors
/// Why it can't be shown.
pub fn take() -> Option<Result<String, Unopened>> {
    let window = web_sys::window()?;
    let fragment = window.location().hash().ok()?;
    let shared = SharedProgram::of_fragment(&fragment).transpose()?;
    let address = window.location().href().ok()?;
    let page = address.split('#').next().unwrap_or_default();
    if let Ok(history) = window.history() {
        // Where the address cannot be changed, the link stays in it.
        let _: Result<(), _> = history.replace_state_with_url(&JsValue::NULL, "", Some(page));
    }
    Some(match shared {
        Ok(SharedProgram {
            written_as: WrittenAs::TaskGraph,
            text,
        }) => Ok(text),
        Ok(_) => Err(Unopened::OfPython),
        Err(refusal) => Err(Unopened::Refused(refusal)),
    })
}

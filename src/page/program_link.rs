//! Links that hold a program, as the address bar has them.

use wasm_bindgen::JsValue;

use crate::export::{LinkRefusal, SharedProgram, TextRefusal, WrittenAs};

/// How the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// By itself.
    Page,
    /// In another page, without its frame: `?embed`.
    Embedded,
}

impl View {
    /// How it is looked at now.
    pub fn now() -> Self {
        match parameters().iter().any(|(name, _)| name == "embed") {
            true => View::Embedded,
            false => View::Page,
        }
    }
}

/// What stands behind the address's `?`: names, and what is assigned to them.
fn parameters() -> Vec<(String, String)> {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let search = search.unwrap_or_default();
    let parameters = search.trim_start_matches('?').split('&');
    let pairs = parameters.map(|each| each.split_once('=').unwrap_or((each, "")));
    pairs
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Takes the name of the example out of the page's address, `?example=NAME`, as [`take`] does with a
/// program.
pub fn take_example(view: View) -> Option<String> {
    let parameters = parameters();
    let (_, example) = parameters.iter().find(|(name, _)| name == "example")?;
    if view == View::Page {
        let others = parameters.iter().filter(|(name, _)| name != "example");
        let others: Vec<_> = others
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let query = match others.is_empty() {
            true => String::new(),
            false => format!("?{}", others.join("&")),
        };
        change_address(&(address(View::Page) + &query));
    }
    Some(example.clone())
}

/// Has the address bar show another address of this page. Where it can't, it stays as it is.
fn change_address(to: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _: Result<(), _> = history.replace_state_with_url(&JsValue::NULL, "", Some(to));
    }
}

/// The address of this page, looked at in a way.
pub fn address(view: View) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let page = address.split(['?', '#']).next().unwrap_or_default();
    let query = match view {
        View::Page => "",
        View::Embedded => "?embed",
    };
    format!("{page}{query}")
}

/// The address of this page with `text` in it, a program of a kind.
///
/// # Errors
/// Why there can be none.
pub fn address_of(written_as: WrittenAs, text: &str, view: View) -> Result<String, TextRefusal> {
    let program = SharedProgram {
        written_as,
        text: text.to_owned(),
    };
    Ok(address(view) + &program.fragment()?)
}

/// The HTML that shows `text`, a program of a kind, in another page.
///
/// # Errors
/// Why there can be none.
pub fn embed_code(written_as: WrittenAs, text: &str) -> Result<String, TextRefusal> {
    let address = address_of(written_as, text, View::Embedded)?;
    let address = address.replace('&', "&amp;").replace('"', "&quot;");
    Ok(format!(
        "<iframe src=\"{address}\" title=\"Interleave\" width=\"800\" height=\"450\" \
         style=\"width: 100%; border: 1px solid #8886\" loading=\"lazy\"></iframe>"
    ))
}

/// Takes the program out of the page's address, so that what the user makes of it is not undone
/// by the next reload; none where there is none in it. Where the page is in another page, which
/// keeps nothing, it stays in the address.
///
/// # Errors
/// Why it can't be shown.
pub fn take(view: View) -> Option<Result<SharedProgram, LinkRefusal>> {
    let window = web_sys::window()?;
    let fragment = window.location().hash().ok()?;
    let shared = SharedProgram::of_fragment(&fragment).transpose()?;
    let address = window.location().href().ok()?;
    let page = address.split('#').next().unwrap_or_default();
    if view == View::Page {
        change_address(page);
    }
    Some(shared)
}

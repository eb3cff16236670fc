use web_sys::Storage;
use yew::prelude::*;

use crate::words::Language;

const KEY: &str = "interleave.language";

/// The language that the page speaks.
#[hook]
pub fn use_language() -> Language {
    use_context().unwrap_or_default()
}

/// The language that was chosen at the last visit, or else the first of the browser's that
/// Interleave speaks.
pub fn chosen() -> Language {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let kept = kept.and_then(|tag| Language::of_tag(&tag));
    kept.or_else(of_browser).unwrap_or_default()
}

/// Has the page be in `language`, for those who read it aloud or hyphenate it, and keeps that for
/// the next visit.
pub fn choose(language: Language) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // The one name is an attribute's.
        let _: Result<(), _> = root.set_attribute("lang", language.tag());
    }
    if let Some(storage) = storage() {
        // Where nothing can be kept, the next visit begins in the browser's language.
        let _: Result<(), _> = storage.set_item(KEY, language.tag());
    }
}

fn of_browser() -> Option<Language> {
    let languages = web_sys::window()?.navigator().languages();
    let mut tags = languages.iter().filter_map(|tag| tag.as_string());
    tags.find_map(|tag| Language::of_tag(&tag))
}

/// None where the browser allows no storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

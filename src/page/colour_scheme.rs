//! Light or dark: what the user chose, and what the page shows.

use web_sys::{Document, Event, Storage, Window};

use crate::export::ColourScheme;

const KEY: &str = "interleave.theme";

/// The event of the window after another theme was chosen.
pub const CHANGED: &str = "interleave-theme";

/// Which colours the user wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The system's.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The word for it in `data-theme` and in the browser's storage; none for the system's.
    fn word(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }

    /// Where the colour of the browser's own frame holds that is for light surroundings, and
    /// where the one for dark ones does.
    fn media(self) -> [&'static str; 2] {
        match self {
            Theme::System => [
                "(prefers-color-scheme: light)",
                "(prefers-color-scheme: dark)",
            ],
            Theme::Light => ["all", "not all"],
            Theme::Dark => ["not all", "all"],
        }
    }
}

/// The theme that was chosen at the last visit.
pub fn chosen() -> Theme {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let is_kept = |theme: &Theme| theme.word().is_some() && theme.word() == kept.as_deref();
    Theme::ALL.into_iter().find(is_kept).unwrap_or_default()
}

/// Has the page be in `theme`.
pub fn show(theme: Theme) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if let Some(document) = window.document() {
        mark(&document, theme);
    }
    if let Ok(event) = Event::new(CHANGED) {
        // Nobody can cancel it.
        let _: Result<bool, _> = window.dispatch_event(&event);
    }
}

/// Keeps `theme` for the next visit. Where nothing can be kept, that begins in the system's.
pub fn keep(theme: Theme) {
    if let Some(storage) = storage() {
        let _: Result<(), _> = match theme.word() {
            Some(word) => storage.set_item(KEY, word),
            None => storage.remove_item(KEY),
        };
    }
}

/// The colours that the page shows now.
pub fn shown() -> ColourScheme {
    let is_dark = match chosen_in_document() {
        Some(word) => word == "dark",
        None => web_sys::window().is_some_and(|window| system_is_dark(&window)),
    };
    match is_dark {
        true => ColourScheme::Dark,
        false => ColourScheme::Light,
    }
}

fn chosen_in_document() -> Option<String> {
    let root = web_sys::window()?.document()?.document_element()?;
    root.get_attribute("data-theme")
}

fn system_is_dark(window: &Window) -> bool {
    let dark = window.match_media("(prefers-color-scheme: dark)");
    dark.is_ok_and(|dark| dark.is_some_and(|dark| dark.matches()))
}

fn mark(document: &Document, theme: Theme) {
    // The names are attributes' and the selectors are well-formed: none of it can fail.
    if let Some(root) = document.document_element() {
        let _: Result<(), _> = match theme.word() {
            Some(word) => root.set_attribute("data-theme", word),
            None => root.remove_attribute("data-theme"),
        };
    }
    for (scheme, media) in ["light", "dark"].into_iter().zip(theme.media()) {
        let selector = format!("meta[name=theme-color][data-scheme={scheme}]");
        if let Ok(Some(meta)) = document.query_selector(&selector) {
            let _: Result<(), _> = meta.set_attribute("media", media);
        }
    }
}

/// None where the browser allows no storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

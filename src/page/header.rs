use yew::prelude::*;

use crate::words::{Language, page as words};

/// What [`Header`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// Whether a link was copied just now.
    pub copied: bool,
    /// The language that the page speaks.
    pub language: Language,
    /// Share was pressed.
    pub on_share: Callback<()>,
    /// Another language was chosen.
    pub on_language: Callback<Language>,
}

/// The page's head: its sign and its name, and what concerns the page as a whole.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let language = props.language;
    html! {
        <header class="header">
            <h1 class="logo">
                <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
                    <rect class="io" x="2" y="3.5" width="11" height="3.6" rx="1.8" />
                    <rect class="cpu" x="6" y="9.2" width="13" height="3.6" rx="1.8" />
                    <rect class="thread" x="2" y="14.9" width="8" height="3.6" rx="1.8" />
                </svg>
                { "Interleave" }
            </h1>
            <p class="tagline">{ words::tagline(language) }</p>
            <div class="header-tools">
                <span role="status">
                    { if props.copied { words::link_copied(language) } else { "" } }
                </span>
                <button
                    type="button"
                    class="plain-button"
                    title={words::share_tip(language)}
                    onclick={props.on_share.reform(|_| ())}
                >
                    { words::share(language) }
                </button>
                <div class="switch" role="group" aria-label={words::language(language)}>
                    { for Language::ALL.map(|each| language_button(props, each)) }
                </div>
            </div>
        </header>
    }
}

fn language_button(props: &HeaderProps, language: Language) -> Html {
    let short = match language {
        Language::English => "EN",
        Language::Korean => "한국어",
    };
    html! {
        <button
            type="button"
            lang={language.tag()}
            title={language.name()}
            aria-pressed={(props.language == language).to_string()}
            onclick={props.on_language.reform(move |_| language)}
        >
            { short }
        </button>
    }
}

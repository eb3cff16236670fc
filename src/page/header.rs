use yew::prelude::*;

use super::{Menu, ThemeMenu};
use crate::words::{Language, page as words, programs};

/// What [`Header`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// What was done just now, such as that a link was copied.
    pub said: &'static str,
    /// The language that the page speaks.
    pub language: Language,
    /// The menu that stands beside the name.
    pub examples: Html,
    /// The menus.
    pub menus: Html,
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
            { props.examples.clone() }
            <p class="tagline">{ words::tagline(language) }</p>
            <div class="header-tools">
                <span class="header-said" role="status">{ props.said }</span>
                <button
                    type="button"
                    class="plain-button"
                    title={words::share_tip(language)}
                    onclick={props.on_share.reform(|_| ())}
                >
                    { words::share(language) }
                </button>
                <Menu name={programs::menu(language)} icon={lines()} folds=true>
                    { props.menus.clone() }
                    <ThemeMenu />
                    <div class="switch" role="group" aria-label={words::language(language)}>
                        { for Language::ALL.map(|each| language_button(props, each)) }
                    </div>
                </Menu>
            </div>
        </header>
    }
}

fn lines() -> Html {
    html! {
        <svg width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4"
            stroke-linecap="round" aria-hidden="true">
            <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />
        </svg>
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

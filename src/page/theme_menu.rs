use yew::prelude::*;

use super::colour_scheme::{self, Theme};
use super::menu::{Menu, MenuItem};
use super::use_language;
use crate::words::{Language, programs as words};

/// The choice of the page's colours: as the system has them, light, or dark.
#[component]
pub fn ThemeMenu() -> Html {
    let language = use_language();
    let theme = use_state_eq(colour_scheme::chosen);
    use_effect_with(*theme, |theme| colour_scheme::show(*theme));
    let item = |each: Theme| {
        let theme = theme.clone();
        let is_chosen = *theme == each;
        let on_choose = Callback::from(move |()| {
            colour_scheme::keep(each);
            theme.set(each);
        });
        html! { <MenuItem label={name(each, language)} pressed={is_chosen} {on_choose} /> }
    };
    html! {
        <Menu
            name={words::theme(language)}
            tip={words::theme_is(language, &name(*theme, language))}
            icon={icon(*theme)}
        >
            { for Theme::ALL.map(item) }
        </Menu>
    }
}

fn name(theme: Theme, language: Language) -> &'static str {
    match theme {
        Theme::System => words::theme_of_system(language),
        Theme::Light => words::theme_light(language),
        Theme::Dark => words::theme_dark(language),
    }
}

fn icon(theme: Theme) -> Html {
    let shape = match theme {
        Theme::System => {
            html! {<><circle cx="8" cy="8" r="5.3" /><path d="M8 2.7a5.3 5.3 0 0 1 0 10.6z" fill="currentColor" /></>}
        }
        Theme::Light => html! {
            <>
                <circle cx="8" cy="8" r="3" />
                <path d="M8 1v2M8 13v2M1 8h2M13 8h2M3.1 3.1l1.4 1.4M11.5 11.5l1.4 1.4M3.1 12.9l1.4-1.4M11.5 4.5l1.4-1.4" />
            </>
        },
        Theme::Dark => {
            html! { <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" /> }
        }
    };
    html! {
        <svg width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            { shape }
        </svg>
    }
}

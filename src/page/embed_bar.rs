use std::rc::Rc;

use yew::prelude::*;

use super::program_link::{self, View};
use super::use_language;
use crate::export::WrittenAs;
use crate::words::programs as words;

/// What [`EmbedBar`] is about, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct EmbedBarProps {
    /// What the program is written in.
    pub written_as: WrittenAs,
    /// The program's text.
    pub text: Rc<str>,
    /// Whether the editor is shown.
    pub is_editing: bool,
    /// The editor is to be shown, or no longer.
    pub on_edit: Callback<bool>,
}

/// What stands below the page's parts where they are shown in another page.
#[component]
pub fn EmbedBar(props: &EmbedBarProps) -> Html {
    let language = use_language();
    let address = use_memo(
        (props.written_as, props.text.clone()),
        |(written_as, text)| {
            // A program that no link holds is left behind.
            program_link::address_of(*written_as, text, View::Page)
                .unwrap_or_else(|_| program_link::address(View::Page))
        },
    );
    let is_editing = props.is_editing;
    html! {
        <footer class="embed-bar">
            <button
                type="button"
                class="plain-button"
                aria-pressed={is_editing.to_string()}
                onclick={props.on_edit.reform(move |_| !is_editing)}
            >
                { words::edit(language) }
            </button>
            <a href={(*address).clone()} target="_blank" rel="noopener">
                { words::open_in_page(language) }
                <svg width="9" height="9" fill="none" stroke="currentColor" stroke-width="1.3"
                    aria-hidden="true">
                    <path d="M2.5 1h5.5v5.5M8 1L1 8" />
                </svg>
            </a>
        </footer>
    }
}

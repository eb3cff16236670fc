use yew::prelude::*;

use crate::export::WrittenAs;
use crate::page::program_tabs;
use crate::words::{Language, python as words};

/// What [`KindSwitch`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct KindSwitchProps {
    /// The language that the page speaks.
    pub language: Language,
    /// The kind that is chosen.
    pub chosen: WrittenAs,
    /// Another kind is.
    pub on_choose: Callback<WrittenAs>,
}

/// Chooses between task graphs and Python programs.
#[component]
pub fn KindSwitch(props: &KindSwitchProps) -> Html {
    let button = |written_as| {
        html! {
            <button
                type="button"
                aria-pressed={(written_as == props.chosen).to_string()}
                onclick={props.on_choose.reform(move |_| written_as)}
            >
                { program_tabs::name(written_as, props.language) }
            </button>
        }
    };
    html! {
        <div class="switch" role="group" aria-label={words::written_as(props.language)}>
            { for WrittenAs::ALL.map(button) }
        </div>
    }
}

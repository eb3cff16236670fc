use yew::prelude::*;

use super::saved_when::saved_when;
use crate::export::WrittenAs;
use crate::page::named_program::NamedProgram;
use crate::page::use_language;
use crate::words::{programs as words, python};

/// What [`Row`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct RowProps {
    /// The program.
    pub program: NamedProgram,
    /// Whether it is the one that is shown.
    pub is_shown: bool,
    /// It is to be opened.
    pub on_open: Callback<NamedProgram>,
    /// It is to have another name.
    pub on_rename: Callback<NamedProgram>,
    /// It is to be deleted.
    pub on_delete: Callback<NamedProgram>,
}

/// A saved program.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let language = use_language();
    let program = &props.program;
    let name = program.name.shown();
    let tell = |callback: &Callback<NamedProgram>| {
        let program = program.clone();
        callback.reform(move |_: MouseEvent| program.clone())
    };
    html! {
        <li class="program">
            <button
                type="button"
                class="menu-item"
                aria-current={props.is_shown.then_some("true")}
                onclick={tell(&props.on_open)}
            >
                <bdi class="program-name">{ name.to_string() }</bdi>
                if program.written_as == WrittenAs::Python {
                    <span class="program-kind">{ python::python(language) }</span>
                }
                <span class="program-when">{ saved_when(program.saved_ms, language) }</span>
            </button>
            <button
                type="button"
                class="row-button"
                aria-label={words::rename_it(language, &name)}
                title={words::rename(language)}
                onclick={tell(&props.on_rename)}
            >
                { icon("M2.5 11.5l.6-2.6L9.6 2.4l2 2L5.1 10.9z") }
            </button>
            <button
                type="button"
                class="row-button"
                aria-label={words::delete_it(language, &name)}
                onclick={tell(&props.on_delete)}
            >
                { icon("M2.5 4h9M5.5 4V2.5h3V4M4 4l.5 7.5h5L10 4") }
            </button>
        </li>
    }
}

fn icon(path: &'static str) -> Html {
    html! {
        <svg width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.2"
            stroke-linejoin="round" aria-hidden="true">
            <path d={path} />
        </svg>
    }
}

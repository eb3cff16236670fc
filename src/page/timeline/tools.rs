use yew::prelude::*;

use crate::page::use_language;
use crate::words::timeline as words;

/// How many times as large a press shows it.
pub const STEP: f64 = 1.6;

/// What [`Tools`] shows, and whom they tell.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolsProps {
    /// Whether all arrows are shown.
    pub causes: bool,
    /// They are to be shown, or no longer.
    pub on_causes: Callback<bool>,
    /// The axis is to be so many times as large.
    pub on_scale: Callback<f64>,
    /// All of it is to be in view.
    pub on_fit: Callback<()>,
}

/// What is shown of the timeline, and how large: buttons of the toolbar.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let (causes, language) = (props.causes, use_language());
    html! {
        <>
            <button
                type="button"
                aria-label={words::zoom_out(language)}
                title={words::zoom_out_tip(language)}
                onclick={props.on_scale.reform(|_| 1.0 / STEP)}
            >
                { icon("M3 7h8") }
            </button>
            <button
                type="button"
                aria-label={words::zoom_in(language)}
                title={words::zoom_in_tip(language)}
                onclick={props.on_scale.reform(|_| STEP)}
            >
                { icon("M3 7h8M7 3v8") }
            </button>
            <button
                type="button"
                aria-label={words::fit(language)}
                title={words::fit_tip(language)}
                onclick={props.on_fit.reform(|_| ())}
            >
                { icon("M2 3v8M12 3v8M4.5 7h5M6 5.2L4.2 7L6 8.8M8 5.2L9.8 7L8 8.8") }
            </button>
            <button
                type="button"
                aria-label={words::causes(language)}
                aria-pressed={causes.to_string()}
                title={words::causes_tip(language)}
                onclick={props.on_causes.reform(move |_| !causes)}
            >
                { icon("M2 3h5.5v7M5 8l2.5 2.5L10 8M10 3h2") }
            </button>
        </>
    }
}

fn icon(path: &'static str) -> Html {
    html! {
        <svg width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.4"
            aria-hidden="true">
            <path d={path} />
        </svg>
    }
}

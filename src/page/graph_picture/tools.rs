use yew::prelude::*;

use crate::page::use_language;
use crate::words::graph as words;

/// How many times as large a press shows it.
pub const STEP: f64 = 1.4;

/// Whom [`Tools`] tell.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolsProps {
    /// The picture is to be so many times as large.
    pub on_scale: Callback<f64>,
    /// It is to fit.
    pub on_fit: Callback<()>,
}

/// How large the picture is shown: in the panel's corner.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let language = use_language();
    let button = |name: &'static str, tip: &'static str, path: &'static str, onclick| {
        html! {
            <button type="button" aria-label={name} title={tip} {onclick}>
                <svg width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.4"
                    aria-hidden="true">
                    <path d={path} />
                </svg>
            </button>
        }
    };
    let scale = |factor: f64| props.on_scale.reform(move |_: MouseEvent| factor);
    html! {
        <div class="graph-tools">
            { button(words::zoom_out(language), words::zoom_out_tip(language), "M3 7h8", scale(1.0 / STEP)) }
            { button(words::zoom_in(language), words::zoom_in_tip(language), "M3 7h8M7 3v8", scale(STEP)) }
            { button(
                words::fit(language),
                words::fit_tip(language),
                "M2 5V2h3M9 2h3v3M12 9v3H9M5 12H2V9",
                props.on_fit.reform(|_: MouseEvent| ()),
            ) }
        </div>
    }
}

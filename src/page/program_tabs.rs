use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::use_language;
use crate::export::WrittenAs;
use crate::words::{Language, page, python};

/// What a kind of program is called.
pub(super) fn name(written_as: WrittenAs, language: Language) -> &'static str {
    match written_as {
        WrittenAs::TaskGraph => page::task_graph(language),
        WrittenAs::Python => python::python(language),
    }
}

fn tab_id(written_as: WrittenAs) -> &'static str {
    match written_as {
        WrittenAs::TaskGraph => "task-graph-program-tab",
        WrittenAs::Python => "python-program-tab",
    }
}

fn panel_id(written_as: WrittenAs) -> &'static str {
    match written_as {
        WrittenAs::TaskGraph => "task-graph-program",
        WrittenAs::Python => "python-program",
    }
}

/// What [`ProgramTabs`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct ProgramTabsProps {
    /// The kind of the program that is shown.
    pub shown: WrittenAs,
    /// The program of another kind is to be shown.
    pub on_show: Callback<WrittenAs>,
    /// A word on the state of the text.
    pub status: AttrValue,
    /// The editors, as far as they are there; all but one are hidden.
    pub editors: Vec<(WrittenAs, Html)>,
}

/// The programs as tabs, one of them open. The arrow keys go from tab to tab.
#[component]
pub fn ProgramTabs(props: &ProgramTabsProps) -> Html {
    let language = use_language();
    let onkeydown = {
        let (shown, on_show) = (props.shown, props.on_show.clone());
        Callback::from(move |event: KeyboardEvent| {
            let other = match &*event.key() {
                "ArrowRight" | "ArrowLeft" => shown.other(),
                "Home" => WrittenAs::TaskGraph,
                "End" => WrittenAs::Python,
                _ => return,
            };
            event.prevent_default();
            on_show.emit(other);
            focus(other);
        })
    };
    html! {
        <section class="editor">
            // All have keys: an editor that comes later is not to have the others made anew.
            <div class="tabs" key="tabs">
                <div
                    class="tablist"
                    role="tablist"
                    aria-label={python::written_as(language)}
                    {onkeydown}
                >
                    { for WrittenAs::ALL.map(|written_as| tab(written_as, props, language)) }
                </div>
                <span class="status" role="status">{ &props.status }</span>
            </div>
            { for props.editors.iter().map(|(written_as, editor)| html! {
                <div
                    key={panel_id(*written_as)}
                    class="program-panel"
                    id={panel_id(*written_as)}
                    role="tabpanel"
                    aria-labelledby={tab_id(*written_as)}
                    hidden={*written_as != props.shown}
                >
                    { editor.clone() }
                </div>
            }) }
        </section>
    }
}

fn tab(written_as: WrittenAs, props: &ProgramTabsProps, language: Language) -> Html {
    let is_open = written_as == props.shown;
    html! {
        <button
            type="button"
            role="tab"
            id={tab_id(written_as)}
            aria-selected={is_open.to_string()}
            aria-controls={is_open.then_some(panel_id(written_as))}
            tabindex={if is_open { "0" } else { "-1" }}
            onclick={props.on_show.reform(move |_| written_as)}
        >
            { name(written_as, language) }
        </button>
    }
}

fn focus(written_as: WrittenAs) {
    let document = web_sys::window().and_then(|window| window.document());
    let tab = document.and_then(|document| document.get_element_by_id(tab_id(written_as)));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        // It can fail for elements that take no focus only.
        let _: Result<(), _> = tab.focus();
    }
}

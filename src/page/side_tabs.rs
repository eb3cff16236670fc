use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::use_language;
use crate::words::{Language, page as words, what_if};

/// What stands beside the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Its picture.
    #[default]
    Graph,
    /// Changes that would make it better.
    WhatHelps,
    /// What other numbers do.
    Sweep,
    /// Its export.
    Python,
}

impl Side {
    const ALL: [Side; 4] = [Side::Graph, Side::WhatHelps, Side::Sweep, Side::Python];

    /// What its tab says.
    fn name(self, language: Language) -> &'static str {
        match self {
            Side::Graph => words::graph(language),
            Side::WhatHelps => what_if::what_helps(language),
            Side::Sweep => what_if::sweep(language),
            Side::Python => words::as_python(language),
        }
    }

    fn tab_id(self) -> &'static str {
        match self {
            Side::Graph => "graph-tab",
            Side::WhatHelps => "what-helps-tab",
            Side::Sweep => "sweep-tab",
            Side::Python => "python-tab",
        }
    }

    fn panel_id(self) -> &'static str {
        match self {
            Side::Graph => "graph-panel",
            Side::WhatHelps => "what-helps-panel",
            Side::Sweep => "sweep-panel",
            Side::Python => "python-panel",
        }
    }

    /// The one that a key goes to from here, round and round.
    fn by_key(self, key: &str) -> Option<Self> {
        let (here, count) = (self as usize, Side::ALL.len());
        let there = match key {
            "ArrowRight" => (here + 1) % count,
            "ArrowLeft" => (here + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return None,
        };
        Some(Side::ALL[there])
    }
}

/// What [`SideTabs`] shows.
#[derive(PartialEq, Properties)]
pub struct SideTabsProps {
    /// The side that is shown.
    pub side: Side,
    /// Called when the user wants another one.
    pub on_side: Callback<Side>,
    /// What stands at the end of their row.
    #[prop_or_default]
    pub tools: Html,
    /// The side.
    #[prop_or_default]
    pub children: Html,
}

/// The views as tabs, one of them open. The arrow keys go from tab to tab.
#[component]
pub fn SideTabs(props: &SideTabsProps) -> Html {
    let language = use_language();
    let onkeydown = {
        let (side, on_side) = (props.side, props.on_side.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(other) = side.by_key(&event.key()) {
                event.prevent_default();
                on_side.emit(other);
                focus(other);
            }
        })
    };
    html! {
        <>
            <div class="side-tabs">
                <div class="tabs" role="tablist" aria-label={words::beside(language)} {onkeydown}>
                    { for Side::ALL.map(|side| tab(side, props, language)) }
                </div>
                { props.tools.clone() }
            </div>
            <div
                class="side-panel"
                id={props.side.panel_id()}
                role="tabpanel"
                aria-labelledby={props.side.tab_id()}
            >
                { props.children.clone() }
            </div>
        </>
    }
}

fn tab(side: Side, props: &SideTabsProps, language: Language) -> Html {
    let is_open = side == props.side;
    html! {
        <button
            type="button"
            role="tab"
            id={side.tab_id()}
            aria-selected={is_open.to_string()}
            aria-controls={is_open.then_some(side.panel_id())}
            tabindex={if is_open { "0" } else { "-1" }}
            onclick={props.on_side.reform(move |_| side)}
        >
            { side.name(language) }
        </button>
    }
}

fn focus(side: Side) {
    let document = web_sys::window().and_then(|window| window.document());
    let tab = document.and_then(|document| document.get_element_by_id(side.tab_id()));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        // It can fail for elements that take no focus only.
        let _: Result<(), _> = tab.focus();
    }
}

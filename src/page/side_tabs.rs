use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::use_language;
use crate::export::WrittenAs;
use crate::words::{Language, page as words, python, what_if};

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
    /// What it writes.
    Output,
}

impl Side {
    /// Those that there are of a kind of program.
    fn all(written_as: WrittenAs) -> &'static [Side] {
        match written_as {
            WrittenAs::TaskGraph => &[Side::Graph, Side::WhatHelps, Side::Sweep, Side::Python],
            WrittenAs::Python => &[Side::Graph, Side::Output],
        }
    }

    /// The one that is shown first.
    pub fn first(written_as: WrittenAs) -> Self {
        match written_as {
            WrittenAs::TaskGraph => Side::Graph,
            WrittenAs::Python => Side::Output,
        }
    }

    /// What its tab says.
    fn name(self, language: Language) -> &'static str {
        match self {
            Side::Graph => words::graph(language),
            Side::WhatHelps => what_if::what_helps(language),
            Side::Sweep => what_if::sweep(language),
            Side::Python => words::as_python(language),
            Side::Output => python::output(language),
        }
    }

    fn tab_id(self) -> &'static str {
        match self {
            Side::Graph => "graph-tab",
            Side::WhatHelps => "what-helps-tab",
            Side::Sweep => "sweep-tab",
            Side::Python => "python-tab",
            Side::Output => "output-tab",
        }
    }

    fn panel_id(self) -> &'static str {
        match self {
            Side::Graph => "graph-panel",
            Side::WhatHelps => "what-helps-panel",
            Side::Sweep => "sweep-panel",
            Side::Python => "python-panel",
            Side::Output => "output-panel",
        }
    }

    /// The one that a key goes to from here, round and round.
    fn by_key(self, key: &str, written_as: WrittenAs) -> Option<Self> {
        let all = Side::all(written_as);
        let (here, count) = (all.iter().position(|&side| side == self)?, all.len());
        let there = match key {
            "ArrowRight" => (here + 1) % count,
            "ArrowLeft" => (here + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return None,
        };
        Some(all[there])
    }
}

/// What [`SideTabs`] shows.
#[derive(PartialEq, Properties)]
pub struct SideTabsProps {
    /// What the program is written in.
    pub written_as: WrittenAs,
    /// The side that is shown.
    pub side: Side,
    /// Called when the user wants another one.
    pub on_side: Callback<Side>,
    /// What stands at the end of their row.
    #[prop_or_default]
    pub tools: Html,
    /// The sides that are there, among them the one that is shown. Where there is room, all are.
    pub panels: Vec<(Side, Html)>,
}

/// The views as tabs, one of them open. The arrow keys go from tab to tab.
#[component]
pub fn SideTabs(props: &SideTabsProps) -> Html {
    let language = use_language();
    let onkeydown = {
        let (side, written_as, on_side) = (props.side, props.written_as, props.on_side.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(other) = side.by_key(&event.key(), written_as) {
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
                    { for Side::all(props.written_as).iter().map(|&side| tab(side, props, language)) }
                </div>
                { props.tools.clone() }
            </div>
            <div class="side-panels">
                { for props.panels.iter().map(|panel| self::panel(panel, props, language)) }
            </div>
        </>
    }
}

fn panel((side, view): &(Side, Html), props: &SideTabsProps, language: Language) -> Html {
    html! {
        <div
            key={side.panel_id()}
            class={classes!("side-panel", (*side != props.side).then_some("closed"))}
            id={side.panel_id()}
            role="tabpanel"
            aria-labelledby={side.tab_id()}
        >
            if props.panels.len() > 1 {
                <h2 class="side-title">{ side.name(language) }</h2>
            }
            { view.clone() }
        </div>
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

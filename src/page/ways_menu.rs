use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::menu::{Menu, MenuItem};
use super::ways_shown::MOST_CORES;
use super::{WaysShown, use_language};
use crate::words::ways as words;

/// What [`WaysMenu`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct WaysMenuProps {
    /// The ways that are shown.
    pub shown: WaysShown,
    /// Others are to be shown.
    pub on_ways: Callback<WaysShown>,
}

/// The choice of the modelled ways that are shown beside the two that are run.
#[component]
pub fn WaysMenu(props: &WaysMenuProps) -> Html {
    let language = use_language();
    let shown = props.shown;
    let toggle = |to: WaysShown| props.on_ways.reform(move |()| to);
    let on_cores = props.on_ways.clone();
    let on_input = move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let cores = input.value_as_number();
        // An empty field is one that is being written in.
        if (1.0..=f64::from(MOST_CORES)).contains(&cores) {
            on_cores.emit(WaysShown {
                cores: cores as u32,
                ..shown
            });
        }
    };
    let on_change = move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let cores = input.value_as_number();
        if !(1.0..=f64::from(MOST_CORES)).contains(&cores) {
            input.set_value(&shown.cores.to_string());
        }
    };
    // These keys count in the field, and go through the menu elsewhere.
    let on_key = |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.stop_propagation();
        }
    };
    html! {
        <Menu name={words::menu(language)} tip={words::menu_tip(language)}>
            <p class="menu-title">{ words::modelled_ways(language) }</p>
            <MenuItem
                label={words::threads_short(language)}
                tip={words::threads(language)}
                pressed={shown.threads}
                stays=true
                on_choose={toggle(WaysShown { threads: !shown.threads, ..shown })}
            />
            <MenuItem
                label={words::processes_short(language)}
                tip={words::processes(language, &shown.cores)}
                pressed={shown.processes}
                stays=true
                on_choose={toggle(WaysShown { processes: !shown.processes, ..shown })}
            />
            <label class="menu-field">
                <span>{ words::cores(language) }</span>
                <input
                    type="number"
                    min="1"
                    max={MOST_CORES.to_string()}
                    value={shown.cores.to_string()}
                    oninput={on_input}
                    onchange={on_change}
                    onkeydown={on_key}
                />
            </label>
        </Menu>
    }
}

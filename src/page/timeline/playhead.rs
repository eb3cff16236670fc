use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::lettering::quantity::duration;

use crate::page::use_language;
use crate::words::timeline as words;

/// What [`Playhead`] stands at, and whom it tells.
#[derive(Clone, PartialEq, Properties)]
pub struct PlayheadProps {
    /// The moment that was chosen, in microseconds; none where none was.
    pub at_us: Option<u64>,
    /// The last moment that can be chosen, in microseconds.
    pub end_us: u64,
    /// Whether the run's own time is shown instead.
    pub disabled: bool,
    /// The time at a place of the window, in microseconds.
    pub time_at: Callback<f64, u64>,
    /// Another moment is chosen, or none.
    pub on_change: Callback<Option<u64>>,
}

/// The time axis as a slider: it chooses the moment that the page shows.
#[component]
pub fn Playhead(props: &PlayheadProps) -> Html {
    let language = use_language();
    let [strip, input] = [use_node_ref(), use_node_ref()];
    let drags = use_mut_ref(|| false);
    let choose = {
        let props = props.clone();
        move |event: &PointerEvent| {
            let time_us = props.time_at.emit(event.client_x().into());
            props.on_change.emit(Some(time_us.min(props.end_us)));
        }
    };
    let on_down = {
        let (input, drags, choose) = (input.clone(), drags.clone(), choose.clone());
        let (disabled, strip) = (props.disabled, strip.clone());
        move |event: PointerEvent| {
            if disabled || event.button() != 0 {
                return;
            }
            // Keeps the focus from going to what is under the pointer.
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                // What has no focus hears no keys, that is all.
                let _ = input.focus();
            }
            if let Some(strip) = strip.cast::<Element>() {
                // Without it, the drag ends where the pointer leaves.
                let _ = strip.set_pointer_capture(event.pointer_id());
            }
            drags.replace(true);
            choose(&event);
        }
    };
    let on_move = {
        let drags = drags.clone();
        move |event: PointerEvent| {
            if *drags.borrow() {
                choose(&event);
            }
        }
    };
    let on_up = move |_: PointerEvent| {
        drags.replace(false);
    };
    let on_key = {
        let (at_us, end_us, on_change) = (props.at_us, props.end_us, props.on_change.clone());
        move |event: KeyboardEvent| {
            let is_plain = !event.shift_key() && !event.ctrl_key() && !event.alt_key();
            if let Some(next) = after_key(&event.key(), at_us, end_us).filter(|_| is_plain) {
                event.prevent_default();
                on_change.emit(next);
            }
        }
    };
    let on_input = {
        let (end_us, on_change) = (props.end_us, props.on_change.clone());
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            on_change.emit(Some((input.value_as_number() as u64).min(end_us)));
        }
    };
    let text = match props.at_us {
        Some(at_us) => duration(at_us).text(),
        None => words::no_moment(language).into(),
    };
    html! {
        <div
            ref={strip}
            class="playhead"
            title={words::playhead_tip(language)}
            onpointerdown={on_down}
            onpointermove={on_move}
            onpointerup={on_up.clone()}
            onpointercancel={on_up}
        >
            <input
                ref={input}
                type="range"
                aria-label={words::playhead(language)}
                aria-valuetext={text}
                min="0"
                max={props.end_us.to_string()}
                step="any"
                value={props.at_us.unwrap_or(0).to_string()}
                disabled={props.disabled}
                onkeydown={on_key}
                oninput={on_input}
            />
        </div>
    }
}

/// The moment after a key; none where the key is not for the slider.
fn after_key(key: &str, at_us: Option<u64>, end_us: u64) -> Option<Option<u64>> {
    let hundredths = match key {
        "ArrowRight" | "ArrowUp" => 1,
        "ArrowLeft" | "ArrowDown" => -1,
        "PageUp" => 10,
        "PageDown" => -10,
        "Home" => -100,
        "End" => 100,
        "Escape" => return Some(None),
        _ => return None,
    };
    let step_us = (end_us as f64 * f64::from(hundredths) / 100.0).round() as i64;
    let at_us = at_us.unwrap_or(0).saturating_add_signed(step_us);
    Some(Some(at_us.min(end_us)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_by_a_hundredth_and_by_a_tenth() {
        let keys = ["ArrowRight", "PageUp", "ArrowLeft", "PageDown", "PageDown"];
        let mut at_us = None;
        let mut times = Vec::new();
        for key in keys {
            at_us = after_key(key, at_us, 2_000_000).unwrap();
            times.push(at_us.unwrap());
        }
        assert_eq!(times, [20_000, 220_000, 200_000, 0, 0]);
    }

    #[test]
    fn home_and_end_go_to_the_ends_and_escape_to_none() {
        assert_eq!(after_key("Home", Some(7), 99), Some(Some(0)));
        assert_eq!(after_key("End", Some(7), 99), Some(Some(99)));
        assert_eq!(after_key("Escape", Some(7), 99), Some(None));
        assert_eq!(after_key("a", Some(7), 99), None);
    }
}

//! Where the focus is, and where it goes.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, Node};
use yew::prelude::*;

/// What takes the focus in a menu.
const CONTROLS: &str = "button:not(:disabled), input:not([hidden]), a[href]";

/// Gives the focus to an element.
pub fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // It can fail for elements that take no focus only.
        let _: Result<(), _> = element.focus();
    }
}

/// Whether the focus is on the element itself.
pub fn has_focus(element: &NodeRef) -> bool {
    active().is_some_and(|active| {
        element
            .get()
            .is_some_and(|node| node.is_same_node(Some(&active)))
    })
}

/// Whether `target` is in the element, or is it.
pub fn contains(element: &NodeRef, target: &EventTarget) -> bool {
    let node = target.dyn_ref::<Node>();
    element.get().is_some_and(|element| element.contains(node))
}

/// Gives the focus to the control that is so many further on among those of a panel, as far as
/// there are any; to the first where it is on none of them.
pub fn move_focus(panel: &NodeRef, by: i32) {
    let controls = controls(panel);
    let active = active();
    let is_active = |control: &HtmlElement| control.is_same_node(active.as_deref());
    let at = match controls.iter().position(is_active) {
        Some(at) => at.saturating_add_signed(by as isize),
        None => 0,
    };
    if let Some(control) = controls.get(at.min(controls.len().saturating_sub(1))) {
        // It can fail for elements that take no focus only.
        let _: Result<(), _> = control.focus();
    }
}

/// Gives the focus to the nearest control of the row below, or above where `way` is negative; to
/// the first where it is on none of them.
pub fn move_focus_by_row(panel: &NodeRef, way: i32) {
    let controls = controls(panel);
    let active =
        active().filter(|active| panel.get().is_some_and(|all| all.contains(Some(active))));
    let Some(here) = active.map(|active| active.get_bounding_client_rect()) else {
        return move_focus(panel, 0);
    };
    let nearest = controls.iter().filter_map(|control| {
        let there = control.get_bounding_client_rect();
        let down = match way {
            1.. => there.top() - here.bottom(),
            _ => here.top() - there.bottom(),
        };
        // What stands in the same row ends where the other does, but for fractions of pixels.
        let aside = (there.left() - here.left()).abs();
        (down > -1.0).then_some((control, (down.round(), aside)))
    });
    let nearest = nearest.min_by(|(_, one), (_, other)| {
        let far = one.0.total_cmp(&other.0);
        far.then(one.1.total_cmp(&other.1))
    });
    if let Some((control, _)) = nearest {
        // It can fail for elements that take no focus only.
        let _: Result<(), _> = control.focus();
    }
}

/// Gives the focus to the first control of a panel. Where fingers point it goes to the panel
/// itself: in a field it would have the keyboard cover half of the screen.
pub fn enter(panel: &NodeRef) {
    let coarse =
        web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok()?);
    match coarse.is_some_and(|coarse| coarse.matches()) {
        true => focus(panel),
        false => move_focus(panel, 0),
    }
}

/// Whether the focus is in a field, which has its own use for keys.
pub fn is_in_field() -> bool {
    active().is_some_and(|active| active.tag_name() == "INPUT")
}

fn controls(panel: &NodeRef) -> Vec<HtmlElement> {
    let panel = panel.cast::<Element>();
    let Some(list) = panel.and_then(|panel| panel.query_selector_all(CONTROLS).ok()) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|at| list.get(at)?.dyn_into().ok())
        .collect()
}

/// Gives the focus to the first control of a panel, or to `first`, where what had it is gone.
pub fn regain_focus(panel: &NodeRef, first: &NodeRef) {
    if active().is_some_and(|active| active.tag_name() == "BODY") {
        move_focus(panel, 0);
        focus(first);
    }
}

/// Closes what is open at a press outside `root`, until it is dropped.
pub fn close_outside(root: NodeRef, is_open: UseStateSetter<bool>) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "pointerdown", move |event| {
        if event
            .target()
            .is_some_and(|target| !contains(&root, &target))
        {
            is_open.set(false);
        }
    }))
}

fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

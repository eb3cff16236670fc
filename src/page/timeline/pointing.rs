use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::graph::TaskIndex;

use super::gestures::Gestures;
use super::hover::Hover;
use super::scene::Scene;
use super::stage::Stage;

/// What happens when a pointer is over the rows.
pub struct Pointing {
    pub on_down: Callback<PointerEvent>,
    pub on_move: Callback<PointerEvent>,
    /// It is released, or no longer ours.
    pub on_up: Callback<PointerEvent>,
    pub on_leave: Callback<PointerEvent>,
}

/// Drags and pinches what is in view, and says which task is pointed at meanwhile.
#[hook]
pub fn use_pointing(
    stage: &Rc<RefCell<Option<Rc<Stage>>>>,
    scene: &Scene,
    hover: &UseStateHandle<Option<Hover>>,
    on_point: &Callback<Option<TaskIndex>>,
) -> Pointing {
    let gestures = use_mut_ref(Gestures::default);
    let point = {
        let (hover, on_point) = (hover.clone(), on_point.clone());
        move |to: Option<Hover>| {
            if to.map(|to| to.task) != hover.map(|from| from.task) {
                on_point.emit(to.map(|to| to.task));
            }
            hover.set(to);
        }
    };
    let on_down = {
        let gestures = gestures.clone();
        move |event: PointerEvent| {
            if event.button() == 0 {
                let (x, y) = (event.client_x().into(), event.client_y().into());
                gestures.borrow_mut().pressed(event.pointer_id(), x, y);
            }
        }
    };
    let on_move = {
        let (stage, scene) = (stage.clone(), scene.clone());
        let (gestures, point) = (gestures.clone(), point.clone());
        move |event: PointerEvent| {
            let stage = stage.borrow();
            let Some(stage) = stage.as_ref() else { return };
            let (x, y) = (event.client_x().into(), event.client_y().into());
            let mut gestures = gestures.borrow_mut();
            let was_drag = gestures.is_drag();
            match gestures.moved(event.pointer_id(), x, y) {
                Some(gesture) => {
                    if !was_drag {
                        capture(&event);
                        point(None);
                    }
                    stage.follow(gesture, event.pointer_type() == "mouse");
                }
                None => point(Hover::at(stage, &scene, x, y)),
            }
        }
    };
    let on_up = {
        let gestures = gestures.clone();
        move |event: PointerEvent| gestures.borrow_mut().released(event.pointer_id())
    };
    let on_leave = move |event: PointerEvent| {
        gestures.borrow_mut().released(event.pointer_id());
        point(None);
    };
    Pointing {
        on_down: on_down.into(),
        on_move: on_move.into(),
        on_up: on_up.into(),
        on_leave: on_leave.into(),
    }
}

fn capture(event: &PointerEvent) {
    let lanes = event.current_target();
    if let Some(lanes) = lanes.and_then(|lanes| lanes.dyn_into::<Element>().ok()) {
        // Without it, the drag ends where the pointer leaves.
        let _ = lanes.set_pointer_capture(event.pointer_id());
    }
}

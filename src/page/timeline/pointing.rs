use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::graph::TaskIndex;

use super::edge::Edge;
use super::geometry::{Geometry, Place};
use super::gestures::Gestures;
use super::hover::Hover;
use super::scene::{Grip, Scene};
use super::stage::Stage;
use super::stretch::{Drag, Stretch};

/// How near to a bar's end the mouse takes hold of it, in CSS pixels.
const MOUSE_REACH: f64 = 6.0;

/// How near to a bar's end a finger takes hold of it, in CSS pixels.
const TOUCH_REACH: f64 = 20.0;

/// What happens when a pointer is over the rows.
pub struct Pointing {
    pub on_down: Callback<PointerEvent>,
    pub on_move: Callback<PointerEvent>,
    pub on_up: Callback<PointerEvent>,
    /// The pointer is no longer ours.
    pub on_cancel: Callback<PointerEvent>,
    pub on_leave: Callback<PointerEvent>,
    /// Escape was pressed: says whether that ends anything here.
    pub on_escape: Callback<(), bool>,
}

/// What pointing and dragging come to.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// Another task is pointed at, or none.
    pub on_point: Callback<Option<TaskIndex>>,
    /// The end of a bar is dragged.
    pub on_stretch: Callback<Stretch>,
    /// Whether bars can be dragged now.
    pub stretches: bool,
}

/// What is under a pointer, and what it drags.
#[derive(Clone)]
struct Hand {
    stage: Rc<RefCell<Option<Rc<Stage>>>>,
    scene: Scene,
    hover: UseStateHandle<Option<Hover>>,
    grip: UseStateHandle<Option<Grip>>,
    gestures: Rc<RefCell<Gestures>>,
    drag: Rc<RefCell<Option<Drag>>>,
    told: Told,
}

/// Drags and pinches what is in view, drags the ends of bars, and says which task is pointed at
/// meanwhile.
#[hook]
pub fn use_pointing(
    stage: &Rc<RefCell<Option<Rc<Stage>>>>,
    lanes: &NodeRef,
    scene: &Scene,
    hover: &UseStateHandle<Option<Hover>>,
    grip: &UseStateHandle<Option<Grip>>,
    told: Told,
) -> Pointing {
    let hand = Hand {
        stage: stage.clone(),
        scene: scene.clone(),
        hover: hover.clone(),
        grip: grip.clone(),
        gestures: use_mut_ref(Gestures::default),
        drag: use_mut_ref(|| None),
        told,
    };
    // What a tap shows stays until there is one elsewhere.
    use_effect_with((hover.is_some(), lanes.clone()), {
        let hand = hand.clone();
        move |(is_some, lanes)| {
            let lanes = lanes.cast::<HtmlElement>().filter(|_| *is_some);
            let document = web_sys::window().and_then(|window| window.document());
            let listener = lanes.zip(document).map(|(lanes, document)| {
                EventListener::new(&document, "pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into().ok());
                    if !lanes.contains(target.as_ref()) {
                        hand.point(None);
                    }
                })
            });
            move || drop(listener)
        }
    });
    let on = |act: fn(&Hand, &Rc<Stage>, PointerEvent)| {
        let hand = hand.clone();
        Callback::from(move |event| {
            let stage = hand.stage.borrow().clone();
            if let Some(stage) = stage {
                act(&hand, &stage, event);
            }
        })
    };
    Pointing {
        on_down: on(Hand::pressed),
        on_move: on(Hand::moved),
        on_up: on(Hand::released),
        on_cancel: on(Hand::cancelled),
        on_leave: on(Hand::left),
        on_escape: Callback::from(move |()| hand.escape()),
    }
}

impl Hand {
    fn point(&self, to: Option<Hover>) {
        if to.map(|to| to.task) != self.hover.map(|from| from.task) {
            self.told.on_point.emit(to.map(|to| to.task));
        }
        self.hover.set(to);
    }

    /// What is at the pointer, the end of a bar rather than what is beside it.
    fn at(&self, stage: &Stage, event: &PointerEvent) -> Option<Hover> {
        let (x, y) = place(event);
        let reach = if is_touch(event) {
            TOUCH_REACH
        } else {
            MOUSE_REACH
        };
        let hover = Hover::at(stage, &self.scene, x, y);
        match self.edge(stage, hover, (x, y), reach) {
            Some(edge) => Hover::at_edge(stage, hover, edge, x, y),
            None => hover,
        }
    }

    fn edge(
        &self,
        stage: &Stage,
        hover: Option<Hover>,
        (x, y): (f64, f64),
        reach: f64,
    ) -> Option<Edge> {
        if !self.told.stretches {
            return None;
        }
        let (at, _, (x, _)) = stage.at(x, y)?;
        let geometry: Geometry = stage.geometry();
        let run = match at {
            Place::Sequential => (crate::run::Mode::Sequential, 0),
            Place::Way(_) => return None,
            Place::Row(_) => (crate::run::Mode::Concurrent, hover?.task),
        };
        let is_on_axis = x >= geometry.label_width();
        is_on_axis.then(|| Edge::near(&self.scene, geometry, run, x, reach))?
    }

    /// The end of a bar that the pointer takes hold of: for a finger, one that a tap has chosen
    /// before, so that what pans the view changes no duration.
    fn held_edge(&self, stage: &Stage, event: &PointerEvent) -> Option<Edge> {
        let found = self.at(stage, event)?.edge?;
        let is_chosen = || self.hover.and_then(|hover| hover.edge) == Some(found);
        (!found.is_drawn && (!is_touch(event) || is_chosen())).then_some(found)
    }

    fn pressed(&self, stage: &Rc<Stage>, event: PointerEvent) {
        if event.button() != 0 || self.drag.borrow().is_some() {
            return;
        }
        let (x, y) = place(&event);
        let Some(edge) = self.held_edge(stage, &event) else {
            self.gestures.borrow_mut().pressed(event.pointer_id(), x, y);
            return;
        };
        let times = self.scene.predicted.as_deref();
        let times = times.map_or(1, |runs| edge.times_moved(runs.of(edge.mode)));
        let drag = Drag::new(event.pointer_id(), x, edge, times, stage.geometry());
        stage.capture(event.pointer_id());
        stage.hold_axis();
        self.grip.set(Some(Grip {
            edge,
            duration_us: Some(drag.duration_us()),
        }));
        self.drag.replace(Some(drag));
        self.hover.set(None);
    }

    fn moved(&self, stage: &Rc<Stage>, event: PointerEvent) {
        let (x, y) = place(&event);
        if let Some(drag) = self.drag.borrow_mut().as_mut() {
            if drag.pointer == event.pointer_id() && drag.moved(x) {
                self.stretch(drag);
            }
            return;
        }
        let mut gestures = self.gestures.borrow_mut();
        let was_drag = gestures.is_drag();
        match gestures.moved(event.pointer_id(), x, y) {
            Some(gesture) => {
                if !was_drag {
                    stage.capture(event.pointer_id());
                    self.point(None);
                }
                stage.follow(gesture, !is_touch(&event));
            }
            None if is_touch(&event) => {}
            None => self.point(self.at(stage, &event)),
        }
    }

    fn stretch(&self, drag: &Drag) {
        let Some(program) = self.scene.program() else {
            return;
        };
        let (edge, duration_us) = (drag.edge, drag.duration_us());
        if edge.task >= program.task_count() {
            return;
        }
        self.told.on_stretch.emit(Stretch::To {
            node: program.node_of(edge.task),
            step: edge.step(),
            duration_us,
        });
        self.grip.set(Some(Grip {
            edge,
            duration_us: Some(duration_us),
        }));
    }

    fn released(&self, stage: &Rc<Stage>, event: PointerEvent) {
        if self.end_drag(stage, Some(event.pointer_id()), Stretch::Keep) {
            return;
        }
        let mut gestures = self.gestures.borrow_mut();
        let is_tap = is_touch(&event) && !gestures.is_drag() && !is_on_button(&event);
        gestures.released(event.pointer_id());
        if is_tap {
            self.point(self.at(stage, &event));
        }
    }

    fn cancelled(&self, stage: &Rc<Stage>, event: PointerEvent) {
        self.end_drag(stage, Some(event.pointer_id()), Stretch::GiveUp);
        self.gestures.borrow_mut().released(event.pointer_id());
    }

    fn left(&self, _: &Rc<Stage>, event: PointerEvent) {
        if self.drag.borrow().is_some() {
            return;
        }
        self.gestures.borrow_mut().released(event.pointer_id());
        if !is_touch(&event) {
            self.point(None);
        }
    }

    fn escape(&self) -> bool {
        let stage = self.stage.borrow().clone();
        let ended = stage.is_some_and(|stage| self.end_drag(&stage, None, Stretch::GiveUp));
        if !ended && self.hover.is_some() {
            self.point(None);
        }
        ended
    }

    /// Ends the drag of a bar's end, where there is one, and by this pointer.
    fn end_drag(&self, stage: &Rc<Stage>, pointer: Option<i32>, how: Stretch) -> bool {
        let is_its = |drag: &Drag| pointer.is_none_or(|pointer| drag.pointer == pointer);
        let ended = self.drag.borrow_mut().take_if(|drag| is_its(drag));
        if ended.is_some() {
            stage.release_axis();
            self.grip.set(None);
            self.told.on_stretch.emit(how);
        }
        ended.is_some()
    }
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}

fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

fn is_on_button(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|target: Element| matches!(target.closest("button"), Ok(Some(_))))
}

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement, WheelEvent};

use crate::graph::{Layout, Program};
use crate::page::resize_watch::ResizeWatch;
use crate::page::timeline::gestures::Gesture;

use super::placement::Placement;
use super::view::{Sizes, View};

/// How much larger a pixel of the wheel shows it, as a natural logarithm.
const WHEEL: f64 = 0.004;

/// How far a key moves it, as a share of the room.
const PAN: f64 = 0.2;

/// What a stage is made of.
pub struct Elements {
    /// The room: what does not move.
    pub room: SvgElement,
    /// What moves in it.
    pub scene: SvgElement,
    /// What shows on the overview which part is in view.
    pub window: SvgElement,
}

/// Which part of the picture is in view. To change that, one transform is set and nothing drawn
/// anew.
pub struct Stage {
    elements: Elements,
    sizes: Cell<Sizes>,
    view: Cell<View>,
    /// Nobody has chosen another part than is shown at first.
    is_fit: Cell<bool>,
    /// The page scrolls, and a wheel is mostly meant for it.
    is_narrow: Cell<bool>,
    shown: RefCell<Option<(Rc<Program>, Rc<Placement>)>>,
    listeners: RefCell<Vec<EventListener>>,
    resize_watch: RefCell<Option<ResizeWatch>>,
}

impl Stage {
    /// A stage on these elements.
    pub fn new(elements: Elements) -> Rc<Self> {
        let sizes = Sizes::default();
        let stage = Rc::new(Stage {
            elements,
            sizes: Cell::new(sizes),
            view: Cell::new(View::fit(&sizes)),
            is_fit: Cell::new(true),
            is_narrow: Cell::new(false),
            shown: RefCell::default(),
            listeners: RefCell::default(),
            resize_watch: RefCell::default(),
        });
        stage.listen();
        stage
    }

    /// Shows the picture of `program` from now on: the same part of it as before, where another
    /// part than at first was chosen and the program is much the same.
    pub fn show(&self, program: &Rc<Program>, placement: &Rc<Placement>, is_narrow: bool) {
        let shown = (program.clone(), placement.clone());
        let before = self.shown.replace(Some(shown));
        if before.is_some_and(|(before, _)| !are_alike(&before, program)) {
            self.is_fit.set(true);
        }
        self.is_narrow.set(is_narrow);
        self.resized();
    }

    /// Takes note of how large everything is now.
    fn resized(&self) {
        let shown = self.shown.borrow();
        let Some((_, placement)) = shown.as_ref() else {
            return;
        };
        let room = self.elements.room.get_bounding_client_rect();
        let sizes = Sizes::new(placement, (room.width(), room.height()));
        let before = self.sizes.replace(sizes);
        let view = match self.is_fit.get() {
            true => View::fit(&sizes),
            false => self.view.get().kept(&before, &sizes),
        };
        self.set(view, false);
    }

    /// As large as it fits and can be read.
    pub fn fit(&self) {
        self.is_fit.set(true);
        self.set(View::fit(&self.sizes.get()), true);
    }

    /// `factor` times as large, around the room's middle.
    pub fn scale(&self, factor: f64) {
        let (width, height) = self.sizes.get().room;
        self.scale_at(factor, (width / 2.0, height / 2.0), true);
    }

    /// Moved as a key does, by so many steps.
    pub fn pan(&self, (right, down): (f64, f64)) {
        let sizes = self.sizes.get();
        let by = (sizes.room.0 * PAN * right, sizes.room.1 * PAN * down);
        self.choose(self.view.get().moved(-by.0, -by.1, &sizes), true);
    }

    /// Brings a node into view.
    pub fn bring(&self, node: usize) {
        let half = (Layout::NODE_WIDTH / 2.0, Layout::NODE_HEIGHT / 2.0);
        if let Some(place) = self.place_of(node) {
            let view = self.view.get().showing(place, half, &self.sizes.get());
            self.choose(view, true);
        }
    }

    /// Shows a node large enough to be read, in the middle.
    pub fn zoom_to(&self, node: usize) {
        if let Some(place) = self.place_of(node) {
            self.choose(View::of_node(place, &self.sizes.get()), true);
        }
    }

    /// Has in the middle what is at this share of the picture's width and height.
    pub fn centre(&self, (across, along): (f64, f64)) {
        let sizes = self.sizes.get();
        let (left, top, width, height) = self.view.get().window(&sizes);
        let scale = self.view.get().scale;
        let right = (left + width / 2.0 - across * sizes.picture.0) * scale;
        let down = (top + height / 2.0 - along * sizes.picture.1) * scale;
        self.choose(self.view.get().moved(right, down, &sizes), false);
    }

    /// Does as a gesture asks.
    pub fn follow(&self, gesture: Gesture) {
        let sizes = self.sizes.get();
        match gesture {
            Gesture::Drag { right, down } => {
                self.choose(self.view.get().moved(right, down, &sizes), false);
            }
            Gesture::Pinch {
                factor,
                x,
                y,
                right,
                down,
            } => {
                self.choose(self.view.get().moved(right, down, &sizes), false);
                self.scale_at(factor, self.place_in_room(x, y), false);
            }
        }
    }

    fn place_of(&self, node: usize) -> Option<(f64, f64)> {
        let shown = self.shown.borrow();
        shown.as_ref()?.1.nodes.get(node).copied()
    }

    fn place_in_room(&self, client_x: f64, client_y: f64) -> (f64, f64) {
        let room = self.elements.room.get_bounding_client_rect();
        (client_x - room.left(), client_y - room.top())
    }

    fn scale_at(&self, factor: f64, at: (f64, f64), smoothly: bool) {
        let view = self.view.get().scaled(factor, at, &self.sizes.get());
        self.choose(view, smoothly);
    }

    /// Shows the part that the user has chosen.
    fn choose(&self, view: View, smoothly: bool) {
        if view != self.view.get() {
            self.is_fit.set(false);
            self.set(view, smoothly);
        }
    }

    fn set(&self, view: View, smoothly: bool) {
        self.view.set(view);
        let Elements {
            room,
            scene,
            window,
        } = &self.elements;
        let sizes = self.sizes.get();
        let View { scale, x, y } = view;
        let transform = format!("translate({x:.2}px,{y:.2}px) scale({scale:.4})");
        let flag = |is: bool| if is { "yes" } else { "no" };
        // What a browser refuses leaves the picture as it was.
        let _ = room.set_attribute("data-smooth", flag(smoothly));
        let _ = room.set_attribute("data-names", flag(view.has_names()));
        let _ = room.style().set_property("touch-action", "none");
        let touch = view.touch_action(&sizes);
        let _ = room.style().set_property("touch-action", &touch);
        let _ = scene.style().set_property("transform", &transform);
        let (left, top, width, height) = view.window(&sizes);
        let sides = [
            ("x", left),
            ("y", top),
            ("width", width),
            ("height", height),
        ];
        for (side, length) in sides {
            let _ = window.set_attribute(side, &format!("{length:.1}"));
        }
        if let Some(overview) = window.parent_element() {
            let is_whole = view.is_whole(&sizes);
            let _ = overview.set_attribute("data-whole", flag(is_whole));
        }
    }

    fn listen(self: &Rc<Self>) {
        let stage = Rc::downgrade(self);
        let wheel = EventListener::new_with_options(
            &self.elements.room,
            "wheel",
            EventListenerOptions::enable_prevent_default(),
            move |event| {
                if let (Some(stage), Some(event)) = (stage.upgrade(), event.dyn_ref()) {
                    stage.wheel(event);
                }
            },
        );
        self.listeners.replace(vec![wheel]);
        let stage: Weak<Self> = Rc::downgrade(self);
        let room: Element = self.elements.room.clone().into();
        let watch = ResizeWatch::new(room, move || {
            if let Some(stage) = stage.upgrade() {
                stage.resized();
            }
        });
        self.resize_watch.replace(Some(watch));
    }

    /// The wheel zooms with Ctrl, as a pinch on a touchpad also says it does. Else it moves the
    /// picture as far as that goes on, and then scrolls the page; a page that scrolls anyway keeps
    /// it until somebody has chosen a part of the picture.
    fn wheel(&self, event: &WheelEvent) {
        let line = match event.delta_mode() {
            WheelEvent::DOM_DELTA_PIXEL => 1.0,
            _ => 16.0,
        };
        let (mut right, mut down) = (event.delta_x() * line, event.delta_y() * line);
        if event.ctrl_key() {
            event.prevent_default();
            let at = self.place_in_room(event.client_x().into(), event.client_y().into());
            return self.scale_at((-down * WHEEL).exp(), at, false);
        }
        if self.is_narrow.get() && self.is_fit.get() {
            return;
        }
        if event.shift_key() && right == 0.0 {
            (right, down) = (down, 0.0);
        }
        let view = self.view.get().moved(-right, -down, &self.sizes.get());
        if view != self.view.get() {
            event.prevent_default();
            self.choose(view, false);
        }
    }
}

/// Whether at least half of the nodes of the smaller program are in both, by their names.
fn are_alike(one: &Rc<Program>, other: &Rc<Program>) -> bool {
    if Rc::ptr_eq(one, other) {
        return true;
    }
    let names = |program: &Rc<Program>| {
        let nodes = program.nodes().iter();
        nodes
            .map(|node| node.name.clone())
            .collect::<std::collections::HashSet<_>>()
    };
    let (one, other) = (names(one), names(other));
    one.intersection(&other).count() * 2 >= one.len().min(other.len())
}

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::{EventListener, EventListenerOptions};
use gloo_render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, WheelEvent};
use yew::Callback;

use crate::page::colour_scheme;
use crate::page::resize_watch::ResizeWatch;
use crate::page::same::same;

use super::brush::Brush;
use super::family_names::SECTION;
use super::geometry::{Geometry, Place};
use super::gestures::Gesture;
use super::painter::Painter;
use super::scene::Scene;
use super::theme::{Theme, context};
use super::zoom::Zoom;

/// The share of the axis that a key press goes along it.
const PAN: f64 = 0.1;

/// How much larger a pixel of the wheel shows it, as a natural logarithm.
const WHEEL: f64 = 0.004;

/// What a stage is made of.
pub struct Elements {
    /// What stands still.
    pub frame: HtmlElement,
    /// What scrolls in it. The canvas sticks to its top.
    pub lanes: HtmlElement,
    /// What is drawn on.
    pub canvas: HtmlCanvasElement,
    /// What makes the lanes as high as all rows are.
    pub spacer: HtmlElement,
}

/// The canvas, and when it is drawn: once for each frame in which something has changed, and in
/// every frame while a live run goes on.
pub struct Stage {
    elements: Elements,
    context: CanvasRenderingContext2d,
    theme: RefCell<Option<Theme>>,
    density: Cell<f64>,
    content_size: Cell<(f64, f64, f64)>,
    geometry: Cell<Geometry>,
    zoom: Cell<Zoom>,
    /// The end that the axis keeps for now, in microseconds.
    held_end_us: Cell<Option<u64>>,
    /// Whether the view follows the live run: not while the user looks elsewhere.
    follows: Cell<bool>,
    section: Cell<u32>,
    scene: RefCell<Scene>,
    has_changed: Cell<bool>,
    painted_us: Cell<u64>,
    frame: RefCell<Option<AnimationFrame>>,
    over_was_told: Cell<bool>,
    on_over: Callback<()>,
    on_section: Callback<u32>,
    listeners: RefCell<Vec<EventListener>>,
    resize_watch: RefCell<Option<ResizeWatch>>,
}

impl Stage {
    /// A stage on these elements. `on_over` is called when a live run that is shown ends, and
    /// `on_section` when the first row in view is in another [`SECTION`].
    pub fn new(
        elements: Elements,
        on_over: Callback<()>,
        on_section: Callback<u32>,
    ) -> Option<Rc<Self>> {
        let stage = Rc::new(Stage {
            context: context(&elements.canvas)?,
            elements,
            theme: RefCell::default(),
            density: Cell::new(0.0),
            content_size: Cell::default(),
            geometry: Cell::default(),
            zoom: Cell::default(),
            held_end_us: Cell::default(),
            follows: Cell::new(true),
            section: Cell::new(0),
            scene: RefCell::default(),
            has_changed: Cell::new(true),
            painted_us: Cell::new(0),
            frame: RefCell::default(),
            over_was_told: Cell::new(false),
            on_over,
            on_section,
            listeners: RefCell::default(),
            resize_watch: RefCell::default(),
        });
        stage.listen();
        stage.request();
        Some(stage)
    }

    /// Shows `scene` from now on.
    pub fn show(self: &Rc<Self>, scene: Scene) {
        if !same(&self.scene.borrow().live, &scene.live) {
            self.over_was_told.set(false);
            self.follows.set(true);
        }
        let before = self.scene.replace(scene);
        let at_us = self.scene.borrow().at_us;
        if let Some(at_us) = at_us.filter(|_| at_us != before.at_us) {
            self.bring_into_view(at_us);
        }
        self.request();
    }

    /// Has the canvas drawn in the next frame.
    pub fn request(self: &Rc<Self>) {
        self.has_changed.set(true);
        self.request_frame();
    }

    /// Shows the axis `factor` times as large, around a place of the window or else its middle.
    pub fn scale(self: &Rc<Self>, factor: f64, client_x: Option<f64>) {
        let x = client_x.map(|x| x - self.left());
        self.set_zoom(self.geometry.get().scaled(factor, x));
    }

    /// Shows all of the axis.
    pub fn fit(self: &Rc<Self>) {
        self.set_zoom(Zoom::WHOLE);
    }

    /// Goes along the axis as a key does, to the right for 1 and to the left for -1.
    pub fn pan(self: &Rc<Self>, direction: f64) {
        self.set_zoom(self.zoom.get().panned(direction * PAN));
    }

    /// Does as a gesture asks. A finger scrolls the rows without us.
    pub fn follow(self: &Rc<Self>, gesture: Gesture, is_mouse: bool) {
        match gesture {
            Gesture::Drag { right, down } => {
                self.set_zoom(self.geometry.get().panned(-right));
                if is_mouse {
                    let lanes = &self.elements.lanes;
                    lanes.set_scroll_top(lanes.scroll_top() - down.round() as i32);
                }
            }
            Gesture::Pinch {
                factor, x, right, ..
            } => {
                self.set_zoom(self.geometry.get().panned(-right));
                self.geometry.set(Geometry {
                    zoom: self.zoom.get(),
                    ..self.geometry.get()
                });
                self.scale(factor, Some(x));
            }
        }
    }

    /// The time in view that is nearest to a place of the window, in microseconds.
    pub fn time_us(&self, client_x: f64) -> u64 {
        let geometry = self.geometry.get();
        let in_view = geometry.times_in_view();
        let time_us = geometry.time_us(client_x - self.left());
        time_us.clamp(in_view.start, in_view.end)
    }

    /// Where things are on the canvas.
    pub fn geometry(&self) -> Geometry {
        self.geometry.get()
    }

    /// Has the rows hear of a pointer wherever it goes, until it is released.
    pub fn capture(&self, pointer: i32) {
        // Without it, a drag ends where the pointer leaves.
        let _ = self.elements.lanes.set_pointer_capture(pointer);
    }

    /// Keeps the axis as long as it is, whatever becomes of the runs.
    pub fn hold_axis(&self) {
        self.held_end_us.set(Some(self.geometry.get().end_us));
    }

    /// Lets the axis be as long as the runs are again.
    pub fn release_axis(self: &Rc<Self>) {
        self.held_end_us.set(None);
        self.request();
    }

    /// Goes along the axis so far that a moment is in view.
    fn bring_into_view(&self, at_us: u64) {
        let geometry = Geometry {
            zoom: self.zoom.get(),
            ..self.geometry.get()
        };
        if !geometry.times_in_view().contains(&at_us) {
            self.zoom.set(geometry.showing(at_us));
            self.has_changed.set(true);
        }
    }

    /// Goes along with a live run, until the user looks elsewhere.
    fn follow_run(&self, now_us: u64) {
        if self.geometry.get().times_in_view().contains(&now_us) {
            self.follows.set(true);
        } else if self.follows.get() {
            self.bring_into_view(now_us);
        }
    }

    fn left(&self) -> f64 {
        self.elements.lanes.get_bounding_client_rect().left()
    }

    fn set_zoom(self: &Rc<Self>, zoom: Zoom) {
        if self.zoom.replace(zoom) != zoom {
            self.follows.set(false);
            self.request();
        }
    }

    /// The wheel zooms with Ctrl, as a pinch on a touchpad also says it does; with Shift or to the
    /// side it goes along the axis; else it scrolls the rows, without us.
    fn wheel(self: &Rc<Self>, event: &WheelEvent) {
        let line = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
            1.0
        } else {
            16.0
        };
        let (right, down) = (event.delta_x() * line, event.delta_y() * line);
        if event.ctrl_key() {
            event.prevent_default();
            self.scale((-down * WHEEL).exp(), Some(event.client_x().into()));
        } else if event.shift_key() || right.abs() > down.abs() {
            event.prevent_default();
            let by = if right == 0.0 { down } else { right };
            self.set_zoom(self.geometry.get().panned(by));
        }
    }

    /// What is at a point of the window, with the time there and the point on the canvas.
    pub fn at(&self, client_x: f64, client_y: f64) -> Option<(Place, Option<u64>, (f64, f64))> {
        let bounds = self.elements.lanes.get_bounding_client_rect();
        let (x, y) = (client_x - bounds.left(), client_y - bounds.top());
        let geometry = self.geometry.get();
        let time_us = (x >= geometry.label_width()).then(|| geometry.time_us(x));
        Some((geometry.place_at(y)?, time_us, (x, y)))
    }

    /// The top of what is drawn in a row, or in several from it on, in CSS pixels.
    pub fn bar_top(&self, row: u32) -> f64 {
        self.geometry.get().bar_top(row)
    }

    /// The canvas's width and height, in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        let geometry = self.geometry.get();
        (geometry.width, geometry.height)
    }

    fn listen(self: &Rc<Self>) {
        let Some(window) = web_sys::window() else {
            return;
        };
        let request = |stage: &Weak<Self>, forget_theme: bool| {
            let Some(stage) = stage.upgrade() else { return };
            if forget_theme {
                stage.theme.take();
            }
            stage.request();
        };
        let listener = |target: &web_sys::EventTarget, event: &'static str, forget_theme| {
            let stage = Rc::downgrade(self);
            EventListener::new(target, event, move |_| request(&stage, forget_theme))
        };
        let mut listeners = vec![
            listener(&self.elements.lanes, "scroll", false),
            listener(&window, "resize", false),
            listener(&window, colour_scheme::CHANGED, true),
        ];
        if let Ok(Some(scheme)) = window.match_media("(prefers-color-scheme: dark)") {
            listeners.push(listener(&scheme, "change", true));
        }
        if let Some(document) = window.document() {
            listeners.push(listener(&document.fonts(), "loadingdone", false));
        }
        let stage = Rc::downgrade(self);
        listeners.push(EventListener::new_with_options(
            &self.elements.frame,
            "wheel",
            EventListenerOptions::enable_prevent_default(),
            move |event| {
                if let (Some(stage), Some(event)) = (stage.upgrade(), event.dyn_ref()) {
                    stage.wheel(event);
                }
            },
        ));
        self.listeners.replace(listeners);
        let stage = Rc::downgrade(self);
        let watch = ResizeWatch::new(self.elements.lanes.clone(), move || request(&stage, false));
        self.resize_watch.replace(Some(watch));
    }

    fn request_frame(self: &Rc<Self>) {
        if self.frame.borrow().is_some() {
            return;
        }
        let stage = Rc::downgrade(self);
        let frame = request_animation_frame(move |_| {
            if let Some(stage) = stage.upgrade() {
                stage.frame.take();
                stage.on_frame();
            }
        });
        self.frame.replace(Some(frame));
    }

    fn on_frame(self: &Rc<Self>) {
        let live = self.scene.borrow().live.clone();
        let now_us = live.as_ref().map_or(0, |live| live.now_us());
        if live.as_ref().is_some_and(|live| !live.is_over()) {
            self.follow_run(now_us);
        }
        if self.has_changed.take() || now_us != self.painted_us.get() {
            self.paint(now_us);
            self.painted_us.set(now_us);
        }
        match live {
            // Paused, it is asked in every frame whether it goes on, and drawn only if it does.
            Some(live) if !live.is_over() => self.request_frame(),
            Some(_) if !self.over_was_told.replace(true) => self.on_over.emit(()),
            _ => {}
        }
    }

    fn paint(&self, now_us: u64) {
        let density = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        let scene = self.scene.borrow();
        let geometry = Geometry {
            width: self.elements.lanes.client_width().into(),
            height: self.elements.lanes.client_height().into(),
            scrolled: self.elements.lanes.scroll_top().into(),
            rows: scene.rows.count(),
            end_us: self.held_end_us.get().unwrap_or(scene.end_us()),
            zoom: self.zoom.get(),
            ways: scene.way_strips(),
        };
        self.geometry.set(geometry);
        self.fit_content(geometry);
        self.fit_canvas(geometry, density);
        if geometry.height <= geometry.head_height() || geometry.width <= geometry.label_width() {
            // There is no room for a row, nor perhaps for anything.
            return;
        }
        let mut theme = self.theme.borrow_mut();
        if theme.is_none() || self.density.get() != density {
            *theme = Theme::read(&self.elements.canvas, density);
            self.density.set(density);
        }
        // A frame of another page can be of any size.
        let Some(theme) = theme.as_ref().filter(|_| geometry.has_room()) else {
            return;
        };
        let brush = Brush {
            context: &self.context,
            theme,
            density,
        };
        Painter {
            brush,
            scene: &scene,
            geometry,
            now_us,
        }
        .paint();
        let section = geometry.rows_in_view().start / SECTION;
        if self.section.replace(section) != section {
            self.on_section.emit(section);
        }
    }

    /// Makes what scrolls as high as its content, and tells what stands over the canvas where the
    /// axis is.
    fn fit_content(&self, geometry: Geometry) {
        let content = (geometry.content_height(), geometry.height, geometry.width);
        if self.content_size.replace(content) == content {
            return;
        }
        let Elements { frame, spacer, .. } = &self.elements;
        let below = (content.0 - content.1).max(0.0);
        let names = geometry.label_width();
        let lengths = [
            (spacer, "height", below),
            (frame, "--content-height", content.0),
            (frame, "--names-width", names),
            (frame, "--axis-width", (geometry.width - names).max(0.0)),
        ];
        for (element, name, length) in lengths {
            // A length that is refused leaves it as it was.
            let _ = element.style().set_property(name, &format!("{length}px"));
        }
    }

    /// Gives the canvas as many pixels as the screen has there. That also clears it, and is done
    /// only where the size has changed.
    fn fit_canvas(&self, geometry: Geometry, density: f64) {
        let width = (geometry.width * density).round() as u32;
        let height = (geometry.height * density).round() as u32;
        if (self.elements.canvas.width(), self.elements.canvas.height()) != (width, height) {
            self.elements.canvas.set_width(width);
            self.elements.canvas.set_height(height);
        }
    }
}

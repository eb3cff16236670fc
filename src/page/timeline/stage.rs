use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_render::{AnimationFrame, request_animation_frame};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};
use yew::Callback;

use crate::page::resize_watch::ResizeWatch;
use crate::page::same::same;

use super::geometry::{Geometry, Place};
use super::painter::Painter;
use super::scene::Scene;
use super::theme::{Theme, context};

/// The canvas, and when it is drawn: once for each frame in which something has changed, and in
/// every frame while a live run goes on.
pub struct Stage {
    canvas: HtmlCanvasElement,
    /// What scrolls. The canvas sticks to its top.
    lanes: HtmlElement,
    /// What makes it as high as all rows are.
    spacer: HtmlElement,
    context: CanvasRenderingContext2d,
    theme: RefCell<Option<Theme>>,
    density: Cell<f64>,
    content_height: Cell<(f64, f64)>,
    geometry: Cell<Geometry>,
    scene: RefCell<Scene>,
    has_changed: Cell<bool>,
    painted_us: Cell<u64>,
    frame: RefCell<Option<AnimationFrame>>,
    over_was_told: Cell<bool>,
    on_over: Callback<()>,
    listeners: RefCell<Vec<EventListener>>,
    resize_watch: RefCell<Option<ResizeWatch>>,
}

impl Stage {
    /// A stage on these elements. `on_over` is called when a live run that is shown ends.
    pub fn new(
        canvas: HtmlCanvasElement,
        lanes: HtmlElement,
        spacer: HtmlElement,
        on_over: Callback<()>,
    ) -> Option<Rc<Self>> {
        let stage = Rc::new(Stage {
            context: context(&canvas)?,
            canvas,
            lanes,
            spacer,
            theme: RefCell::default(),
            density: Cell::new(0.0),
            content_height: Cell::default(),
            geometry: Cell::default(),
            scene: RefCell::default(),
            has_changed: Cell::new(true),
            painted_us: Cell::new(0),
            frame: RefCell::default(),
            over_was_told: Cell::new(false),
            on_over,
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
        }
        self.scene.replace(scene);
        self.request();
    }

    /// Has the canvas drawn in the next frame.
    pub fn request(self: &Rc<Self>) {
        self.has_changed.set(true);
        self.request_frame();
    }

    /// What is at a point of the window, with the time there and the point on the canvas.
    pub fn at(&self, client_x: f64, client_y: f64) -> Option<(Place, Option<u64>, (f64, f64))> {
        let bounds = self.lanes.get_bounding_client_rect();
        let (x, y) = (client_x - bounds.left(), client_y - bounds.top());
        let geometry = self.geometry.get();
        let time_us = (x >= geometry.label_width()).then(|| geometry.time_us(x));
        Some((geometry.place_at(y)?, time_us, (x, y)))
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
            listener(&self.lanes, "scroll", false),
            listener(&window, "resize", false),
        ];
        if let Ok(Some(scheme)) = window.match_media("(prefers-color-scheme: dark)") {
            listeners.push(listener(&scheme, "change", true));
        }
        if let Some(document) = window.document() {
            listeners.push(listener(&document.fonts(), "loadingdone", false));
        }
        self.listeners.replace(listeners);
        let stage = Rc::downgrade(self);
        let watch = ResizeWatch::new(self.lanes.clone(), move || request(&stage, false));
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
        let rows = scene.program().map_or(0, |program| program.task_count());
        let geometry = Geometry {
            width: self.lanes.client_width().into(),
            height: self.lanes.client_height().into(),
            scrolled: self.lanes.scroll_top().into(),
            rows,
            end_us: scene.end_us(),
        };
        self.geometry.set(geometry);
        self.fit_content(geometry);
        self.fit_canvas(geometry, density);
        let mut theme = self.theme.borrow_mut();
        if theme.is_none() || self.density.get() != density {
            *theme = Theme::read(&self.canvas, density);
            self.density.set(density);
        }
        let Some(theme) = theme.as_ref() else { return };
        Painter {
            context: &self.context,
            theme,
            scene: &scene,
            geometry,
            density,
            now_us,
        }
        .paint();
    }

    /// Makes what scrolls as high as its content.
    fn fit_content(&self, geometry: Geometry) {
        let content = (geometry.content_height(), geometry.height);
        if self.content_height.replace(content) == content {
            return;
        }
        let below = (content.0 - content.1).max(0.0);
        // A length that is refused leaves the rows at the height they had.
        let _ = self
            .spacer
            .style()
            .set_property("height", &format!("{below}px"));
        let _ = self
            .lanes
            .style()
            .set_property("--content-height", &format!("{}px", content.0));
    }

    /// Gives the canvas as many pixels as the screen has there. That also clears it, and is done
    /// only where the size has changed.
    fn fit_canvas(&self, geometry: Geometry, density: f64) {
        let width = (geometry.width * density).round() as u32;
        let height = (geometry.height * density).round() as u32;
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
    }
}

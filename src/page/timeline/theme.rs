use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// The colours, faces and patterns of the page as the canvas needs them. Read once for each
/// change of the colour scheme or of the pixels' density.
pub struct Theme {
    pub panel: String,
    pub line: String,
    pub thin: String,
    pub ink: String,
    pub ink2: String,
    pub ink3: String,
    pub accent: String,
    pub accent_ink: String,
    pub good: String,
    pub danger: String,
    pub io: String,
    pub cpu: String,
    pub block: String,
    pub thread: String,
    /// The face of headings, at their size in device pixels.
    pub heading: String,
    /// The face of other words.
    pub plain: String,
    /// The face of what is said beside a bar.
    pub small: String,
    /// The face of tasks' names.
    pub mono: String,
    /// Waiting for a pool: hatched.
    pub pool: Option<CanvasPattern>,
    /// Waiting for a thread: hatched in the colour of threads.
    pub threads: Option<CanvasPattern>,
    /// Waiting before a further attempt: hatched in the colour of quiet words.
    pub backoff: Option<CanvasPattern>,
    /// Ready, while the loop is busy: hatched the other way.
    pub ready: Option<CanvasPattern>,
}

/// The distance of a pattern's stripes, in CSS pixels.
const STRIPES: f64 = 8.0;

impl Theme {
    /// Reads the page's custom properties, for a screen of `density` device pixels to a CSS one.
    pub fn read(canvas: &HtmlCanvasElement, density: f64) -> Option<Self> {
        let style = web_sys::window()?.get_computed_style(canvas).ok()??;
        let value = |name: &str| {
            let value = style.get_property_value(name).unwrap_or_default();
            value.trim().to_owned()
        };
        let (sans, mono) = (value("--sans"), value("--mono"));
        // A custom property is given as it is written, for both schemes; a colour is the one that
        // holds.
        let probe = canvas.style();
        let colour = |name: &str| {
            // What is refused leaves the colour of what is around.
            let _: Result<(), _> = probe.set_property("color", &format!("var({name})"));
            value("color")
        };
        let panel = colour("--panel");
        let stripes =
            |name: &str, leans: Leans| hatched(canvas, &colour(name), &panel, leans, density);
        let theme = Theme {
            pool: stripes("--pool", Leans::Right),
            threads: stripes("--thread", Leans::Right),
            backoff: stripes("--ink3", Leans::Left),
            ready: stripes("--ready", Leans::Left),
            heading: format!("600 {}px {sans}", 12.0 * density),
            plain: format!("400 {}px {sans}", 12.0 * density),
            small: format!("400 {}px {sans}", 11.0 * density),
            mono: format!("400 {}px {mono}", 11.5 * density),
            line: colour("--line"),
            thin: colour("--line3"),
            ink: colour("--ink"),
            ink2: colour("--ink2"),
            ink3: colour("--ink3"),
            accent: colour("--accent"),
            accent_ink: colour("--accent-ink"),
            good: colour("--good"),
            danger: colour("--danger"),
            io: colour("--io"),
            cpu: colour("--cpu"),
            block: colour("--block"),
            thread: colour("--thread"),
            panel,
        };
        // It has a colour of its own only while it is asked.
        let _: Result<String, _> = probe.remove_property("color");
        Some(theme)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Leans {
    Left,
    Right,
}

/// A tile of stripes; it is made of device pixels, and so is the canvas.
fn hatched(
    canvas: &HtmlCanvasElement,
    colour: &str,
    ground: &str,
    leans: Leans,
    density: f64,
) -> Option<CanvasPattern> {
    let document = canvas.owner_document()?;
    let tile: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let size = (STRIPES * density).round().max(2.0);
    tile.set_width(size as u32);
    tile.set_height(size as u32);
    let context = context(&tile)?;
    context.set_fill_style_str(ground);
    context.fill_rect(0.0, 0.0, size, size);
    context.set_global_alpha(0.16);
    context.set_fill_style_str(colour);
    context.fill_rect(0.0, 0.0, size, size);
    context.set_global_alpha(0.8);
    context.set_stroke_style_str(colour);
    context.set_line_width(1.6 * density);
    for shift in [-size, 0.0, size] {
        let (top, bottom) = match leans {
            Leans::Right => (shift + size * 1.5, shift - size * 0.5),
            Leans::Left => (shift - size * 0.5, shift + size * 1.5),
        };
        context.begin_path();
        context.move_to(top, -size * 0.5);
        context.line_to(bottom, size * 1.5);
        context.stroke();
    }
    context
        .create_pattern_with_html_canvas_element(&tile, "repeat")
        .ok()?
}

/// What is drawn with on a canvas.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let context: JsValue = canvas.get_context("2d").ok()??.into();
    context.dyn_into().ok()
}

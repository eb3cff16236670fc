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
    pub block: String,
    /// A step of kind `cpu`: upright lines in its colour.
    pub cpu: Option<CanvasPattern>,
    /// A step of kind `block`: a lattice in its colour.
    pub blocked: Option<CanvasPattern>,
    /// A step of kind `thread`: level lines in its colour.
    pub thread: Option<CanvasPattern>,
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
    /// Waiting for a thread: level lines, the colour of threads behind them faint.
    pub threads: Option<CanvasPattern>,
    /// Waiting before a further attempt: dots in the colour of quiet words.
    pub backoff: Option<CanvasPattern>,
    /// Ready, while the loop is busy: hatched the other way.
    pub ready: Option<CanvasPattern>,
    /// Disturbed: hatched widely, over what is there.
    pub disturbed: Option<CanvasPattern>,
}

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
        let tile = |pattern, name: &str| tile(canvas, pattern, &colour(name), &panel, density);
        let theme = Theme {
            cpu: tile(Pattern::Uprights, "--cpu"),
            blocked: tile(Pattern::Lattice, "--block"),
            thread: tile(Pattern::Tracks, "--thread"),
            pool: tile(Pattern::LeansRight, "--pool"),
            threads: tile(Pattern::Levels, "--thread"),
            backoff: tile(Pattern::Dots, "--ink3"),
            ready: tile(Pattern::LeansLeft, "--ready"),
            disturbed: tile(Pattern::LeansOver, "--danger"),
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
            block: colour("--block"),
            panel,
        };
        // It has a colour of its own only while it is asked.
        let _: Result<String, _> = probe.remove_property("color");
        Some(theme)
    }
}

/// What tells a kind from others without its colour: on those of steps the colour is the ground,
/// on those of waits it is that of the marks.
#[derive(Clone, Copy, PartialEq)]
enum Pattern {
    Uprights,
    Lattice,
    Tracks,
    LeansRight,
    LeansLeft,
    LeansOver,
    Levels,
    Dots,
}

impl Pattern {
    fn is_of_step(self) -> bool {
        matches!(self, Pattern::Uprights | Pattern::Lattice | Pattern::Tracks)
    }

    /// Whether what it is drawn over is seen between its marks.
    fn is_open(self) -> bool {
        self == Pattern::LeansOver
    }

    /// The size of a tile, in CSS pixels. What is level comes to the same place in every row.
    fn size(self) -> f64 {
        match self {
            Pattern::Tracks | Pattern::Levels | Pattern::Uprights | Pattern::Dots => 5.0,
            Pattern::Lattice => 7.0,
            Pattern::LeansRight | Pattern::LeansLeft => 8.0,
            Pattern::LeansOver => 12.0,
        }
    }

    /// How thick its lines are, in CSS pixels.
    fn thickness(self) -> f64 {
        match self {
            Pattern::Uprights | Pattern::Tracks | Pattern::Levels => 1.4,
            Pattern::Lattice => 1.1,
            Pattern::LeansRight | Pattern::LeansLeft | Pattern::LeansOver | Pattern::Dots => 1.6,
        }
    }

    /// The ends of its lines, in tiles. They go on beyond the tile, so that it joins.
    fn lines(self) -> Vec<[f64; 4]> {
        let leans = |[from, to]: [f64; 2]| {
            let shifted = [-1.0, 0.0, 1.0];
            shifted.map(|shift| [shift + from, -0.5, shift + to, 1.5])
        };
        let (right, left) = ([1.5, -0.5], [-0.5, 1.5]);
        match self {
            Pattern::Uprights => vec![[0.5, 0.0, 0.5, 1.0]],
            Pattern::Tracks | Pattern::Levels => vec![[0.0, 0.5, 1.0, 0.5]],
            Pattern::LeansRight | Pattern::LeansOver => leans(right).to_vec(),
            Pattern::LeansLeft => leans(left).to_vec(),
            Pattern::Lattice => [leans(right), leans(left)].concat(),
            // A line as long as it is thick is a dot.
            Pattern::Dots => vec![[0.34, 0.5, 0.66, 0.5]],
        }
    }
}

/// A tile of a pattern; it is made of device pixels, and so is the canvas.
fn tile(
    canvas: &HtmlCanvasElement,
    pattern: Pattern,
    colour: &str,
    panel: &str,
    density: f64,
) -> Option<CanvasPattern> {
    let document = canvas.owner_document()?;
    let tile: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let size = (pattern.size() * density).round().max(2.0);
    tile.set_width(size as u32);
    tile.set_height(size as u32);
    let context = context(&tile)?;
    if !pattern.is_open() {
        context.set_fill_style_str(panel);
        context.fill_rect(0.0, 0.0, size, size);
    }
    let is_of_step = pattern.is_of_step();
    let (ground, marks, strength) = match is_of_step {
        true => (1.0, panel, 0.42),
        false => (0.16, colour, 0.8),
    };
    if !pattern.is_open() {
        context.set_global_alpha(ground);
        context.set_fill_style_str(colour);
        context.fill_rect(0.0, 0.0, size, size);
    }
    context.set_global_alpha(strength);
    context.set_stroke_style_str(marks);
    context.set_line_width(pattern.thickness() * density);
    context.begin_path();
    for [left, top, right, bottom] in pattern.lines() {
        context.move_to(left * size, top * size);
        context.line_to(right * size, bottom * size);
    }
    context.stroke();
    context
        .create_pattern_with_html_canvas_element(&tile, "repeat")
        .ok()?
}

/// What is drawn with on a canvas.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let context: JsValue = canvas.get_context("2d").ok()??.into();
    context.dyn_into().ok()
}

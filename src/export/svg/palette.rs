/// Whether a picture is for light or for dark surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColourScheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The colours of the page's styles in one of its schemes.
pub struct Palette {
    /// What the names of its patterns begin with: two pictures may stand in one document.
    pub name: &'static str,
    pub panel: &'static str,
    pub line: &'static str,
    pub thin: &'static str,
    pub ink: &'static str,
    pub ink2: &'static str,
    pub ink3: &'static str,
    pub accent: &'static str,
    pub good: &'static str,
    pub danger: &'static str,
    pub io: &'static str,
    pub cpu: &'static str,
    pub block: &'static str,
    pub thread: &'static str,
    pub pool: &'static str,
    pub ready: &'static str,
}

impl ColourScheme {
    pub(super) fn palette(self) -> &'static Palette {
        match self {
            ColourScheme::Light => &LIGHT,
            ColourScheme::Dark => &DARK,
        }
    }
}

const LIGHT: Palette = Palette {
    name: "light",
    panel: "#ffffff",
    line: "#e4e4df",
    thin: "#c4c4bc",
    ink: "#16191d",
    ink2: "#575d66",
    ink3: "#656b74",
    accent: "#2a3fd0",
    good: "#1a8f5a",
    danger: "#cf2f35",
    io: "#4f86f7",
    cpu: "#f0a020",
    block: "#e5484d",
    thread: "#8e5fe0",
    pool: "#12a594",
    ready: "#e5484d",
};

const DARK: Palette = Palette {
    name: "dark",
    panel: "#14171c",
    line: "#23282f",
    thin: "#424a56",
    ink: "#eceff3",
    ink2: "#a3abb6",
    ink3: "#8d96a3",
    accent: "#aab6ff",
    good: "#4cc38a",
    danger: "#ff6b70",
    io: "#5f95ff",
    cpu: "#f2b04a",
    block: "#ff6369",
    thread: "#a984f0",
    pool: "#3cc3b3",
    ready: "#ff6369",
};

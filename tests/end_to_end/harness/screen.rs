//! Screens that the page is looked at on.

use serde_json::{Value, json};

/// The viewport, and the device around it.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub pixel_ratio: u32,
    /// Whether it is a phone: touch, and a viewport as the page's `<meta>` wants it.
    pub is_phone: bool,
}

impl Screen {
    /// 1440×900.
    pub const DESKTOP: Screen = Screen::of(1440, 900);
    /// 1024×768.
    pub const SMALL: Screen = Screen::of(1024, 768);
    /// 390×844.
    pub const PHONE: Screen = Screen {
        pixel_ratio: 2,
        is_phone: true,
        ..Screen::of(390, 844)
    };

    const fn of(width: u32, height: u32) -> Self {
        Screen {
            width,
            height,
            pixel_ratio: 1,
            is_phone: false,
        }
    }

    /// The arguments of `Emulation.setDeviceMetricsOverride`.
    pub fn metrics(self) -> Value {
        json!({
            "width": self.width,
            "height": self.height,
            "deviceScaleFactor": self.pixel_ratio,
            "mobile": self.is_phone,
        })
    }
}

/// What the user prefers.
#[derive(Clone, Copy, Debug)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// As `prefers-color-scheme` has it.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

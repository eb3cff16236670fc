//! Which browser is driven.

use std::process::Stdio;

use serde_json::{Value, json};

/// A browser that the tests know how to drive, with the driver that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Engine {
    /// The one that `INTERLEAVE_BROWSER` in the environment asks for; otherwise Chromium.
    pub fn chosen() -> Self {
        match std::env::var("INTERLEAVE_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok(other) => panic!("INTERLEAVE_BROWSER is chromium or firefox, not {other:?}"),
        }
    }

    /// Its driver's program.
    pub fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
        }
    }

    /// What its driver is to be told.
    pub fn driver_arguments(self) -> &'static [&'static str] {
        match self {
            Engine::Chromium => &["--port=0"],
            // What WebDriver has no words for is done by the browser's own scripts.
            Engine::Firefox => &["--port=0", "--websocket-port=0", "--allow-system-access"],
        }
    }

    /// Where what it says of errors goes: to Firefox's own troubles with a machine without a screen
    /// nobody listens.
    pub fn driver_errors(self) -> Stdio {
        match self {
            Engine::Chromium => Stdio::inherit(),
            Engine::Firefox => Stdio::null(),
        }
    }

    /// The capability in which it tells its process.
    pub fn process_capability(self) -> &'static str {
        match self {
            Engine::Chromium => "goog:processID",
            Engine::Firefox => "moz:processID",
        }
    }

    /// What a session asks for beside what `webdriver.json` has.
    pub fn capability(self) -> (&'static str, Value) {
        match self {
            Engine::Chromium => ("goog:loggingPrefs", json!({ "browser": "ALL" })),
            Engine::Firefox => ("moz:firefoxOptions", firefox_options()),
        }
    }
}

fn firefox_options() -> Value {
    json!({
        "args": ["-headless"],
        // Larger than any screen that is tried.
        "env": { "MOZ_HEADLESS_WIDTH": "1920", "MOZ_HEADLESS_HEIGHT": "1300" },
        "prefs": {
            // Scripts read and write the clipboard without asking.
            "dom.events.testing.asyncClipboard": true,
            "browser.download.folderList": 2,
            "browser.download.alwaysOpenPanel": false,
            "browser.download.always_ask_before_handling_new_types": false,
        },
    })
}

//! What a user prefers: languages, motion, the keyboard.

use std::time::Duration;

use fantoccini::key::Key;
use serde::Deserialize;
use serde_json::json;

use super::Page;
use super::engine::Engine;

/// So often the Tab key is pressed at most.
const MOST_STOPS: usize = 200;

/// Where the Tab key stops.
#[derive(Debug, Deserialize)]
pub struct Stop {
    /// Its accessible name, or what it says.
    pub name: String,
    /// Whether one sees that it has the focus: by an outline, or by the cursor.
    #[serde(rename = "isMarked")]
    pub is_marked: bool,
}

impl Page {
    /// Loads the page again, and waits for the text box of this name.
    pub async fn reload_in(&self, textbox: &str) {
        self.load_again().await;
        self.textbox(textbox).await;
    }

    /// Makes the browser forget what it kept for the page.
    pub async fn forget_everything(&self) {
        // What the page keeps when it goes away has to be forgotten too.
        let script =
            "const forget = () => [localStorage, sessionStorage].forEach((kept) => kept.clear());
            addEventListener('pagehide', forget);
            forget();";
        self.script(script, vec![]).await;
    }

    /// Makes the user prefer these languages, as `Accept-Language` has them.
    pub async fn prefer_languages(&self, languages: &str) {
        if self.engine == Engine::Firefox {
            self.set_in_firefox("intl.accept_languages", json!(languages))
                .await;
            return;
        }
        let agent = self.script("return navigator.userAgent", vec![]).await;
        let params = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.devtools("Emulation.setUserAgentOverride", params)
            .await;
    }

    /// Makes the user want no motion.
    pub async fn prefer_no_motion(&self) {
        match self.engine {
            Engine::Chromium => self.set_media("prefers-reduced-motion", "reduce").await,
            Engine::Firefox => {
                self.set_in_firefox("ui.prefersReducedMotion", json!(1))
                    .await;
            }
        }
    }

    /// Sets a media feature in Chromium.
    pub(super) async fn set_media(&self, name: &str, value: &str) {
        let params = json!({ "features": [{ "name": name, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", params).await;
    }

    /// Gives the page the focus that the browser's own window has: Chromium has none of its own here,
    /// and Firefox's driver presses keys in the page all the same.
    async fn focus_page(&self) {
        if self.engine == Engine::Firefox {
            self.in_firefox("gBrowser.selectedBrowser.focus()", vec![])
                .await;
        }
    }

    /// Goes through the document with the Tab key, once from its beginning to its end.
    pub async fn tab_through(&self) -> Vec<Stop> {
        let script = "
            const element = document.activeElement;
            if (element === document.body) return null;
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0)
                || element.closest('.cm-focused, :has(> :focus-visible)') !== null;
            return { name: element.ariaLabel || element.innerText || element.tagName, isMarked }";
        // It begins wherever the focus was last, and goes round by way of the browser's own.
        let mut rounds = [const { Vec::new() }; 3];
        let mut round = 0;
        for _ in 0..MOST_STOPS {
            self.press(&[], Key::Tab).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
            match serde_json::from_value(self.script(script, vec![]).await) {
                Ok(stop) => rounds[round].push(stop),
                Err(_) => {
                    round += 1;
                    self.focus_page().await;
                }
            }
            if round == 2 {
                let [_, whole, _] = rounds;
                return whole;
            }
        }
        panic!("the Tab key does not leave the page: {rounds:#?}");
    }
}

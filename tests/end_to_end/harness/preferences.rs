//! What a user prefers: languages, motion, the keyboard.

use std::time::Duration;

use fantoccini::key::Key;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;

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
        self.client.refresh().await.expect("the page to load again");
        self.textbox(textbox).await;
    }

    /// Makes the browser forget what it kept for the page.
    pub async fn forget_everything(&self) {
        // What the page keeps when it goes away has to be forgotten too.
        let script =
            "addEventListener('pagehide', () => localStorage.clear()); localStorage.clear()";
        self.script(script, vec![]).await;
    }

    /// Makes the user prefer these languages, as `Accept-Language` has them.
    pub async fn prefer_languages(&self, languages: &str) {
        let agent = self.script("return navigator.userAgent", vec![]).await;
        let params = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.devtools("Emulation.setUserAgentOverride", params)
            .await;
    }

    /// Sets media features: `[{ "name", "value" }]`.
    pub async fn set_media(&self, features: Value) {
        let params = json!({ "features": features });
        self.devtools("Emulation.setEmulatedMedia", params).await;
    }

    /// Goes from the document's beginning with the Tab key, at most so often, until it is left.
    pub async fn tab_through(&self, most: usize) -> Vec<Stop> {
        self.script(
            "document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)",
            vec![],
        )
        .await;
        let script = "
            const element = document.activeElement;
            if (element === document.body) return null;
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0)
                || element.closest('.cm-focused, :has(> :focus-visible)') !== null;
            return { name: element.ariaLabel || element.innerText || element.tagName, isMarked }";
        let mut stops = Vec::new();
        for _ in 0..most {
            self.press(&[], Key::Tab).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
            match serde_json::from_value(self.script(script, vec![]).await) {
                Ok(stop) => stops.push(stop),
                Err(_) => break,
            }
        }
        stops
    }
}

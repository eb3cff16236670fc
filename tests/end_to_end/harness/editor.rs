//! The editor as a user meets it.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::json;

use super::Page;

/// Selects all of the text box that it is given, and pastes a text. Firefox takes no clipboard with a
/// new event.
const PASTE: &str = "
    const [textbox, text] = arguments;
    textbox.focus();
    textbox.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'a', keyCode: 65, ctrlKey: true, bubbles: true, cancelable: true }));
    const value = new DataTransfer();
    value.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    textbox.dispatchEvent(Object.defineProperty(paste, 'clipboardData', { value }));";

/// Selects all of the text box that it is given, and returns what is then copied.
const COPY: &str = "
    const [textbox] = arguments;
    textbox.focus();
    textbox.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'a', keyCode: 65, ctrlKey: true, bubbles: true, cancelable: true }));
    const value = new DataTransfer();
    const copy = new ClipboardEvent('copy', { bubbles: true, cancelable: true });
    textbox.dispatchEvent(Object.defineProperty(copy, 'clipboardData', { value }));
    return value.getData('text/plain');";

const SOON: Duration = Duration::from_secs(5);

impl Page {
    /// Replaces the whole program by a paste, and returns at once.
    pub async fn type_program(&self, text: &str) {
        self.type_into("Task graph", text).await;
    }

    /// Replaces the text of the text box of this name by a paste, and returns at once.
    pub async fn type_into(&self, textbox: &str, text: &str) {
        let textbox = self.textbox(textbox).await;
        self.script(PASTE, vec![json!(textbox), json!(text)]).await;
    }

    /// The whole program, by a copy: only what is in view stands in the document. All of it is
    /// selected then.
    pub async fn program(&self) -> String {
        self.text_in("Task graph").await
    }

    /// All of the text box of this name, as of [`Page::program`].
    pub async fn text_in(&self, textbox: &str) -> String {
        let textbox = self.textbox(textbox).await;
        let text = self.script(COPY, vec![json!(textbox)]).await;
        text.as_str().expect("a text").to_owned()
    }

    /// Waits until the whole program is `text`.
    pub async fn wait_for_program(&self, text: &str) {
        self.wait_until(&format!("the program {text:?}"), SOON, async || {
            self.program().await == text
        })
        .await;
    }

    /// Puts a program into the Python tab.
    pub async fn write_python(&self, text: &str) {
        self.open_tab("Python").await;
        self.textbox("Python").await;
        self.type_into("Python", text).await;
    }

    /// Types into the program where its cursor stands: at first, that is its end.
    pub async fn type_on(&self, keys: &str) {
        self.type_on_in("Task graph", keys).await;
    }

    /// As [`type_on`](Page::type_on), in the text box of this name.
    pub async fn type_on_in(&self, textbox: &str, keys: &str) {
        let textbox = self.textbox(textbox).await;
        textbox
            .send_keys(keys)
            .await
            .expect("a text box takes keys");
    }

    /// Presses a key, with others held down, wherever the focus is.
    pub async fn press(&self, held: &[Key], key: impl Into<char>) {
        let key = key.into();
        let mut actions = KeyActions::new("keys".into());
        for &held in held {
            actions = actions.then(KeyAction::Down { value: held.into() });
        }
        actions = actions
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for &held in held {
            actions = actions.then(KeyAction::Up { value: held.into() });
        }
        let pressed = self.client.perform_actions(actions).await;
        pressed.expect("keys that can be pressed");
    }

    /// Writes as an input method does: shows each of `shown` as what is being composed, and ends
    /// with `text`.
    pub async fn compose(&self, shown: &[&str], text: &str) {
        for text in shown {
            let end = text.encode_utf16().count();
            let params = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
            self.devtools("Input.imeSetComposition", params).await;
        }
        self.devtools("Input.insertText", json!({ "text": text }))
            .await;
    }

    /// Moves the mouse to the first place in the program that has this class.
    pub async fn point_at(&self, class: &str) {
        let selector = format!("[role=textbox] .{class}");
        let element = self.client.find(Locator::Css(&selector)).await;
        let to = PointerAction::MoveToElement {
            element: element.expect("a place to point at"),
            duration: Some(Duration::from_millis(50)),
            x: 0.0,
            y: 0.0,
        };
        let moved = self
            .client
            .perform_actions(MouseActions::new("mouse".into()).then(to))
            .await;
        moved.expect("a mouse that moves");
    }

    /// The texts in the program that have this class.
    pub async fn program_texts(&self, class: &str) -> Vec<String> {
        self.texts_of(&format!("[role=textbox] .{class}")).await
    }

    /// What the editor says in a tip, once it says something with `part` in it.
    pub async fn wait_for_tip(&self, part: &str) -> String {
        let tip = async || self.texts_of(".cm-tooltip").await.join("\n");
        self.wait_until(&format!("a tip with {part:?}"), SOON, async || {
            tip().await.contains(part)
        })
        .await;
        tip().await
    }

    /// The ways to go on that are offered.
    pub async fn offers(&self) -> Vec<String> {
        self.texts_of("[role=listbox] [role=option]").await
    }

    /// Waits until these are the ways to go on that are offered.
    pub async fn wait_for_offers(&self, labels: &[&str]) {
        self.wait_until(&format!("the offers {labels:?}"), SOON, async || {
            self.offers().await == labels
        })
        .await;
    }

    /// The accessible name of what has the focus.
    pub async fn focused(&self) -> String {
        let element = self.client.active_element().await.expect("a focus");
        let path = format!("element/{}/computedlabel", element.element_id());
        let label = self.client.issue_cmd(super::browser::Raw::get(path)).await;
        label.expect("a label").as_str().expect("a text").to_owned()
    }
}

use std::path::Path;

use fantoccini::key::Key;
use serde_json::json;

use super::Page;
use super::engine::Engine;

impl Page {
    /// What a part of the loop panel says.
    pub async fn part(&self, name: &str) -> String {
        let script = "const part = [...document.querySelectorAll('.loop-part')]
            .find((part) => part.getAttribute('aria-label') === arguments[0]);
            return part ? [...part.children].slice(1).map((e) => e.innerText).join('\\n') : ''";
        let text = self.script(script, vec![json!(name)]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Opens the tab of this name.
    pub async fn open_tab(&self, name: &str) {
        let tab = self.control("[role=tab]", name).await;
        tab.click().await.expect("a tab that can be clicked");
    }

    /// Writes a text into the field of this name, in place of what is there.
    pub async fn write_in(&self, name: &str, text: &str) {
        let field = self.control("input[type=text]", name).await;
        // Over what is selected, as a field that is empty for a moment may be filled by the page.
        field.click().await.expect("a field that can be clicked");
        self.press(&[Key::Control], 'a').await;
        field.send_keys(text).await.expect("a field takes keys");
    }

    /// The rows of a table's body, their cells with bars between.
    pub async fn table_rows(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0] + ' tbody tr')]
            .map((row) => [...row.cells].map((cell) => cell.innerText.trim()).join(' | '))";
        let rows = self.script(script, vec![json!(selector)]).await;
        serde_json::from_value(rows).expect("texts")
    }

    /// The program as the page shows it in Python.
    pub async fn python(&self) -> String {
        let script = "return document.querySelector('[role=tabpanel] pre code')?.textContent ?? ''";
        let text = self.script(script, vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Presses a key while a tab beside the program has the focus.
    pub async fn press_in_tabs(&self, key: &str) {
        let script = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";
        self.script(script, vec![json!(key)]).await;
    }

    /// Whether the program's picture is shown.
    pub async fn shows_graph(&self) -> bool {
        let script = "return document.querySelector('[role=tabpanel] svg.graph-picture') !== null";
        self.script(script, vec![]).await == true
    }

    /// Goes to a link of the page as one does who gets it: from another page.
    pub async fn follow(&self, link: &str) {
        self.leave().await;
        self.open(link).await;
    }

    /// Waits until the page says that the program is kept.
    pub async fn wait_until_saved(&self) {
        let soon = std::time::Duration::from_secs(10);
        self.wait_until("the program is saved", soon, async || {
            let script = "return document.querySelector('.editor .status').innerText";
            self.script(script, vec![]).await == "saved"
        })
        .await;
    }

    /// Lets the page write to the clipboard, as a user's click does, and these tests read it.
    pub async fn allow_clipboard(&self) {
        if self.engine == Engine::Firefox {
            // It was started so.
            return;
        }
        let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
        let params = json!({ "permissions": permissions });
        self.devtools("Browser.grantPermissions", params).await;
    }

    /// What is in the clipboard.
    pub async fn clipboard(&self) -> String {
        let script = "const done = arguments[0];
            navigator.clipboard.readText().then(done, (error) => done(String(error)));";
        let text = self.script_that_waits(script, vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Has downloads put into `folder`.
    pub async fn download_to(&self, folder: &Path) {
        if self.engine == Engine::Firefox {
            return self
                .set_in_firefox("browser.download.dir", json!(folder))
                .await;
        }
        let params = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", params).await;
    }
}

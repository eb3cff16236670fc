//! What the browser keeps of the page for when there is no network.

use std::time::Duration;

use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use super::Page;

/// As long as keeping a version may take.
const SOON: Duration = Duration::from_secs(30);

impl Page {
    /// Waits until the browser keeps so many files, and serves this page from them.
    pub async fn wait_until_kept(&self, files: usize) {
        self.wait_until("the page to be kept", SOON, async || {
            self.is_served_by_worker().await && self.files_kept().await == json!(files)
        })
        .await;
    }

    /// Whether this page is served from what the browser keeps.
    pub async fn is_served_by_worker(&self) -> bool {
        let script = "return navigator.serviceWorker.controller?.state === 'activated'";
        self.script(script, vec![]).await == true
    }

    /// How many files the browser keeps, of all versions.
    pub async fn files_kept(&self) -> Value {
        let script = "
            const done = arguments[0];
            (async () => {
                const names = await caches.keys();
                const kept = await Promise.all(
                    names.map(async (name) => (await (await caches.open(name)).keys()).length));
                return kept.reduce((some, more) => some + more, 0);
            })().then(done, (error) => done(String(error)));";
        self.script_that_waits(script, vec![]).await
    }

    /// Has the browser look for a new version of the page. Returns what becomes of that, as a service
    /// worker's state: `installed` if it is kept, `redundant` if it is given up.
    pub async fn look_for_update(&self) -> Value {
        let script = "
            const done = arguments[0];
            (async () => {
                const found = await (await navigator.serviceWorker.ready).update();
                const worker = found.installing ?? found.waiting;
                while (worker?.state === 'installing')
                    await new Promise((settled) => (worker.onstatechange = settled));
                return worker?.state ?? 'nothing new';
            })().then(done, (error) => done(String(error)));";
        self.script_that_waits(script, vec![]).await
    }

    /// The page's title, by which its version is known.
    pub async fn title(&self) -> String {
        self.client.title().await.expect("a title")
    }

    /// Opens another window of the browser, and goes on in it. Returns the one before.
    pub async fn open_window(&self) -> WindowHandle {
        let before = self.client.window().await.expect("a window");
        let new = self.client.new_window(true).await.expect("a window");
        self.go_to_window(new.handle).await;
        before
    }

    /// Goes on in another window.
    pub async fn go_to_window(&self, window: WindowHandle) {
        let switched = self.client.switch_to_window(window).await;
        switched.expect("a window to go to");
    }

    /// Runs JavaScript in each document before its own.
    pub async fn script_at_first(&self, script: &str) {
        let params = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", params)
            .await;
    }

    /// Makes the browser forget all that it keeps for a site.
    pub async fn forget_site(&self, origin: &str) {
        let params = json!({ "origin": origin, "storageTypes": "all" });
        self.devtools("Storage.clearDataForOrigin", params).await;
    }

    /// Has the browser keep no more than so many bytes for a site.
    pub async fn limit_storage(&self, origin: &str, bytes: u32) {
        let params = json!({ "origin": origin, "quotaSize": bytes });
        self.devtools("Storage.overrideQuotaForOrigin", params)
            .await;
    }
}

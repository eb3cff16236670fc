//! What Firefox does by its own scripts, where Chromium has a command of its DevTools.

use serde_json::{Value, json};

use super::browser::Raw;
use super::{Page, Screen};

impl Page {
    /// Runs JavaScript with the browser's own rights, in its window.
    pub(super) async fn in_firefox(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.enter("chrome").await;
        let result = self.client.execute(script, arguments).await;
        self.enter("content").await;
        result.expect("a script to run in Firefox")
    }

    async fn enter(&self, context: &str) {
        let command = Raw::post("moz/context", json!({ "context": context }));
        let entered = self.client.issue_cmd(command).await;
        entered.unwrap_or_else(|error| panic!("Firefox's {context}: {error}"));
    }

    /// Sets what the user has set in `about:config`.
    pub(super) async fn set_in_firefox(&self, name: &str, value: Value) {
        let script = "
            const [name, value] = arguments;
            const set = { string: 'setStringPref', number: 'setIntPref', boolean: 'setBoolPref' };
            Services.prefs[set[typeof value]](name, value);";
        self.in_firefox(script, vec![json!(name), value]).await;
    }

    /// Loads the page again. The driver's own command passes over what a service worker has, as the user's
    /// does with Shift held down.
    pub(super) async fn load_again_in_firefox(&self) {
        let script = "window.isBefore = true; location.reload()";
        self.script(script, vec![]).await;
        self.wait_until("the page to load again", super::page::SOON, async || {
            let script = "return !window.isBefore && document.readyState === 'complete'";
            let is_loaded = self.client.execute(script, vec![]).await;
            is_loaded.is_ok_and(|is_loaded| is_loaded == true)
        })
        .await;
    }

    /// Gives the page a viewport, as `browsingContext.setViewport` of WebDriver BiDi does it.
    pub(super) async fn set_screen_of_firefox(&self, screen: Screen) {
        let script = "
            const [width, height, ratio, isPhone] = arguments;
            const browser = gBrowser.selectedBrowser;
            const context = browser.browsingContext;
            context.overrideDPPX = ratio;
            context.touchEventsOverride = isPhone ? 'enabled' : 'none';
            // Those of a phone take no room.
            Services.prefs.setIntPref('ui.useOverlayScrollbars', isPhone ? 1 : 0);
            for (const [side, length] of [['width', width], ['height', height]])
                for (const limit of ['', 'min-', 'max-'])
                    browser.style.setProperty(limit + side, length + 'px');";
        let Screen {
            width,
            height,
            pixel_ratio,
            is_phone,
        } = screen;
        let arguments = [
            json!(width),
            json!(height),
            json!(pixel_ratio),
            json!(is_phone),
        ];
        self.in_firefox(script, arguments.into()).await;
        self.wait_until("the viewport", super::page::SOON, async || {
            let size = "return [innerWidth, innerHeight, devicePixelRatio]";
            self.script(size, vec![]).await == json!([width, height, pixel_ratio])
        })
        .await;
    }

    /// The errors that Firefox has noted of any page since the last call.
    pub(super) async fn errors_in_firefox(&self) -> Vec<String> {
        let script = "
            const [origin] = arguments;
            const errors = Services.console.getMessageArray().filter((message) =>
                message instanceof Ci.nsIScriptError
                && !(message.flags & Ci.nsIScriptError.warningFlag)
                && message.sourceName.startsWith(origin));
            Services.console.reset();
            return errors.map(String);";
        let origin = self.script("return location.origin", vec![]).await;
        let errors = self.in_firefox(script, vec![origin]).await;
        serde_json::from_value(errors).expect("texts")
    }
}

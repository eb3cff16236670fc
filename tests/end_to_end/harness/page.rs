//! The page as a user meets it: controls by the names that assistive technology gives them.
//!
//! Whatever these tests know of the page's names and classes stands in this file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::browser::Raw;
use super::engine::Engine;
use super::faults::Faults;
use super::{Figures, Screen, Theme};

/// Three waits of two seconds: 6 s one after the other, 2 s together.
pub const THREE_WAITS: &str = "A: io 2s\nB: io 2s\nC: io 2s\n";

/// As long as anything may take that happens at once.
pub(super) const SOON: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(20);

/// The open page.
pub struct Page {
    pub(super) client: Client,
    /// Which browser it is in.
    pub(super) engine: Engine,
    /// The browser's process.
    pub process: u64,
    /// What its server does not answer as it is.
    pub faults: Faults,
}

impl Page {
    /// A page that is to be opened yet.
    pub fn new(client: Client, process: u64, faults: Faults) -> Self {
        let engine = Engine::chosen();
        Page {
            client,
            engine,
            process,
            faults,
        }
    }

    /// Loads the page, and waits until it can be typed into.
    pub async fn open(&self, address: &str) {
        self.open_in(address, "Task graph").await;
    }

    /// Loads the page, and waits for the text box of this name.
    pub async fn open_in(&self, address: &str, textbox: &str) {
        self.client.goto(address).await.expect("the page to load");
        self.textbox(textbox).await;
    }

    /// Goes to an empty page.
    pub async fn leave(&self) {
        let empty = self.client.goto("about:blank").await;
        empty.expect("an empty page");
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.load_again().await;
        self.textbox("Task graph").await;
    }

    /// Has the browser load the page again, as its own command does.
    pub(super) async fn load_again(&self) {
        match self.engine {
            Engine::Chromium => {
                let loaded = self.client.refresh().await;
                loaded.expect("the page to load again");
            }
            Engine::Firefox => self.load_again_in_firefox().await,
        }
    }

    /// The button of this name.
    pub async fn button(&self, name: &str) -> Element {
        self.control("button", name).await
    }

    /// The text box of this name.
    pub async fn textbox(&self, name: &str) -> Element {
        self.control("[role=textbox]", name).await
    }

    /// The slider of this name.
    pub async fn slider(&self, name: &str) -> Element {
        self.control("input[type=range]", name).await
    }

    /// Writes a number into the field of this name, as if it was typed.
    pub async fn set_number(&self, name: &str, number: &str) {
        let field = self.control("input[type=number]", name).await;
        let script = "const [field, number] = arguments;
            field.value = number;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        self.script(script, vec![json!(field), json!(number)]).await;
    }

    /// Writes into the field of this name, and leaves it.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.control("input", name).await;
        let script = "const [field, text] = arguments;
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.script(script, vec![json!(field), json!(text)]).await;
    }

    /// What the output of this name says.
    pub async fn output(&self, name: &str) -> String {
        let output = self.control("output", name).await;
        output.text().await.expect("an output's text")
    }

    /// Clicks the button of this name.
    pub async fn click(&self, name: &str) {
        let button = self.button(name).await;
        button.click().await.expect("a button that can be clicked");
    }

    /// Whether there is a button of this name now.
    pub async fn has_button(&self, name: &str) -> bool {
        self.named("button", name).await.is_some()
    }

    pub(super) async fn control(&self, selector: &str, name: &str) -> Element {
        let began = Instant::now();
        loop {
            if let Some(element) = self.named(selector, name).await {
                return element;
            }
            if began.elapsed() > SOON {
                let says = self.text().await;
                panic!("not within {SOON:?}: a {selector} named '{name}'\nthe page says:\n{says}");
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// The element whose accessible name, as the browser computes it, is `name`. An element that
    /// goes away meanwhile has none. Only those that say the name somehow, however they space it,
    /// are asked for theirs, as each question takes a while.
    async fn named(&self, selector: &str, name: &str) -> Option<Element> {
        let script = "
            const [selector, name] = arguments;
            const text = (id) => document.getElementById(id)?.textContent;
            const unspaced = (said) => said?.replace(/\\s+/g, '');
            return [...document.querySelectorAll(selector)].filter((element) => [
                element.ariaLabel, element.title, element.innerText, element.textContent,
                ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map(text),
                ...[...(element.labels ?? [])].map((label) => label.textContent),
            ].some((said) => unspaced(said)?.includes(unspaced(name))))";
        let arguments = vec![json!(selector), json!(name)];
        let candidates = self.client.execute(script, arguments).await.ok()?;
        let candidates = candidates.as_array()?.clone();
        for candidate in candidates {
            let id = candidate.as_object()?.values().next()?.as_str()?.to_owned();
            let path = format!("element/{id}/computedlabel");
            let label = self.client.issue_cmd(Raw::get(path)).await;
            if label.is_ok_and(|label| label == name) {
                let id = fantoccini::elements::ElementRef::from(id);
                return Some(Element::from_element_id(self.client.clone(), id));
            }
        }
        None
    }

    /// The figures, where all three are there.
    pub async fn figures(&self) -> Option<Figures> {
        let sequential = self.output("Sequential").await;
        let concurrent = self.output("Concurrent").await;
        let speed_up = self.output("Speed-up").await;
        Figures::read(&sequential, &concurrent, &speed_up)
    }

    /// Waits until the figures are these, in seconds.
    pub async fn wait_for_figures(&self, sequential_s: f64, concurrent_s: f64) {
        let what = format!("the figures {sequential_s} s and {concurrent_s} s");
        self.wait_until(&what, SOON, async || {
            let figures = self.figures().await;
            figures.is_some_and(|figures| figures.are(sequential_s, concurrent_s))
        })
        .await;
    }

    /// Types a program, and waits until these are its predicted figures, in seconds.
    pub async fn predict(&self, text: &str, sequential_s: f64, concurrent_s: f64) {
        self.type_program(text).await;
        self.wait_for_figures(sequential_s, concurrent_s).await;
    }

    /// The mistakes as the page lists them: place and message, each a line or two.
    pub async fn mistakes(&self) -> Vec<String> {
        self.texts_of(".mistakes button").await
    }

    /// What the message bar says, where there is one.
    pub async fn notice(&self) -> Option<String> {
        self.texts_of(".notice").await.pop()
    }

    /// What the elements that `selector` finds say.
    pub async fn texts_of(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText ?? e.textContent)";
        let texts = self.script(script, vec![json!(selector)]).await;
        serde_json::from_value(texts).expect("texts")
    }

    /// Whether the page says that its figures were measured, not predicted.
    pub async fn is_measured(&self) -> bool {
        let texts = self.texts_of(".figures").await;
        texts
            .iter()
            .any(|text| text.to_lowercase().contains("measured"))
    }

    /// Sets the speed by arrow keys, to what the slider calls `speed`, such as `1×`.
    pub async fn set_speed(&self, speed: &str) {
        let slider = self.slider("Speed").await;
        let press = async |key: Key| {
            let key = char::from(key).to_string();
            slider.send_keys(&key).await.expect("a slider takes keys");
        };
        press(Key::Home).await;
        for _ in 0..20 {
            let shown = slider.attr("aria-valuetext").await.expect("an attribute");
            if shown.as_deref() == Some(speed) {
                return;
            }
            press(Key::Right).await;
        }
        panic!("the slider 'Speed' has no notch '{speed}'");
    }

    /// Clicks Run, and waits until the program runs, or has run already.
    pub async fn run(&self) {
        self.click("Run").await;
        self.wait_until("the program runs", SOON, async || {
            self.has_button("Pause").await || self.is_measured().await
        })
        .await;
    }

    /// Waits until the run is over and its figures are there.
    pub async fn wait_until_measured(&self, limit: Duration) -> Figures {
        self.wait_until("the run is over and measured", limit, async || {
            self.has_button("Run").await && self.is_measured().await
        })
        .await;
        self.figures().await.expect("three measured figures")
    }

    /// A number that stands for what the timeline shows now.
    pub async fn timeline_picture(&self) -> Value {
        let script = "return document.querySelector('.timeline canvas').toDataURL()";
        self.script(script, vec![]).await
    }

    /// Drops a file on the program's text box.
    pub async fn drop_file(&self, name: &str, bytes: &[u8]) {
        self.drop_file_on("Task graph", name, bytes).await;
    }

    /// Drops a file on the text box of this name.
    pub async fn drop_file_on(&self, textbox: &str, name: &str, bytes: &[u8]) {
        let textbox = self.textbox(textbox).await;
        let script = "
            const [target, name, bytes] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
            for (const type of ['dragenter', 'dragover', 'drop'])
                target.dispatchEvent(
                    new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));";
        self.script(script, vec![json!(textbox), json!(name), json!(bytes)])
            .await;
    }

    /// Shows the page on another screen.
    pub async fn set_screen(&self, screen: Screen) {
        match self.engine {
            Engine::Chromium => {
                self.devtools("Emulation.setDeviceMetricsOverride", screen.metrics())
                    .await;
            }
            Engine::Firefox => self.set_screen_of_firefox(screen).await,
        }
    }

    /// Makes the user prefer a theme.
    pub async fn set_theme(&self, theme: Theme) {
        match self.engine {
            Engine::Chromium => {
                self.set_media("prefers-color-scheme", theme.name()).await;
            }
            Engine::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride
                    = arguments[0]";
                self.in_firefox(script, vec![json!(theme.name())]).await;
            }
        }
    }

    /// Takes a picture of what is on screen; returns its path, `target/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        let png = self.client.screenshot().await.expect("a screenshot");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder).expect("a folder for screenshots");
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, png).expect("a screenshot to be written");
        path
    }

    /// Leaves a picture of a failure, unless the browser itself has failed.
    pub async fn screenshot_of_failure(&self, test: &str) {
        let answer = tokio::time::timeout(SOON, self.client.current_url()).await;
        if matches!(answer, Ok(Ok(_))) {
            self.screenshot(&format!("failed-{test}")).await;
        }
    }

    /// The errors on the browser's console since the last call.
    pub async fn console_errors(&self) -> Vec<String> {
        if self.engine == Engine::Firefox {
            return self.errors_in_firefox().await;
        }
        let log = Raw::post("se/log", json!({ "type": "browser" }));
        let log = self.client.issue_cmd(log).await.expect("the console");
        let entries = log.as_array().expect("entries").iter();
        entries
            .filter(|entry| entry["level"] == "SEVERE")
            .map(|entry| entry["message"].to_string())
            .collect()
    }

    /// Runs JavaScript in the page.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = self.client.execute(script, arguments).await;
        result.expect("a script to run in the page")
    }

    /// Runs JavaScript in the page that calls its last argument with the result.
    pub async fn script_that_waits(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = self.client.execute_async(script, arguments).await;
        result.expect("a script to end in the page")
    }

    /// Gives the browser a command of the Chrome DevTools Protocol; returns its answer.
    pub async fn devtools(&self, command: &str, params: Value) -> Value {
        let result = self.client.issue_cmd(Raw::devtools(command, params)).await;
        result.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Waits until `holds`, and fails after `limit` with what was waited for and what the page
    /// said instead.
    pub async fn wait_until(&self, what: &str, limit: Duration, holds: impl AsyncFn() -> bool) {
        let began = Instant::now();
        while !holds().await {
            if began.elapsed() > limit {
                panic!(
                    "not within {limit:?}: {what}\nthe page says:\n{}",
                    self.text().await
                );
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// All that the page says.
    pub async fn text(&self) -> String {
        self.texts_of("body").await.concat()
    }
}

//! One browser session, and the commands that fantoccini has no method for.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use axum::http::Method;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::driver::Driver;
use super::engine::Engine;

/// How long a browser that is told to end may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser with an empty profile. It has a driver of its own, which starts in no time and ends
/// with it: a driver shared by all tests would outlive the last one.
pub struct Browser {
    client: Client,
    process: Option<u64>,
    _driver: Driver,
}

impl Browser {
    /// Starts the browser that was chosen, headless: Chromium with the options of `webdriver.json`.
    /// What goes to other machines goes to `proxy`, a host and its port, where there is one.
    pub async fn start(proxy: Option<String>) -> Self {
        let engine = Engine::chosen();
        let driver = Driver::start(engine);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(engine, proxy))
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap_or_else(|error| panic!("{} starts no browser: {error}", engine.driver()));
        let told = client.capabilities().cloned().unwrap_or_default();
        let process = told.get(engine.process_capability());
        Browser {
            client,
            process: process.and_then(Value::as_u64),
            _driver: driver,
        }
    }

    /// Its process.
    pub fn process(&self) -> u64 {
        self.process.expect("a driver that tells the process")
    }

    /// What sends commands to it.
    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// Ends the browser, also one that no longer answers, then its driver.
    pub async fn close(self) {
        let closed = tokio::time::timeout(PATIENCE, self.client.close()).await;
        if !matches!(closed, Ok(Ok(())))
            && let Some(process) = self.process
        {
            // Fails only for a browser that has ended already.
            Command::new("kill")
                .args(["-KILL", &process.to_string()])
                .status()
                .ok();
        }
    }
}

fn capabilities(engine: Engine, proxy: Option<String>) -> Capabilities {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("webdriver.json");
    let text = std::fs::read_to_string(path).expect("webdriver.json");
    let mut capabilities: Capabilities = match engine {
        Engine::Chromium => serde_json::from_str(&text).expect("JSON"),
        Engine::Firefox => Capabilities::new(),
    };
    let (name, value) = engine.capability();
    capabilities.insert(name.into(), value);
    if let Some(proxy) = proxy {
        let proxy = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        capabilities.insert("proxy".into(), proxy);
    }
    capabilities
}

/// A WebDriver command below `/session/ID/`.
#[derive(Debug)]
pub struct Raw {
    path: String,
    body: Option<Value>,
}

impl Raw {
    /// A command that asks.
    pub fn get(path: String) -> Self {
        Raw { path, body: None }
    }

    /// A command that tells.
    pub fn post(path: &str, body: Value) -> Self {
        Raw {
            path: path.into(),
            body: Some(body),
        }
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(command: &str, params: Value) -> Self {
        Raw::post(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": params }),
        )
    }
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("/session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            None => (Method::GET, None),
            Some(body) => (Method::POST, Some(body.to_string())),
        }
    }
}

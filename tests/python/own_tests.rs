//! What `own_tests.py` has programs predicted by: the worker of the built page, in a browser.
//!
//! Each line of the standard input is a time in seconds and a program's file. Said is what the
//! program's concurrent run prints, then `over: ` with why that came to no end, if it did not. Each
//! program has a worker to itself, which is ended when its time is up.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code, reason = "the end-to-end tests use the rest")]
#[path = "../end_to_end/harness/browser.rs"]
mod browser;
#[path = "../end_to_end/harness/dist_server.rs"]
mod dist_server;
#[path = "../end_to_end/harness/driver.rs"]
mod driver;
#[path = "../end_to_end/harness/engine.rs"]
mod engine;

use std::io::{self, Write};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use browser::Browser;
use fantoccini::Client;
use interleave::run::{Mode, Stream, World};
use interleave::words::Language;
use interleave::worker::{Report, Request};
use serde_json::{Value, json};

const POLL: Duration = Duration::from_millis(50);

/// Starts a worker, and keeps what it reports.
const START: &str = "
    window.reports = [];
    window.broken = null;
    window.python = new Worker(document.documentElement.dataset.later + 'python/python.js');
    window.python.onmessage = ({ data }) => {
        let text = '';
        for (const byte of data) text += String.fromCharCode(byte);
        window.reports.push(btoa(text));
    };
    window.python.onerror = (event) => { window.broken = String(event.message); };";

/// Sends the worker a request.
const ASK: &str = "
    const [request] = arguments;
    window.python.postMessage(Uint8Array.from(atob(request), (letter) => letter.charCodeAt(0)));";

/// Takes what has been reported.
const TAKE: &str = "return [window.reports.splice(0), window.broken];";

const END: &str = "window.python.terminate();";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let origin = dist_server::serve().await;
    let browser = Browser::start(None).await;
    let client = browser.client();
    client.goto(&origin).await.expect("the page");
    for line in io::stdin().lines() {
        let line = line.expect("a line");
        let (patience, path) = line.split_once(' ').expect("a time and a file");
        let patience = Duration::from_secs(patience.parse().expect("a number of seconds"));
        let source = std::fs::read_to_string(path).expect("a program");
        let mut output = String::new();
        let why = predict(&client, source, patience, &mut output).await;
        if !output.is_empty() && !output.ends_with('\n') {
            output.push('\n');
        }
        println!("{output}over: {}", why.unwrap_or_default());
        io::stdout().flush().expect("somebody listens");
    }
    browser.close().await;
}

/// Has a worker predict a program; returns why that did not come to an end.
async fn predict(
    client: &Client,
    source: String,
    patience: Duration,
    output: &mut String,
) -> Option<String> {
    script(client, START, vec![]).await;
    let since = Instant::now();
    let mut listens = false;
    let why = loop {
        let (reports, broken) = take(client).await;
        let mut answers = reports
            .into_iter()
            .filter_map(|report| answer(report, output));
        // It listens long before anything is over.
        if let Some(answer) = answers.next() {
            match answer {
                Answer::Listens => {
                    listens = true;
                    ask(client, &source).await;
                }
                Answer::Over(why) => break why,
            }
        } else if broken.is_some() {
            break broken;
        }
        if since.elapsed() > patience {
            assert!(listens, "the worker does not start");
            break Some("never ends".to_owned());
        }
        tokio::time::sleep(POLL).await;
    };
    script(client, END, vec![]).await;
    why
}

/// What a report says of the prediction.
enum Answer {
    Listens,
    Over(Option<String>),
}

/// Takes in a report; returns what it says, if that is anything.
fn answer(report: Report, output: &mut String) -> Option<Answer> {
    let over = match report {
        Report::Loaded { .. } => return Some(Answer::Listens),
        Report::Output {
            mode: Mode::Concurrent,
            output: written,
            ..
        } => {
            let printed = written.iter().filter(|each| each.stream == Stream::Out);
            output.extend(printed.map(|each| each.text.as_str()));
            return None;
        }
        Report::Predicted { .. } => None,
        Report::Mistaken { mistakes, .. } => Some(format!("it is no program: {mistakes:?}")),
        Report::Failed(failure) => Some(failure.say(Language::English)),
        _ => return None,
    };
    Some(Answer::Over(over))
}

async fn ask(client: &Client, source: &str) {
    let request = Request::PredictPython {
        number: 1,
        source: source.to_owned(),
        world: World::default(),
    };
    let request = bincode::serialize(&request).expect("a request that can be sent");
    script(client, ASK, vec![json!(BASE64.encode(request))]).await;
}

/// What the worker has reported since the last time, and what has broken it.
async fn take(client: &Client) -> (Vec<Report>, Option<String>) {
    let taken = script(client, TAKE, vec![]).await;
    let reports = taken[0].as_array().expect("a list").iter().map(|report| {
        let bytes = BASE64.decode(report.as_str().expect("a text"));
        bincode::deserialize(&bytes.expect("Base64")).expect("a report")
    });
    (reports.collect(), taken[1].as_str().map(str::to_owned))
}

async fn script(client: &Client, script: &str, arguments: Vec<Value>) -> Value {
    let done = client.execute(script, arguments).await;
    done.expect("a script that runs")
}

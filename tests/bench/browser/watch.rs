//! What is measured inside the page: its frames, what it asks its workers, and when it shows the
//! answer.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::harness::Page;
use super::{SOON, program};

/// Lays itself around `requestAnimationFrame` and what is sent to workers.
const WATCH: &str = "
    if (window.watch) return;
    const watch = (window.watch = { frames: [], own: 0, asked: null, key: null, shown: null });
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (call) => request((at) => {
        const begin = performance.now();
        call(at);
        watch.own += performance.now() - begin;
    });
    const frame = (at) => {
        watch.frames.push([at, watch.own]);
        watch.own = 0;
        request(frame);
    };
    request(frame);
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
        watch.asked = { at: performance.now(), message };
        return post.call(this, message, ...rest);
    };
    addEventListener('keydown', (event) => { watch.key ??= event.timeStamp; }, true);
    const figures = document.querySelector('.figures');
    if (figures) new MutationObserver(() => {
        if (watch.key === null || watch.shown !== null) return;
        watch.shown = NaN;
        // After the frame in which it is drawn.
        request(() => setTimeout(() => { watch.shown = performance.now(); }));
    }).observe(figures, { subtree: true, childList: true, characterData: true });";

/// What became of a keystroke, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Answer {
    /// From the text's departure to a worker until the figures of both runs are on screen.
    pub shown_ms: f64,
    /// The longest time from one frame to the next, from the key until all is quiet.
    pub longest_frame_ms: f64,
}

/// What the frames of a while were like.
#[derive(Clone, Debug)]
pub struct Frames {
    /// From one to the next, in milliseconds.
    gaps_ms: Vec<f64>,
    /// What the page's own callbacks took of each, in milliseconds.
    own_ms: Vec<f64>,
}

impl Page {
    /// Measures from now on, as long as this document is there.
    pub async fn watch(&self) {
        self.script(WATCH, vec![]).await;
    }

    /// Types the program of some `tasks` tasks in families, and waits until it is shown.
    pub async fn show_families(&self, tasks: u32) {
        let text = format!("{}last: io 1s", program::of_families(tasks));
        self.type_program(&text).await;
        let members = format!("×{}", (tasks - 1) / 4);
        self.wait_until("the prediction", SOON, async || {
            let script = "return [...document.querySelectorAll('.family button')]
                .some(({ ariaLabel }) => ariaLabel.replaceAll(',', '').endsWith(arguments[0]))";
            self.script(script, vec![json!(members)]).await == json!(true)
        })
        .await;
        // What comes with a new program is over then.
        tokio::time::sleep(Duration::from_secs(1)).await;
    }

    /// Presses a key that changes the figures, and waits until all that comes of it is over.
    pub async fn time_key(&self, key: char) -> Answer {
        let reset = "Object.assign(watch, { frames: [], key: null, shown: null })";
        self.script(reset, vec![]).await;
        self.press(&[], key).await;
        let shown = "return Number.isFinite(watch.shown ?? NaN)";
        let limit = Duration::from_secs(60);
        self.wait_until("the new figures", limit, async || {
            self.script(shown, vec![]).await == json!(true)
        })
        .await;
        // The text is kept in the browser somewhat later.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let answer = "
            const times = watch.frames.map(([at]) => at).filter((at) => at > watch.key);
            const gaps = times.map((at, n) => at - (n ? times[n - 1] : watch.key));
            return {
                shown_ms: watch.shown - watch.asked.at,
                longest_frame_ms: Math.max(...gaps),
            };";
        let answer = self.script(answer, vec![]).await;
        serde_json::from_value(answer).expect("times")
    }

    /// How long a worker takes for the last request that the page has sent, until its whole answer
    /// is here and nobody has looked at it, in milliseconds: the best of some tries.
    pub async fn time_worker(&self, tries: usize) -> f64 {
        let script = "
            const [tries, done] = arguments;
            const { message } = watch.asked;
            const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
            const worker = new Worker(loaded.find((name) => name.endsWith('/worker.js')));
            const [script, wasm] = ['program', 'program-wasm'].map((id) => document.getElementById(id).href);
            WebAssembly.compileStreaming(fetch(wasm))
                .then((module) => worker.postMessage([script, module]));
            const times = [];
            let begin = null, last = null;
            const ask = () => {
                begin = last = performance.now();
                worker.postMessage(message);
            };
            worker.onmessage = () => {
                if (begin === null) ask();
                last = performance.now();
            };
            const look = () => {
                // Its first try makes it warm.
                if (begin !== null && performance.now() - last > 1500) {
                    times.push(last - begin);
                    if (times.length > tries) {
                        worker.terminate();
                        return done(Math.min(...times.slice(1)));
                    }
                    ask();
                }
                setTimeout(look, 100);
            };
            look();";
        let time = self.script_that_waits(script, vec![json!(tries)]).await;
        time.as_f64().expect("a time")
    }

    /// Forgets the frames so far.
    pub async fn forget_frames(&self) {
        self.script("watch.frames = []; watch.own = 0", vec![])
            .await;
    }

    /// The frames since they were forgotten last.
    pub async fn frames(&self) -> Frames {
        let frames = self.script("return watch.frames", vec![]).await;
        let frames: Vec<(f64, f64)> = serde_json::from_value(frames).expect("frames");
        Frames {
            gaps_ms: frames.windows(2).map(|two| two[1].0 - two[0].0).collect(),
            own_ms: frames.iter().skip(1).map(|&(_, own_ms)| own_ms).collect(),
        }
    }

    /// How long the page's thread has been at work since it was opened, in milliseconds. What
    /// other processes take of the machine meanwhile is not in it.
    pub async fn busy_ms(&self) -> f64 {
        let of_thread = json!({ "timeDomain": "threadTicks" });
        self.devtools("Performance.enable", of_thread).await;
        let answer = self.devtools("Performance.getMetrics", json!({})).await;
        let metrics = answer["metrics"].as_array();
        let is_wanted = |metric: &&Value| metric["name"] == "TaskDuration";
        let found = metrics.and_then(|metrics| metrics.iter().find(is_wanted));
        1e3 * found.map_or(0.0, |metric| metric["value"].as_f64().unwrap_or_default())
    }
}

impl Frames {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.gaps_ms.len()
    }

    /// How many of 100 come within 16.7 ms, as times are known to a tenth.
    pub fn in_time(&self) -> f64 {
        let in_time = self.gaps_ms.iter().filter(|&&gap_ms| gap_ms < 16.75);
        100.0 * in_time.count() as f64 / self.count().max(1) as f64
    }

    /// What 95 of 100 take of the page's own time at most, in milliseconds.
    pub fn own_ms(&self) -> f64 {
        let mut own_ms = self.own_ms.clone();
        own_ms.sort_by(f64::total_cmp);
        let place = own_ms.len() * 95 / 100;
        own_ms.get(place).copied().unwrap_or_default()
    }
}

//! Times measured in the page itself, free of what WebDriver takes.

use std::time::Duration;

use serde_json::{Value, json};

use super::Page;

impl Page {
    /// Starts to watch the page's frames.
    pub async fn watch_frames(&self) {
        let script = "
            const frames = (window.watchedFrames = { longestGap: 0 });
            let last = performance.now();
            const next = () => {
                const now = performance.now();
                frames.longestGap = Math.max(frames.longestGap, now - last);
                last = now;
                if (window.watchedFrames === frames) requestAnimationFrame(next);
            };
            requestAnimationFrame(next);";
        self.script(script, vec![]).await;
    }

    /// The longest time from one frame to the next since [`watch_frames`](Page::watch_frames).
    pub async fn longest_frame_gap(&self) -> Duration {
        let script = "return window.watchedFrames.longestGap";
        milliseconds(&self.script(script, vec![]).await)
    }

    /// Has the browser collect all garbage of the page.
    pub async fn collect_garbage(&self) {
        self.devtools("HeapProfiler.collectGarbage", json!({}))
            .await;
    }

    /// What the browser counts of the page, as `Performance.getMetrics` has it.
    pub async fn metrics(&self) -> Value {
        self.devtools("Performance.enable", json!({})).await;
        self.devtools("Performance.getMetrics", json!({})).await
    }

    /// Clicks Reset, and returns the time until Run can be clicked and Pause is gone.
    pub async fn reset_and_time(&self) -> Duration {
        let script = "
            const done = arguments[arguments.length - 1];
            const named = name => [...document.querySelectorAll('button')].find(button =>
                (button.getAttribute('aria-label') ?? button.textContent).trim() === name);
            const isIdle = () => !named('Pause') && named('Run') && !named('Run').disabled;
            const began = performance.now();
            const check = () => {
                if (!isIdle()) return false;
                observer.disconnect();
                done(performance.now() - began);
                return true;
            };
            const observer = new MutationObserver(check);
            observer.observe(document.body,
                { subtree: true, childList: true, attributes: true, characterData: true });
            named('Reset').click();
            check();";
        milliseconds(&self.script_that_waits(script, vec![]).await)
    }
}

fn milliseconds(value: &serde_json::Value) -> Duration {
    Duration::from_secs_f64(value.as_f64().expect("milliseconds") / 1e3)
}

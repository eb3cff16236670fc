//! How long the page takes to open.

use serde_json::json;

use super::harness::on_page;
use super::{TRIES, row};

/// Notes when the text box is there, and when the first prediction is.
const NOTE: &str = "
    const note = (name, selector) => {
        if (!(name in window) && document.querySelector(selector)) {
            // Not before what is at work now gives the page's thread back.
            window[name] = NaN;
            setTimeout(() => { window[name] = performance.now(); });
        }
    };
    new MutationObserver(() => {
        note('typable', '[role=textbox]');
        note('predicted', '.figures .figure.small');
    }).observe(document, { childList: true, subtree: true });";

/// A first visit, from loopback and with nothing cached.
pub fn measure() {
    let mut best = [f64::INFINITY; 2];
    on_page(async |page| {
        page.devtools("Page.enable", json!({})).await;
        let note = json!({ "source": NOTE });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", note)
            .await;
        page.devtools("Network.enable", json!({})).await;
        let disabled = json!({ "cacheDisabled": true });
        page.devtools("Network.setCacheDisabled", disabled).await;
        for _ in 0..TRIES {
            page.script("localStorage.clear()", vec![]).await;
            page.reload().await;
            page.wait_until("the first prediction", super::SOON, async || {
                let is_there = "return Number.isFinite(window.predicted ?? NaN)";
                page.script(is_there, vec![]).await == json!(true)
            })
            .await;
            let times = "return [window.typable, window.predicted]";
            let times = page.script(times, vec![]).await;
            let times: [f64; 2] = serde_json::from_value(times).expect("times");
            for (best, time) in best.iter_mut().zip(times) {
                *best = best.min(time);
            }
        }
    });
    row(
        "first load until the text can be typed, on loopback",
        format!("{:.2} s", best[0] / 1e3),
    );
    row(
        "first load until its prediction is there, on loopback",
        format!("{:.2} s", best[1] / 1e3),
    );
}

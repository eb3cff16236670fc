//! Frames: while a large program runs live, and while a large prediction is panned and zoomed.

use std::time::{Duration, Instant};

use serde_json::json;

use super::harness::{Page, on_page};
use super::row;
use super::watch::Frames;

/// As long as each is watched.
const WATCHED: Duration = Duration::from_secs(4);

/// Between two events of the mouse: some more often than there are frames.
const PAUSE: Duration = Duration::from_millis(8);

/// The modifier of `Input.dispatchMouseEvent` that is Ctrl.
const CTRL: u32 = 2;

/// Frames of a live run, and of what is panned, zoomed and scrolled.
pub fn measure() {
    on_page(async |page| {
        page.leave().await;
        page.watch().await;
        let (frames, busy_ms) = watched(page, async || tokio::time::sleep(WATCHED).await).await;
        told("an empty page, for comparison", &frames, busy_ms);
    });
    on_page(async |page| {
        page.watch().await;
        page.show_families(10_000).await;
        page.set_speed("1×").await;
        page.run().await;
        let (frames, busy_ms) = watched(page, async || tokio::time::sleep(WATCHED).await).await;
        told("10,000 tasks running live", &frames, busy_ms);
    });
    for (what, moved) in [
        ("zooming 100,000 tasks", Moved::Zoom),
        ("panning 100,000 tasks, zoomed", Moved::Pan),
        (
            "scrolling 100,000 tasks, a family of 24,999 open",
            Moved::Scroll,
        ),
        ("pointing along 100,000 tasks", Moved::Point),
    ] {
        on_page(async |page| {
            page.watch().await;
            page.show_families(100_000).await;
            if moved == Moved::Scroll {
                page.click("fetch ×24,999").await;
            }
            let place = middle_of_rows(page).await;
            if moved == Moved::Pan {
                for _ in 0..6 {
                    wheel(page, place, (0.0, -100.0), CTRL).await;
                }
            }
            let (frames, busy_ms) =
                watched(page, async || move_mouse(page, moved, place).await).await;
            told(what, &frames, busy_ms);
        });
    }
}

/// What the mouse does.
#[derive(Clone, Copy, PartialEq)]
enum Moved {
    Zoom,
    Pan,
    Scroll,
    Point,
}

/// The frames while something goes on, and how long the page's thread was at work for each, in
/// milliseconds.
async fn watched(page: &Page, goes_on: impl AsyncFnOnce()) -> (Frames, f64) {
    let before_ms = page.busy_ms().await;
    page.forget_frames().await;
    goes_on().await;
    let frames = page.frames().await;
    let busy_ms = page.busy_ms().await - before_ms;
    let each_ms = busy_ms / frames.count().max(1) as f64;
    (frames, each_ms)
}

fn told(what: &str, frames: &Frames, busy_ms: f64) {
    row(
        &format!("frames within 16.7 ms: {what}"),
        format!(
            "{:.0} of 100; the page's thread works {busy_ms:.1} ms a frame; 95 of 100 are drawn in {:.1} ms",
            frames.in_time(),
            frames.own_ms(),
        ),
    );
}

/// The middle of the timeline's rows, in CSS pixels of the window.
async fn middle_of_rows(page: &Page) -> (f64, f64) {
    let script = "
        const { left, top, width, height } =
            document.querySelector('.lanes').getBoundingClientRect();
        return [left + width / 2, top + (height + 82) / 2]";
    let place = page.script(script, vec![]).await;
    serde_json::from_value(place).expect("a place")
}

/// Moves the mouse, or its wheel, for a while.
async fn move_mouse(page: &Page, moved: Moved, (x, y): (f64, f64)) {
    if moved == Moved::Pan {
        mouse(page, "mousePressed", (x, y)).await;
    }
    let began = Instant::now();
    while began.elapsed() < WATCHED {
        let seconds = began.elapsed().as_secs_f64();
        let swing = (seconds * 2.0).sin();
        match moved {
            Moved::Zoom => wheel(page, (x, y), (0.0, -40.0 * swing), CTRL).await,
            Moved::Scroll => wheel(page, (x, y), (0.0, 400.0 * (seconds * 2.0).cos()), 0).await,
            Moved::Pan | Moved::Point => mouse(page, "mouseMoved", (x + 400.0 * swing, y)).await,
        }
        tokio::time::sleep(PAUSE).await;
    }
    if moved == Moved::Pan {
        mouse(page, "mouseReleased", (x, y)).await;
    }
}

async fn mouse(page: &Page, kind: &str, (x, y): (f64, f64)) {
    let params = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1 });
    let params = match kind {
        "mouseMoved" => json!({ "type": kind, "x": x, "y": y }),
        _ => params,
    };
    page.devtools("Input.dispatchMouseEvent", params).await;
}

async fn wheel(page: &Page, (x, y): (f64, f64), (right, down): (f64, f64), modifiers: u32) {
    let params = json!({
        "type": "mouseWheel", "x": x, "y": y,
        "deltaX": right, "deltaY": down, "modifiers": modifiers,
    });
    page.devtools("Input.dispatchMouseEvent", params).await;
}

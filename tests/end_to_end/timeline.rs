//! The timeline: its playhead, its zoom, its families.

use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::{Page, Row, Screen, THREE_WAITS, on_page};

const SOON: Duration = Duration::from_secs(2);

async fn press(element: &Element, keys: &[Key]) {
    for &key in keys {
        let key = char::from(key).to_string();
        element.send_keys(&key).await.expect("it takes keys");
    }
}

/// Waits until the playhead says that it is there.
async fn wait_for_playhead(page: &Page, at: &str) {
    let playhead = page.slider("Playhead").await;
    page.wait_until(&format!("the playhead at {at}"), SOON, async || {
        let shown = playhead.attr("aria-valuetext").await;
        shown.expect("an attribute").as_deref() == Some(at)
    })
    .await;
}

/// Waits until the timeline shows something else than `before`.
async fn wait_for_another_picture(page: &Page, before: &Value) {
    page.wait_until("another picture", SOON, async || {
        page.timeline_picture().await != *before
    })
    .await;
}

#[test]
fn the_playhead_goes_over_the_prediction_by_keys() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        wait_for_playhead(page, "no moment chosen").await;
        let before = page.timeline_picture().await;
        let playhead = page.slider("Playhead").await;
        press(&playhead, &[Key::Right]).await;
        wait_for_playhead(page, "60 ms").await;
        wait_for_another_picture(page, &before).await;
        press(&playhead, &[Key::PageUp]).await;
        wait_for_playhead(page, "660 ms").await;
        press(&playhead, &[Key::Left]).await;
        wait_for_playhead(page, "600 ms").await;
        press(&playhead, &[Key::End]).await;
        wait_for_playhead(page, "6.00 s").await;
        press(&playhead, &[Key::PageDown]).await;
        wait_for_playhead(page, "5.40 s").await;
        press(&playhead, &[Key::Home]).await;
        wait_for_playhead(page, "0 s").await;
        press(&playhead, &[Key::Escape]).await;
        wait_for_playhead(page, "no moment chosen").await;
    });
}

#[test]
fn the_playhead_is_dragged_along_the_axis() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        let drag = "
            const slider = document.querySelector('input[aria-label=Playhead]');
            const axis = slider.getBoundingClientRect();
            const at = (type, x) => slider.parentElement.dispatchEvent(new PointerEvent(type,
                { bubbles: true, pointerId: 1, clientX: axis.left + x, clientY: axis.top + 9 }));
            const frames = n => new Promise(done => n ? requestAnimationFrame(
                () => frames(n - 1).then(done)) : done());
            const done = arguments[0];
            at('pointerdown', 300);
            frames(3).then(() => { at('pointermove', 1e6); return frames(3); })
                .then(() => { at('pointerup', 1e6); at('pointermove', 0); return frames(3); })
                .then(done)";
        page.script_that_waits(drag, vec![]).await;
        wait_for_playhead(page, "6.00 s").await;
    });
}

#[test]
fn a_finished_run_is_gone_over_by_the_playhead() {
    on_page(async |page| {
        page.predict("A: io 300ms\nB: io 200ms\n", 0.5, 0.3).await;
        page.set_speed("1×").await;
        page.run().await;
        page.wait_until_measured(Duration::from_secs(5)).await;
        let before = page.timeline_picture().await;
        let playhead = page.slider("Playhead").await;
        press(&playhead, &[Key::Home]).await;
        wait_for_playhead(page, "0 s").await;
        wait_for_another_picture(page, &before).await;
    });
}

#[test]
fn the_timeline_zooms_and_fits_by_keys_and_by_buttons() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        let whole = page.timeline_picture().await;
        page.click("Zoom in").await;
        wait_for_another_picture(page, &whole).await;
        let zoomed = page.timeline_picture().await;
        let playhead = page.slider("Playhead").await;
        playhead.send_keys("0").await.expect("a key");
        wait_for_another_picture(page, &zoomed).await;
        assert!(page.timeline_picture().await == whole, "all is in view");
        playhead.send_keys("+").await.expect("a key");
        wait_for_another_picture(page, &whole).await;
        assert!(page.timeline_picture().await == zoomed, "it is as large");
        playhead.send_keys("-").await.expect("a key");
        wait_for_another_picture(page, &zoomed).await;
        page.click("Zoom in").await;
        page.click("Fit").await;
        page.wait_until("all of the axis", SOON, async || {
            page.timeline_picture().await == whole
        })
        .await;
    });
}

#[test]
fn a_family_of_many_opens_and_closes_and_stays_so() {
    on_page(async |page| {
        let family = async || page.button("posts ×20").await;
        let is_open = async |wanted: &str| {
            page.wait_until("the family opens or closes", SOON, async || {
                let open = family().await.attr("aria-expanded").await;
                open.expect("an attribute").as_deref() == Some(wanted)
            })
            .await;
        };
        page.predict("user: io 1s\nposts[1..20]: io 1s\n", 21.0, 1.0)
            .await;
        is_open("false").await;
        let closed = page.timeline_picture().await;
        press(&family().await, &[Key::Enter]).await;
        is_open("true").await;
        wait_for_another_picture(page, &closed).await;

        // The state is kept while the family stays.
        page.predict("user: io 2s\nposts[1..20]: io 1s\n", 22.0, 2.0)
            .await;
        is_open("true").await;
        family().await.click().await.expect("a click");
        is_open("false").await;
    });
}

#[test]
fn a_small_family_starts_open() {
    on_page(async |page| {
        page.predict("posts[1..8]: io 1s\n", 8.0, 1.0).await;
        let family = page.button("posts ×8").await;
        let is_open = family.attr("aria-expanded").await.expect("an attribute");
        assert_eq!(is_open.as_deref(), Some("true"));
    });
}

#[test]
fn arrows_show_what_let_tasks_go_on() {
    on_page(async |page| {
        page.predict("a: io 1s\nb: io 1s after a\n", 2.0, 2.0).await;
        let before = page.timeline_picture().await;
        page.click("Causes").await;
        wait_for_another_picture(page, &before).await;
        let causes = page.button("Causes").await;
        let pressed = causes.attr("aria-pressed").await.expect("an attribute");
        assert_eq!(pressed.as_deref(), Some("true"));
    });
}

#[test]
fn the_tip_says_because_of_whom() {
    on_page(async |page| {
        page.predict("a: io 1s\nb: io 1s after a\n", 2.0, 2.0).await;
        let point = "
            const lanes = document.querySelector('.lanes');
            const { left, top } = lanes.getBoundingClientRect();
            lanes.dispatchEvent(new PointerEvent('pointermove',
                { bubbles: true, clientX: left + 300, clientY: top + 82 + 30 }))";
        page.script(point, vec![]).await;
        let says = "return document.querySelector('.tip')?.innerText ?? ''";
        page.wait_until("what ends the wait", SOON, async || {
            let tip = page.script(says, vec![]).await;
            tip.as_str()
                .is_some_and(|tip| tip.contains("until a ended"))
        })
        .await;
    });
}

#[test]
fn the_wheel_zooms_with_ctrl_and_goes_along_with_shift() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        let whole = page.timeline_picture().await;
        let wheel = "
            const lanes = document.querySelector('.lanes');
            const { left, top } = lanes.getBoundingClientRect();
            const event = new WheelEvent('wheel', { bubbles: true, cancelable: true,
                clientX: left + 500, clientY: top + 100, deltaY: -200, ...arguments[0] });
            lanes.dispatchEvent(event);
            return event.defaultPrevented";
        let turn = async |keys| page.script(wheel, vec![keys]).await;
        assert_eq!(turn(json!({ "ctrlKey": true })).await, true);
        wait_for_another_picture(page, &whole).await;
        let zoomed = page.timeline_picture().await;
        assert_eq!(turn(json!({ "shiftKey": true })).await, true);
        wait_for_another_picture(page, &zoomed).await;
        let scrolls = turn(json!({})).await;
        assert_eq!(scrolls, false, "the wheel alone is for the rows");
    });
}

#[test]
fn the_view_follows_the_playhead() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        for _ in 0..3 {
            page.click("Zoom in").await;
        }
        // Its handle is the only thing at the canvas's very top.
        let handle_is_in_view = "
            const canvas = document.querySelector('.timeline canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 1, canvas.width, 1);
            return data.some((value, place) => place % 4 === 3 && value > 0)";
        let playhead = page.slider("Playhead").await;
        for (key, at) in [(Key::End, "6.00 s"), (Key::Home, "0 s")] {
            press(&playhead, &[key]).await;
            wait_for_playhead(page, at).await;
            page.wait_until("the playhead in view", SOON, async || {
                page.script(handle_is_in_view, vec![]).await == true
            })
            .await;
        }
    });
}

#[test]
fn the_zoom_stands_in_the_toolbar_and_is_large_enough_for_a_finger() {
    on_page(async |page| {
        let sizes = "
            const { top, bottom } = document.querySelector('.toolbar').getBoundingClientRect();
            return ['Zoom out', 'Zoom in', 'Fit', 'Causes'].map(name => {
                const box = document.querySelector(`button[aria-label='${name}']`)
                    .getBoundingClientRect();
                return top <= box.top && box.bottom <= bottom && box.right <= innerWidth
                    ? Math.min(box.width, box.height) : 0;
            })";
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        for screen in [Screen::DESKTOP, Screen::SMALL, Screen::PHONE] {
            page.set_screen(screen).await;
            let sizes = page.script(sizes, vec![]).await;
            let sizes: Vec<f64> = serde_json::from_value(sizes).expect("sizes");
            assert!(
                sizes.iter().all(|&size| size >= 28.0),
                "{screen:?}: {sizes:?}"
            );
        }
    });
}

#[test]
fn a_tap_shows_the_tip_until_there_is_one_elsewhere() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.tap_in(Row::Concurrent(1), 1.0, 6.0).await;
        page.wait_until("the tip of B", SOON, async || {
            page.timeline_tip().await.starts_with('B')
        })
        .await;
        page.tap_at(300.0, 20.0).await;
        page.wait_until("no tip", SOON, async || {
            page.timeline_tip().await.is_empty()
        })
        .await;
    });
}

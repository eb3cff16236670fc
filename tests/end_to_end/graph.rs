//! The program's picture: its zoom, its keys, its states.

use std::fmt::Write;
use std::time::Duration;

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Page, Screen, on_page};

const SOON: Duration = Duration::from_secs(5);

const DIAMOND: &str = "pool db = 1\na: io 1s\nb[1..2]: io 1s after a using db\nc: io 1s after a\nd: io 1s after b, c\n";

/// A program of `count` tasks in layers of twenty, each after two of the layer before it.
fn layers(count: usize) -> String {
    let mut text = String::new();
    for place in 0..count {
        let above = place.wrapping_sub(20);
        let other = (place / 20).wrapping_sub(1).wrapping_mul(20) + (place * 7) % 20;
        let after = match place {
            0..20 => String::new(),
            _ if above == other => format!(" after task{above}"),
            _ => format!(" after task{above}, task{other}"),
        };
        writeln!(text, "task{place}: io 10ms{after}").expect("a string takes it");
    }
    text
}

async fn show(page: &Page, text: &str, count: usize) {
    page.type_program(text).await;
    page.wait_for_nodes(count).await;
}

/// Which of the first `count` tasks of [`layers`] are in view.
async fn in_view(page: &Page, count: usize) -> Vec<usize> {
    let room = page.graph_room().await;
    let mut in_view = Vec::new();
    for place in 0..count {
        if room.holds(page.node(&format!("task{place}")).await) {
            in_view.push(place);
        }
    }
    in_view
}

/// The name of a task of [`layers`] that is in view.
async fn a_task_in_view(page: &Page) -> String {
    let in_view = in_view(page, 40).await;
    format!("task{}", in_view.last().expect("some are in view"))
}

/// Gives the focus to the node that the Tab key leads to.
async fn focus_node(page: &Page) {
    let script = "
        const stops = document.querySelectorAll('.graph-picture [tabindex=\"0\"]');
        stops[0].focus();
        return stops.length";
    let stops = page.script(script, vec![]).await;
    assert_eq!(stops, 1, "the picture is one stop of the Tab key");
}

#[test]
fn two_hundred_nodes_can_be_read_on_every_screen() {
    on_page(async |page| {
        for screen in [Screen::DESKTOP, Screen::SMALL, Screen::PHONE] {
            page.set_screen(screen).await;
            show(page, &layers(200), 200).await;
            let letters = page.letters_of_names().await.expect("names are shown");
            // 9, as near as the browser computes a scale.
            assert!(letters > 8.99, "{screen:?}: {letters} px");
            page.screenshot(&format!("graph-of-200-{}", screen.width))
                .await;
        }
    });
}

#[test]
fn a_large_picture_starts_at_its_first_layer() {
    on_page(async |page| {
        show(page, &layers(200), 200).await;
        let in_view = in_view(page, 200).await;
        assert!(in_view.iter().any(|&place| place < 20), "{in_view:?}");
        assert!(!in_view.contains(&199), "{in_view:?}");
    });
}

#[test]
fn buttons_and_keys_zoom_and_fit() {
    on_page(async |page| {
        show(page, DIAMOND, 4).await;
        let fit = page.node("a").await;
        page.click("Zoom in the graph").await;
        page.rest().await;
        let larger = page.node("a").await;
        assert!(larger.width > fit.width * 1.3, "{larger:?}");
        page.click("Fit the graph").await;
        page.rest().await;
        assert_eq!(page.node("a").await, fit);
        focus_node(page).await;
        page.press(&[], '+').await;
        page.rest().await;
        assert!(page.node("a").await.width > fit.width * 1.3);
        page.press(&[], '-').await;
        page.press(&[], '0').await;
        page.rest().await;
        assert_eq!(page.node("a").await, fit);
    });
}

#[test]
fn the_wheel_zooms_around_the_pointer_with_ctrl() {
    on_page(async |page| {
        show(page, &layers(200), 200).await;
        let task = a_task_in_view(page).await;
        let place = page.node(&task).await.middle();
        let taken = page
            .at_place("wheel", place, json!({ "deltaY": -120, "ctrlKey": true }))
            .await;
        assert!(taken, "the page itself does not zoom");
        page.rest().await;
        let (x, y) = page.node(&task).await.middle();
        assert!((x - place.0).abs() < 2.0 && (y - place.1).abs() < 2.0);
    });
}

#[test]
fn the_wheel_alone_moves_a_large_picture_and_leaves_a_small_one() {
    on_page(async |page| {
        show(page, DIAMOND, 4).await;
        let place = page.node("a").await.middle();
        let wheel = json!({ "deltaY": 100 });
        assert!(!page.at_place("wheel", place, wheel.clone()).await);
        show(page, &layers(200), 200).await;
        let before = page.node("task0").await;
        let place = page.graph_room().await.middle();
        assert!(page.at_place("wheel", place, wheel).await);
        assert!(page.node("task0").await.top < before.top - 50.0);
    });
}

#[test]
fn on_a_phone_the_wheel_scrolls_the_page() {
    on_page(async |page| {
        page.set_screen(Screen::PHONE).await;
        show(page, &layers(60), 60).await;
        let into_view = "document.querySelector('.graph-picture').scrollIntoView()";
        page.script(into_view, vec![]).await;
        let place = page.graph_room().await.middle();
        assert!(
            !page
                .at_place("wheel", place, json!({ "deltaY": 100 }))
                .await
        );
    });
}

#[test]
fn a_drag_moves_the_picture_and_points_at_nothing() {
    on_page(async |page| {
        show(page, &layers(200), 200).await;
        let before = page.node("task0").await;
        let (x, y) = page.graph_room().await.middle();
        page.at_place("pointerdown", (x, y), json!({})).await;
        page.at_place("pointermove", (x - 80.0, y - 40.0), json!({}))
            .await;
        page.at_place("pointerup", (x - 80.0, y - 40.0), json!({}))
            .await;
        let after = page.node("task0").await;
        assert!((before.left - after.left - 80.0).abs() < 1.0, "{after:?}");
        assert!((before.top - after.top - 40.0).abs() < 1.0, "{after:?}");
    });
}

#[test]
fn a_double_click_on_a_node_shows_it_large() {
    on_page(async |page| {
        show(page, &layers(200), 200).await;
        let task = a_task_in_view(page).await;
        let place = page.node(&task).await.middle();
        page.at_place("dblclick", place, json!({})).await;
        page.rest().await;
        let node = page.node(&task).await;
        assert!(node.width > 148.0 && page.graph_room().await.holds(node));
    });
}

#[test]
fn a_chosen_part_is_kept_while_the_program_changes_a_little() {
    on_page(async |page| {
        show(page, &layers(200), 200).await;
        page.click("Zoom in the graph").await;
        page.rest().await;
        let width = page.node("task21").await.width;
        show(
            page,
            &format!("{}late: io 1s after task7\n", layers(200)),
            201,
        )
        .await;
        assert!((page.node("task21").await.width - width).abs() < 0.5);
        // Another program is shown as it fits.
        show(page, DIAMOND, 4).await;
        assert!(page.graph_room().await.holds(page.node("d").await));
    });
}

#[test]
fn arrow_keys_go_from_node_to_node_and_bring_them_into_view() {
    on_page(async |page| {
        show(page, DIAMOND, 4).await;
        focus_node(page).await;
        assert!(page.focused().await.starts_with("a, 1 s"));
        page.press(&[], Key::Right).await;
        let first = page.focused().await;
        page.press(&[], Key::Down).await;
        page.press(&[], Key::Up).await;
        assert_eq!(page.focused().await, first);
        page.press(&[], Key::Right).await;
        assert!(page.focused().await.starts_with("d, 1 s, after b, c"));
        show(page, &layers(200), 200).await;
        focus_node(page).await;
        page.press(&[], Key::End).await;
        page.rest().await;
        assert!(page.focused().await.starts_with("task199,"));
        let node = page.node("task199").await;
        assert!(page.graph_room().await.holds(node));
    });
}

#[test]
fn a_node_with_the_focus_is_pointed_at_in_the_text() {
    on_page(async |page| {
        show(page, DIAMOND, 4).await;
        focus_node(page).await;
        page.press(&[], Key::End).await;
        page.wait_until("the node is pointed at", SOON, async || {
            !page
                .texts_of(".node.lit[aria-label^='d,']")
                .await
                .is_empty()
        })
        .await;
    });
}

#[test]
fn nodes_tell_their_states_at_the_playhead() {
    on_page(async |page| {
        show(page, DIAMOND, 4).await;
        let plain = page.node_says("c").await;
        assert_eq!(plain, "c, 1 s, after a");
        let playhead = page.slider("Playhead").await;
        let press = async |key: Key| {
            let key = char::from(key).to_string();
            playhead.send_keys(&key).await.expect("a slider takes keys");
        };
        press(Key::Home).await;
        page.wait_for_node("a", "running").await;
        page.wait_for_node("b ×2", "done 0 of 2, 2 not started")
            .await;
        // The axis has 5 s, the sequential run's.
        for _ in 0..3 {
            press(Key::PageUp).await;
        }
        page.wait_for_node("a", "done").await;
        page.wait_for_node("c", "running").await;
        page.wait_for_node("b ×2", "done 0 of 2, 1 running, 1 waiting")
            .await;
        press(Key::End).await;
        page.wait_for_node("b ×2", "done 2 of 2").await;
        press(Key::Escape).await;
        page.wait_for_node("c", "after a").await;
    });
}

#[test]
fn after_a_live_run_nodes_show_how_they_ended() {
    on_page(async |page| {
        show(
            page,
            "on failure continue\na: io 100ms fails\nb: io 100ms after a\nc: io 50ms\n",
            3,
        )
        .await;
        page.run().await;
        page.wait_for_node("c", "done").await;
        page.wait_for_node("a", "failed").await;
        page.wait_for_node("b", "skipped").await;
    });
}

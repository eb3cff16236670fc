//! The timeline's canvas as a pointer meets it.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use serde_json::json;

use super::Page;

/// A row of the timeline.
#[derive(Clone, Copy, Debug)]
pub enum Row {
    /// The sequential run's.
    Sequential,
    /// The strip of a modelled way, from 0; of no more than three tasks.
    Way(u32),
    /// One of the concurrent run's, from 0.
    Concurrent(u32),
}

impl Row {
    /// Its middle, in CSS pixels below the timeline's top.
    fn middle(self) -> u32 {
        match self {
            Row::Sequential => 40,
            Row::Way(way) => 70 + way * 36,
            Row::Concurrent(row) => 82 + row * 20 + 10,
        }
    }
}

impl Page {
    /// Where a time is in a row, in CSS pixels of the window; `end_s` is the end of the longer run,
    /// all of which is in view on a desktop screen.
    async fn place_in(&self, row: Row, time_s: f64, end_s: f64) -> (f64, f64) {
        let script = "
            const [time, end, down] = arguments;
            const { left, top } = document.querySelector('.lanes').getBoundingClientRect();
            const { style } = document.querySelector('.timeline-frame');
            const [names, axis] = ['--names-width', '--axis-width']
                .map(name => parseFloat(style.getPropertyValue(name)));
            return [left + names + time / (end * 16 / 15) * (axis - 48), top + down]";
        let arguments = vec![json!(time_s), json!(end_s), json!(row.middle())];
        let place = self.script(script, arguments).await;
        serde_json::from_value(place).expect("a place")
    }

    /// Moves the mouse to a time in a row.
    pub async fn point_in(&self, row: Row, time_s: f64, end_s: f64) {
        let (x, y) = self.place_in(row, time_s, end_s).await;
        self.mouse(vec![move_to(x, y)]).await;
    }

    /// Presses the mouse at one time in a row, and moves it to another.
    pub async fn drag_in(&self, row: Row, from_s: f64, to_s: f64, end_s: f64) {
        let (from, y) = self.place_in(row, from_s, end_s).await;
        let (to, _) = self.place_in(row, to_s, end_s).await;
        let button = MOUSE_BUTTON_LEFT;
        let half = move_to((from + to) / 2.0, y);
        let down = PointerAction::Down { button };
        self.mouse(vec![move_to(from, y), down, half, move_to(to, y)])
            .await;
    }

    /// Releases the mouse.
    pub async fn release_mouse(&self) {
        let button = MOUSE_BUTTON_LEFT;
        self.mouse(vec![PointerAction::Up { button }]).await;
    }

    /// Taps with a finger at a time in a row.
    pub async fn tap_in(&self, row: Row, time_s: f64, end_s: f64) {
        let (x, y) = self.place_in(row, time_s, end_s).await;
        self.tap_at(x, y).await;
    }

    /// Taps with a finger at a place of the window, in CSS pixels.
    pub async fn tap_at(&self, x: f64, y: f64) {
        let button = MOUSE_BUTTON_LEFT;
        let finger = TouchActions::new("finger".into())
            .then(move_to(x, y))
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let tapped = self.client.perform_actions(finger).await;
        tapped.expect("a finger that taps");
    }

    /// What the timeline's tip says; nothing where there is none.
    pub async fn timeline_tip(&self) -> String {
        self.texts_of(".timeline .tip").await.concat()
    }

    /// Clicks at a place of the window, in CSS pixels.
    pub async fn click_at(&self, x: f64, y: f64) {
        let (button, to) = (MOUSE_BUTTON_LEFT, move_to(x, y));
        let (down, up) = (PointerAction::Down { button }, PointerAction::Up { button });
        self.mouse(vec![to, down, up]).await;
    }

    async fn mouse(&self, actions: Vec<PointerAction>) {
        let mouse = MouseActions::new("mouse".into());
        let mouse = actions.into_iter().fold(mouse, MouseActions::then);
        let moved = self.client.perform_actions(mouse).await;
        moved.expect("a mouse that moves");
    }
}

fn move_to(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo {
        duration: Some(Duration::from_millis(50)),
        x,
        y,
    }
}

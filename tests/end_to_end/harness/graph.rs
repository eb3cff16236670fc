//! The program's picture as a user meets it.

use std::time::Duration;

use serde_json::{Value, json};

use super::Page;

const SOON: Duration = Duration::from_secs(5);

/// Where a box is on screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Bounds {
    fn read(value: &Value) -> Self {
        let side = |name: &str| value[name].as_f64().expect("a length");
        Bounds {
            left: side("left"),
            top: side("top"),
            width: side("width"),
            height: side("height"),
        }
    }

    /// Its middle.
    pub fn middle(self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Whether all of `other` is in it.
    pub fn holds(self, other: Bounds) -> bool {
        let (right, bottom) = (self.left + self.width, self.top + self.height);
        self.left <= other.left + 1.0
            && self.top <= other.top + 1.0
            && right + 1.0 >= other.left + other.width
            && bottom + 1.0 >= other.top + other.height
    }
}

impl Page {
    /// Where the part of the document is that `selector` finds first.
    pub async fn bounds(&self, selector: &str) -> Bounds {
        let script = "return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()";
        Bounds::read(&self.script(script, vec![json!(selector)]).await)
    }

    /// Where the room of the picture is.
    pub async fn graph_room(&self) -> Bounds {
        self.bounds("svg.graph-picture").await
    }

    /// Where the box of the node is whose accessible name begins with `name`.
    pub async fn node(&self, name: &str) -> Bounds {
        self.bounds(&format!(
            "[role=listitem][aria-label^='{name},'] .box:not(.sheet)"
        ))
        .await
    }

    /// The accessible name of the node whose name begins with `name`.
    pub async fn node_says(&self, name: &str) -> String {
        let script =
            "return document.querySelector(arguments[0])?.getAttribute('aria-label') ?? ''";
        let selector = format!("[role=listitem][aria-label^='{name},']");
        let says = self.script(script, vec![json!(selector)]).await;
        says.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the accessible name of a node ends so.
    pub async fn wait_for_node(&self, name: &str, end: &str) {
        self.wait_until(&format!("{name}: {end}"), SOON, async || {
            self.node_says(name).await.ends_with(end)
        })
        .await;
    }

    /// Waits until there are so many nodes, and nothing moves any more.
    pub async fn wait_for_nodes(&self, count: usize) {
        self.wait_until(&format!("{count} nodes"), SOON, async || {
            self.texts_of("[role=listitem][data-node]").await.len() == count
        })
        .await;
        self.rest().await;
    }

    /// Waits until nothing moves any more.
    pub async fn rest(&self) {
        let script = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => Promise.allSettled(
                document.getAnimations().map((moving) => moving.finished)).then(() => done())))";
        self.script_that_waits(script, vec![]).await;
    }

    /// How large the names' letters are on screen, in CSS pixels; none where no names are shown.
    pub async fn letters_of_names(&self) -> Option<f64> {
        let script = "
            const name = document.querySelector('.node text.mono');
            if (getComputedStyle(name).display === 'none') return null;
            return parseFloat(getComputedStyle(name).fontSize) * name.getScreenCTM().a";
        self.script(script, vec![]).await.as_f64()
    }

    /// Has a pointer do something at a place of the window; returns whether the page took it from
    /// the browser.
    pub async fn at_place(&self, event: &str, (x, y): (f64, f64), more: Value) -> bool {
        let script = "
            const [type, x, y, more] = arguments;
            const kinds = { wheel: WheelEvent, dblclick: MouseEvent };
            const event = new (kinds[type] ?? PointerEvent)(type, { bubbles: true,
                cancelable: true, clientX: x, clientY: y, pointerId: 1, button: 0, ...more });
            document.elementFromPoint(x, y).dispatchEvent(event);
            return event.defaultPrevented";
        let arguments = vec![json!(event), json!(x), json!(y), more];
        self.script(script, arguments).await == true
    }
}

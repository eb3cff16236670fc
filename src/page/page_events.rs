use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, StorageEvent};
use yew::Callback;

use super::dropped_file::{carries_files, dropped};

/// What comes before the page goes away, in this order. In the last page of a process Firefox stops a
/// script that still works at `pagehide`, wherever it is: then another of them has done the same. A phone
/// may tell of a page that it ends by the last alone.
const LEAVING: [&str; 3] = ["beforeunload", "pagehide", "visibilitychange"];

/// Listens to what happens to the page as a whole until it is dropped: a file that is dropped
/// anywhere is opened, not gone to; `on_link` is called when the address has changed behind its
/// `#`; `on_leave` is called before the page goes away; and `on_elsewhere` when another tab has
/// changed what the browser keeps.
pub struct PageEvents {
    _listeners: Vec<EventListener>,
}

impl PageEvents {
    /// Begins to listen.
    pub fn listen(
        on_file: Callback<File>,
        on_link: Callback<()>,
        on_leave: Callback<()>,
        on_elsewhere: Callback<()>,
    ) -> Self {
        let Some(window) = web_sys::window() else {
            return PageEvents {
                _listeners: Vec::new(),
            };
        };
        let active = EventListenerOptions::enable_prevent_default();
        let over = EventListener::new_with_options(&window, "dragover", active, |event| {
            // Text that is dragged is the text box's own affair.
            if event.dyn_ref::<DragEvent>().is_some_and(carries_files) {
                event.prevent_default();
            }
        });
        let drop = EventListener::new_with_options(&window, "drop", active, move |event| {
            if let Some(file) = event.dyn_ref::<DragEvent>().and_then(dropped) {
                event.prevent_default();
                on_file.emit(file);
            }
        });
        let link = EventListener::new(&window, "hashchange", move |_| on_link.emit(()));
        let leave = LEAVING.map(|event| {
            let on_leave = on_leave.clone();
            EventListener::new(&window, event, move |_| on_leave.emit(()))
        });
        let elsewhere = EventListener::new(&window, "storage", move |event| {
            let is_of_programs = |event: &StorageEvent| {
                // None where all was removed.
                event.key().is_none_or(|key| key.starts_with("interleave."))
            };
            if event.dyn_ref().is_some_and(is_of_programs) {
                on_elsewhere.emit(());
            }
        });
        let others = [over, drop, link, elsewhere];
        PageEvents {
            _listeners: others.into_iter().chain(leave).collect(),
        }
    }
}

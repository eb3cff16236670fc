use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File};
use yew::Callback;

use super::dropped_file::{carries_files, dropped};

/// Listens to what happens to the page as a whole until it is dropped: a file that is dropped
/// anywhere is opened, not gone to; `on_link` is called when the address has changed behind its
/// `#`; and `on_leave` is called before the page goes away.
pub struct PageEvents {
    _listeners: Vec<EventListener>,
}

impl PageEvents {
    /// Begins to listen.
    pub fn listen(on_file: Callback<File>, on_link: Callback<()>, on_leave: Callback<()>) -> Self {
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
        let hide = EventListener::new(&window, "pagehide", move |_| on_leave.emit(()));
        PageEvents {
            _listeners: vec![over, drop, link, hide],
        }
    }
}

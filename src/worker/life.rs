//! How the page learns that a worker has died: nothing tells it so. The worker holds a lock of its
//! own name for as long as it lives, and the page asks for the same one, which it gets once the
//! worker is gone. That needs no clock, so that neither a thread that is held nor a laptop that
//! sleeps is taken for dead.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, on_granted: &JsValue) -> Result<Promise, JsValue>;
}

/// Holds the lock of this name from now on, as long as this thread lives, and then calls `on_held`
/// with true; or at once with false, where the browser has no locks.
pub fn hold(name: &str, on_held: impl FnOnce(bool) + 'static) {
    if name.is_empty() {
        // Many may have none.
        return on_held(false);
    }
    let held = Rc::new(Cell::new(Some(on_held)));
    let refused = held.clone();
    let on_granted = move || {
        if let Some(on_held) = held.take() {
            on_held(true);
        }
        // It is held until this promise is fulfilled.
        JsValue::from(Promise::new(&mut |_, _| {}))
    };
    let granted = request(name, Closure::once_into_js(on_granted));
    spawn_local(async move {
        granted.await;
        if let Some(on_held) = refused.take() {
            on_held(false);
        }
    });
}

/// Calls `on_death` once nobody holds the lock of this name any more.
pub fn await_death(name: &str, on_death: impl FnOnce() + 'static) {
    let on_granted = move || {
        on_death();
        JsValue::UNDEFINED
    };
    spawn_local(request(name, Closure::once_into_js(on_granted)));
}

/// Calls `on_granted` once the lock of this name is granted, and ends once it was let go of again,
/// or was refused.
fn request(name: &str, on_granted: JsValue) -> impl Future<Output = ()> + use<> {
    let request = request_lock(name, &on_granted);
    async move {
        if let Ok(request) = request {
            // A page that may keep nothing has no locks either.
            let _: Result<JsValue, JsValue> = JsFuture::from(request).await;
        }
    }
}

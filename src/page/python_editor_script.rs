//! The editor for Python, a script of its own that is loaded when it is needed first.

use wasm_bindgen::prelude::*;
use web_sys::HtmlScriptElement;
use yew::Callback;

use super::later;

const FILE: &str = "python_editor.min.js";

/// Loads the script, and calls `on_end` once it is there, or can't be had.
pub fn load(on_end: Callback<()>) {
    if append(&on_end).is_none() {
        on_end.emit(());
    }
}

fn append(on_end: &Callback<()>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
    script.set_type("module");
    script.set_src(&later::address(FILE));
    let on_end = on_end.clone();
    // One of both happens, once.
    let ended = Closure::<dyn Fn()>::new(move || on_end.emit(())).into_js_value();
    script.set_onload(Some(ended.unchecked_ref()));
    script.set_onerror(Some(ended.unchecked_ref()));
    document.head()?.append_child(&script).ok()?;
    Some(())
}

/// Whether the script is there.
pub fn is_loaded() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &"PythonEditor".into()).unwrap_or(false)
}

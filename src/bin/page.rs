//! The page, and in a worker what predicts task graphs or runs one live: one program, which is
//! loaded once.

use wasm_bindgen::JsCast;
use web_sys::Window;

fn main() {
    if js_sys::global().is_instance_of::<Window>() {
        yew::Renderer::<interleave::page::App>::new().render();
    } else {
        interleave::worker::serve();
    }
}

//! The Python examples, in a file of their own.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::later;
use crate::gallery;

const FILE: &str = "python_examples.txt";

/// Gets them unless they are there. Says whether they are there now.
pub async fn fetched() -> bool {
    if gallery::python().is_some() {
        return true;
    }
    text(FILE).await.is_ok_and(gallery::add_python)
}

/// The text of a file that is loaded later.
async fn text(file: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str(&later::address(file))).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

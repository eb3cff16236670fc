//! How a request or a report travels between the page and a worker: as bytes.

use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// The bytes of a message.
pub fn packed(message: &impl Serialize) -> JsValue {
    // What has no bytes would be a set or a map of unknown length, of which messages have none.
    let bytes = bincode::serialize(message).unwrap_or_default();
    Uint8Array::from(bytes.as_slice()).into()
}

/// The message that some bytes are; none where they are no such message.
pub fn unpacked<M: DeserializeOwned>(bytes: JsValue) -> Option<M> {
    let bytes: Uint8Array = bytes.dyn_into().ok()?;
    bincode::deserialize(&bytes.to_vec()).ok()
}

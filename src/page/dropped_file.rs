use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

use crate::export::{TextRefusal, check_length, incoming_text};

/// The file that was dropped on the page, if it was one.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Whether what is dragged is a file.
pub fn carries_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Reads a file as the text of a program.
///
/// # Errors
/// Why it can't be one, for people.
pub async fn read(file: &File) -> Result<String, String> {
    let name = file.name();
    let refused = |why: TextRefusal| format!("{name} {why}. Your text is as it was.");
    let could_not = |_| format!("{name} could not be read. Your text is as it was.");
    check_length(file.size() as u64).map_err(refused)?;
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(could_not)?;
    let bytes = js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec();
    incoming_text(bytes).map_err(refused)
}

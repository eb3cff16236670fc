use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

/// The largest file that is opened, in bytes: 1 MiB.
const SIZE_LIMIT: f64 = 1_048_576.0;

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
    if file.size() > SIZE_LIMIT {
        let megabytes = file.size() / 1_048_576.0;
        return Err(format!(
            "{name} has {megabytes:.1} MB; a program may have 1 MB. Your text is as it was."
        ));
    }
    let not_text = || format!("{name} is not a text file. Your text is as it was.");
    let could_not = |_| format!("{name} could not be read. Your text is as it was.");
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(could_not)?;
    let bytes = js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec();
    let text = String::from_utf8(bytes).map_err(|_| not_text())?;
    let is_binary = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    match text.contains(is_binary) {
        true => Err(not_text()),
        false => Ok(text),
    }
}

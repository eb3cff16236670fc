use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

use crate::export::{TextRefusal, check_length, incoming_text};
use crate::words::{Language, page as words};

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

/// Why a file is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The browser could not read it.
    Unreadable,
    /// It is no program.
    Refused(TextRefusal),
}

impl Unread {
    /// Why the file called `name` is not opened, in a sentence.
    pub fn say(self, name: &str, language: Language) -> String {
        match self {
            Unread::Unreadable => words::file_unread(language, &name),
            Unread::Refused(why) => why.say(name, language),
        }
    }
}

/// Reads a file as the text of a program.
///
/// # Errors
/// Why it can't be one.
pub async fn read(file: &File) -> Result<String, Unread> {
    check_length(file.size() as u64).map_err(Unread::Refused)?;
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| Unread::Unreadable)?;
    let bytes = js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec();
    incoming_text(bytes).map_err(Unread::Refused)
}

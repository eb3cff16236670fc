use web_sys::Storage;

use super::named_program::ProgramName;
use crate::export::WrittenAs;

/// It stands there where the Python program was open last.
const OPEN_KEY: &str = "interleave.python.open";

fn key(written_as: WrittenAs) -> &'static str {
    match written_as {
        WrittenAs::TaskGraph => "interleave.program",
        WrittenAs::Python => "interleave.python",
    }
}

fn name_key(written_as: WrittenAs) -> &'static str {
    match written_as {
        WrittenAs::TaskGraph => "interleave.program.name",
        WrittenAs::Python => "interleave.python.name",
    }
}

/// The program of a kind that the browser kept from the last visit, if any.
pub fn load(written_as: WrittenAs) -> Option<String> {
    storage()?.get_item(key(written_as)).ok()?
}

/// The name by which that was saved or opened, if any.
pub fn load_name(written_as: WrittenAs) -> Option<ProgramName> {
    ProgramName::new(&storage()?.get_item(name_key(written_as)).ok()??).ok()
}

/// Which kind of program was open last.
pub fn load_open() -> WrittenAs {
    let open = storage().and_then(|storage| storage.get_item(OPEN_KEY).ok()?);
    open.map_or(WrittenAs::TaskGraph, |_| WrittenAs::Python)
}

/// Keeps in mind which kind of program is open, where the browser can.
pub fn save_open(written_as: WrittenAs) {
    if let Some(storage) = storage() {
        // The next visit begins with the other one then.
        let _: Result<(), _> = match written_as {
            WrittenAs::TaskGraph => storage.remove_item(OPEN_KEY),
            WrittenAs::Python => storage.set_item(OPEN_KEY, ""),
        };
    }
}

/// Keeps `source` and its name for the next visit. Says whether the browser could.
pub fn save(written_as: WrittenAs, source: &str, name: Option<&ProgramName>) -> bool {
    let keep = |storage: Storage| {
        storage.set_item(key(written_as), source)?;
        let name_key = name_key(written_as);
        match name {
            Some(name) => storage.set_item(name_key, name.as_str()),
            None => storage.remove_item(name_key),
        }
    };
    storage().is_some_and(|storage| keep(storage).is_ok())
}

/// None where the browser allows no storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

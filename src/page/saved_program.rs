use web_sys::Storage;

use super::named_program::ProgramName;

const KEY: &str = "interleave.program";

const NAME_KEY: &str = "interleave.program.name";

/// The program that the browser kept from the last visit, if any.
pub fn load() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// The name by which that was saved or opened, if any.
pub fn load_name() -> Option<ProgramName> {
    ProgramName::new(&storage()?.get_item(NAME_KEY).ok()??).ok()
}

/// Keeps `source` and its name for the next visit. Says whether the browser could.
pub fn save(source: &str, name: Option<&ProgramName>) -> bool {
    let keep = |storage: Storage| {
        storage.set_item(KEY, source)?;
        match name {
            Some(name) => storage.set_item(NAME_KEY, name.as_str()),
            None => storage.remove_item(NAME_KEY),
        }
    };
    storage().is_some_and(|storage| keep(storage).is_ok())
}

/// None where the browser allows no storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

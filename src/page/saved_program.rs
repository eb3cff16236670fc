use web_sys::Storage;

const KEY: &str = "interleave.program";

/// The program that the browser kept from the last visit, if any.
pub fn load() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// Keeps `source` for the next visit. Says whether the browser could.
pub fn save(source: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEY, source).is_ok())
}

/// None where the browser allows no storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

use web_sys::Storage;

use crate::run::World;

const KEY: &str = "interleave.world";

/// The world that was chosen last in this browser for Python programs; at first the usual one.
pub fn kept() -> World {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let world = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    world.unwrap_or_default()
}

/// Keeps it for the next visit.
pub fn keep(world: &World) {
    let (Some(storage), Ok(written)) = (storage(), serde_json::to_string(world)) else {
        return;
    };
    // Where nothing is kept it lasts as long as the page.
    let _: Result<(), _> = match *world == World::default() {
        true => storage.remove_item(KEY),
        false => storage.set_item(KEY, &written),
    };
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

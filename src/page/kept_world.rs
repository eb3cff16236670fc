use web_sys::Storage;

use crate::run::{MOST_RULES, Rule, World};

const KEY: &str = "interleave.world";

/// The world that was chosen last in this browser for Python programs; at first the usual one.
pub fn kept() -> World {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let world = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    world.filter(could_be_written).unwrap_or_default()
}

/// Whether a user could have written its rules: what is kept may be damaged.
fn could_be_written(world: &World) -> bool {
    let is_read = |rule: &Rule| {
        let [url, after, answer] = rule.written();
        Rule::read(&url, &after, &answer).is_ok()
    };
    world.rules.len() <= MOST_RULES && world.rules.iter().all(is_read)
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

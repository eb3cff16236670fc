//! Which version of each named program this tab has seen: opened, or saved itself. What another tab has
//! saved by the same name since is not replaced without asking. A reload knows what the tab has seen, and
//! a new tab what the last one had.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

use super::named_program::NamedProgram;

/// When each program was saved that was seen, by its name, in milliseconds since 1970; as JSON.
const KEY: &str = "interleave.programs.seen";

type Seen = BTreeMap<String, f64>;

thread_local! {
    static SEEN: RefCell<Seen> = RefCell::default();
}

/// What was seen before counts from now on; what others see later does not.
pub fn begin() {
    let kept = stores().find_map(|storage| storage.get_item(KEY).ok()?);
    let seen = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    SEEN.set(seen.unwrap_or_default());
}

/// Takes note that this version was opened or saved here.
pub fn note(program: &NamedProgram) {
    let seen = SEEN.with_borrow_mut(|seen| {
        seen.insert(program.name.as_str().to_owned(), program.saved_ms);
        serde_json::to_string(seen).unwrap_or_default()
    });
    for storage in stores() {
        // Where nothing can be kept, a question too many is asked after a reload.
        let _: Result<(), _> = storage.set_item(KEY, &seen);
    }
}

/// Whether this version was opened or saved here.
pub fn has_seen(program: &NamedProgram) -> bool {
    SEEN.with_borrow(|seen| seen.get(program.name.as_str()) == Some(&program.saved_ms))
}

/// The tab's own first.
fn stores() -> impl Iterator<Item = Storage> {
    let window = web_sys::window();
    let session = window.as_ref().and_then(|w| w.session_storage().ok()?);
    let local = window.as_ref().and_then(|w| w.local_storage().ok()?);
    [session, local].into_iter().flatten()
}

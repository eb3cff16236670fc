//! The program that is open, as the browser keeps it: for this tab alone, so that a reload finds it
//! whatever other tabs do, and for the next visit.

use web_sys::{PerformanceNavigation, Storage};

use super::named_program::ProgramName;
use super::program_store::Unkept;
use super::put_aside::{Aside, PutAside};
use crate::event_loop::browser::now_ms;
use crate::export::WrittenAs;

/// It stands there where the Python program was open last.
const OPEN_KEY: &str = "interleave.python.open";

/// Of a tab, where its name stands. One that is made of another has that one's at first.
const TAB_KEY: &str = "interleave.tab";

/// The keys for a kind of program.
struct Keys {
    text: &'static str,
    name: &'static str,
    /// The tab that has kept the text for the next visit.
    tab: &'static str,
    /// The texts of other tabs.
    aside: &'static str,
}

const TASK_GRAPH: Keys = Keys {
    text: "interleave.program",
    name: "interleave.program.name",
    tab: "interleave.program.tab",
    aside: "interleave.program.aside",
};

const PYTHON: Keys = Keys {
    text: "interleave.python",
    name: "interleave.python.name",
    tab: "interleave.python.tab",
    aside: "interleave.python.aside",
};

/// A text that the browser kept, and the name by which it was saved or opened, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The text.
    pub text: String,
    /// Its name.
    pub name: Option<ProgramName>,
}

/// The program of a kind in this tab.
pub struct SavedProgram {
    keys: &'static Keys,
    tab: String,
    /// Nothing was kept in this tab before.
    is_new: bool,
    /// The text for the next visit as this tab knows it.
    known: Option<String>,
    /// The tabs whose texts were taken from where they were put aside.
    taken: Vec<String>,
}

impl SavedProgram {
    /// The program of a kind; what was kept of it in this tab, or else from the last visit.
    pub fn open(written_as: WrittenAs) -> (Self, Option<Saved>) {
        let keys = match written_as {
            WrittenAs::TaskGraph => &TASK_GRAPH,
            WrittenAs::Python => &PYTHON,
        };
        let here = session().and_then(|storage| load(&storage, keys));
        let is_new = here.is_none();
        let saved = here.or_else(|| load(&local()?, keys));
        if let (true, Some(storage), Some(saved)) = (is_new, session(), &saved) {
            // Then a reload begins with what the next visit does.
            let _: Result<(), _> = store(&storage, keys, &saved.text, saved.name.as_ref());
        }
        let program = SavedProgram {
            keys,
            tab: TAB.with(Clone::clone),
            is_new,
            known: saved.as_ref().map(|saved| saved.text.clone()),
            taken: Vec::new(),
        };
        (program, saved)
    }

    /// Takes the texts of other tabs that are not the one that is kept, the newest last; none where
    /// this tab had one already. They stay where they are until they are seen.
    pub fn take_aside(&mut self) -> Vec<Saved> {
        let storage = local().filter(|_| self.is_new);
        let kept = storage.and_then(|storage| get(&storage, self.keys.aside));
        let mut aside = PutAside::read(kept.as_deref()).all();
        aside.retain(|aside| Some(&*aside.text) != self.known.as_deref());
        self.taken = aside.iter().map(|aside| aside.tab.to_string()).collect();
        let saved = aside.into_iter().map(|aside| Saved {
            name: aside.name.and_then(|name| ProgramName::new(&name).ok()),
            text: aside.text.into_owned(),
        });
        saved.collect()
    }

    /// The texts that were taken have been seen: they are kept no longer.
    pub fn seen_aside(&mut self) {
        let taken = std::mem::take(&mut self.taken);
        let storage = local().filter(|_| !taken.is_empty());
        if let Some(storage) = storage {
            let before = get(&storage, self.keys.aside);
            let mut aside = PutAside::read(before.as_deref());
            taken.iter().for_each(|tab| aside.forget(tab));
            // It needs less room than before.
            let _: Result<(), _> = write_aside(&storage, self.keys, &before, &aside);
        }
    }

    /// Keeps a text and its name, in this tab and for the next visit. What another tab has kept for
    /// that meanwhile is put aside.
    ///
    /// # Errors
    /// Why it is not kept for the next visit.
    pub fn save(&mut self, text: &str, name: Option<&ProgramName>) -> Result<(), Unkept> {
        if let Some(storage) = session() {
            // Then there is what is kept for the next visit.
            let _: Result<(), _> = store(&storage, self.keys, text, name);
        }
        let storage = local().ok_or(Unkept::Forbidden)?;
        self.put_others_aside(&storage, text)?;
        let is_kept = store(&storage, self.keys, text, name)
            .and_then(|()| storage.set_item(self.keys.tab, &self.tab));
        is_kept.map_err(|_| Unkept::Full)?;
        self.known = Some(text.to_owned());
        Ok(())
    }

    /// Another tab may have kept something else for the next visit in place of `text`: then that is
    /// put aside.
    pub fn put_aside(&self, text: &str, name: Option<&ProgramName>) {
        let Some(storage) = local().filter(|_| !self.is_kept(text)) else {
            return;
        };
        let before = get(&storage, self.keys.aside);
        let mut aside = PutAside::read(before.as_deref());
        aside.put(Aside {
            tab: self.tab.as_str().into(),
            text: text.into(),
            name: name.map(|name| name.as_str().into()),
        });
        // Where there is no room, this tab has it still.
        let _: Result<(), _> = write_aside(&storage, self.keys, &before, &aside);
    }

    /// Whether this text is the one that is kept for the next visit.
    pub fn is_kept(&self, text: &str) -> bool {
        let kept = local().and_then(|storage| get(&storage, self.keys.text));
        kept.as_deref() == Some(text)
    }

    /// Puts aside what another tab has kept.
    fn put_others_aside(&self, storage: &Storage, text: &str) -> Result<(), Unkept> {
        let keys = self.keys;
        let before = get(storage, keys.aside);
        let mut aside = PutAside::read(before.as_deref());
        aside.forget(&self.tab);
        let kept = load(storage, keys);
        let others_tab = get(storage, keys.tab).filter(|tab| *tab != self.tab);
        let is_known = |kept: &Saved| kept.text == text || self.known.as_ref() == Some(&kept.text);
        if let (Some(kept), Some(tab)) = (kept.filter(|kept| !is_known(kept)), others_tab) {
            aside.put(Aside {
                tab: tab.into(),
                name: kept.name.map(|name| name.as_str().to_owned().into()),
                text: kept.text.into(),
            });
        }
        write_aside(storage, keys, &before, &aside).map_err(|_| Unkept::Full)
    }
}

/// Which kind of program was open last, in this tab or else at the last visit.
pub fn load_open() -> WrittenAs {
    let is_of_tab = |storage: &Storage| get(storage, TAB_KEY).is_some();
    let storage = session().filter(is_of_tab).or_else(local);
    let open = storage.and_then(|storage| get(&storage, OPEN_KEY));
    open.map_or(WrittenAs::TaskGraph, |_| WrittenAs::Python)
}

/// Keeps in mind which kind of program is open, where the browser can.
pub fn save_open(written_as: WrittenAs) {
    for storage in [session(), local()].into_iter().flatten() {
        // The next visit begins with the other one then.
        let _: Result<(), _> = match written_as {
            WrittenAs::TaskGraph => storage.remove_item(OPEN_KEY),
            WrittenAs::Python => storage.set_item(OPEN_KEY, ""),
        };
    }
}

/// Whether the browser lets anything be kept for the next visit.
pub fn is_allowed() -> bool {
    local().is_some()
}

fn load(storage: &Storage, keys: &Keys) -> Option<Saved> {
    let text = get(storage, keys.text)?;
    let name = get(storage, keys.name).and_then(|name| ProgramName::new(&name).ok());
    Some(Saved { text, name })
}

fn store(
    storage: &Storage,
    keys: &Keys,
    text: &str,
    name: Option<&ProgramName>,
) -> Result<(), wasm_bindgen::JsValue> {
    storage.set_item(keys.text, text)?;
    match name {
        Some(name) => storage.set_item(keys.name, name.as_str()),
        None => storage.remove_item(keys.name),
    }
}

fn write_aside(
    storage: &Storage,
    keys: &Keys,
    before: &Option<String>,
    aside: &PutAside,
) -> Result<(), wasm_bindgen::JsValue> {
    match aside.written() {
        written if written == *before => Ok(()),
        Some(written) => storage.set_item(keys.aside, &written),
        None => storage.remove_item(keys.aside),
    }
}

thread_local! {
    static TAB: String = tab();
}

/// The name of this tab: that of before where the page was loaded again, or else another one, as
/// one that was made of another has what that one kept.
fn tab() -> String {
    let performance = web_sys::window().and_then(|window| window.performance());
    let way = performance.map(|performance| performance.navigation().type_());
    let is_reload = way == Some(PerformanceNavigation::TYPE_RELOAD);
    let storage = session();
    let before = storage.as_ref().and_then(|storage| get(storage, TAB_KEY));
    before.filter(|_| is_reload).unwrap_or_else(|| {
        let tab = format!("{}-{}", now_ms(), js_sys::Math::random());
        if let Some(storage) = storage {
            // Where nothing can be kept, it is another one after each reload.
            let _: Result<(), _> = storage.set_item(TAB_KEY, &tab);
        }
        tab
    })
}

fn get(storage: &Storage, key: &str) -> Option<String> {
    storage.get_item(key).ok()?
}

/// None where the browser allows no storage.
fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What lasts as long as the tab; none where the browser allows no storage.
fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

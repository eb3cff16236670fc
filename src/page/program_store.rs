//! The programs that the browser keeps by name.

use web_sys::Storage;

use super::named_program::{NamedProgram, ProgramName};
use crate::words::{Language, programs as words};

/// Why nothing was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// The browser allows no storage here.
    Forbidden,
    /// There is no room left.
    Full,
}

impl Unkept {
    /// Why, in a sentence.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Unkept::Forbidden => words::storage_forbidden(language),
            Unkept::Full => words::storage_full(language),
        }
    }
}

/// All of them, the newest first.
///
/// # Errors
/// [`Unkept::Forbidden`] where there is no storage.
pub fn all() -> Result<Vec<NamedProgram>, Unkept> {
    let storage = storage()?;
    let entry = |at| {
        let key = storage.key(at).ok()??;
        let value = storage.get_item(&key).ok()??;
        NamedProgram::of_entry(&key, &value)
    };
    let count = storage.length().unwrap_or_default();
    let mut programs: Vec<_> = (0..count).filter_map(entry).collect();
    programs.sort_by(|one, other| {
        let newest_first = other.saved_ms.total_cmp(&one.saved_ms);
        newest_first.then_with(|| one.name.as_str().cmp(other.name.as_str()))
    });
    Ok(programs)
}

/// The program that is kept by this name now; none where there is none, or one of another version.
pub fn get(name: &ProgramName) -> Option<NamedProgram> {
    let key = name.key();
    let value = storage().ok()?.get_item(&key).ok()??;
    NamedProgram::of_entry(&key, &value)
}

/// Whether something is kept by this name, be it of another version.
pub fn is_taken(name: &ProgramName) -> bool {
    let storage = storage().ok();
    let value = storage.and_then(|storage| storage.get_item(&name.key()).ok()?);
    value.is_some()
}

/// Keeps a program by its name, in place of what was kept by it before.
///
/// # Errors
/// Why it is not kept. What was kept before still is.
pub fn keep(program: &NamedProgram) -> Result<(), Unkept> {
    let kept = storage()?.set_item(&program.name.key(), &program.value());
    kept.map_err(|_| Unkept::Full)
}

/// Forgets the program of this name.
///
/// # Errors
/// [`Unkept::Forbidden`] where there is no storage.
pub fn forget(name: &ProgramName) -> Result<(), Unkept> {
    let forgotten = storage()?.remove_item(&name.key());
    forgotten.map_err(|_| Unkept::Forbidden)
}

/// Keeps a program by another name. It needs no more room than it had.
///
/// # Errors
/// Why it has its old name still.
pub fn rename(program: &NamedProgram, name: ProgramName) -> Result<(), Unkept> {
    forget(&program.name)?;
    let renamed = NamedProgram {
        name,
        ..program.clone()
    };
    keep(&renamed).or_else(|why| {
        keep(program)?;
        Err(why)
    })
}

fn storage() -> Result<Storage, Unkept> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    storage.ok_or(Unkept::Forbidden)
}

//! Compiles the Python modules that programs may import, where the feature `python` is on: those
//! of CPython's library that `src/python/library.txt` names, and our own in `src/python/lib/`,
//! which stand in for what a page cannot have.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "python")]
    {
        python::freeze();
        python::limit_memory();
    }
}

#[cfg(feature = "python")]
mod python {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    use rustpython_compiler::{CompileOpts, Mode, compile};
    use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
    use rustpython_compiler_core::marshal::serialize_code;

    /// Where our own modules are.
    const OURS: &str = "src/python/lib";

    /// The modules of CPython's library that programs may import, by their files and folders.
    const THEIRS: &str = "src/python/library.txt";

    /// What the worker gets, in megabytes: `worker::PYTHON_MEMORY_MB`.
    const MEMORY_MB: u32 = 256;

    /// A module's file, and whether it is a package's.
    type Sources = BTreeMap<String, (PathBuf, bool)>;

    /// Writes `library.frozen` into the build's folder.
    pub fn freeze() {
        println!("cargo::rerun-if-changed={OURS}");
        println!("cargo::rerun-if-changed={THEIRS}");
        let library = Path::new(rustpython_pylib::LIB_PATH);
        let theirs = fs::read_to_string(THEIRS).expect(THEIRS);
        let mut sources = Sources::new();
        for name in theirs.lines().filter(|line| !line.starts_with('#')) {
            find(library, &library.join(name), &mut sources);
        }
        // Ours take the place of theirs.
        find(Path::new(OURS), Path::new(OURS), &mut sources);
        let modules: Vec<_> = sources
            .iter()
            .map(|(name, (path, package))| (name.as_str(), module(name, path, *package)))
            .collect();
        let folder = env::var("OUT_DIR").expect("cargo sets it");
        let frozen = FrozenLib::encode(modules);
        fs::write(Path::new(&folder).join("library.frozen"), frozen.bytes).expect("a new file");
    }

    /// A Python program that fills its memory is to stop before it fills the machine's.
    pub fn limit_memory() {
        if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
            let bytes = MEMORY_MB * 1024 * 1024;
            println!("cargo::rustc-link-arg-bin=python=--max-memory={bytes}");
        }
    }

    /// Adds the module or the modules at `path`, named from `root` on.
    fn find(root: &Path, path: &Path, sources: &mut Sources) {
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("a folder that can be read");
            for entry in entries {
                find(root, &entry.expect("an entry").path(), sources);
            }
            return;
        }
        if path.extension().is_none_or(|extension| extension != "py") {
            return;
        }
        let name = path
            .strip_prefix(root)
            .expect("it is below")
            .with_extension("");
        let mut parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
        let is_package = parts.last().is_some_and(|part| part == "__init__");
        if is_package {
            parts.pop();
        }
        sources.insert(parts.join("."), (path.to_owned(), is_package));
    }

    fn module(name: &str, path: &Path, package: bool) -> FrozenModule<Vec<u8>> {
        let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        // Without docstrings, and without what marks parts of lines in tracebacks.
        let options = CompileOpts {
            optimize: 2,
            debug_ranges: false,
            ..CompileOpts::default()
        };
        let code = compile(&source, Mode::Exec, &format!("<frozen {name}>"), options)
            .unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let mut bytes = Vec::new();
        serialize_code(&mut bytes, &code);
        FrozenModule {
            code: FrozenCodeObject {
                bytes: stored(&bytes),
            },
            package,
        }
    }

    /// LZ4's format, which the VM reads, but stored as it is: the browser gets all of it
    /// compressed by better means, which LZ4 would stand in the way of.
    fn stored(bytes: &[u8]) -> Vec<u8> {
        let mut block = Vec::from((bytes.len() as u32).to_le_bytes());
        match bytes.len().checked_sub(15) {
            None => block.push((bytes.len() as u8) << 4),
            Some(more) => {
                block.push(0xF0);
                block.extend(std::iter::repeat_n(255, more / 255));
                block.push((more % 255) as u8);
            }
        }
        block.extend_from_slice(bytes);
        block
    }
}

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use rustpython_compiler_core::frozen::FrozenLib;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::compiler::Mode as CompileMode;
use rustpython_vm::vm::thread::{current_vm_is_set, with_current_vm};
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::interleave_module;
use super::program_run::{Group, ProgramRun, Shared, TaskOrigin};
use super::standing::FILE;
use crate::event_loop::Event;
use crate::notation::Located;
use crate::run::{Mode, Output, Stream, World};

static LIBRARY: &FrozenLib =
    FrozenLib::from_ref(include_bytes!(concat!(env!("OUT_DIR"), "/library.frozen")));

/// CPython's own (`sys.getrecursionlimit()`).
const RECURSION_LIMIT: usize = 1000;

/// A Python interpreter that runs programs, one after another; none sees anything of those before.
pub struct Interpreter {
    interpreter: Rc<rustpython_vm::Interpreter>,
}

thread_local! {
    /// Whose loops run now: what they call has to be called in it.
    static RUNNING: RefCell<Option<Rc<rustpython_vm::Interpreter>>> = const { RefCell::new(None) };
}

/// Has `act` done in the interpreter whose loops run now.
pub(super) fn with_vm<T>(act: impl FnOnce(&VirtualMachine) -> T) -> T {
    if current_vm_is_set() {
        return with_current_vm(act);
    }
    let interpreter = RUNNING.with_borrow(Clone::clone);
    let interpreter = interpreter.expect("an interpreter before its loops");
    interpreter.enter(act)
}

/// What became of a run.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// What its tasks did.
    pub events: Vec<Event>,
    /// The tasks, in order of creation.
    pub origins: Vec<TaskOrigin>,
    /// The groups of tasks, in order of their first.
    pub groups: Vec<Group>,
    /// What tasks have waited for that they share.
    pub shared: Vec<Shared>,
    /// What it wrote, in order of time.
    pub output: Vec<Output>,
}

impl Told {
    /// What it wrote to a stream.
    pub fn text(&self, stream: Stream) -> String {
        let output = self.output.iter().filter(|output| output.stream == stream);
        output.map(|output| output.text.as_str()).collect()
    }
}

impl Default for Interpreter {
    fn default() -> Self {
        Interpreter::new()
    }
}

impl Interpreter {
    /// An interpreter with the library at hand. Takes some tenths of a second.
    pub fn new() -> Self {
        let builder = rustpython_vm::Interpreter::builder(Default::default());
        let mut modules = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
        modules.push(interleave_module::module_def(&builder.ctx));
        let interpreter = builder
            .add_native_modules(&modules)
            .add_frozen_modules(LIBRARY)
            .build();
        let new = Interpreter {
            interpreter: Rc::new(interpreter),
        };
        new.enter(|vm| {
            vm.recursion_limit.set(RECURSION_LIMIT);
            if let Err(error) = vm.import("_prepare", 0) {
                panic!("{}", traceback(&error, vm));
            }
        });
        new
    }

    /// Has `act` done in it; from now on its loops may run.
    pub(super) fn enter<T>(&self, act: impl FnOnce(&VirtualMachine) -> T) -> T {
        RUNNING.set(Some(self.interpreter.clone()));
        self.interpreter.enter(act)
    }

    /// Runs `source` in virtual time, to its end, in `world`.
    ///
    /// # Errors
    /// What is wrong with a text that is no Python program.
    pub fn predict(&self, source: &str, mode: Mode, world: &World) -> Result<Told, Misspelt> {
        let run = Rc::new(ProgramRun::new(mode));
        run.during(|| {
            self.enter(|vm| match vm.compile(source, CompileMode::Exec, FILE) {
                Ok(code) => {
                    if let Err(error) = execute(code, source, world, vm) {
                        run.write(Stream::Err, &traceback(&error, vm));
                    }
                    Ok(())
                }
                Err(error) => {
                    let error = error.into_pyexception(vm, Some(source));
                    Err(Misspelt::of(&error, source, vm))
                }
            })
        })?;
        let (events, output) = run.take();
        Ok(Told {
            events,
            origins: run.origins(),
            groups: run.groups(),
            shared: run.shared(),
            output,
        })
    }
}

/// What is wrong with a text that is no Python program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelt {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The place in the text, in bytes of UTF-8, and the same in UTF-16 units.
    ranges: [Range<usize>; 2],
    /// What Python says of it: `SyntaxError: invalid syntax`.
    pub message: String,
    /// The same with the line, as Python prints it.
    pub traceback: String,
}

impl Misspelt {
    fn of(error: &PyBaseExceptionRef, source: &str, vm: &VirtualMachine) -> Self {
        let object = error.as_object();
        let number = |name: &'static str| -> Option<usize> {
            let value = object.get_attr(name, vm).ok()?;
            value.try_int(vm).ok()?.try_to_primitive(vm).ok()
        };
        let line = number("lineno").unwrap_or(1).max(1);
        let first = number("offset").unwrap_or(1).max(1);
        let text = source.split_inclusive('\n').nth(line - 1).unwrap_or("");
        let text = text.trim_end_matches(['\n', '\r']);
        let end = match number("end_lineno") {
            Some(end_line) if end_line == line => number("end_offset").unwrap_or(0),
            _ => 0,
        };
        let end = end.max(first + 1).min(text.chars().count() + 1).max(first);
        let before: usize = source
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let byte_at = |column: usize| {
            let place = text.char_indices().nth(column - 1);
            before + place.map_or(text.len(), |(byte, _)| byte)
        };
        let bytes = byte_at(first)..byte_at(end);
        let units = |byte: usize| source[..byte].encode_utf16().count();
        let said = object
            .get_attr("msg", vm)
            .and_then(|message| message.str(vm));
        let said = said.map(|message| message.to_string()).unwrap_or_default();
        let said = as_cpython_says(said, text.chars().nth(first - 1));
        // What comes from the compiler lacks the line, and has other words.
        let place = error.args().as_slice().get(1).cloned();
        let new_str = |text: &str| -> PyObjectRef { vm.ctx.new_str(text).into() };
        let args = [new_str(&said)].into_iter().chain(place).collect();
        let changed = [
            ("text", new_str(text)),
            ("msg", new_str(&said)),
            ("args", vm.ctx.new_tuple(args).into()),
        ];
        for (name, value) in changed {
            // An exception takes any of them.
            let _: PyResult<()> = object.set_attr(name, value, vm);
        }
        Misspelt {
            line,
            column: first,
            ranges: [bytes.clone(), units(bytes.start)..units(bytes.end)],
            message: format!("{}: {said}", error.class().name()),
            traceback: traceback(error, vm),
        }
    }

    /// It as the page lists it.
    pub fn located(self) -> Located {
        let [range, range_utf16] = self.ranges;
        Located {
            range,
            range_utf16,
            line: self.line,
            column: self.column,
            message: self.message,
        }
    }
}

fn execute(code: PyRef<PyCode>, source: &str, world: &World, vm: &VirtualMachine) -> PyResult<()> {
    let prepare = vm.import("_prepare", 0)?;
    let globals = vm.call_method(&prepare, "begin", (source, written(world)))?;
    vm.call_method(&prepare, "execute", (code, globals))?;
    Ok(())
}

/// What CPython says of a mistake at `character`, where the VM's parser has other words.
fn as_cpython_says(said: String, character: Option<char>) -> String {
    let is_foreign = |c: &char| !c.is_ascii() && !c.is_alphanumeric();
    match (said.as_str(), character.filter(is_foreign)) {
        ("unexpected indentation", _) => String::from("unexpected indent"),
        ("invalid syntax", Some(c)) => {
            format!("invalid character '{c}' (U+{:04X})", u32::from(c))
        }
        _ => said,
    }
}

/// A world as `_prepare` takes it.
pub(super) fn written(world: &World) -> String {
    serde_json::to_string(world).expect("plain data")
}

pub(super) fn traceback(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    let mut text = String::new();
    if vm.write_exception(&mut text, error).is_err() {
        text.push_str("an exception that cannot be written");
    }
    text
}

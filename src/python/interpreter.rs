use std::rc::Rc;

use rustpython_compiler_core::frozen::FrozenLib;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::compiler::Mode as CompileMode;
use rustpython_vm::{PyResult, VirtualMachine};

use super::interleave_module;
use super::program_run::{Group, ProgramRun, Shared, TaskOrigin};
use super::standing::FILE;
use crate::event_loop::Event;
use crate::run::{Mode, Output, Stream};

static LIBRARY: &FrozenLib =
    FrozenLib::from_ref(include_bytes!(concat!(env!("OUT_DIR"), "/library.frozen")));

/// CPython's own (`sys.getrecursionlimit()`).
const RECURSION_LIMIT: usize = 1000;

/// A Python interpreter that runs programs, one after another; none sees anything of those before.
pub struct Interpreter {
    interpreter: rustpython_vm::Interpreter,
}

/// What became of a run.
#[derive(Debug, Default)]
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
        let new = Interpreter { interpreter };
        new.interpreter.enter(|vm| {
            vm.recursion_limit.set(RECURSION_LIMIT);
            if let Err(error) = vm.import("_prepare", 0) {
                panic!("{}", traceback(&error, vm));
            }
        });
        new
    }

    /// Runs `source` in virtual time, to its end.
    pub fn predict(&self, source: &str, mode: Mode) -> Told {
        let run = Rc::new(ProgramRun::new(mode));
        run.during(|| {
            self.interpreter.enter(|vm| {
                if let Err(error) = execute(source, vm) {
                    let text = traceback(&error, vm);
                    run.write(Stream::Err, &text);
                }
            });
        });
        let (events, output) = run.take();
        Told {
            events,
            origins: run.origins(),
            groups: run.groups(),
            shared: run.shared(),
            output,
        }
    }
}

fn execute(source: &str, vm: &VirtualMachine) -> PyResult<()> {
    let prepare = vm.import("_prepare", 0)?;
    let globals = vm.call_method(&prepare, "begin", (source,))?;
    let code = vm
        .compile(source, CompileMode::Exec, FILE.to_owned())
        .map_err(|error| error.into_pyexception(vm, Some(source)))?;
    let done = vm.call_method(&prepare, "execute", (code, globals))?;
    let _ = done;
    Ok(())
}

fn traceback(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    let mut text = String::new();
    if vm.write_exception(&mut text, error).is_err() {
        text.push_str("an exception that cannot be written");
    }
    text
}

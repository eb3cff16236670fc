use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

/// What the user's program is called, in its code objects.
pub const FILE: &str = "main.py";

/// Where a task stands that waits: read from its coroutine and what that awaits.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The line of the program, from 1; 0 where none of it is on the way.
    pub line: u32,
    /// What is called there, by its name.
    pub what: String,
    /// The innermost module of the library.
    pub library: String,
    /// Whose method the innermost is.
    pub shared: Option<PyObjectRef>,
}

impl Standing {
    /// Where the task of `coroutine` stands.
    pub fn of(coroutine: &PyObject, vm: &VirtualMachine) -> Self {
        let mut standing = Standing::default();
        let mut at = Some(coroutine.to_owned());
        while let Some(awaiting) = at {
            let Some(kind) = Kind::of(&awaiting, vm) else {
                break;
            };
            if let Some(frame) = attribute(&awaiting, kind.frame, vm) {
                standing.enter(&frame, vm);
            }
            at = attribute(&awaiting, kind.awaited, vm);
        }
        standing
    }

    fn enter(&mut self, frame: &PyObject, vm: &VirtualMachine) {
        let Some(code) = attribute(frame, "f_code", vm) else {
            return;
        };
        let text = |name: &'static str| -> String {
            let value = attribute(&code, name, vm).and_then(|value| value.str(vm).ok());
            value.map(|value| value.to_string()).unwrap_or_default()
        };
        let file = text("co_filename");
        if file == FILE {
            let line = attribute(frame, "f_lineno", vm).and_then(|line| line.try_int(vm).ok());
            let line = line.and_then(|line| line.try_to_primitive::<u32>(vm).ok());
            *self = Standing {
                line: line.unwrap_or(0),
                ..Standing::default()
            };
            return;
        }
        let module = file
            .trim_start_matches("<frozen ")
            .trim_end_matches('>')
            .to_owned();
        let name = text("co_qualname");
        // What the program itself calls counts, unless that is only a way in or out.
        if self.what.is_empty() || self.what.contains("__a") {
            let package = module.split('.').next().unwrap_or_default();
            self.what = match name.contains('.') {
                true => name,
                false => format!("{package}.{name}"),
            };
        }
        let locals = attribute(frame, "f_locals", vm);
        self.shared = locals.and_then(|locals| locals.get_item("self", vm).ok());
        self.library = module;
    }
}

/// The attributes by which a thing tells where it stands and what it awaits.
struct Kind {
    frame: &'static str,
    awaited: &'static str,
}

impl Kind {
    fn of(awaiting: &PyObject, vm: &VirtualMachine) -> Option<Self> {
        let types = &vm.ctx.types;
        let class = awaiting.class();
        let (frame, awaited) = if class.is(types.coroutine_type) {
            ("cr_frame", "cr_await")
        } else if class.is(types.generator_type) {
            ("gi_frame", "gi_yieldfrom")
        } else if class.is(types.async_generator) {
            ("ag_frame", "ag_await")
        } else {
            return None;
        };
        Some(Kind { frame, awaited })
    }
}

fn attribute(object: &PyObject, name: &'static str, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let value = object.get_attr(name, vm).ok()?;
    (!vm.is_none(&value)).then_some(value)
}

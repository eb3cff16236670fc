//! The native module `_interleave`: what the Python modules in `lib/` have of the loop, the clock
//! and the output of the run that is going on.

pub(super) use module::{Loop, module_def};

#[rustpython_vm::pymodule(name = "_interleave")]
mod module {
    use std::cell::{Cell, RefCell};
    use std::fmt;
    use std::rc::Rc;

    use super::super::interpreter::with_vm;
    use rustpython_vm::builtins::{PyBaseExceptionRef, PyStrRef, PyType, PyTypeRef};
    use rustpython_vm::function::{ArgIntoFloat, FuncArgs};
    use rustpython_vm::types::{Constructor, PyTypeFlags, Representable};
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
    };

    use super::super::program_run::ProgramRun;
    use crate::event_loop::{EventLoop, TaskId};
    use crate::run::Stream;

    fn in_us(seconds: f64) -> u64 {
        (seconds * 1_000_000.0).round().max(0.0) as u64
    }

    /// A wait takes some time: who waits anew for the little that is left does get there.
    fn wait_in_us(seconds: f64) -> u64 {
        in_us(seconds).max(u64::from(seconds > 0.0))
    }

    fn in_seconds(time_us: u64) -> f64 {
        time_us as f64 / 1_000_000.0
    }

    /// The time since the run began, in seconds.
    #[pyfunction]
    fn now() -> f64 {
        in_seconds(ProgramRun::current().exact_us())
    }

    /// `time.sleep`, for what has been checked to be a number of seconds.
    #[pyfunction]
    fn hold(seconds: ArgIntoFloat, vm: &VirtualMachine) {
        ProgramRun::current().hold(wait_in_us(seconds.into_float()), vm);
    }

    /// Gives a class an attribute, be it one that nobody may change.
    #[pyfunction]
    fn change_class(
        class: PyTypeRef,
        name: PyStrRef,
        value: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let flags = &class.slots.flags;
        let immutable = PyTypeFlags::from_bits_retain(1 << PyTypeFlags::IMMUTABLETYPE);
        let before = flags.load();
        flags.remove_masked(immutable);
        let changed = class.as_object().set_attr(&*name, value, vm);
        flags.replace_masked(immutable, before);
        changed
    }

    /// The program is over.
    #[pyfunction]
    fn end() {
        ProgramRun::current().end();
    }

    /// Waits for a timer without giving the loop back, as in a sequential run.
    #[pyfunction]
    fn wait(seconds: ArgIntoFloat, vm: &VirtualMachine) {
        ProgramRun::current().wait(wait_in_us(seconds.into_float()), vm);
    }

    #[pyfunction]
    fn enter_thread(since: ArgIntoFloat) {
        ProgramRun::current().enter_thread(in_us(since.into_float()));
    }

    #[pyfunction]
    fn leave_thread() -> f64 {
        in_seconds(ProgramRun::current().leave_thread())
    }

    /// A thread runs what `future` is of, between two times in seconds since the run began.
    #[pyfunction]
    fn is_job(future: PyObjectRef, began: ArgIntoFloat, ends: ArgIntoFloat) {
        let (began_us, ends_us) = (in_us(began.into_float()), in_us(ends.into_float()));
        ProgramRun::current().is_job(&future, began_us, ends_us);
    }

    /// A thread begins what `future` is of, which had to wait for one.
    #[pyfunction]
    fn job_begins(future: PyObjectRef) {
        ProgramRun::current().job_begins(&future);
    }

    /// `future` has what its thread has come to.
    #[pyfunction]
    fn job_ended(future: PyObjectRef) {
        ProgramRun::current().job_ended(&future);
    }

    /// Waits without a loop until a time, in seconds since the run began.
    #[pyfunction]
    fn wait_until(time: ArgIntoFloat) {
        ProgramRun::current().wait_until(in_us(time.into_float()));
    }

    #[pyfunction]
    fn is_sequential() -> bool {
        ProgramRun::current().is_sequential()
    }

    #[pyfunction]
    fn write_out(text: PyStrRef) {
        ProgramRun::current().write(Stream::Out, &text.to_string_lossy());
    }

    #[pyfunction]
    fn write_err(text: PyStrRef) {
        ProgramRun::current().write(Stream::Err, &text.to_string_lossy());
    }

    /// A call that is to be made: what a handle and the loop's queue share.
    #[derive(Debug)]
    struct Call {
        /// None once it is taken back.
        callback: RefCell<Option<(PyObjectRef, Vec<PyObjectRef>)>>,
        context: Option<PyObjectRef>,
        event_loop: PyRef<Loop>,
    }

    /// `asyncio.Handle`.
    #[pyattr]
    #[pyclass(name = "Handle", module = "asyncio.events")]
    #[derive(Debug, PyPayload)]
    struct Handle {
        call: Rc<Call>,
        /// When it is due, in seconds since the run began, where it is a timer's. Here, and not in
        /// [`TimerHandle`], as both have to be aligned alike.
        when: f64,
    }

    impl Representable for Handle {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let asyncio = vm.import("asyncio.page_events", 0)?;
            let page_events = asyncio.get_attr("page_events", vm)?;
            let told = vm.call_method(&page_events, "_told", (zelf.to_owned(),))?;
            Ok(told.str(vm)?.to_string())
        }
    }

    #[pyclass(flags(BASETYPE, HAS_WEAKREF), with(Representable))]
    impl Handle {
        #[pymethod]
        fn cancel(zelf: &Py<Self>) {
            let taken = zelf.call.callback.take();
            drop(taken);
        }

        #[pymethod]
        fn cancelled(zelf: &Py<Self>) -> bool {
            zelf.call.callback.borrow().is_none()
        }

        #[pymethod]
        fn get_context(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            zelf.call.context.clone().unwrap_or_else(|| vm.ctx.none())
        }

        #[pygetset]
        fn _callback(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let callback = zelf.call.callback.borrow();
            let callback = callback.as_ref().map(|(callback, _)| callback.clone());
            callback.unwrap_or_else(|| vm.ctx.none())
        }

        #[pygetset]
        fn _args(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let callback = zelf.call.callback.borrow();
            let args = callback.as_ref().map(|(_, args)| args.clone());
            args.map_or_else(|| vm.ctx.none(), |args| vm.ctx.new_tuple(args).into())
        }

        #[pygetset]
        fn _cancelled(zelf: &Py<Self>) -> bool {
            Self::cancelled(zelf)
        }

        #[pygetset]
        fn _loop(zelf: &Py<Self>) -> PyObjectRef {
            zelf.call.event_loop.clone().into()
        }

        #[pygetset]
        fn _source_traceback(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.none()
        }
    }

    /// `asyncio.TimerHandle`.
    #[pyattr]
    #[pyclass(name = "TimerHandle", module = "asyncio.events", base = Handle)]
    #[derive(Debug)]
    struct TimerHandle {
        base: Handle,
    }

    #[pyclass(flags(BASETYPE, HAS_WEAKREF))]
    impl TimerHandle {
        #[pymethod]
        fn when(zelf: &Py<Self>) -> f64 {
            zelf.base.when
        }

        #[pygetset]
        fn _when(zelf: &Py<Self>) -> f64 {
            zelf.base.when
        }
    }

    /// The native half of the event loop's class: its queue, its timers, its iterations.
    #[pyattr]
    #[pyclass(name = "Loop", module = "_interleave")]
    #[derive(PyPayload)]
    pub(in crate::python) struct Loop {
        pub(in crate::python) inner: EventLoop,
        run: Rc<ProgramRun>,
        closed: Cell<bool>,
        /// What a callback has raised that ends the loop.
        pub(in crate::python) raised: RefCell<Option<PyBaseExceptionRef>>,
        /// `contextvars.copy_context`, and the types of a task's two callbacks.
        known: Known,
    }

    impl Loop {
        /// The loop ends with this exception, after this iteration at the latest.
        fn raise(&self, error: PyBaseExceptionRef) {
            self.raised.replace(Some(error));
            self.inner.stop();
        }
    }

    struct Known {
        copy_context: PyObjectRef,
        step: PyObjectRef,
        wakeup: PyObjectRef,
    }

    impl fmt::Debug for Loop {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.debug_struct("Loop").finish_non_exhaustive()
        }
    }

    impl Constructor for Loop {
        type Args = FuncArgs;

        fn py_new(_cls: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
            let asyncio = vm.import("_asyncio", 0)?;
            let known = Known {
                copy_context: vm.import("_contextvars", 0)?.get_attr("copy_context", vm)?,
                step: asyncio.get_attr("TaskStepMethWrapper", vm)?,
                wakeup: asyncio.get_attr("TaskWakeupMethWrapper", vm)?,
            };
            let run = ProgramRun::current();
            Ok(Loop {
                inner: run.new_loop(),
                run,
                closed: Cell::new(false),
                raised: RefCell::default(),
                known,
            })
        }
    }

    #[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
    impl Loop {
        #[pymethod]
        fn time(zelf: &Py<Self>) -> f64 {
            in_seconds(zelf.run.exact_us())
        }

        #[pygetset]
        fn _closed(zelf: &Py<Self>) -> bool {
            zelf.closed.get()
        }

        #[pygetset(setter)]
        fn set__closed(zelf: &Py<Self>, closed: bool) {
            zelf.closed.set(closed);
        }

        #[pymethod]
        fn call_soon(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let call = Self::call(&zelf, args, 0, vm)?;
            Self::enqueue(&zelf, &call, vm)?;
            let when = in_seconds(zelf.run.time_us());
            Ok(Handle { call, when }.into_ref(&vm.ctx).into())
        }

        #[pymethod]
        fn call_soon_threadsafe(
            zelf: PyRef<Self>,
            args: FuncArgs,
            vm: &VirtualMachine,
        ) -> PyResult {
            if zelf.run.is_in_thread() {
                // The loop hears of it when the thread's clock says so.
                let when = in_seconds(zelf.run.time_us());
                return Self::timer_at(&zelf, when, Self::call(&zelf, args, 0, vm)?, vm);
            }
            Self::call_soon(zelf, args, vm)
        }

        #[pymethod]
        fn call_later(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let delay = Self::time_of(&args, "call_later", "delay", vm)?;
            let when_us = zelf.run.time_us().saturating_add(wait_in_us(delay));
            Self::set_timer(&zelf, in_seconds(when_us), args, vm)
        }

        #[pymethod]
        fn call_at(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let when = Self::time_of(&args, "call_at", "when", vm)?;
            Self::set_timer(&zelf, when, args, vm)
        }

        /// Has whoever drives the loop end it after this iteration.
        #[pymethod]
        fn _stop(zelf: &Py<Self>) {
            zelf.inner.stop();
        }

        /// One iteration, after the wait for the next timer where nothing is ready.
        #[pymethod]
        fn _run_once(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<()> {
            let inner = &zelf.inner;
            if zelf.run.is_over() {
                return Err(super::dead_end(vm));
            }
            if !inner.is_ready()
                && !zelf
                    .as_object()
                    .get_attr("_stopping", vm)?
                    .try_to_bool(vm)?
            {
                let Some(when_us) = inner.next_timer_us() else {
                    zelf.run.dead_end(inner);
                    return Err(super::dead_end(vm));
                };
                zelf.run.wait_until(when_us);
            }
            let outer = zelf.run.begin_iteration(inner);
            let mut raised = None;
            for _ in 0..inner.begin_iteration() {
                inner.run_handle();
                raised = zelf.raised.take();
                if raised.is_some() {
                    break;
                }
            }
            zelf.run.end_iteration(inner, outer);
            raised.map_or(Ok(()), Err)
        }

        fn time_of(
            args: &FuncArgs,
            method: &str,
            name: &str,
            vm: &VirtualMachine,
        ) -> PyResult<f64> {
            let Some(time) = args.args.first() else {
                let message =
                    format!("{method}() missing 1 required positional argument: '{name}'");
                return Err(vm.new_type_error(message));
            };
            if vm.is_none(time) {
                return Err(vm.new_type_error(format!("{name} cannot be None")));
            }
            Ok(time.try_float(vm)?.to_f64())
        }

        fn set_timer(
            zelf: &PyRef<Self>,
            when: f64,
            args: FuncArgs,
            vm: &VirtualMachine,
        ) -> PyResult {
            let call = Self::call(zelf, args, 1, vm)?;
            Self::timer_at(zelf, when, call, vm)
        }

        fn timer_at(
            zelf: &PyRef<Self>,
            when: f64,
            call: Rc<Call>,
            vm: &VirtualMachine,
        ) -> PyResult {
            let when_us = in_us(when);
            zelf.run.timer_set(when_us);
            let due = call.clone();
            zelf.inner
                .call_at(when_us, move || with_vm(|vm| run(&due, vm)));
            let handle = TimerHandle {
                base: Handle {
                    call,
                    when: in_seconds(when_us),
                },
            };
            Ok(handle.into_ref(&vm.ctx).into())
        }

        /// The call of the arguments from the `first` on.
        fn call(
            zelf: &PyRef<Self>,
            mut args: FuncArgs,
            first: usize,
            vm: &VirtualMachine,
        ) -> PyResult<Rc<Call>> {
            if zelf.closed.get() {
                return Err(vm.new_runtime_error("Event loop is closed".to_owned()));
            }
            let mut given = args.args.split_off(first.min(args.args.len())).into_iter();
            let Some(callback) = given.next() else {
                let message = "a call on the loop needs a callback";
                return Err(vm.new_type_error(message.to_owned()));
            };
            let context = args
                .take_keyword("context")
                .filter(|context| !vm.is_none(context));
            let context = match context {
                // A task's step enters the task's own.
                None if callback.class().is(&zelf.known.step) => None,
                None => Some(zelf.known.copy_context.call((), vm)?),
                Some(context) => Some(context),
            };
            Ok(Rc::new(Call {
                callback: RefCell::new(Some((callback, given.collect()))),
                context,
                event_loop: zelf.clone(),
            }))
        }

        /// Puts a call into the ready queue: as a step of a task, where it is one.
        fn enqueue(zelf: &PyRef<Self>, call: &Rc<Call>, vm: &VirtualMachine) -> PyResult<()> {
            let call = call.clone();
            match Self::stepped(zelf, &call, vm)? {
                Some((id, task)) => {
                    let zelf = zelf.clone();
                    zelf.inner.clone().call_step_soon(id, move || {
                        with_vm(|vm| {
                            zelf.run.step_begins(&zelf.inner, id);
                            run(&call, vm);
                            if let Err(error) = zelf.run.step_ended(&zelf.inner, id, &task, vm) {
                                zelf.raise(error);
                            }
                        });
                    });
                }
                None => zelf.inner.call_soon(move || with_vm(|vm| run(&call, vm))),
            }
            Ok(())
        }

        /// The task that a call is a step of.
        fn stepped(
            zelf: &PyRef<Self>,
            call: &Call,
            vm: &VirtualMachine,
        ) -> PyResult<Option<(TaskId, PyObjectRef)>> {
            let callback = call.callback.borrow();
            let Some((callback, args)) = &*callback else {
                return Ok(None);
            };
            let class = callback.class();
            if class.is(&zelf.known.step) {
                let task = callback.get_attr("__self__", vm)?;
                let id = zelf.run.task(&zelf.inner, &task, vm)?;
                return Ok(id.map(|id| (id, task)));
            }
            if class.is(&zelf.known.wakeup) {
                return Ok(args.first().and_then(|future| zelf.run.woken_by(future)));
            }
            Ok(None)
        }
    }

    /// `Handle._run`.
    fn run(call: &Rc<Call>, vm: &VirtualMachine) {
        let Some((callback, args)) = call.callback.borrow().clone() else {
            return;
        };
        let result = match &call.context {
            None => callback.call(args.clone(), vm),
            Some(context) => {
                let mut all = vec![callback.clone()];
                all.extend(args.iter().cloned());
                vm.call_method(context, "run", all)
            }
        };
        let Err(error) = result else { return };
        let exceptions = &vm.ctx.exceptions;
        let ends = error.fast_isinstance(exceptions.system_exit)
            || error.fast_isinstance(exceptions.keyboard_interrupt);
        let raised = if ends {
            Err(error)
        } else {
            let args = vm.ctx.new_tuple(args);
            let handle = Handle {
                call: call.clone(),
                when: 0.0,
            };
            let told = (callback, args, error, handle.into_ref(&vm.ctx));
            vm.call_method(call.event_loop.as_object(), "_callback_failed", told)
        };
        if let Err(error) = raised {
            call.event_loop.raise(error);
        }
    }
}

use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyBaseExceptionRef;

/// What ends a program that waits for ever: no `except Exception` is to catch it.
pub(super) fn dead_end(vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_exception_msg(
        vm.ctx.exceptions.system_exit.to_owned(),
        "nothing is ready and no timer is set".to_owned().into(),
    )
}

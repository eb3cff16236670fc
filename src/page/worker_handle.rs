use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker, WorkerOptions};
use yew::Callback;

use super::later;
use super::worker_watch::WorkerWatch;
use crate::event_loop::browser::now_ms;
use crate::export::WrittenAs;
use crate::worker::{Failure, PYTHON_MEMORY_MB, Report, Request, life, wire};

/// What the worker for task graphs begins with, `static/worker.js`.
const TASK_GRAPH_SCRIPT: &str = "worker.js";

/// What the worker for Python programs begins with, where `./dev python` has built it.
const PYTHON_SCRIPT: &str = "python/python.js";

#[wasm_bindgen]
extern "C" {
    type ImportMeta;

    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;

    /// Of the page's script, which wasm-bindgen makes.
    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static META: ImportMeta;
}

thread_local! {
    /// How many workers have not loaded.
    static NOT_LOADED: Cell<u32> = const { Cell::new(0) };
}

/// A worker of the page's. Dropping it ends the worker at once, even while it computes. Whatever
/// befalls the worker is reported as its failure, once, and nothing after that.
pub struct WorkerHandle {
    connection: Rc<Connection>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

/// What is between the page and a worker.
struct Connection {
    worker: Option<Worker>,
    written_as: WrittenAs,
    /// The worker's own, and its lock's.
    name: String,
    /// What is for it once it listens; none once it does.
    waiting: RefCell<Option<Vec<Request>>>,
    watch: WorkerWatch,
    has_failed: Cell<bool>,
    on_report: Callback<Report>,
}

impl WorkerHandle {
    /// Starts a worker for programs of a kind; `on_report` is called with whatever it reports.
    pub fn spawn(written_as: WrittenAs, on_report: Callback<Report>) -> Self {
        let name = format!("interleave {} {}", now_ms(), js_sys::Math::random());
        let options = WorkerOptions::new();
        options.set_name(&name);
        let connection = Rc::new_cyclic(|connection: &Weak<Connection>| {
            let connection = connection.clone();
            Connection {
                worker: start(written_as, &options).ok(),
                written_as,
                name,
                waiting: RefCell::new(Some(Vec::new())),
                watch: WorkerWatch::new(written_as, move |why| fail(&connection, why)),
                has_failed: Cell::new(false),
                on_report,
            }
        });
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let connection = connection.clone();
            move |event: MessageEvent| match wire::unpacked(event.data()) {
                Some(report) => connection.report(report),
                None => connection.report(Report::Failed(Failure::Garbled)),
            }
        });
        let on_error = Closure::<dyn Fn(Event)>::new({
            let connection = connection.clone();
            move |event: Event| {
                event.prevent_default();
                connection.report(Report::Failed(connection.failure(&event)));
            }
        });
        match &connection.worker {
            Some(worker) => {
                worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
                worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            }
            None => connection.report(Report::Failed(Failure::NoWorkers)),
        }
        WorkerHandle {
            connection,
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Sends a request, as soon as the worker listens.
    pub fn send(&self, request: Request) {
        let connection = &self.connection;
        if request.is_answered() {
            connection.watch.asked();
        }
        match &mut *connection.waiting.borrow_mut() {
            Some(waiting) => waiting.push(request),
            None => connection.post(&request),
        }
    }
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.connection.has_failed.set(true);
        self.connection.watch.end();
        if let Some(worker) = &self.connection.worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

impl Connection {
    fn report(self: &Rc<Self>, report: Report) {
        if self.has_failed.get() {
            return;
        }
        self.watch.heard(&report);
        match &report {
            Report::Loaded { is_locked } => {
                if *is_locked {
                    let connection = Rc::downgrade(self);
                    life::await_death(&self.name, move || fail(&connection, Failure::Ended));
                }
                let waiting = self.waiting.take().unwrap_or_default();
                waiting.iter().for_each(|request| self.post(request));
            }
            Report::Failed(_) => {
                if self.waiting.borrow().is_some() {
                    NOT_LOADED.set(NOT_LOADED.get() + 1);
                }
                self.has_failed.set(true);
                self.watch.end();
            }
            _ => {}
        }
        self.on_report.emit(report);
    }

    fn post(&self, request: &Request) {
        if let Some(worker) = &self.worker {
            // Bytes can always be cloned, the only thing that could go wrong here.
            let _: Result<(), JsValue> = worker.post_message(&wire::packed(request));
        }
    }

    /// What an error is that nothing in the worker has caught.
    fn failure(&self, event: &Event) -> Failure {
        let error = event.dyn_ref::<ErrorEvent>();
        match error {
            // What is mistaken later than that was there.
            _ if self.waiting.borrow().is_some() => Failure::NotLoaded,
            None => Failure::NotLoaded,
            Some(error) if is_abort(&error.message()) => Failure::OutOfMemory {
                megabytes: (self.written_as == WrittenAs::Python).then_some(PYTHON_MEMORY_MB),
            },
            Some(error) => Failure::Panicked(error.message()),
        }
    }
}

fn fail(connection: &Weak<Connection>, why: Failure) {
    if let Some(connection) = connection.upgrade() {
        connection.report(Report::Failed(why));
    }
}

fn start(written_as: WrittenAs, options: &WorkerOptions) -> Result<Worker, JsValue> {
    let begin = |script| Worker::new_with_options(&address(script), options);
    match written_as {
        WrittenAs::TaskGraph => {
            let worker = begin(TASK_GRAPH_SCRIPT)?;
            // It runs the page's own program, as the browser has compiled it for the page.
            let program = Array::of2(&META.with(ImportMeta::url).into(), &wasm_bindgen::module());
            worker.post_message(&program)?;
            Ok(worker)
        }
        WrittenAs::Python => begin(PYTHON_SCRIPT),
    }
}

/// Where a worker's script is. After one that did not load it is asked for under a name of its own:
/// whatever may still hold up the file in the browser, which gives each name out once at a time, is
/// not waited for.
fn address(script: &str) -> String {
    let file = later::address(script);
    match NOT_LOADED.get() {
        0 => file,
        times => format!("{file}?again={times}"),
    }
}

/// Whether this is what a browser says of a worker that has stopped itself. One that is mistaken
/// has told so before; without a word it stops only where it is given no more memory.
fn is_abort(message: &str) -> bool {
    message.to_lowercase().contains("unreachable")
}

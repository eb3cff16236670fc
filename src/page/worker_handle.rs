use std::cell::RefCell;
use std::rc::Rc;

use gloo_worker::{Bincode, Codec};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};
use yew::Callback;

use super::later;
use crate::export::WrittenAs;
use crate::worker::{Failure, PYTHON_MEMORY_MB, Report, Request};

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

/// A worker of the page's. Dropping it ends the worker at once, even while it computes; that is
/// why it is not a bridge of gloo-worker's, which asks its worker to end and waits.
pub struct WorkerHandle {
    worker: Option<Worker>,
    state: Rc<RefCell<State>>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

enum State {
    /// It does not listen yet; these are for it.
    Loading(Vec<Request>),
    Listening,
}

impl WorkerHandle {
    /// Starts a worker for programs of a kind; `on_report` is called with whatever it reports.
    pub fn spawn(written_as: WrittenAs, on_report: Callback<Report>) -> Self {
        let state = Rc::new(RefCell::new(State::Loading(Vec::new())));
        let worker = start(written_as).ok();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let (worker, state, on_report) = (worker.clone(), state.clone(), on_report.clone());
            move |event: MessageEvent| {
                let report: Report = Bincode::decode(event.data());
                if matches!(report, Report::Loaded) {
                    let before = state.replace(State::Listening);
                    if let (Some(worker), State::Loading(requests)) = (&worker, before) {
                        requests.iter().for_each(|request| post(worker, request));
                    }
                }
                on_report.emit(report);
            }
        });
        let on_error = Closure::<dyn Fn(Event)>::new({
            let on_report = on_report.clone();
            let is_python = written_as == WrittenAs::Python;
            move |event: Event| {
                event.prevent_default();
                // Where its script can't be loaded, that is an event of no further kind.
                let why = match event.dyn_ref::<ErrorEvent>() {
                    Some(error) if is_abort(&error.message()) => Failure::OutOfMemory {
                        megabytes: is_python.then_some(PYTHON_MEMORY_MB),
                    },
                    Some(error) => Failure::Panicked(error.message()),
                    None => Failure::NoScript,
                };
                on_report.emit(Report::Failed(why));
            }
        });
        match &worker {
            Some(worker) => {
                worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
                worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            }
            None => {
                on_report.emit(Report::Failed(Failure::NoWorkers));
            }
        }
        WorkerHandle {
            worker,
            state,
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Sends a request, as soon as the worker listens.
    pub fn send(&self, request: Request) {
        match (&mut *self.state.borrow_mut(), &self.worker) {
            (State::Loading(requests), _) => requests.push(request),
            (State::Listening, Some(worker)) => post(worker, &request),
            (State::Listening, None) => {}
        }
    }
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

fn start(written_as: WrittenAs) -> Result<Worker, JsValue> {
    match written_as {
        WrittenAs::TaskGraph => {
            let worker = Worker::new(&later::address(TASK_GRAPH_SCRIPT))?;
            // It runs the page's own program, as the browser has compiled it for the page.
            let program = Array::of2(&META.with(ImportMeta::url).into(), &wasm_bindgen::module());
            worker.post_message(&program)?;
            Ok(worker)
        }
        WrittenAs::Python => Worker::new(&later::address(PYTHON_SCRIPT)),
    }
}

/// Whether this is what a browser says of a worker that has stopped itself. One that is mistaken
/// has told so before; without a word it stops only where it is given no more memory.
fn is_abort(message: &str) -> bool {
    message.to_lowercase().contains("unreachable")
}

fn post(worker: &Worker, request: &Request) {
    // Bytes can always be cloned, the only thing that could go wrong here.
    let _: Result<(), JsValue> = worker.post_message(&Bincode::encode(request));
}

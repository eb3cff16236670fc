use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::live::LiveRunner;
use super::predict::{predict, sweep};
use super::sketch::sketch;
use super::{Failure, Report, Request, life, wire};
use crate::what_if;

/// Answers the page's requests from now on; the whole life of a worker.
pub fn serve() {
    std::panic::set_hook(Box::new(|info| {
        send(&Report::Failed(Failure::Panicked(info.to_string())));
    }));
    let runner = Rc::new(RefCell::new(LiveRunner::default()));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // What is no request comes from nobody who waits for an answer.
        if let Some(request) = wire::unpacked(event.data()) {
            answer(request, &runner);
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    on_message.forget();
    be_there();
}

fn answer(request: Request, runner: &Rc<RefCell<LiveRunner>>) {
    let runner = &mut runner.borrow_mut();
    match request {
        Request::Predict {
            number,
            source,
            language,
            python,
            cores,
        } => predict(number, &source, language, python, cores),
        Request::Sketch { number, source } => sketch(number, &source),
        Request::Advise { number, source } => {
            let advice = what_if::advice(&source);
            send(&Report::Advised { number, advice });
        }
        Request::Sweep {
            number,
            source,
            knob,
            values,
        } => sweep(number, &source, &knob, &values),
        Request::PredictPython { .. } | Request::PreparePython { .. } => {}
        Request::Prepare { source, mode } => runner.prepare(&source, mode),
        Request::Go { start_ms, speed } => runner.go(start_ms, speed),
        Request::Pause => runner.set_paused(true),
        Request::Resume => runner.set_paused(false),
        Request::SetSpeed { speed } => runner.set_speed(speed),
    }
}

/// Tells the page that requests are taken from now on, and lets it know of the end of this worker.
pub(crate) fn be_there() {
    life::hold(&scope().name(), |is_locked| {
        send(&Report::Loaded { is_locked });
    });
}

/// Sends a report to the page.
pub(crate) fn send(report: &Report) {
    // The page ends a worker without asking it: nobody is there then to tell.
    let _: Result<(), JsValue> = scope().post_message(&wire::packed(report));
}

/// What a worker is for itself.
pub(crate) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

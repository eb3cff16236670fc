use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::live::{Asked, LiveRunner};
use super::{Interpreter, Misspelt, ToldProgram};
use crate::graph;
use crate::run::{Mode, World};
use crate::worker::{
    Failure, Mistaken, Outline, PYTHON_MEMORY_MB, Report, Request, be_there, scope, send, wire,
};

/// Answers the page's requests about Python programs from now on; the whole life of a worker.
pub fn serve() {
    std::panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        // What is given no more memory can't get a new stack either.
        send(&Report::Failed(match what.contains("unable to allocate") {
            true => Failure::OutOfMemory {
                megabytes: Some(PYTHON_MEMORY_MB),
            },
            false => Failure::Panicked(what),
        }));
    }));
    let interpreter = Rc::new(Interpreter::new());
    let runner = RefCell::new(LiveRunner::default());
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // What is no request comes from nobody who waits for an answer.
        if let Some(request) = wire::unpacked(event.data()) {
            answer(request, &interpreter, &mut runner.borrow_mut());
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    on_message.forget();
    be_there();
}

fn answer(request: Request, interpreter: &Rc<Interpreter>, runner: &mut LiveRunner) {
    match request {
        Request::PredictPython {
            number,
            source,
            world,
        } => predict(number, &source, &world, interpreter),
        Request::PreparePython {
            source,
            mode,
            world,
            is_unknown,
        } => {
            let asked = Asked {
                source,
                mode,
                world,
            };
            runner.prepare(asked, is_unknown, interpreter);
        }
        Request::Go { start_ms, speed } => runner.go(start_ms, speed, interpreter),
        Request::Pause => runner.set_paused(true),
        Request::Resume => runner.set_paused(false),
        Request::SetSpeed { speed } => runner.set_speed(speed),
        // They are about programs in the notation.
        Request::Predict { .. } | Request::Prepare { .. } => {}
        Request::Sketch { .. } | Request::Advise { .. } | Request::Sweep { .. } => {}
    }
}

/// As many events, or pieces of output, go into one message: few enough for the page to take in
/// between two frames.
const EVENTS_A_MESSAGE: usize = 16_384;

/// Predicts both runs of `source`, and reports them to the page bit by bit.
fn predict(number: u32, source: &str, world: &World, interpreter: &Interpreter) {
    let told = Mode::BOTH.map(|mode| (mode, interpreter.predict(source, mode, world)));
    let [(_, Ok(sequential)), (_, Ok(concurrent))] = &told else {
        let misspelt = told.into_iter().find_map(|(_, told)| told.err());
        let first = misspelt
            .map(Misspelt::located)
            .into_iter()
            .collect::<Vec<_>>();
        let count = first.len();
        let mistakes = Mistaken { first, count };
        return send(&Report::Mistaken { number, mistakes });
    };
    // What the concurrent run creates comes first.
    let runs = [concurrent, sequential];
    let program = ToldProgram::of(&runs);
    let outline = outline(&program);
    send(&Report::Outline { number, outline });
    for (place, (mode, told)) in [Mode::Concurrent, Mode::Sequential]
        .into_iter()
        .zip(runs)
        .enumerate()
    {
        for events in told.events.chunks(EVENTS_A_MESSAGE) {
            let events = program.record(place, events).into_iter().collect();
            send(&Report::Record {
                number,
                mode,
                events,
            });
        }
        for output in told.output.chunks(EVENTS_A_MESSAGE) {
            let output = program.output(place, output);
            send(&Report::Output {
                number,
                mode,
                output,
            });
        }
    }
    send(&Report::Predicted { number });
}

/// What the page is to know of a program.
pub(super) fn outline(program: &ToldProgram) -> Outline {
    Outline {
        layout: graph::layout(&program.program),
        program: program.program.clone(),
        node_lines: program.node_lines.clone(),
        python: None,
        sites: program.sites.clone(),
    }
}

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};
use wasm_bindgen_futures::spawn_local;

use super::interleave_module::{Loop, dead_end};
use super::interpreter::{traceback, written};
use super::program_run::ProgramRun;
use super::serve::outline;
use super::{Interpreter, Told, ToldProgram};
use crate::event_loop::Event;
use crate::event_loop::browser::{BrowserClock, ClockReading, Controls, drive_on, now_ms};
use crate::run::{Mode, Output, Stream, World};
use crate::worker::{Failure, Report, Silence, send};

/// Events reach the page at least this often, in milliseconds, as long as there are any.
const BATCH_MS: f64 = 50.0;

/// A run in which more happens is not recorded to its end: the page has to hold it all.
const MOST_EVENTS: usize = 1_000_000;

/// Runs Python programs live, one at a time.
#[derive(Default)]
pub(super) struct LiveRunner {
    prepared: Option<Prepared>,
    controls: Option<Controls>,
}

/// What is to be run.
pub(super) struct Asked {
    pub(super) source: String,
    pub(super) mode: Mode,
    pub(super) world: World,
}

struct Prepared {
    asked: Asked,
    /// Both runs as they are predicted, the concurrent one first: the page knows their tasks.
    predicted: [Told; 2],
}

impl LiveRunner {
    /// Predicts the program, so that its tasks are known before they are there, unless it
    /// `is_unknown`.
    pub(super) fn prepare(&mut self, asked: Asked, is_unknown: bool, interpreter: &Interpreter) {
        let predicted = [Mode::Concurrent, Mode::Sequential].map(|mode| match is_unknown {
            true => Ok(Told::default()),
            false => interpreter.predict(&asked.source, mode, &asked.world),
        });
        let [Ok(concurrent), Ok(sequential)] = predicted else {
            return send(&Report::Failed(Failure::Mistaken));
        };
        self.prepared = Some(Prepared {
            asked,
            predicted: [concurrent, sequential],
        });
        send(&Report::Prepared);
    }

    /// Runs the program that was prepared.
    pub(super) fn go(&mut self, start_ms: f64, speed: f64, interpreter: &Rc<Interpreter>) {
        let Some(prepared) = self.prepared.take() else {
            return;
        };
        let clock = Rc::new(BrowserClock::new(start_ms, speed));
        let controls = Controls::new(clock.clone());
        self.controls = Some(controls.clone());
        let run = Rc::new(ProgramRun::live(prepared.asked.mode, clock.clone()));
        run.make_current();
        let teller = Rc::new(Teller::new(run.clone(), clock.clone(), prepared.predicted));
        clock.before_hold({
            let teller = teller.clone();
            // What the program does after it takes as long as it takes.
            move |quiet_ms| teller.tell_news(quiet_ms)
        });
        let interpreter = interpreter.clone();
        spawn_local(async move {
            let play = Play {
                interpreter: &interpreter,
                run: &run,
                controls: &controls,
                teller: &teller,
            };
            play.whole(&prepared.asked).await;
            teller.tell(f64::INFINITY);
            send(&Report::Ended);
            // It holds the run, which holds the clock.
            clock.before_hold(|_| {});
        });
    }

    /// Stops the run's time, or lets it go on, and reports the moment at which that was.
    pub(super) fn set_paused(&self, paused: bool) {
        self.with_controls(|controls| controls.set_paused(paused));
    }

    /// Changes how fast the run's time passes, and reports the moment at which that was.
    pub(super) fn set_speed(&self, speed: f64) {
        self.with_controls(|controls| controls.set_speed(speed));
    }

    fn with_controls(&self, act: impl FnOnce(&Controls) -> ClockReading) {
        if let Some(controls) = &self.controls {
            send(&Report::Clock(act(controls)));
        }
    }
}

/// A program that runs live. Its module is a coroutine, which yields each loop that it runs, to be
/// driven until it stops.
struct Play<'a> {
    interpreter: &'a Interpreter,
    run: &'a Rc<ProgramRun>,
    controls: &'a Controls,
    teller: &'a Rc<Teller>,
}

impl Play<'_> {
    async fn whole(&self, asked: &Asked) {
        let started: PyResult = self.interpreter.enter(|vm| {
            let prepare = vm.import("_prepare", 0)?;
            let world = written(&asked.world);
            vm.call_method(&prepare, "play", (asked.source.as_str(), world))
        });
        let mut step = started.and_then(|module| self.step(&module, None));
        loop {
            match step {
                Ok(Next::Drive(module, event_loop)) => {
                    let raised = self.drive(&event_loop).await;
                    step = self.step(&module, raised);
                }
                Ok(Next::Over) => return,
                Err(error) => {
                    let text = self.interpreter.enter(|vm| traceback(&error, vm));
                    return self.run.write(Stream::Err, &text);
                }
            }
        }
    }

    /// Goes on with the module to the next loop that it runs.
    fn step(&self, module: &PyObjectRef, raised: Option<PyBaseExceptionRef>) -> PyResult<Next> {
        self.interpreter.enter(|vm| {
            let yielded = match raised {
                None => vm.call_method(module, "send", (vm.ctx.none(),)),
                Some(error) => vm.call_method(module, "throw", (error,)),
            };
            match PyIterReturn::from_pyresult(yielded, vm)? {
                PyIterReturn::Return(yielded) => match yielded.downcast::<Loop>() {
                    Ok(event_loop) => Ok(Next::Drive(module.clone(), event_loop)),
                    Err(other) => Err(not_a_loop(&other, vm)),
                },
                PyIterReturn::StopIteration(_) => Ok(Next::Over),
            }
        })
    }

    /// Drives a loop until it stops. Returns what ended it, if that was an exception.
    async fn drive(&self, event_loop: &PyRef<Loop>) -> Option<PyBaseExceptionRef> {
        let inner = &event_loop.inner;
        inner.forget_stop();
        let outer = self.run.begin_iteration(inner);
        let teller = self.teller.clone();
        let driven = drive_on(inner, self.controls, move |quiet_ms| teller.tell(quiet_ms)).await;
        self.run.end_iteration(inner, outer);
        if let Err(error) = driven {
            send(&Report::Failed(Failure::Unable(format!("{error:?}"))));
        }
        let raised = event_loop.raised.take();
        if raised.is_none() && !inner.stopping() {
            self.run.dead_end(inner);
            return Some(self.interpreter.enter(dead_end));
        }
        raised
    }
}

/// What a module does next.
enum Next {
    Drive(PyObjectRef, PyRef<Loop>),
    Over,
}

fn not_a_loop(other: &PyObjectRef, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let class = other.class().name().to_string();
    vm.new_runtime_error(format!("the module awaits what is no loop: {class}"))
}

/// Tells the page of a live run, in the terms of the program that it knows, or of a larger one.
struct Teller {
    run: Rc<ProgramRun>,
    clock: Rc<BrowserClock>,
    predicted: [Told; 2],
    told: RefCell<ToldSoFar>,
    silence: Silence,
    last_ms: Cell<f64>,
}

/// What the page has been told.
struct ToldSoFar {
    program: ToldProgram,
    size: (usize, usize, usize),
    /// All that has happened, for a page that has to begin anew.
    events: Vec<Event>,
    output: Vec<Output>,
}

/// The live run's place among those that the program is of.
const LIVE: usize = 2;

impl Teller {
    fn new(run: Rc<ProgramRun>, clock: Rc<BrowserClock>, predicted: [Told; 2]) -> Self {
        let nothing = Told::default();
        let program = ToldProgram::of(&[&predicted[0], &predicted[1], &nothing]);
        let told = ToldSoFar {
            program,
            size: run.size(),
            events: Vec::new(),
            output: Vec::new(),
        };
        Teller {
            run,
            clock,
            predicted,
            told: RefCell::new(told),
            silence: Silence::new(false),
            last_ms: Cell::new(now_ms()),
        }
    }

    /// Tells what is new, unless there will be another chance to do so in time: there won't be one
    /// for `quiet_ms` milliseconds.
    fn tell(&self, quiet_ms: f64) {
        self.silence.expect(quiet_ms);
        self.tell_news(quiet_ms);
    }

    /// As [`Teller::tell`], and says nothing of when there will be another chance.
    fn tell_news(&self, quiet_ms: f64) {
        let now = now_ms();
        if now + quiet_ms - self.last_ms.get() < BATCH_MS {
            return;
        }
        self.last_ms.set(now);
        let disturbances = self.clock.take_disturbances();
        if !disturbances.is_empty() {
            send(&Report::Disturbed(disturbances));
        }
        let (events, output) = self.run.take();
        if events.is_empty() && output.is_empty() {
            return;
        }
        let told = &mut *self.told.borrow_mut();
        let (events_before, output_before) = (told.events.len(), told.output.len());
        told.events.extend(events);
        told.output.extend(output);
        if told.events.len() > MOST_EVENTS {
            let most = MOST_EVENTS;
            return send(&Report::Failed(Failure::TooManyEvents { most }));
        }
        let has_outgrown = self.has_outgrown(told);
        if has_outgrown {
            send(&Report::Outgrown(outline(&told.program)));
        }
        let (first, first_output) = match has_outgrown {
            true => (0, 0),
            false => (events_before, output_before),
        };
        let events = told.program.record(LIVE, &told.events[first..]);
        send(&Report::Events(events.into_iter().collect()));
        let output = told.program.output(LIVE, &told.output[first_output..]);
        send(&Report::Wrote(output));
    }

    /// Takes in the run's new tasks. Says whether the page has to know of them.
    fn has_outgrown(&self, told: &mut ToldSoFar) -> bool {
        let size = self.run.size();
        if std::mem::replace(&mut told.size, size) == size {
            return false;
        }
        let live = self.run.told_so_far();
        let program = ToldProgram::of(&[&self.predicted[0], &self.predicted[1], &live]);
        let before = std::mem::replace(&mut told.program, program);
        before.program != told.program.program
    }
}

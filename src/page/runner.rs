use std::rc::Rc;

use gloo_timers::callback::Interval;
use yew::Callback;

use super::{Absences, LiveRun, RunState, WorkerHandle};
use crate::event_loop::Events;
use crate::event_loop::browser::{ClockReading, Disturbance, now_ms};
use crate::export::WrittenAs;
use crate::graph::Program;
use crate::run::{Mode, Output};
use crate::worker::{Report, Request};

/// How long before its start a run is announced to its workers, in milliseconds: time enough for
/// the message to arrive.
const LEAD_MS: f64 = 30.0;

/// While a run goes on, the page is told so this often, in milliseconds.
const TICK_MS: u32 = 100;

/// Runs a program live, sequentially and concurrently, each on a worker of its own, and holds
/// what is known of the run.
pub struct Runner {
    /// What the programs are written in that its workers run.
    written_as: WrittenAs,
    /// None where one has failed and nothing was to be run since.
    workers: Option<[WorkerHandle; 2]>,
    on_report: Callback<(Mode, Report)>,
    on_tick: Callback<()>,
    ticking: Option<Interval>,
    preparing: Option<Preparing>,
    live: Option<Rc<LiveRun>>,
    absences: Absences,
}

/// A run that waits for its workers to be ready.
struct Preparing {
    program: Rc<Program>,
    ready: [bool; 2],
}

impl Runner {
    /// A runner whose workers, for programs of a kind, stand by; those for Python, which are
    /// large, start with the first run. `on_report` gets what they report; `on_tick` is called
    /// again and again while a run goes on.
    pub fn new(
        written_as: WrittenAs,
        on_report: Callback<(Mode, Report)>,
        on_tick: Callback<()>,
    ) -> Self {
        let stand_by = written_as == WrittenAs::TaskGraph;
        Runner {
            written_as,
            workers: stand_by.then(|| spawn(written_as, &on_report)),
            on_report,
            on_tick,
            ticking: None,
            preparing: None,
            live: None,
            absences: Absences::watch(),
        }
    }

    /// The live run, or the last one, where there is one.
    pub fn live(&self) -> Option<&Rc<LiveRun>> {
        self.live.as_ref()
    }

    /// What it is doing.
    pub fn state(&self) -> RunState {
        match &self.live {
            None => RunState::Idle,
            Some(live) if live.is_over() => RunState::Over,
            Some(live) if live.is_paused() => RunState::Paused,
            Some(_) => RunState::Running,
        }
    }

    /// Whether a run waits for its workers to be ready.
    pub fn is_preparing(&self) -> bool {
        self.preparing.is_some()
    }

    /// Lets both workers, which are for programs of a kind, get ready to run what `request` asks
    /// for in a mode: `program`, as far as that is known.
    pub fn prepare(
        &mut self,
        written_as: WrittenAs,
        program: &Rc<Program>,
        request: impl Fn(Mode) -> Request,
    ) {
        self.stop();
        if std::mem::replace(&mut self.written_as, written_as) != written_as {
            self.workers = None;
        }
        self.preparing = Some(Preparing {
            program: program.clone(),
            ready: [false; 2],
        });
        let spawn = || spawn(written_as, &self.on_report);
        let workers = self.workers.get_or_insert_with(spawn);
        for (worker, mode) in workers.iter().zip(Mode::BOTH) {
            worker.send(request(mode));
        }
    }

    /// Takes note that one of the workers is ready. Once both are, they run from the same moment
    /// on, `speed` times as fast as real time.
    pub fn prepared(&mut self, mode: Mode, speed: f64) {
        let Some(preparing) = &mut self.preparing else {
            return;
        };
        for (ready, of) in preparing.ready.iter_mut().zip(Mode::BOTH) {
            *ready |= of == mode;
        }
        if preparing.ready == [true; 2] {
            let start_ms = now_ms() + LEAD_MS;
            let live = LiveRun::new(self.written_as, &preparing.program, start_ms, speed);
            self.preparing = None;
            self.live = Some(Rc::new(live));
            self.tell(Request::Go { start_ms, speed });
            let on_tick = self.on_tick.clone();
            self.ticking = Some(Interval::new(TICK_MS, move || on_tick.emit(())));
        }
    }

    /// Takes in what a worker has recorded.
    pub fn take_in(&mut self, mode: Mode, events: Events) {
        if let Some(live) = &self.live {
            live.extend(mode, events);
            if live.is_over() {
                self.ticking = None;
                // The memory that they took goes with them.
                if live.runs().are_large() && self.written_as == WrittenAs::TaskGraph {
                    self.workers = Some(spawn(self.written_as, &self.on_report));
                }
            }
        }
    }

    /// Takes note that a Python program has come to its end.
    pub fn end(&mut self, mode: Mode) {
        if let Some(live) = &self.live {
            live.end(mode);
            if live.is_over() {
                self.ticking = None;
            }
        }
    }

    /// Takes in what a Python program has written.
    pub fn take_in_output(&self, output: &[Output]) {
        if let Some(live) = &self.live {
            live.write(output);
        }
    }

    /// A worker reports all that it has reported anew.
    pub fn restart(&self, mode: Mode) {
        if let Some(live) = &self.live {
            live.restart(mode);
        }
    }

    /// The program has tasks now that were not known before.
    pub fn outgrown(&mut self, program: &Rc<Program>) {
        let outgrown = self.live.as_ref().map(|live| live.outgrown(program));
        self.live = outgrown.map(Rc::new);
    }

    /// Takes in what a worker's clock shows.
    pub fn set_clock(&self, mode: Mode, reading: ClockReading) {
        if let Some(live) = &self.live {
            live.set_clock(mode, reading);
        }
    }

    /// Takes in what has disturbed a run, and where the page was then.
    pub fn disturbed(&self, mode: Mode, disturbances: Vec<Disturbance>) {
        if let Some(live) = &self.live {
            let known = disturbances.into_iter().map(|each| Disturbance {
                absence: self.absences.during(each.real()),
                ..each
            });
            live.disturb(mode, known);
        }
    }

    /// Stops the run's time, or lets it go on.
    pub fn set_paused(&self, paused: bool) {
        if let Some(live) = self.going_on() {
            live.set_paused(paused);
            self.tell(match paused {
                true => Request::Pause,
                false => Request::Resume,
            });
        }
    }

    /// From now on the run's time passes `speed` times as fast as real time.
    pub fn set_speed(&self, speed: f64) {
        if let Some(live) = self.going_on() {
            live.set_speed(speed);
            self.tell(Request::SetSpeed { speed });
        }
    }

    /// Ends the run at once, whatever its workers do, and forgets it.
    pub fn stop(&mut self) {
        if self.workers.is_some() && (self.preparing.is_some() || self.going_on().is_some()) {
            self.workers = Some(spawn(self.written_as, &self.on_report));
        }
        self.ticking = None;
        self.preparing = None;
        self.live = None;
    }

    /// Takes note that a worker can't go on: ends the run, and forgets it. Says whether there was
    /// one; one that is over stays.
    pub fn failed(&mut self) -> bool {
        self.workers = None;
        let has_ended = self.preparing.is_some() || self.going_on().is_some();
        if has_ended {
            self.stop();
        }
        has_ended
    }

    /// The live run, where it is not over.
    fn going_on(&self) -> Option<&Rc<LiveRun>> {
        self.live.as_ref().filter(|live| !live.is_over())
    }

    fn tell(&self, request: Request) {
        for worker in self.workers.iter().flatten() {
            worker.send(request.clone());
        }
    }
}

fn spawn(written_as: WrittenAs, on_report: &Callback<(Mode, Report)>) -> [WorkerHandle; 2] {
    Mode::BOTH.map(|mode| {
        let on_report = on_report.reform(move |report| (mode, report));
        WorkerHandle::spawn(written_as, on_report)
    })
}

//! The live run, and the moment that is shown.

use super::App;
use crate::export::WrittenAs;
use crate::page::{Playhead, RunState, Speed, Step};
use crate::run::Mode;
use crate::words::page as words;
use crate::worker::{Report, Request};

impl App {
    pub(super) fn run(&mut self) {
        if self.unpredicted && !self.is_predicting() {
            // Another worker may do better.
            self.ask();
        }
        if self.is_predicting() {
            self.run_wanted = true;
            return;
        }
        if !self.is_stale() {
            self.failure_is_over();
        }
        if let Some(predicted) = &self.predicted
            && !self.is_stale()
        {
            let program = predicted.program();
            self.playhead = Playhead::default();
            let source = || predicted.source.to_string();
            let written_as = self.text.written_as();
            self.runner
                .prepare(written_as, program, |mode| match written_as {
                    WrittenAs::TaskGraph => Request::Prepare {
                        source: source(),
                        mode,
                    },
                    WrittenAs::Python => Request::PreparePython {
                        source: source(),
                        mode,
                        world: self.world.clone(),
                        is_unknown: self.obstacle.is_some(),
                    },
                });
        }
    }

    pub(super) fn running(&mut self, mode: Mode, report: Report) -> bool {
        match report {
            Report::Prepared => self.runner.prepared(mode, self.factor()),
            Report::Events(events) => {
                self.runner.take_in(mode, events);
                // What goes on is shown at the next tick: events come far more often.
                if self.runner.state() != RunState::Over {
                    return false;
                }
                self.tick();
            }
            Report::Wrote(output) => {
                if mode == Mode::Concurrent {
                    self.runner.take_in_output(&output);
                    self.tick();
                }
            }
            Report::Ended => {
                self.runner.end(mode);
                self.tick();
            }
            Report::Outgrown(outline) => {
                self.runner.restart(mode);
                self.outgrown(outline);
            }
            Report::Clock(reading) => {
                self.runner.set_clock(mode, reading);
                self.tick();
            }
            Report::Disturbed(disturbances) => {
                self.runner.disturbed(mode, disturbances);
                self.tick();
            }
            Report::Failed(why) => {
                if !self.runner.failed() {
                    // Others are ready for the next run.
                    return false;
                }
                self.say_failure(move |language| {
                    let why = words::run_stopped(language, &why.say(language));
                    words::text_as_it_was(language, &why)
                });
            }
            _ => return false,
        }
        true
    }

    pub(super) fn reset(&mut self) {
        self.run_wanted = false;
        self.playhead = Playhead::default();
        self.runner.stop();
    }

    pub(super) fn factor(&self) -> f64 {
        let sequential_us = self
            .predicted
            .as_ref()
            .map_or(0, |p| p.runs.sequential.makespan_us());
        match (sequential_us, self.speed) {
            // How long it will last is not known: as long as it does.
            (0, Speed::FIT) if self.is_python() => 1.0,
            (_, speed) => speed.factor(sequential_us),
        }
    }

    pub(super) fn tick(&mut self) {
        self.tick = self.tick.wrapping_add(1);
    }

    /// The moment that is shown: the one that was chosen, or where the live run is.
    pub(super) fn now_us(&self) -> u64 {
        let live = self.runner.live();
        let live_us = || live.map_or(0, |live| live.time_us(Mode::Concurrent));
        self.shown_us().unwrap_or_else(live_us)
    }

    /// The moment that was chosen, or that of the output that is pointed at.
    pub(super) fn shown_us(&self) -> Option<u64> {
        self.pointed_us.or(self.playhead.at_us)
    }

    pub(super) fn step(&mut self, way: Step) {
        let live = self.runner.live().map(|live| live.runs());
        let predicted = self.predicted.as_ref().map(|predicted| &*predicted.runs);
        if let Some(runs) = live.as_deref().or(predicted) {
            let from = match self.playhead.at_us {
                None if live.is_some() => Playhead::at(Some(self.now_us())),
                _ => self.playhead,
            };
            self.playhead = from.step(&runs.record, way);
        }
    }
}

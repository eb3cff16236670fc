//! The two kinds of programs, of which one is shown, and what concerns those in Python alone.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Msg};
use crate::event_loop::TaskId;
use crate::export::WrittenAs;
use crate::gallery::Example;
use crate::graph::{Program, TaskIndex};
use crate::lettering::quantity::plain_duration;
use crate::page::program_link::View;
use crate::page::{
    Compared, Kept, LiveRun, OutputLog, OutputOf, PATIENCE_MS, Playhead, Pointed, Predicted,
    ProgramText, PythonTime, Side, Standing, WantedLine, kept_world, saved_program,
};
use crate::run::{Mode, World};
use crate::words::{Language, python as words};
use crate::worker::{Failure, Mistaken, Outline, Request};

/// What is known of the program that is not shown.
pub struct Hidden {
    text: ProgramText,
    side: Side,
    example: Option<&'static Example>,
    mistakes: Rc<Mistaken>,
    predicted: Option<Predicted>,
    unpredicted: bool,
    kept: Option<Rc<Kept>>,
    compared: Option<Rc<Compared>>,
}

impl Hidden {
    pub fn new(text: ProgramText) -> Self {
        Hidden {
            side: Side::first(text.written_as()),
            text,
            example: None,
            mistakes: Rc::default(),
            predicted: None,
            unpredicted: false,
            kept: None,
            compared: None,
        }
    }

    pub fn text(&self) -> &ProgramText {
        &self.text
    }

    pub fn save(&mut self) {
        self.text.save();
    }

    pub fn kept_elsewhere(&mut self) {
        self.text.kept_elsewhere();
    }

    pub fn speak(&mut self, language: Language) {
        self.text.speak(language);
    }
}

/// What stands in the way of predicting a Python program.
pub enum Obstacle {
    /// It computes for too long.
    GivenUp,
    /// Python can't go on.
    Failed(Failure),
}

impl Obstacle {
    fn say(&self, language: Language) -> String {
        match self {
            Obstacle::GivenUp => {
                let limit = plain_duration(u64::from(PATIENCE_MS) * 1_000);
                words::given_up(language, &limit)
            }
            Obstacle::Failed(why @ (Failure::NotLoaded | Failure::NoWorkers)) => {
                words::not_loaded(language, &why.say(language))
            }
            Obstacle::Failed(why) => words::failed(language, &why.say(language)),
        }
    }
}

impl App {
    pub(super) fn is_python(&self) -> bool {
        self.text.written_as() == WrittenAs::Python
    }

    /// Shows the program of a kind.
    pub(super) fn show(&mut self, written_as: WrittenAs) {
        if written_as == self.text.written_as() {
            return;
        }
        self.predictor.forget();
        self.python.forget();
        self.arriving = None;
        self.reset();
        self.stretching = None;
        self.pointed = None;
        self.pointed_line = None;
        self.pointed_us = None;
        self.notice = None;
        let hidden = &mut self.hidden;
        std::mem::swap(&mut self.text, &mut hidden.text);
        std::mem::swap(&mut self.side, &mut hidden.side);
        std::mem::swap(&mut self.example, &mut hidden.example);
        std::mem::swap(&mut self.mistakes, &mut hidden.mistakes);
        std::mem::swap(&mut self.predicted, &mut hidden.predicted);
        std::mem::swap(&mut self.unpredicted, &mut hidden.unpredicted);
        std::mem::swap(&mut self.kept, &mut hidden.kept);
        std::mem::swap(&mut self.compared, &mut hidden.compared);
        self.is_python_open |= self.is_python();
        if self.view == View::Page {
            saved_program::save_open(written_as);
        }
        self.ask();
    }

    pub(super) fn ask_python(&mut self, source: String) {
        let world = self.world.clone();
        self.python.ask(move |number| Request::PredictPython {
            number,
            source,
            world,
        });
    }

    /// Python programs live in another world from now on.
    pub(super) fn change_world(&mut self, world: World) {
        if world != self.world {
            self.world = world;
            kept_world::keep(&self.world);
            self.ask();
        }
    }

    /// A time has come that Python's predictor has waited for.
    pub(super) fn python_time(&mut self, time: PythonTime) {
        if self.python.come(time) && self.is_python() {
            self.arriving = None;
            self.obstacle = Some(Obstacle::GivenUp);
            self.predict_nothing();
        }
    }

    /// What the program does is known only once it runs.
    fn predict_nothing(&mut self) {
        self.runner.stop();
        self.pointed = None;
        self.playhead = Playhead::default();
        self.predicted = Some(Predicted::unknown(self.text.get().clone()));
        self.mistakes = Rc::default();
        self.unpredicted = false;
        self.compare();
        if std::mem::take(&mut self.run_wanted) {
            self.run();
        }
    }

    pub(super) fn python_failed(&mut self, why: Failure) {
        if !self.python.failed() {
            // Another worker answers the next question.
            return;
        }
        self.obstacle = Some(Obstacle::Failed(why));
        self.not_predicted();
    }

    /// A live run has more tasks than were known, or they do more than was known.
    pub(super) fn outgrown(&mut self, outline: Outline) {
        let Some(predicted) = &self.predicted else {
            return;
        };
        // Both runs tell so, each by itself.
        let size = |program: &Program| {
            let steps: usize = program.nodes().iter().map(|node| node.steps.len()).sum();
            (program.task_count(), steps)
        };
        if size(&outline.program) > size(predicted.program()) {
            let outgrown = predicted.outgrown(outline);
            self.runner.outgrown(outgrown.program());
            self.predicted = Some(outgrown);
            self.compare();
            self.tick();
        }
    }

    /// A line of output is pointed at, or none any more.
    pub(super) fn point_output(&mut self, pointed: Option<(u64, Option<TaskId>)>) {
        self.pointed_us = pointed.map(|(time_us, _)| time_us);
        let task = pointed.and_then(|(_, task)| task);
        self.pointed = task.and_then(|task| self.task_of(task)).map(Pointed::Task);
    }

    /// Which task of the program that is which the concurrent run's loop calls so.
    fn task_of(&self, task: TaskId) -> Option<TaskIndex> {
        match (self.runner.live(), &self.predicted) {
            (Some(live), _) => live.runs().concurrent.task_of(task),
            (None, Some(predicted)) => predicted.runs.concurrent.task_of(task),
            (None, None) => None,
        }
    }

    pub(super) fn go_to_line(&mut self, line: usize) {
        let number = self.wanted_line.map_or(0, |before| before.number + 1);
        self.wanted_line = Some(WantedLine { line, number });
    }

    /// Puts a task graph's script in place of the Python program.
    pub(super) fn open_as_python(&mut self, script: &str) {
        self.show(WrittenAs::Python);
        if script != &**self.text.get() {
            self.put(script, |language| words::opened_export(language).to_owned());
        }
    }

    /// The moment that is shown: the one that was chosen, or that of the output that is pointed at.
    pub(super) fn shown_playhead(&self) -> Playhead {
        match self.pointed_us {
            Some(_) => Playhead::at(self.pointed_us),
            None => self.playhead,
        }
    }

    /// Where the tasks of a Python program stand in its text at the moment that is shown.
    pub(super) fn standing(&self) -> Vec<Standing> {
        let Some(predicted) = self.predicted.as_ref().filter(|_| !self.is_stale()) else {
            return Vec::new();
        };
        let live = self.runner.live().filter(|_| self.is_python());
        let live_runs = live.map(|live| live.runs());
        let record = live_runs
            .as_ref()
            .map_or(&predicted.runs.record, |runs| &runs.record);
        let playhead = self.shown_playhead();
        let at_us = playhead.at_us.or(live.map(|_| self.now_us()));
        let Some(at_us) = at_us.filter(|_| self.is_python()) else {
            return Vec::new();
        };
        let until = || record.until(at_us);
        predicted.standing(record, playhead.events.unwrap_or_else(until))
    }

    /// What there is to say of Python: that it is being loaded, or why nothing is predicted.
    pub(super) fn python_remark(&self) -> Html {
        if !self.is_python() {
            return Html::default();
        }
        // Once it runs it is known.
        let is_known = |obstacle: &&Obstacle| {
            matches!(obstacle, Obstacle::GivenUp) && self.runner.live().is_some()
        };
        if let Some(obstacle) = self.obstacle.as_ref().filter(|o| !is_known(o)) {
            let is_failed = matches!(obstacle, Obstacle::Failed(_));
            return html! {
                <div class={classes!("remark", is_failed.then_some("danger"))} role="status">
                    <span>{ obstacle.say(self.language) }</span>
                </div>
            };
        }
        if !self.python.is_loading() && !self.runner.is_preparing() {
            return Html::default();
        }
        html! {
            <div class="remark" role="status">
                <progress class="loading" aria-hidden="true" />
                <span title={words::loading_tip(self.language)}>
                    { words::loading(self.language) }
                </span>
            </div>
        }
    }

    /// What the program writes: in the live run, where there is one, or else in the predicted one.
    pub(super) fn output(&self, context: &Context<Self>, stale: bool) -> Html {
        let link = context.link();
        let live = self.runner.live();
        let predicted = self.predicted.as_ref();
        let lines = match (live, predicted) {
            (Some(live), _) => Some(Rc::new(live.output().clone())),
            (None, Some(predicted)) if self.obstacle.is_none() => Some(predicted.output.clone()),
            (None, _) => None,
        };
        let is_over = |live: &LiveRun| live.is_over_in(Mode::Concurrent);
        let of = match live {
            None => OutputOf::Prediction,
            Some(live) if is_over(live) => OutputOf::MeasuredRun,
            Some(_) => OutputOf::RunningRun,
        };
        html! {
            <OutputLog
                {lines}
                {of}
                {stale}
                at_us={self.playhead.at_us}
                on_point={link.callback(Msg::PointOutput)}
                on_playhead={link.callback(|at_us| Msg::Playhead(Some(at_us)))}
                on_line={link.callback(Msg::GoToLine)}
            />
        }
    }
}

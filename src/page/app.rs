use std::ops::Range;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::dropped_file::read;
use super::program_text::FIRST_PROGRAM;
use super::{
    Editor, Figures, GraphPicture, Header, LiveRun, Notice, PageEvents, Predictor, ProgramText,
    Remark, RunState, Runner, Runs, Speed, Timeline, Transport,
};
use crate::event_loop::Event;
use crate::graph::{Layout, TaskIndex};
use crate::notation::Located;
use crate::run::Mode;
use crate::worker::{Prediction, Report, Request};

/// The figures of a live run are drawn anew this often, in milliseconds.
const TICK_MS: u32 = 100;

/// What the page knows, and what it does with what happens.
pub struct App {
    text: ProgramText,
    notice: Option<Message>,
    predictor: Predictor,
    mistakes: Rc<Vec<Located>>,
    /// The last good program, and what is predicted of it.
    predicted: Option<Predicted>,
    runner: Runner,
    /// Run was asked for before the prediction of the text was there.
    run_wanted: bool,
    live: Option<Rc<LiveRun>>,
    speed: Speed,
    pointed: Option<TaskIndex>,
    tick: u32,
    ticking: Option<Interval>,
    _events: PageEvents,
}

struct Predicted {
    source: Rc<str>,
    runs: Rc<Runs>,
    layout: Option<Rc<Layout>>,
    node_lines: Vec<Range<usize>>,
}

/// A message to the user, with the text to go back to where there is one.
struct Message {
    text: AttrValue,
    undo: Option<Rc<str>>,
}

/// What can happen.
pub enum Msg {
    Typed(String),
    Save,
    Predicting(Report),
    Running(Mode, Report),
    Run,
    Pause,
    Resume,
    Reset,
    Speed(Speed),
    Tick,
    Point(Option<TaskIndex>),
    PointNode(Option<usize>),
    Dropped(File),
    Opened(String, Result<String, String>),
    Undo,
    Dismiss,
    Example,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let mut predictor = Predictor::new(link.callback(Msg::Predicting));
        let text = ProgramText::load(link.callback(|()| Msg::Save));
        predictor.ask(text.get().to_string());
        App {
            text,
            notice: None,
            predictor,
            mistakes: Rc::default(),
            predicted: None,
            runner: Runner::new(link.callback(|(mode, report)| Msg::Running(mode, report))),
            run_wanted: false,
            live: None,
            speed: Speed::default(),
            pointed: None,
            tick: 0,
            ticking: None,
            _events: PageEvents::listen(link.callback(Msg::Dropped), link.callback(|()| Msg::Save)),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Typed(text) => {
                self.text.typed(text.into());
                self.text_changed();
            }
            Msg::Save => self.text.save(),
            Msg::Predicting(report) => return self.predicting(report),
            Msg::Running(mode, report) => return self.running(context, mode, report),
            Msg::Run => self.run(),
            Msg::Pause => self.set_paused(context, true),
            Msg::Resume => self.set_paused(context, false),
            Msg::Reset => self.stop(),
            Msg::Speed(speed) => self.set_speed(speed),
            Msg::Tick => self.tick(),
            Msg::Point(task) => self.pointed = task,
            Msg::PointNode(node) => self.pointed = node.and_then(|node| self.first_task(node)),
            Msg::Dropped(file) => {
                let link = context.link().clone();
                spawn_local(async move {
                    let text = read(&file).await;
                    link.send_message(Msg::Opened(file.name(), text));
                });
                return false;
            }
            Msg::Opened(name, text) => self.opened(&name, text),
            Msg::Undo => {
                if let Some(before) = self.notice.take().and_then(|notice| notice.undo) {
                    self.text.replace(&before);
                    self.text_changed();
                }
            }
            Msg::Dismiss => self.notice = None,
            Msg::Example => {
                self.text.replace(FIRST_PROGRAM);
                self.text_changed();
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let stale = !self.mistakes.is_empty();
        let runs = self
            .predicted
            .as_ref()
            .map(|predicted| predicted.runs.clone());
        html! {
            <div class="app">
                <div class="top">
                <Header />
                if let Some(notice) = &self.notice {
                    <Notice
                        text={notice.text.clone()}
                        can_undo={notice.undo.is_some()}
                        on_undo={link.callback(|()| Msg::Undo)}
                        on_dismiss={link.callback(|()| Msg::Dismiss)}
                    />
                }
                </div>
                <main class="main">
                    <Editor
                        text={self.text.get().clone()}
                        revision={self.text.revision()}
                        mistakes={self.mistakes.clone()}
                        pointed={self.pointed_lines()}
                        status={self.text.status()}
                        on_input={link.callback(Msg::Typed)}
                    />
                    <section class="side" aria-label="Overview">
                        { self.graph(context, stale) }
                        <Figures
                            predicted={runs.clone()}
                            live={self.live.clone()}
                            {stale}
                            tick={self.tick}
                        />
                    </section>
                </main>
                <section class="timeline" aria-label="Timeline">
                    <Transport
                        state={self.run_state()}
                        can_run={!stale && self.has_tasks()}
                        speed={self.speed}
                        program={runs.as_ref().map(|runs| runs.program().clone())}
                        on_run={link.callback(|()| Msg::Run)}
                        on_pause={link.callback(|()| Msg::Pause)}
                        on_resume={link.callback(|()| Msg::Resume)}
                        on_reset={link.callback(|()| Msg::Reset)}
                        on_speed={link.callback(Msg::Speed)}
                    />
                    <Remark
                        predicted={runs.clone()}
                        live={self.live.clone()}
                        empty={self.is_empty()}
                        stale={stale && self.predicted.is_some()}
                        tick={self.tick}
                        on_example={link.callback(|()| Msg::Example)}
                    />
                    <Timeline
                        predicted={runs}
                        live={self.live.clone()}
                        {stale}
                        pointed={self.pointed}
                        on_point={link.callback(Msg::Point)}
                    />
                </section>
            </div>
        }
    }
}

impl App {
    fn graph(&self, context: &Context<Self>, stale: bool) -> Html {
        let Some(predicted) = &self.predicted else {
            return html! { <div class="graph" aria-busy="true" /> };
        };
        let program = predicted.runs.program();
        let pointed = self
            .pointed
            .filter(|&task| task < program.task_count())
            .map(|task| program.node_of(task));
        html! {
            <GraphPicture
                program={program.clone()}
                layout={predicted.layout.clone()}
                live={self.live.clone()}
                {stale}
                tick={self.tick}
                {pointed}
                on_point={context.link().callback(Msg::PointNode)}
            />
        }
    }

    fn text_changed(&mut self) {
        self.run_wanted = false;
        self.predictor.ask(self.text.get().to_string());
    }

    fn opened(&mut self, name: &str, text: Result<String, String>) {
        self.notice = Some(match text {
            Ok(text) => {
                let before = self.text.replace(&text);
                self.text_changed();
                Message {
                    text: format!("Opened {name} in place of your program.").into(),
                    undo: Some(before),
                }
            }
            Err(reason) => Message {
                text: reason.into(),
                undo: None,
            },
        });
    }

    fn predicting(&mut self, report: Report) -> bool {
        match report {
            Report::Predicted { number, answer } => {
                if !self.predictor.answered(number) {
                    return false;
                }
                match answer {
                    Ok(prediction) => self.predicted(prediction),
                    Err(mistakes) => {
                        self.mistakes = Rc::new(mistakes);
                        self.run_wanted = false;
                    }
                }
                true
            }
            Report::Failed { reason } => {
                self.predictor.renew();
                self.complain("This program could not be predicted", &reason);
                true
            }
            Report::Loaded | Report::Prepared | Report::Events(_) => false,
        }
    }

    fn predicted(&mut self, prediction: Prediction) {
        let program = Rc::new(prediction.program);
        let mut runs = Runs::new(&program);
        runs.sequential.extend(&prediction.sequential);
        runs.concurrent.extend(&prediction.concurrent);
        let is_another = self
            .predicted
            .as_ref()
            .is_none_or(|before| before.runs.program() != &program);
        if is_another {
            // What ran was another program.
            self.stop();
            self.pointed = None;
        }
        self.predicted = Some(Predicted {
            source: self.text.get().clone(),
            runs: Rc::new(runs),
            layout: prediction.layout.map(Rc::new),
            node_lines: prediction.node_lines,
        });
        self.mistakes = Rc::default();
        if std::mem::take(&mut self.run_wanted) {
            self.run();
        }
    }

    fn run(&mut self) {
        if self.predictor.is_busy() {
            self.run_wanted = true;
            return;
        }
        if let Some(predicted) = &self.predicted
            && self.mistakes.is_empty()
        {
            self.live = None;
            self.runner.prepare(&predicted.source);
        }
    }

    fn running(&mut self, context: &Context<Self>, mode: Mode, report: Report) -> bool {
        match report {
            Report::Prepared => self.prepared(context, mode),
            Report::Events(events) => self.take_in(mode, &events),
            Report::Failed { reason } => {
                self.stop();
                self.complain("The run was stopped", &reason);
                true
            }
            Report::Loaded | Report::Predicted { .. } => false,
        }
    }

    fn prepared(&mut self, context: &Context<Self>, mode: Mode) -> bool {
        let Some(predicted) = &self.predicted else {
            return false;
        };
        if !self.runner.prepared(mode) {
            return false;
        }
        let speed = self.factor();
        let start_ms = self.runner.go(speed);
        self.live = Some(Rc::new(LiveRun::new(
            predicted.runs.program(),
            start_ms,
            speed,
        )));
        self.set_ticking(context);
        true
    }

    fn take_in(&mut self, mode: Mode, events: &[Event]) -> bool {
        let Some(live) = &self.live else { return false };
        live.extend(mode, events);
        if live.is_over() {
            self.ticking = None;
        }
        self.tick();
        true
    }

    fn set_paused(&mut self, context: &Context<Self>, paused: bool) {
        if let Some(live) = &self.live {
            live.set_paused(paused);
            self.runner.tell(match paused {
                true => Request::Pause,
                false => Request::Resume,
            });
            self.set_ticking(context);
        }
    }

    fn set_ticking(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        let is_running = self.live.as_ref().is_some_and(|live| live.is_running());
        self.ticking =
            is_running.then(|| Interval::new(TICK_MS, move || link.send_message(Msg::Tick)));
    }

    /// Ends the live run, whatever its workers do, and forgets it.
    fn stop(&mut self) {
        self.ticking = None;
        self.run_wanted = false;
        self.runner.stop();
        self.live = None;
    }

    fn set_speed(&mut self, speed: Speed) {
        self.speed = speed;
        if let Some(live) = &self.live {
            let speed = self.factor();
            live.set_speed(speed);
            self.runner.tell(Request::SetSpeed { speed });
        }
    }

    fn factor(&self) -> f64 {
        let sequential_us = self
            .predicted
            .as_ref()
            .map_or(0, |p| p.runs.sequential.makespan_us());
        self.speed.factor(sequential_us)
    }

    fn tick(&mut self) {
        self.tick = self.tick.wrapping_add(1);
    }

    fn run_state(&self) -> RunState {
        match &self.live {
            None => RunState::Idle,
            Some(live) if live.is_over() => RunState::Over,
            Some(live) if live.is_paused() => RunState::Paused,
            Some(_) => RunState::Running,
        }
    }

    fn has_tasks(&self) -> bool {
        self.predicted
            .as_ref()
            .is_some_and(|predicted| predicted.runs.program().task_count() > 0)
    }

    /// Whether the text is a program of no tasks.
    fn is_empty(&self) -> bool {
        self.mistakes.is_empty() && self.predicted.is_some() && !self.has_tasks()
    }

    fn first_task(&self, node: usize) -> Option<TaskIndex> {
        let program = self.predicted.as_ref()?.runs.program();
        (node < program.nodes().len()).then(|| program.tasks_of(node).start)
    }

    fn pointed_lines(&self) -> Option<Range<usize>> {
        let predicted = self
            .predicted
            .as_ref()
            .filter(|_| self.mistakes.is_empty())?;
        let program = predicted.runs.program();
        let task = self.pointed.filter(|&task| task < program.task_count())?;
        predicted.node_lines.get(program.node_of(task)).cloned()
    }

    fn complain(&mut self, what: &str, reason: &str) {
        self.notice = Some(Message {
            text: format!("{what}: {reason}. Your text is as it was.").into(),
            undo: None,
        });
    }
}

use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::dropped_file::read;
use super::program_text::FIRST_PROGRAM;
use super::{
    Editor, Figures, GraphPicture, Header, Notice, PageEvents, Prediction, Predictor, ProgramText,
    Remark, Runner, Runs, Speed, Timeline, Transport,
};
use crate::graph::{Layout, TaskIndex};
use crate::run::Mode;
use crate::worker::{Mistaken, Report};

/// What the page knows, and what it does with what happens.
pub struct App {
    text: ProgramText,
    notice: Option<Message>,
    predictor: Predictor,
    mistakes: Rc<Mistaken>,
    /// What the predictor's worker has told so far of the text that it was asked about.
    arriving: Option<Prediction>,
    /// The last good program, and what is predicted of it.
    predicted: Option<Predicted>,
    runner: Runner,
    /// Run was asked for before the prediction of the text was there.
    run_wanted: bool,
    speed: Speed,
    pointed: Option<TaskIndex>,
    tick: u32,
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
            arriving: None,
            predicted: None,
            runner: Runner::new(
                link.callback(|(mode, report)| Msg::Running(mode, report)),
                link.callback(|()| Msg::Tick),
            ),
            run_wanted: false,
            speed: Speed::default(),
            pointed: None,
            tick: 0,
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
            Msg::Running(mode, report) => return self.running(mode, report),
            Msg::Run => self.run(),
            Msg::Pause => self.runner.set_paused(true),
            Msg::Resume => self.runner.set_paused(false),
            Msg::Reset => self.reset(),
            Msg::Speed(speed) => {
                self.speed = speed;
                self.runner.set_speed(self.factor());
            }
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
        let stale = self.mistakes.count > 0;
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
                            live={self.runner.live().cloned()}
                            {stale}
                            tick={self.tick}
                        />
                    </section>
                </main>
                <section class="timeline" aria-label="Timeline">
                    <Transport
                        state={self.runner.state()}
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
                        live={self.runner.live().cloned()}
                        empty={self.is_empty()}
                        stale={stale && self.predicted.is_some()}
                        tick={self.tick}
                        on_example={link.callback(|()| Msg::Example)}
                    />
                    <Timeline
                        predicted={runs}
                        live={self.runner.live().cloned()}
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
                live={self.runner.live().cloned()}
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
            Report::Mistaken { number, mistakes } => {
                let is_latest = self.predictor.answered(number);
                if is_latest {
                    self.mistakes = Rc::new(mistakes);
                    self.run_wanted = false;
                }
                is_latest
            }
            Report::Outline { number, outline } => {
                self.arriving = Some(Prediction::new(number, outline));
                false
            }
            Report::Record {
                number,
                mode,
                events,
            } => {
                if let Some(arriving) = self.arriving.as_mut().filter(|a| a.number == number) {
                    arriving.extend(mode, &events);
                }
                false
            }
            Report::Predicted { number } => {
                let arrived = self.arriving.take().filter(|a| a.number == number);
                match arrived.filter(|_| self.predictor.answered(number)) {
                    Some(prediction) => self.predicted(prediction),
                    None => return false,
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
        let is_another = self
            .predicted
            .as_ref()
            .is_none_or(|before| before.runs.program() != prediction.runs.program());
        if is_another {
            // What ran was another program.
            self.runner.stop();
            self.pointed = None;
        }
        self.predicted = Some(Predicted {
            source: self.text.get().clone(),
            runs: Rc::new(prediction.runs),
            layout: prediction.layout,
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
            && self.mistakes.count == 0
        {
            let program = predicted.runs.program();
            self.runner.prepare(program, &predicted.source);
        }
    }

    fn running(&mut self, mode: Mode, report: Report) -> bool {
        match report {
            Report::Prepared => self.runner.prepared(mode, self.factor()),
            Report::Events(events) => {
                self.runner.take_in(mode, &events);
                self.tick();
            }
            Report::Failed { reason } => {
                self.runner.renew();
                self.complain("The run was stopped", &reason);
            }
            _ => return false,
        }
        true
    }

    fn reset(&mut self) {
        self.run_wanted = false;
        self.runner.stop();
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

    fn has_tasks(&self) -> bool {
        self.predicted
            .as_ref()
            .is_some_and(|predicted| predicted.runs.program().task_count() > 0)
    }

    /// Whether the text is a program of no tasks.
    fn is_empty(&self) -> bool {
        self.mistakes.count == 0 && self.predicted.is_some() && !self.has_tasks()
    }

    fn first_task(&self, node: usize) -> Option<TaskIndex> {
        let program = self.predicted.as_ref()?.runs.program();
        (node < program.nodes().len()).then(|| program.tasks_of(node).start)
    }

    fn pointed_lines(&self) -> Option<Range<usize>> {
        let predicted = self
            .predicted
            .as_ref()
            .filter(|_| self.mistakes.count == 0)?;
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

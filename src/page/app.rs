use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::dropped_file::read;
use super::program_text::FIRST_PROGRAM;
use super::{
    Editor, Figures, GraphPicture, Header, Notice, PageEvents, Prediction, Predictor, ProgramText,
    PythonExport, Remark, Runner, Runs, ScriptTools, Side, SideTabs, Speed, Timeline, Transport,
};
use crate::graph::{Layout, TaskIndex};
use crate::run::Mode;
use crate::worker::{Mistaken, Report};

/// What the page knows, and what it does with what happens.
pub struct App {
    text: ProgramText,
    notice: Option<AttrValue>,
    predictor: Predictor,
    mistakes: Rc<Mistaken>,
    /// What the predictor's worker has told so far of the text that it was asked about.
    arriving: Option<Prediction>,
    /// The last good program, and what is predicted of it.
    predicted: Option<Predicted>,
    /// The text could not be predicted, through no fault of its own.
    unpredicted: bool,
    runner: Runner,
    /// Run was asked for before the prediction of the text was there.
    run_wanted: bool,
    speed: Speed,
    pointed: Option<TaskIndex>,
    /// The moment that was chosen, in microseconds.
    at_us: Option<u64>,
    side: Side,
    tick: u32,
    _events: PageEvents,
}

struct Predicted {
    source: Rc<str>,
    runs: Rc<Runs>,
    layout: Option<Rc<Layout>>,
    node_lines: Vec<Range<usize>>,
    python: Option<AttrValue>,
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
    Playhead(Option<u64>),
    PointNode(Option<usize>),
    Side(Side),
    Trouble(&'static str),
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
        predictor.ask(text.get().to_string(), false);
        App {
            text,
            notice: None,
            predictor,
            mistakes: Rc::default(),
            arriving: None,
            predicted: None,
            unpredicted: false,
            runner: Runner::new(
                link.callback(|(mode, report)| Msg::Running(mode, report)),
                link.callback(|()| Msg::Tick),
            ),
            run_wanted: false,
            speed: Speed::default(),
            pointed: None,
            at_us: None,
            side: Side::default(),
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
            Msg::Playhead(at_us) => self.at_us = at_us,
            Msg::PointNode(node) => self.pointed = node.and_then(|node| self.first_task(node)),
            Msg::Side(side) => {
                if std::mem::replace(&mut self.side, side) != side && side == Side::Python {
                    self.ask();
                }
            }
            Msg::Trouble(what) => self.notice = Some(what.into()),
            Msg::Dropped(file) => {
                let link = context.link().clone();
                spawn_local(async move {
                    let text = read(&file).await;
                    link.send_message(Msg::Opened(file.name(), text));
                });
                return false;
            }
            Msg::Opened(name, text) => self.opened(&name, text),
            Msg::Undo => self.undo(),
            Msg::Dismiss => self.notice = None,
            Msg::Example => self.put(FIRST_PROGRAM, "The example stands in place of your text."),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let stale = self.is_stale();
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
                            text={notice.clone()}
                            can_undo={self.text.can_undo()}
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
                        { self.beside(context, stale) }
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
                        stale={self.mistakes.count > 0 && self.predicted.is_some()}
                        tick={self.tick}
                        on_example={link.callback(|()| Msg::Example)}
                    />
                    <Timeline
                        predicted={runs}
                        live={self.runner.live().cloned()}
                        {stale}
                        pointed={self.pointed}
                        on_point={link.callback(Msg::Point)}
                        at_us={self.at_us}
                        on_playhead={link.callback(Msg::Playhead)}
                    />
                </section>
            </div>
        }
    }
}

impl App {
    /// What stands beside the program.
    fn beside(&self, context: &Context<Self>, stale: bool) -> Html {
        let link = context.link();
        let predicted = self.predicted.as_ref();
        let script = predicted.and_then(|predicted| predicted.python.clone());
        let (tools, view) = match (self.side, script) {
            (Side::Graph, _) => (Html::default(), self.graph(context, stale)),
            (Side::Python, None) => (
                Html::default(),
                html! { <PythonExport script={None::<AttrValue>} {stale} /> },
            ),
            (Side::Python, Some(script)) => (
                html! {
                    <ScriptTools
                        script={script.clone()}
                        on_trouble={link.callback(Msg::Trouble)}
                    />
                },
                html! { <PythonExport {script} {stale} /> },
            ),
        };
        html! {
            <SideTabs side={self.side} on_side={link.callback(Msg::Side)} {tools}>
                { view }
            </SideTabs>
        }
    }

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
            <div class="graph">
                <GraphPicture
                    program={program.clone()}
                    layout={predicted.layout.clone()}
                    live={self.runner.live().cloned()}
                    {stale}
                    tick={self.tick}
                    {pointed}
                    on_point={context.link().callback(Msg::PointNode)}
                />
            </div>
        }
    }

    fn text_changed(&mut self) {
        self.run_wanted = false;
        self.ask();
    }

    fn ask(&mut self) {
        let source = self.text.get().to_string();
        self.predictor.ask(source, self.side == Side::Python);
    }

    fn opened(&mut self, name: &str, text: Result<String, String>) {
        match text {
            Ok(text) => self.put(&text, &format!("Opened {name} in place of your program.")),
            Err(reason) => self.notice = Some(reason.into()),
        }
    }

    fn put(&mut self, text: &str, notice: &str) {
        self.text.replace(text);
        self.notice = Some(notice.to_owned().into());
        self.text_changed();
    }

    fn undo(&mut self) {
        self.text.undo();
        self.notice = Some("Your text is back.".into());
        self.text_changed();
    }

    fn predicting(&mut self, report: Report) -> bool {
        match report {
            Report::Mistaken { number, mistakes } => {
                let is_latest = self.predictor.answered(number);
                if is_latest {
                    self.mistakes = Rc::new(mistakes);
                    self.unpredicted = false;
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
                if !self.predictor.failed() {
                    self.unpredicted = true;
                    self.run_wanted = false;
                    self.complain("This program could not be predicted", &reason);
                }
                true
            }
            _ => false,
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
            self.at_us = None;
        }
        self.predicted = Some(Predicted {
            source: self.text.get().clone(),
            runs: Rc::new(prediction.runs),
            layout: prediction.layout,
            node_lines: prediction.node_lines,
            python: prediction.python.map(AttrValue::from),
        });
        self.mistakes = Rc::default();
        self.unpredicted = false;
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
            && !self.is_stale()
        {
            let program = predicted.runs.program();
            self.runner.prepare(program, &predicted.source);
            self.at_us = None;
        }
    }

    fn running(&mut self, mode: Mode, report: Report) -> bool {
        match report {
            Report::Prepared => self.runner.prepared(mode, self.factor()),
            Report::Events(events) => {
                self.runner.take_in(mode, &events);
                self.tick();
            }
            Report::Clock(reading) => {
                self.runner.set_clock(mode, reading);
                self.tick();
            }
            Report::Failed { reason } => {
                self.runner.failed();
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

    /// Whether the page shows an earlier program than the text's.
    fn is_stale(&self) -> bool {
        self.mistakes.count > 0 || self.unpredicted
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
        let predicted = self.predicted.as_ref().filter(|_| !self.is_stale())?;
        let program = predicted.runs.program();
        let task = self.pointed.filter(|&task| task < program.task_count())?;
        predicted.node_lines.get(program.node_of(task)).cloned()
    }

    fn complain(&mut self, what: &str, reason: &str) {
        let notice = format!("{what}: {reason}. Your text is as it was.");
        self.notice = Some(notice.into());
    }
}

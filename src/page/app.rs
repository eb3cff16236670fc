use std::ops::Range;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::clipboard::copy;
use super::dropped_file::read;
use super::program_link;
use super::program_text::FIRST_PROGRAM;
use super::{
    Editor, Figures, GraphPicture, Header, LoopPanel, Notice, PageEvents, Playhead, Predicted,
    Prediction, Predictor, ProgramText, PythonExport, Remark, Runner, ScriptTools, Side, SideTabs,
    Speed, Step, Timeline, Transport,
};
use crate::graph::TaskIndex;
use crate::run::Mode;
use crate::worker::{Mistaken, Report};

/// How long it is said that a link was copied, in milliseconds.
const SAID_MS: u32 = 2_000;

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
    /// The task that is pointed at in the graph or the timeline.
    pointed: Option<TaskIndex>,
    /// The line that is pointed at in the editor, from 0.
    pointed_line: Option<usize>,
    side: Side,
    playhead: Playhead,
    /// It is said that a link was copied.
    share_said: Option<Timeout>,
    tick: u32,
    _events: PageEvents,
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
    PointLine(Option<usize>),
    Side(Side),
    Playhead(Option<u64>),
    Step(Step),
    Trouble(&'static str),
    /// The address may hold a program.
    Linked,
    Share,
    Shared(Result<(), String>),
    ShareSaid,
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
        let mut app = App {
            text: ProgramText::load(link.callback(|()| Msg::Save)),
            notice: None,
            predictor: Predictor::new(link.callback(Msg::Predicting)),
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
            pointed_line: None,
            side: Side::default(),
            playhead: Playhead::default(),
            share_said: None,
            tick: 0,
            _events: PageEvents::listen(
                link.callback(Msg::Dropped),
                link.callback(|()| Msg::Linked),
                link.callback(|()| Msg::Save),
            ),
        };
        if !app.open_link() {
            app.ask();
        }
        app
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Typed(text) => {
                // The editor also tells of what was put into it.
                if text != **self.text.get() {
                    self.text.typed(text.into());
                    self.text_changed();
                }
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
            Msg::PointNode(node) => {
                let predicted = self.predicted.as_ref();
                self.pointed = node.and_then(|node| predicted?.first_task(node));
            }
            Msg::PointLine(line) => self.pointed_line = line,
            Msg::Side(side) => {
                if std::mem::replace(&mut self.side, side) != side && side == Side::Python {
                    self.ask();
                }
            }
            Msg::Playhead(at_us) => self.playhead = Playhead::at(at_us),
            Msg::Step(way) => self.step(way),
            Msg::Linked => {
                self.open_link();
            }
            Msg::Share => {
                self.share(context);
                return false;
            }
            Msg::Shared(Ok(())) => {
                let link = context.link().clone();
                let said = move || link.send_message(Msg::ShareSaid);
                self.share_said = Some(Timeout::new(SAID_MS, said));
            }
            Msg::Shared(Err(why)) => self.notice = Some(why.into()),
            Msg::ShareSaid => self.share_said = None,
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
        let runs_of_panel = runs.clone();
        html! {
            <div class="app">
                <div class="top">
                    <Header
                        copied={self.share_said.is_some()}
                        on_share={link.callback(|()| Msg::Share)}
                    />
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
                        on_point_line={link.callback(Msg::PointLine)}
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
                        on_step={link.callback(Msg::Step)}
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
                        pointed={self.pointed_task()}
                        on_point={link.callback(Msg::Point)}
                        at_us={self.playhead.at_us}
                        on_playhead={link.callback(Msg::Playhead)}
                    />
                </section>
                <LoopPanel
                    predicted={runs_of_panel}
                    live={self.runner.live().cloned()}
                    at_us={self.now_us()}
                    events={self.playhead.events}
                    pointed={self.pointed}
                    tick={self.tick}
                    on_point={link.callback(Msg::Point)}
                />
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
        let program = predicted.program();
        let pointed = self.pointed_task().map(|task| program.node_of(task));
        html! {
            <div class="graph">
                <GraphPicture
                    program={program.clone()}
                    layout={predicted.layout.clone()}
                    predicted={predicted.runs.clone()}
                    live={self.runner.live().cloned()}
                    at_us={self.playhead.at_us}
                    {stale}
                    tick={self.tick}
                    {pointed}
                    on_point={context.link().callback(Msg::PointNode)}
                />
            </div>
        }
    }

    /// The moment that is shown: the one that was chosen, or where the live run is.
    fn now_us(&self) -> u64 {
        let live = self.runner.live();
        let live_us = || live.map_or(0, |live| live.time_us(Mode::Concurrent));
        self.playhead.at_us.unwrap_or_else(live_us)
    }

    fn step(&mut self, way: Step) {
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

    fn text_changed(&mut self) {
        self.run_wanted = false;
        self.ask();
    }

    fn ask(&mut self) {
        let source = self.text.get().to_string();
        self.predictor.ask(source, self.side == Side::Python);
    }

    /// Opens the program that the page's address holds. Says whether it holds another one.
    fn open_link(&mut self) -> bool {
        let text = match program_link::take() {
            Some(Ok(text)) => text,
            Some(Err(why)) => {
                self.notice = Some(format!("{why} Your text is as it was.").into());
                return false;
            }
            None => return false,
        };
        let is_another = text != **self.text.get();
        if is_another {
            self.put(&text, "Opened the link's program in place of yours.");
        }
        is_another
    }

    fn share(&self, context: &Context<Self>) {
        let link = context.link().clone();
        let address = program_link::address_of(self.text.get());
        spawn_local(async move {
            let shared = match address {
                Ok(address) => (copy(&address).await).map_err(|_| {
                    format!("The browser did not let the link be copied. Here it is: {address}")
                }),
                Err(why) => Err(why),
            };
            link.send_message(Msg::Shared(shared));
        });
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
            self.playhead = Playhead::default();
        }
        self.predicted = Some(Predicted::new(self.text.get().clone(), prediction));
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
            let program = predicted.program();
            self.playhead = Playhead::default();
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
        self.playhead = Playhead::default();
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
            .is_some_and(|predicted| predicted.program().task_count() > 0)
    }

    /// Whether the text is a program of no tasks.
    fn is_empty(&self) -> bool {
        self.mistakes.count == 0 && self.predicted.is_some() && !self.has_tasks()
    }

    /// The task that is pointed at, be it in the graph, the timeline or the text.
    fn pointed_task(&self) -> Option<TaskIndex> {
        let predicted = self.predicted.as_ref()?;
        let on_line = || predicted.task_on(self.pointed_line.filter(|_| !self.is_stale())?);
        let task = self.pointed.or_else(on_line)?;
        (task < predicted.program().task_count()).then_some(task)
    }

    fn pointed_lines(&self) -> Option<Range<usize>> {
        let predicted = self.predicted.as_ref().filter(|_| !self.is_stale())?;
        predicted.lines_of(self.pointed_task()?)
    }

    fn complain(&mut self, what: &str, reason: &str) {
        let notice = format!("{what}: {reason}. Your text is as it was.");
        self.notice = Some(notice.into());
    }
}

mod pointing;
mod predictions;
mod programs;
mod runs;
mod stretching;
mod view;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use self::programs::Unshared;
use self::stretching::Stretching;
use super::dropped_file::{Unread, read};
use super::language;
use super::program_text::FIRST_PROGRAM;
use super::{
    PageEvents, Playhead, Pointed, Predicted, Prediction, Predictor, ProgramText, Runner, Side,
    Speed, Step, Stretch, Trial,
};
use crate::graph::TaskIndex;
use crate::run::Mode;
use crate::words::{Language, page as words};
use crate::worker::{Mistaken, Report};

/// How long it is said that a link was copied, in milliseconds.
const SAID_MS: u32 = 2_000;

/// What the page knows, and what it does with what happens.
pub struct App {
    text: ProgramText,
    notice: Option<Said>,
    language: Language,
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
    /// What is pointed at in the graph, the timeline or the loop panel.
    pointed: Option<Pointed>,
    /// The line that is pointed at in the editor, from 0.
    pointed_line: Option<usize>,
    side: Side,
    playhead: Playhead,
    /// Where the timeline's tools stand in the toolbar.
    timeline_tools: NodeRef,
    /// The bar whose end is being dragged.
    stretching: Option<Stretching>,
    /// What was tried last in the text.
    trial: Option<Trial>,
    /// It is said that a link was copied.
    share_said: Option<Timeout>,
    tick: u32,
    _events: PageEvents,
}

/// A message to the user, in whichever language.
type Said = Rc<dyn Fn(Language) -> String>;

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
    Stretch(Stretch),
    Step(Step),
    Trouble(fn(Language) -> &'static str),
    /// The address may hold a program.
    Linked,
    Share,
    /// The link was copied, or else why not.
    Shared(Result<(), Unshared>),
    ShareSaid,
    Dropped(File),
    Opened(String, Result<String, Unread>),
    Undo,
    Dismiss,
    Example,
    Language(Language),
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let mut app = App {
            text: ProgramText::load(link.callback(|()| Msg::Save)),
            notice: None,
            language: language::chosen(),
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
            timeline_tools: NodeRef::default(),
            stretching: None,
            trial: None,
            share_said: None,
            tick: 0,
            _events: PageEvents::listen(
                link.callback(Msg::Dropped),
                link.callback(|()| Msg::Linked),
                link.callback(|()| Msg::Save),
            ),
        };
        language::choose(app.language);
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
                    self.stretching = None;
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
            Msg::Point(task) => self.pointed = task.map(Pointed::Task),
            Msg::PointNode(node) => self.pointed = node.map(Pointed::Node),
            Msg::PointLine(line) => self.pointed_line = line,
            Msg::Side(side) => {
                if std::mem::replace(&mut self.side, side) != side && side == Side::Python {
                    self.ask();
                }
            }
            Msg::Playhead(at_us) => self.playhead = Playhead::at(at_us),
            Msg::Stretch(stretch) => self.stretch(stretch),
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
            Msg::Shared(Err(why)) => self.say(move |language| why.say(language)),
            Msg::ShareSaid => self.share_said = None,
            Msg::Trouble(what) => self.say(move |language| what(language).to_owned()),
            Msg::Dropped(file) => {
                let link = context.link().clone();
                spawn_local(async move {
                    let text = read(&file).await;
                    link.send_message(Msg::Opened(file.name(), text));
                });
                return false;
            }
            Msg::Opened(name, text) => self.opened(name, text),
            Msg::Undo => self.undo(),
            Msg::Dismiss => self.notice = None,
            Msg::Example => self.put(FIRST_PROGRAM, |language| {
                words::example_placed(language).to_owned()
            }),
            Msg::Language(language) => {
                self.language = language;
                language::choose(language);
                self.ask();
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.page(context)
    }
}

impl App {
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

    /// Tells the user something.
    fn say(&mut self, what: impl Fn(Language) -> String + 'static) {
        self.notice = Some(Rc::new(what));
    }
}

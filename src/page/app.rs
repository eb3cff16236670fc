mod comparing;
mod exports;
mod pointing;
mod predictions;
mod programs;
mod python;
mod runs;
mod stretching;
mod tools;
mod view;
mod what_if;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use self::programs::{Shared, Unshared};
use self::python::{Hidden, Obstacle};
use self::stretching::Stretching;
use super::dropped_file::{Unread, read};
use super::kept_world;
use super::language;
use super::program_link::View;
use super::saved_program;
use super::seen_programs;
use super::{
    Compared, Kept, NamedProgram, PageEvents, Playhead, Pointed, Predicted, Prediction, Predictor,
    ProgramName, ProgramText, PythonPredictor, PythonTime, Runner, Side, Speed, Step, Stretch,
    SweepChoice, Takeaway, TextChange, Trial, WantedLine, WaysShown,
};
use crate::event_loop::TaskId;
use crate::export::WrittenAs;
use crate::gallery::{self, Example};
use crate::graph::TaskIndex;
use crate::run::{Mode, World};
use crate::words::{Language, programs as kept_words};
use crate::worker::{Mistaken, Report};

/// How long it is said that a link was copied or a program saved, in milliseconds.
const SAID_MS: u32 = 2_000;

/// What the page knows, and what it does with what happens.
pub struct App {
    view: View,
    /// The editor is shown where the page is in another page.
    is_editing: bool,
    /// The program that is shown.
    text: ProgramText,
    /// The program of the other kind.
    hidden: Hidden,
    /// The Python program has been shown, and its editor is there.
    is_python_open: bool,
    notice: Option<Said>,
    /// The last notice that tells of what will be over when it works again.
    failure: Option<Said>,
    /// The example that was opened, until it is dismissed or another program is opened.
    example: Option<&'static Example>,
    language: Language,
    predictor: Predictor,
    python: PythonPredictor,
    /// What stands in the way of predicting the Python program.
    obstacle: Option<Obstacle>,
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
    /// The modelled ways that are shown.
    ways: WaysShown,
    /// What Python programs meet.
    world: World,
    /// The runs that are kept.
    kept: Option<Rc<Kept>>,
    /// They beside the program that is shown.
    compared: Option<Rc<Compared>>,
    /// What is pointed at in the graph, the timeline or the loop panel.
    pointed: Option<Pointed>,
    /// The line that is pointed at in the editor, from 0.
    pointed_line: Option<usize>,
    side: Side,
    playhead: Playhead,
    /// The moment of the line of output that is pointed at, in microseconds.
    pointed_us: Option<u64>,
    /// The line that was asked for last, and how many were before.
    wanted_line: Option<WantedLine>,
    /// Where the timeline's tools stand in the toolbar.
    timeline_tools: NodeRef,
    /// The bar whose end is being dragged.
    stretching: Option<Stretching>,
    /// What was changed last in the text otherwise than by typing.
    change: Option<TextChange>,
    /// Which number is swept, and over what.
    sweep: SweepChoice,
    /// What was tried last in the text.
    trial: Option<Trial>,
    /// What is said for a moment: that a link was copied.
    said: Option<(Phrase, Timeout)>,
    tick: u32,
    _events: PageEvents,
}

/// A message without parts.
type Phrase = fn(Language) -> &'static str;

/// A message to the user, in whichever language.
type Said = Rc<dyn Fn(Language) -> String>;

/// What can happen.
pub enum Msg {
    Typed(WrittenAs, String),
    Save,
    /// Another tab has changed what the browser keeps.
    KeptElsewhere,
    /// The program of this kind is to be shown.
    Show(WrittenAs),
    Predicting(WrittenAs, Report),
    PythonTime(PythonTime),
    Running(Mode, Report),
    Run,
    Pause,
    Resume,
    Reset,
    Speed(Speed),
    Ways(WaysShown),
    World(World),
    Keep,
    DropKept,
    RestoreKept,
    Tick,
    Point(Option<TaskIndex>),
    PointNode(Option<usize>),
    PointLine(Option<usize>),
    Side(Side),
    Playhead(Option<u64>),
    /// A line of output is pointed at: its moment, and who wrote it.
    PointOutput(Option<(u64, Option<TaskId>)>),
    GoToLine(usize),
    OpenAsPython(AttrValue),
    Stretch(Stretch),
    Change(TextChange),
    Sweep(SweepChoice),
    Step(Step),
    Trouble(Phrase),
    /// The address may hold a program.
    Linked,
    Share,
    /// The code is to be copied that shows the program in another page.
    Embed,
    /// It was copied, or else why not.
    Shared(Result<Shared, Unshared>),
    /// What is said for a moment was said.
    Said,
    Export(Takeaway),
    SaveFile,
    OpenNamed(NamedProgram),
    Saved(ProgramName),
    Renamed(ProgramName),
    Edit(bool),
    Dropped(File),
    Opened(String, Result<String, Unread>),
    Undo,
    Dismiss,
    Example(&'static Example),
    LinkedExample(String),
    StartWithExample,
    DismissExample,
    Language(Language),
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let (link, language) = (context.link(), language::chosen());
        let view = View::now();
        seen_programs::begin();
        let shown = match view {
            View::Page => saved_program::load_open(),
            View::Embedded => WrittenAs::TaskGraph,
        };
        let on_save = link.callback(|()| Msg::Save);
        let load = |written_as| ProgramText::load(written_as, view, on_save.clone(), language);
        let on_report = |written_as| link.callback(move |r| Msg::Predicting(written_as, r));
        let mut app = App {
            view,
            is_editing: false,
            text: load(shown),
            hidden: Hidden::new(load(shown.other())),
            is_python_open: shown == WrittenAs::Python,
            notice: None,
            failure: None,
            example: None,
            language,
            predictor: match shown {
                WrittenAs::TaskGraph => Predictor::new(on_report(WrittenAs::TaskGraph)),
                WrittenAs::Python => Predictor::at_rest(on_report(WrittenAs::TaskGraph)),
            },
            python: PythonPredictor::new(
                on_report(WrittenAs::Python),
                link.callback(Msg::PythonTime),
            ),
            obstacle: None,
            mistakes: Rc::default(),
            arriving: None,
            predicted: None,
            unpredicted: false,
            runner: Runner::new(
                shown,
                link.callback(|(mode, report)| Msg::Running(mode, report)),
                link.callback(|()| Msg::Tick),
            ),
            run_wanted: false,
            speed: Speed::default(),
            ways: WaysShown::chosen(),
            world: match view {
                View::Page => kept_world::kept(),
                View::Embedded => World::default(),
            },
            kept: None,
            compared: None,
            pointed: None,
            pointed_line: None,
            side: Side::first(shown),
            playhead: Playhead::default(),
            pointed_us: None,
            wanted_line: None,
            timeline_tools: NodeRef::default(),
            stretching: None,
            change: None,
            sweep: SweepChoice::default(),
            trial: None,
            said: None,
            tick: 0,
            _events: PageEvents::listen(
                link.callback(Msg::Dropped),
                link.callback(|()| Msg::Linked),
                link.callback(|()| Msg::Save),
                link.callback(|()| Msg::KeptElsewhere),
            ),
        };
        language::choose(app.language);
        app.tell_of_others();
        if !app.open_link() && !app.open_linked_example(context) {
            app.ask();
        }
        app
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Typed(written_as, text) => {
                // The editor also tells of what was put into it.
                if written_as == self.text.written_as() && text != **self.text.get() {
                    self.stretching = None;
                    self.text.typed(text.into());
                    self.text_changed();
                }
            }
            Msg::Save => {
                self.text.save();
                self.hidden.save();
            }
            Msg::KeptElsewhere => {
                self.text.kept_elsewhere();
                self.hidden.kept_elsewhere();
                return false;
            }
            Msg::Show(written_as) => self.show(written_as),
            Msg::Predicting(written_as, report) => return self.predicting(written_as, report),
            Msg::PythonTime(time) => self.python_time(time),
            Msg::Running(mode, report) => return self.running(mode, report),
            Msg::Run => self.run(),
            Msg::Pause => self.runner.set_paused(true),
            Msg::Resume => self.runner.set_paused(false),
            Msg::Reset => self.reset(),
            Msg::Speed(speed) => {
                self.speed = speed;
                self.runner.set_speed(self.factor());
            }
            Msg::Ways(ways) => self.show_ways(ways),
            Msg::World(world) => self.change_world(world),
            Msg::Keep => self.keep(),
            Msg::DropKept => self.drop_kept(),
            Msg::RestoreKept => self.restore_kept(),
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
            Msg::PointOutput(pointed) => self.point_output(pointed),
            Msg::GoToLine(line) => self.go_to_line(line),
            Msg::OpenAsPython(script) => self.open_as_python(&script),
            Msg::Stretch(stretch) => self.stretch(stretch),
            Msg::Change(change) => self.change(change),
            Msg::Sweep(choice) => self.sweep = choice,
            Msg::Step(way) => self.step(way),
            Msg::Linked => {
                self.open_link();
            }
            Msg::Share => {
                self.share(Shared::Link, context);
                return false;
            }
            Msg::Embed => {
                self.share(Shared::Embed, context);
                return false;
            }
            Msg::Shared(Ok(what)) => self.say_for_a_moment(what.copied(), context),
            Msg::Shared(Err(why)) => self.say(move |language| why.say(language)),
            Msg::Said => self.said = None,
            Msg::Export(what) => {
                self.export(what, context);
                return false;
            }
            Msg::SaveFile => {
                self.save_file(context);
                return false;
            }
            Msg::OpenNamed(program) => self.open_named(program),
            Msg::Saved(name) => {
                self.text.set_name(name);
                self.say_for_a_moment(kept_words::program_saved, context);
            }
            Msg::Renamed(name) => self.text.set_name(name),
            Msg::Edit(is_editing) => self.is_editing = is_editing,
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
            Msg::Dismiss => {
                self.notice = None;
                self.text.seen_aside();
            }
            Msg::Example(example) => self.open_example(example),
            Msg::LinkedExample(name) => self.open_linked_python(name),
            Msg::StartWithExample => {
                if let Some(first) = gallery::examples().next() {
                    self.open_example(first);
                }
            }
            Msg::DismissExample => self.example = None,
            Msg::Language(language) => {
                self.language = language;
                language::choose(language);
                self.text.speak(language);
                self.hidden.speak(language);
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

    /// Whether the text can be run. What a Python program does is known only then.
    fn can_run(&self) -> bool {
        let is_program = match self.text.written_as() {
            // One that is to be predicted yet may be one.
            WrittenAs::TaskGraph => self.has_tasks() || self.unpredicted,
            WrittenAs::Python => !self.is_empty(),
        };
        is_program && self.mistakes.count == 0
    }

    /// Whether the text is a program of no tasks.
    fn is_empty(&self) -> bool {
        let is_nothing = match self.text.written_as() {
            WrittenAs::TaskGraph => self.predicted.is_some() && !self.has_tasks(),
            WrittenAs::Python => self.text.get().trim().is_empty(),
        };
        self.mistakes.count == 0 && is_nothing
    }

    /// Tells the user in the header that something was done.
    fn say_for_a_moment(&mut self, what: Phrase, context: &Context<Self>) {
        let link = context.link().clone();
        let said = move || link.send_message(Msg::Said);
        self.said = Some((what, Timeout::new(SAID_MS, said)));
    }

    /// Tells the user something.
    fn say(&mut self, what: impl Fn(Language) -> String + 'static) {
        self.notice = Some(Rc::new(what));
    }

    /// Tells the user of what will be over when it works again.
    fn say_failure(&mut self, what: impl Fn(Language) -> String + 'static) {
        self.say(what);
        self.failure.clone_from(&self.notice);
    }

    /// It works again: there is no need to tell of it any more.
    fn failure_is_over(&mut self) {
        let failure = self.failure.take();
        let is_said = failure.zip(self.notice.as_ref());
        if is_said.is_some_and(|(failure, notice)| Rc::ptr_eq(&failure, notice)) {
            self.notice = None;
        }
    }
}

//! The menu of examples.

mod card;
mod kind_switch;
mod panel;
mod sketch_picture;

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::panel::Panel;
use super::menu::Menu;
use super::{WorkerHandle, python_examples};
use crate::export::WrittenAs;
use crate::gallery::{self, Example, Sketched};
use crate::words::{Language, gallery as words};
use crate::worker::{Report, Request};

/// Whom [`ExamplesMenu`] tells.
#[derive(PartialEq, Properties)]
pub struct ExamplesMenuProps {
    /// The language that the page speaks.
    pub language: Language,
    /// What the program is written in that the page shows.
    pub written_as: WrittenAs,
    /// An example is to be opened.
    pub on_open: Callback<&'static Example>,
}

/// The menu button, and what opens. The sketches of the task graphs are made when those are first
/// shown, by a worker that is gone once all are there. The Python programs come with theirs.
pub struct ExamplesMenu {
    sketches: Sketches,
    worker: Option<WorkerHandle>,
    /// Some of the sketches could not be made.
    has_failed: bool,
    python: PythonState,
}

/// What is known of how the examples run, by their names.
pub type Sketches = Rc<BTreeMap<&'static str, Rc<Sketched>>>;

/// Whether the Python programs are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PythonState {
    Coming,
    There,
    Missing,
}

/// What can happen.
pub enum Msg {
    /// Examples of this kind are shown.
    Shown(WrittenAs),
    Sketched(usize, Rc<Sketched>),
    Failed,
    /// The Python programs have come, or can't.
    Python(bool),
}

impl Component for ExamplesMenu {
    type Message = Msg;
    type Properties = ExamplesMenuProps;

    fn create(_: &Context<Self>) -> Self {
        ExamplesMenu {
            sketches: Rc::default(),
            worker: None,
            has_failed: false,
            python: PythonState::Coming,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Shown(WrittenAs::TaskGraph) => self.ask(context),
            Msg::Shown(WrittenAs::Python) => {
                if self.python != PythonState::There {
                    self.python = PythonState::Coming;
                    let link = context.link().clone();
                    spawn_local(async move {
                        link.send_message(Msg::Python(python_examples::fetched().await));
                    });
                }
            }
            Msg::Sketched(number, sketched) => {
                if let Some(example) = gallery::examples().nth(number) {
                    Rc::make_mut(&mut self.sketches).insert(example.name, sketched);
                }
                if gallery::examples().all(|example| self.is_sketched(example)) {
                    self.worker = None;
                }
            }
            // The next time that it is opened, the rest is asked for again.
            Msg::Failed => {
                self.worker = None;
                self.has_failed = true;
            }
            Msg::Python(is_there) => {
                self.python = match is_there {
                    true => PythonState::There,
                    false => PythonState::Missing,
                };
                if let Some(python) = gallery::python() {
                    let sketched = |example: &'static Example| {
                        let sketched = python.sketched(example.name)?;
                        Some((example.name, Rc::new(sketched.clone())))
                    };
                    let sketches = python.examples().filter_map(sketched);
                    Rc::make_mut(&mut self.sketches).extend(sketches);
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        html! {
            <Menu name={words::examples(language)} tip={words::examples_tip(language)} sheet=true>
                <Panel
                    {language}
                    written_as={props.written_as}
                    python={self.python}
                    sketches={self.sketches.clone()}
                    has_failed={self.has_failed}
                    on_shown={link.callback(Msg::Shown)}
                    on_choose={props.on_open.clone()}
                />
            </Menu>
        }
    }
}

impl ExamplesMenu {
    fn is_sketched(&self, example: &Example) -> bool {
        self.sketches.contains_key(example.name)
    }

    /// Asks for the sketches that are not there yet, unless that was done.
    fn ask(&mut self, context: &Context<Self>) {
        let mut missing = gallery::examples()
            .enumerate()
            .filter(|(_, example)| !self.is_sketched(example))
            .peekable();
        if self.worker.is_some() || missing.peek().is_none() {
            return;
        }
        let on_report = context.link().batch_callback(|report| match report {
            Report::Sketched { number, sketched } => Some(Msg::Sketched(number, Rc::new(sketched))),
            Report::Failed(_) => Some(Msg::Failed),
            _ => None,
        });
        let worker = WorkerHandle::spawn(WrittenAs::TaskGraph, on_report);
        for (number, example) in missing {
            worker.send(Request::Sketch {
                number,
                source: example.program.to_owned(),
            });
        }
        self.worker = Some(worker);
        self.has_failed = false;
    }
}

//! The menu of examples.

mod card;
mod panel;
mod sketch_picture;

use std::rc::Rc;

use yew::prelude::*;

use self::panel::Panel;
use super::WorkerHandle;
use super::menu::Menu;
use crate::export::WrittenAs;
use crate::gallery::{self, Example};
use crate::words::{Language, gallery as words};
use crate::worker::{Report, Request, Sketched};

/// Whom [`ExamplesMenu`] tells.
#[derive(PartialEq, Properties)]
pub struct ExamplesMenuProps {
    /// The language that the page speaks.
    pub language: Language,
    /// An example is to be opened.
    pub on_open: Callback<&'static Example>,
}

/// The menu button, and what opens. The sketches of the examples are made when it is first
/// opened, by a worker that is gone once all are there.
pub struct ExamplesMenu {
    /// In the order of the examples; none where it has not come yet.
    sketches: Sketches,
    worker: Option<WorkerHandle>,
}

/// What is known of how the examples run, in their order.
pub type Sketches = Rc<[Option<Rc<Sketched>>]>;

/// What can happen.
pub enum Msg {
    Opened,
    Sketched(usize, Rc<Sketched>),
    Failed,
}

impl Component for ExamplesMenu {
    type Message = Msg;
    type Properties = ExamplesMenuProps;

    fn create(_: &Context<Self>) -> Self {
        ExamplesMenu {
            sketches: gallery::examples().map(|_| None).collect(),
            worker: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Opened => self.ask(context),
            Msg::Sketched(number, sketched) => {
                let mut sketches = self.sketches.to_vec();
                if let Some(place) = sketches.get_mut(number) {
                    *place = Some(sketched);
                }
                self.sketches = sketches.into();
                if self.sketches.iter().all(Option::is_some) {
                    self.worker = None;
                }
                return true;
            }
            // The next time that it is opened, the rest is asked for again.
            Msg::Failed => self.worker = None,
        }
        false
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        html! {
            <Menu name={words::examples(language)} tip={words::examples_tip(language)} sheet=true>
                <Panel
                    {language}
                    sketches={self.sketches.clone()}
                    on_opened={link.callback(|()| Msg::Opened)}
                    on_choose={props.on_open.clone()}
                />
            </Menu>
        }
    }
}

impl ExamplesMenu {
    /// Asks for the sketches that are not there yet, unless that was done.
    fn ask(&mut self, context: &Context<Self>) {
        if self.worker.is_some() || self.sketches.iter().all(Option::is_some) {
            return;
        }
        let on_report = context.link().batch_callback(|report| match report {
            Report::Sketched { number, sketched } => Some(Msg::Sketched(number, Rc::new(sketched))),
            Report::Failed(_) => Some(Msg::Failed),
            _ => None,
        });
        let worker = WorkerHandle::spawn(WrittenAs::TaskGraph, on_report);
        for (number, example) in gallery::examples().enumerate() {
            if self.sketches[number].is_none() {
                worker.send(Request::Sketch {
                    number,
                    source: example.program.to_owned(),
                });
            }
        }
        self.worker = Some(worker);
    }
}

mod chart;
mod choice;
mod scale;
mod table;

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use self::chart::{Chart, ChartOf};
pub use self::choice::SweepChoice;
use self::table::SweepTable;
use super::{Predictor, TextChange};
use crate::graph::Program;
use crate::lettering::quantity::grouped;
use crate::what_if::{Knob, KnobName, SweepPoint, VALUE_LIMIT, ValuesMistake, knobs};
use crate::words::{Language, page, what_if as words};
use crate::worker::{Report, Request};

/// So many numbers can be chosen from.
const LISTED: usize = 400;

/// The id of what says what is wrong with the values.
const MISTAKE_ID: &str = "sweep-mistake";

/// What [`Sweep`] is about.
#[derive(Properties)]
pub struct SweepProps {
    /// The language that it speaks.
    pub language: Language,
    /// The text of the program.
    pub source: Rc<str>,
    /// The program.
    pub program: Rc<Program>,
    /// What is said instead, where the text is another one meanwhile or has nothing to look at.
    pub in_place: Option<&'static str>,
    /// Which number is swept, and over what.
    pub choice: SweepChoice,
    /// Called with another choice.
    pub on_choice: Callback<SweepChoice>,
    /// Called with a change of the text that the user wants.
    pub on_change: Callback<TextChange>,
}

impl PartialEq for SweepProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.source, &other.source)
            && Rc::ptr_eq(&self.program, &other.program)
            && self.choice == other.choice
            && self.language == other.language
            && self.in_place == other.in_place
    }
}

/// A number of the program and values for it: what is predicted for each, as a chart and as a
/// table. A worker of its own predicts one value after another.
pub struct Sweep {
    predictor: Predictor,
    knobs: Vec<Knob>,
    /// The place of the number that is swept, and its values as they were written.
    chosen: Option<(usize, String)>,
    mistake: Option<ValuesMistake>,
    /// The values, in order.
    values: Vec<u64>,
    /// What the predictions are of.
    subject: Option<Subject>,
    points: BTreeMap<u64, SweepPoint>,
    has_failed: bool,
    lit: Option<u64>,
    /// What was loaded last, in words.
    loaded: Option<String>,
}

/// What is swept: a number, and the text around it. Whatever the number says, the predictions are
/// the same.
#[derive(PartialEq)]
struct Subject {
    name: KnobName,
    before: String,
    after: String,
}

/// What can happen in the sweep.
pub enum SweepMsg {
    /// A part of the answer to a question is there, or the last of it.
    Swept(u32, Vec<SweepPoint>, bool),
    /// The worker can't go on.
    Failed,
    /// The user wants to sweep the number at this place.
    Choose(usize),
    /// The user has written values.
    Write(String),
    /// The user points at a value, or none.
    Light(Option<u64>),
    /// The user wants this value in the program.
    Load(u64),
}

impl SweepMsg {
    fn of(report: Report) -> Option<Self> {
        match report {
            Report::Swept {
                number,
                points,
                is_last,
            } => Some(SweepMsg::Swept(number, points, is_last)),
            Report::Failed(_) => Some(SweepMsg::Failed),
            _ => None,
        }
    }
}

impl Component for Sweep {
    type Message = SweepMsg;
    type Properties = SweepProps;

    fn create(context: &Context<Self>) -> Self {
        let mut sweep = Sweep {
            predictor: Predictor::at_rest(context.link().batch_callback(SweepMsg::of)),
            knobs: Vec::new(),
            chosen: None,
            mistake: None,
            values: Vec::new(),
            subject: None,
            points: BTreeMap::new(),
            has_failed: false,
            lit: None,
            loaded: None,
        };
        sweep.read(context.props());
        sweep
    }

    fn changed(&mut self, context: &Context<Self>, old: &SweepProps) -> bool {
        let props = context.props();
        if props.source != old.source || props.choice != old.choice {
            self.read(props);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: SweepMsg) -> bool {
        let props = context.props();
        match message {
            SweepMsg::Swept(number, points, is_last) => {
                let is_latest = match is_last {
                    true => self.predictor.answered(number),
                    false => self.predictor.is_about(number),
                };
                if is_latest {
                    let points = points.into_iter().map(|point| (point.value, point));
                    self.points.extend(points);
                }
                is_latest
            }
            SweepMsg::Failed => {
                self.has_failed = self.predictor.failed();
                true
            }
            SweepMsg::Choose(place) => {
                if let Some(knob) = self.knobs.get(place) {
                    let name = Some(knob.name(&props.program));
                    props.on_choice.emit(SweepChoice { name, values: None });
                }
                false
            }
            SweepMsg::Write(values) => {
                self.keep_choice(Some(values), props);
                false
            }
            SweepMsg::Light(lit) => std::mem::replace(&mut self.lit, lit) != lit,
            SweepMsg::Load(value) => {
                self.load(value, props);
                true
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let language = props.language;
        let knob = self.knob().filter(|_| props.in_place.is_none());
        let Some((_, knob)) = knob else {
            let sentence = props.in_place.unwrap_or(words::nothing_to_sweep(language));
            return html! { <p class="what-if-note">{ sentence }</p> };
        };
        html! {
            <div class="sweep">
                { self.controls(context) }
                <p class="visually-hidden" role="status">{ self.loaded.clone() }</p>
                if self.has_failed {
                    <p class="what-if-note">{ words::sweep_failed(language) }</p>
                }
                { self.pictures(knob, context) }
            </div>
        }
    }
}

impl Sweep {
    fn knob(&self) -> Option<(usize, &Knob)> {
        let (place, _) = self.chosen.as_ref()?;
        Some((*place, self.knobs.get(*place)?))
    }

    /// Takes in the program and the choice, and asks for what is not predicted yet.
    fn read(&mut self, props: &SweepProps) {
        self.knobs = knobs(&props.source, &props.program);
        self.chosen = props.choice.of(&self.knobs, &props.program);
        self.has_failed = false;
        let Some((place, text)) = &self.chosen else {
            return;
        };
        let knob = &self.knobs[*place];
        let around = |range: Range<usize>| props.source.get(range).unwrap_or_default().to_owned();
        let subject = Some(Subject {
            name: knob.name(&props.program),
            before: around(0..knob.range.start),
            after: around(knob.range.end..props.source.len()),
        });
        if self.subject != subject {
            self.subject = subject;
            self.points.clear();
        }
        match knob.values(text) {
            Ok(values) => {
                self.values = values;
                self.mistake = None;
                self.ask(props);
            }
            Err(mistake) => self.mistake = Some(mistake),
        }
    }

    /// Asks for the values that are not predicted yet.
    fn ask(&mut self, props: &SweepProps) {
        let is_new = |value: &u64| !self.points.contains_key(value);
        let values: Vec<_> = self.values.iter().copied().filter(is_new).collect();
        if let (false, Some((_, knob))) = (values.is_empty(), self.knob()) {
            let (source, knob) = (props.source.to_string(), knob.clone());
            self.predictor.ask(move |number| Request::Sweep {
                number,
                source,
                knob,
                values,
            });
        }
    }

    /// Keeps the number that is swept chosen, with `values` as they were written.
    fn keep_choice(&self, values: Option<String>, props: &SweepProps) {
        if let Some((_, knob)) = self.knob() {
            let name = Some(knob.name(&props.program));
            props.on_choice.emit(SweepChoice { name, values });
        }
    }

    fn load(&mut self, value: u64, props: &SweepProps) {
        let Some((_, knob)) = self.knob() else {
            return;
        };
        let edit = knob.turned_to(&props.source, value);
        let name = knob.say(&props.program, props.language);
        let said = words::loaded(props.language, &name, &knob.shown(value));
        // What is usual for another value may be another range.
        let values = self.chosen.as_ref().map(|(_, values)| values.clone());
        self.keep_choice(values, props);
        self.loaded = Some(said);
        let change = TextChange::new(props.source.clone(), vec![edit]);
        props.on_change.emit(change);
    }

    fn controls(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        let (chosen, values) = self.chosen.clone().unwrap_or_default();
        let more = self.knobs.len().saturating_sub(LISTED);
        let options = self.knobs.iter().enumerate();
        let options = options.filter(|&(place, _)| place < LISTED || place == chosen);
        let onchange = link.batch_callback(|event: Event| {
            let select: HtmlSelectElement = event.target_dyn_into()?;
            Some(SweepMsg::Choose(select.value().parse().ok()?))
        });
        let oninput = link.batch_callback(|event: InputEvent| {
            let input: HtmlInputElement = event.target_dyn_into()?;
            Some(SweepMsg::Write(input.value()))
        });
        html! {
            <div class="sweep-controls">
                <label>
                    <span>{ words::number(language) }</span>
                    <select {onchange}>
                        { for options.map(|(place, knob)| html! {
                            <option value={place.to_string()} selected={place == chosen}>
                                { knob.say(&props.program, language) }
                            </option>
                        }) }
                        if more > 0 {
                            <option disabled=true>{ words::more_numbers(language, &grouped(more as u64)) }</option>
                        }
                    </select>
                </label>
                <label class="sweep-values">
                    <span>{ words::values(language) }</span>
                    <input
                        type="text"
                        value={values}
                        title={words::values_tip(language, &VALUE_LIMIT)}
                        spellcheck="false"
                        autocomplete="off"
                        aria-invalid={self.mistake.is_some().to_string()}
                        aria-describedby={self.mistake.is_some().then_some(MISTAKE_ID)}
                        {oninput}
                    />
                </label>
                <span class="sweep-source">{ words::all_predicted(language) }</span>
                if let Some(mistake) = &self.mistake {
                    <p class="sweep-mistake" id={MISTAKE_ID} role="status">{ mistake.say(language) }</p>
                }
            </div>
        }
    }

    fn pictures(&self, knob: &Knob, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        let values = &self.values;
        let points = values
            .iter()
            .filter_map(|value| self.points.get(value).cloned());
        let points: Vec<SweepPoint> = points.collect();
        let chart = |what| {
            html! {
                <Chart
                    {what}
                    knob={knob.clone()}
                    values={values.clone()}
                    points={points.clone()}
                    lit={self.lit}
                    on_light={link.callback(SweepMsg::Light)}
                    on_load={link.callback(SweepMsg::Load)}
                />
            }
        };
        let key = |class, name| html! { <span class={classes!("key", class)}>{ name }</span> };
        html! {
            <div class="sweep-pictures">
                <div class="sweep-chart">
                    <p aria-hidden="true">
                        { key("sequential", page::sequential(language)) }
                        { key("concurrent", page::concurrent(language)) }
                    </p>
                    { chart(ChartOf::Times) }
                </div>
                <div class="sweep-chart">
                    <p aria-hidden="true">{ key("speed-up", page::speed_up(language)) }</p>
                    { chart(ChartOf::SpeedUp) }
                </div>
                <div class="sweep-figures">
                    <SweepTable
                        name={knob.say(&props.program, language)}
                        knob={knob.clone()}
                        values={values.clone()}
                        points={points.clone()}
                        lit={self.lit}
                        on_light={link.callback(SweepMsg::Light)}
                        on_load={link.callback(SweepMsg::Load)}
                    />
                </div>
            </div>
        }
    }
}

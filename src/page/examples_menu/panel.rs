use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::card::Card;
use super::kind_switch::KindSwitch;
use super::{PythonState, Sketches};
use crate::export::WrittenAs;
use crate::gallery::{self, Example, Group};
use crate::page::marked::marked;
use crate::page::menu::CloseMenu;
use crate::words::{Language, gallery as words};

/// What [`Panel`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct PanelProps {
    /// The language that the page speaks.
    pub language: Language,
    /// What the program is written in that the page shows.
    pub written_as: WrittenAs,
    /// Whether the Python programs are there.
    pub python: PythonState,
    /// What is known of how the examples run.
    pub sketches: Sketches,
    /// Some of that could not be found out.
    pub has_failed: bool,
    /// The examples of a kind are shown.
    pub on_shown: Callback<WrittenAs>,
    /// An example was chosen.
    pub on_choose: Callback<&'static Example>,
}

/// What the menu of examples shows while it is open: a field to search in, and all examples of a
/// kind by theme, or those that are found.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let language = props.language;
    let query = use_state_eq(String::new);
    let kind = use_state_eq(|| props.written_as);
    let close = use_context::<CloseMenu>().unwrap_or_default();
    use_effect_with(*kind, {
        let on_shown = props.on_shown.clone();
        move |kind| on_shown.emit(*kind)
    });
    let on_choose = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |example| {
            close.close();
            on_choose.emit(example);
        })
    };
    let groups = found(*kind, &query, language);
    let first = groups.iter().find_map(|(_, found)| found.first().copied());
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            query.set(field.value());
        })
    };
    let onkeydown = {
        let (query, on_choose) = (query.clone(), on_choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_asked_for = event.key() == "Enter" && !event.is_composing();
            if let Some(example) = first.filter(|_| is_asked_for && !query.trim().is_empty()) {
                event.prevent_default();
                on_choose.emit(example);
            }
        })
    };
    let card = |example: &'static Example| {
        html! {
            <li key={example.name}>
                <Card
                    {example}
                    {language}
                    sketched={props.sketches.get(example.name).cloned()}
                    on_choose={on_choose.clone()}
                />
            </li>
        }
    };
    let group = |(group, found): &(&'static Group, Vec<&'static Example>)| {
        let title = (group.title)(language);
        html! {
            <section key={title} aria-label={title}>
                <h2 class="examples-title">{ title }</h2>
                <ul class="examples-row">{ for found.iter().copied().map(card) }</ul>
            </section>
        }
    };
    let on_kind = {
        let kind = kind.clone();
        Callback::from(move |chosen| kind.set(chosen))
    };
    let is_there = *kind == WrittenAs::TaskGraph || props.python == PythonState::There;
    let count: usize = groups.iter().map(|(_, found)| found.len()).sum();
    html! {
        <>
            <div class="examples-search">
                <input
                    type="search"
                    aria-label={words::search(language)}
                    placeholder={words::search(language)}
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    value={(*query).clone()}
                    {oninput}
                    {onkeydown}
                />
                <KindSwitch {language} chosen={*kind} on_choose={on_kind} />
                <p role="status">
                    if !is_there {
                        { coming(props.python, language) }
                    } else if !query.trim().is_empty() {
                        { said(count, language) }
                    } else if props.has_failed && *kind == WrittenAs::TaskGraph {
                        { words::sketches_failed(language) }
                    }
                </p>
            </div>
            <div class="examples">{ for groups.iter().map(group) }</div>
        </>
    }
}

/// The groups of a kind in which something is found, with what is.
fn found(
    kind: WrittenAs,
    query: &str,
    language: Language,
) -> Vec<(&'static Group, Vec<&'static Example>)> {
    let groups = match kind {
        WrittenAs::TaskGraph => gallery::groups(),
        WrittenAs::Python => gallery::python().map_or(&[][..], |python| &python.groups),
    };
    let groups = groups.iter().map(|group| {
        let examples = group.examples.iter();
        let found = examples.filter(|example| example.matches(query, language));
        (group, found.collect())
    });
    groups
        .filter(|(_, found): &(_, Vec<_>)| !found.is_empty())
        .collect()
}

/// Why there are no Python programs to see.
fn coming(python: PythonState, language: Language) -> &'static str {
    match python {
        PythonState::Missing => words::python_missing(language),
        PythonState::Coming | PythonState::There => words::python_coming(language),
    }
}

/// How many examples are found, in words.
fn said(count: usize, language: Language) -> Html {
    match count {
        0 => marked(words::none_found(language)),
        1 => words::one_found(language).into(),
        _ => words::found(language, &count).into(),
    }
}

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::Sketches;
use super::card::Card;
use crate::gallery::{self, Example, Group};
use crate::page::marked::marked;
use crate::page::menu::CloseMenu;
use crate::words::{Language, gallery as words};

/// What [`Panel`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct PanelProps {
    /// The language that the page speaks.
    pub language: Language,
    /// What is known of how the examples run.
    pub sketches: Sketches,
    /// It is there.
    pub on_opened: Callback<()>,
    /// An example was chosen.
    pub on_choose: Callback<&'static Example>,
}

/// An example that was found, and which of all it is.
type Found = (usize, &'static Example);

/// What the menu of examples shows while it is open: a field to search in, and all examples by
/// theme, or those that are found.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let language = props.language;
    let query = use_state_eq(String::new);
    let close = use_context::<CloseMenu>().unwrap_or_default();
    use_effect_with((), {
        let on_opened = props.on_opened.clone();
        move |()| on_opened.emit(())
    });
    let on_choose = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |example| {
            close.close();
            on_choose.emit(example);
        })
    };
    let groups = found(&query, language);
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
            if let Some((_, example)) = first.filter(|_| is_asked_for && !query.trim().is_empty()) {
                event.prevent_default();
                on_choose.emit(example);
            }
        })
    };
    let card = |(number, example): Found| {
        html! {
            <li key={example.name}>
                <Card
                    {example}
                    {language}
                    sketched={props.sketches.get(number).cloned().flatten()}
                    on_choose={on_choose.clone()}
                />
            </li>
        }
    };
    let group = |(group, found): &(&'static Group, Vec<Found>)| {
        let title = (group.title)(language);
        html! {
            <section key={title} aria-label={title}>
                <h2 class="examples-title">{ title }</h2>
                <ul class="examples-row">{ for found.iter().copied().map(card) }</ul>
            </section>
        }
    };
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
                <p role="status">
                    if !query.trim().is_empty() {
                        { said(count, language) }
                    }
                </p>
            </div>
            <div class="examples">{ for groups.iter().map(group) }</div>
        </>
    }
}

/// The groups in which something is found, with what is.
fn found(query: &str, language: Language) -> Vec<(&'static Group, Vec<Found>)> {
    let mut numbers = 0..;
    let groups = gallery::groups().iter().map(|group| {
        // The numbers come second: of two, the first is asked first, and may have no more.
        let examples = group.examples.iter().zip(numbers.by_ref());
        let found = examples.map(|(example, number)| (number, example));
        let found = found.filter(|(_, example)| example.matches(query, language));
        (group, found.collect())
    });
    groups
        .filter(|(_, found): &(_, Vec<_>)| !found.is_empty())
        .collect()
}

/// How many examples are found, in words.
fn said(count: usize, language: Language) -> Html {
    match count {
        0 => marked(words::none_found(language)),
        1 => words::one_found(language).into(),
        _ => words::found(language, &count).into(),
    }
}

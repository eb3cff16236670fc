use std::rc::Rc;

use yew::prelude::*;

use crate::notation::Located;
use crate::words::page as words;
use crate::worker::Mistaken;

use super::use_language;

/// As many mistakes are listed one by one; the rest is counted.
const LISTED: usize = 50;

/// The id of the list.
pub const MISTAKES_ID: &str = "mistakes";

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct MistakeListProps {
    /// The mistakes, in order.
    pub mistakes: Rc<Mistaken>,
    /// Called with the mistake that the user wants to go to.
    pub on_jump: Callback<Located>,
}

/// The mistakes of the program, each a button that leads to its place.
#[component]
pub fn MistakeList(props: &MistakeListProps) -> Html {
    let language = use_language();
    let count = props.mistakes.count;
    let announcement = match count {
        0 => String::new(),
        1 => words::one_mistake(language).to_owned(),
        count => words::many_mistakes(language, &count),
    };
    let buttons = props.mistakes.first.iter().take(LISTED).map(|mistake| {
        let onclick = {
            let mistake = mistake.clone();
            props.on_jump.reform(move |_| mistake.clone())
        };
        html! {
            <li>
                <button type="button" {onclick}>
                    <span class="line">{ format!("{}:{}", mistake.line, mistake.column) }</span>
                    <span>{ &mistake.message }</span>
                </button>
            </li>
        }
    });
    html! {
        <>
            <div class="visually-hidden" role="status">{ announcement }</div>
            if count > 0 {
                <ul class="mistakes" id={MISTAKES_ID} aria-label={words::mistakes(language)}>
                    { for buttons }
                    if count > LISTED {
                        <li class="more">{ words::more_mistakes(language, &(count - LISTED)) }</li>
                    }
                </ul>
            }
        </>
    }
}

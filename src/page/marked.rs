use yew::prelude::*;

/// A sentence whose names and words of the notation, between backticks, stand out.
pub fn marked(sentence: &str) -> Html {
    let parts = sentence.split('`').enumerate();
    let parts = parts.map(|(place, part)| match place % 2 {
        0 => html! { part.to_owned() },
        _ => html! { <code>{ part.to_owned() }</code> },
    });
    html! { <>{ for parts }</> }
}

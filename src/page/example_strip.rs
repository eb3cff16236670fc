use yew::prelude::*;

use super::marked::marked;
use super::use_language;
use crate::gallery::Example;
use crate::words::{gallery as words, page};

/// What [`ExampleStrip`] says.
#[derive(Properties, PartialEq)]
pub struct ExampleStripProps {
    /// The example that was opened, as long as nobody has dismissed it.
    pub example: Option<&'static Example>,
    /// Whether it was put in place of another program, which can be had back.
    pub can_undo: bool,
    /// Called when the user wants that program back.
    pub on_undo: Callback<()>,
    /// Called when the user has read it.
    pub on_dismiss: Callback<()>,
}

/// What is told of the example that was opened: its title, its story, and what to try. Its place is
/// always there, so that what comes into it is said.
#[component]
pub fn ExampleStrip(props: &ExampleStripProps) -> Html {
    let language = use_language();
    let strip = props.example.map(|example| {
        let telling = example.telling(language);
        html! {
            <div class="example-strip">
                <p class="strip-story">
                    <strong>{ telling.title }</strong>
                    { " " }
                    { marked(&telling.story) }
                </p>
                <p class="strip-try">
                    <strong>{ words::try_this(language) }</strong>
                    { " " }
                    { marked(&telling.try_this) }
                </p>
                <div class="strip-tools">
                    if props.can_undo {
                        <button
                            type="button"
                            title={words::undo_tip(language)}
                            onclick={props.on_undo.reform(|_| ())}
                        >
                            { page::undo(language) }
                        </button>
                    }
                    <button type="button" onclick={props.on_dismiss.reform(|_| ())}>
                        { page::dismiss(language) }
                    </button>
                </div>
            </div>
        }
    });
    html! {
        <div role="status" aria-label={words::example(language)}>{ strip }</div>
    }
}

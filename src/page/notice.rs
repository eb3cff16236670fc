use yew::prelude::*;

use super::use_language;
use crate::words::page as words;

/// What the message bar says.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// The message.
    pub text: AttrValue,
    /// Whether what happened can be undone.
    pub can_undo: bool,
    /// Called when the user wants it undone.
    pub on_undo: Callback<()>,
    /// Called when the user has read it.
    pub on_dismiss: Callback<()>,
}

/// A message to the user that goes away when it is dismissed.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let language = use_language();
    html! {
        <div class="notice" role="alert">
            <span>{ &props.text }</span>
            if props.can_undo {
                <button type="button" onclick={props.on_undo.reform(|_| ())}>{ words::undo(language) }</button>
            }
            <button type="button" onclick={props.on_dismiss.reform(|_| ())}>{ words::dismiss(language) }</button>
        </div>
    }
}

use web_sys::{HtmlInputElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

use crate::page::use_language;
use crate::words::programs as words;

/// What [`NameForm`] asks for, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct NameFormProps {
    /// The field's name.
    pub label: AttrValue,
    /// What stands in it at the beginning.
    pub initial: AttrValue,
    /// What the button says.
    pub submit: AttrValue,
    /// What there is to say of what stands in it.
    pub message: Option<AttrValue>,
    /// The button was pressed, or Enter.
    pub on_submit: Callback<String>,
    /// Something else stands in it now.
    pub on_edited: Callback<()>,
    /// Nothing is to be done after all.
    pub on_cancel: Callback<()>,
}

/// A field for a program's name.
#[component]
pub fn NameForm(props: &NameFormProps) -> Html {
    let language = use_language();
    let field = use_node_ref();
    use_effect_with((), {
        let (field, initial) = (field.clone(), props.initial.clone());
        move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value(&initial);
                // It can fail for elements that take no focus only.
                let _: Result<(), _> = field.focus();
                field.select();
            }
        }
    });
    let onsubmit = {
        let (field, on_submit) = (field.clone(), props.on_submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                on_submit.emit(field.value());
            }
        })
    };
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.stop_propagation();
                on_cancel.emit(());
            }
        })
    };
    html! {
        <form class="name-form" {onsubmit} {onkeydown}>
            <label>
                <span>{ &props.label }</span>
                <input
                    ref={field}
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid={props.message.is_some().to_string()}
                    aria-describedby="name-message"
                    oninput={props.on_edited.reform(|_| ())}
                />
            </label>
            <p id="name-message" class="name-message" role="alert">{ props.message.clone() }</p>
            <div class="name-buttons">
                <button type="submit" class="plain-button">{ &props.submit }</button>
                <button
                    type="button"
                    class="plain-button"
                    onclick={props.on_cancel.reform(|_| ())}
                >
                    { words::cancel(language) }
                </button>
            </div>
        </form>
    }
}

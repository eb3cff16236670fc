use std::ops::Range;
use std::rc::Rc;

use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::backdrop::{Backdrop, LINE_HEIGHT_PX, View};
use super::mistake_list::MistakeList;
use super::resize_watch::ResizeWatch;
use crate::notation::Located;
use crate::worker::Mistaken;

/// What the empty text box shows.
const PLACEHOLDER: &str = "# One line is one task, for example:\n\
    pool db = 2\n\n\
    user:        io 300ms\n\
    posts[1..6]: io 400ms  after user  using db\n\
    render:      cpu 120ms after posts";

/// What the editor shows.
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The text.
    pub text: Rc<str>,
    /// Counts the times at which the text was changed otherwise than by typing.
    pub revision: u32,
    /// The mistakes of the text, in order.
    pub mistakes: Rc<Mistaken>,
    /// The lines that are pointed at elsewhere, from 0.
    pub pointed: Option<Range<usize>>,
    /// A word on the state of the text.
    pub status: AttrValue,
    /// Called with the whole text at each change.
    pub on_input: Callback<String>,
}

/// The text box for the program: a real `<textarea>`, its text coloured by a backdrop, with the
/// mistakes at their places and in a list.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let textarea = use_node_ref();
    let view = use_state_eq(|| View {
        top_px: 0,
        left_px: 0,
        height_px: 0,
    });
    use_effect_with(textarea.clone(), {
        let view = view.clone();
        move |textarea| {
            let textarea = textarea.cast::<HtmlTextAreaElement>();
            let observer = textarea.map(|textarea| {
                ResizeWatch::new(textarea.clone(), move || view.set(view_of(&textarea)))
            });
            move || drop(observer)
        }
    });

    use_effect_with(props.revision, {
        let (textarea, text) = (textarea.clone(), props.text.clone());
        move |_| {
            if let Some(textarea) = textarea.cast::<HtmlTextAreaElement>()
                && textarea.value() != *text
            {
                textarea.set_value(&text);
            }
        }
    });

    let oninput = props
        .on_input
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onscroll = {
        let view = view.clone();
        Callback::from(move |event: Event| view.set(view_of(&event.target_unchecked_into())))
    };
    let on_jump = {
        let textarea = textarea.clone();
        Callback::from(move |mistake: Located| {
            if let Some(textarea) = textarea.cast::<HtmlTextAreaElement>() {
                select(&textarea, &mistake);
            }
        })
    };
    let has_mistakes = props.mistakes.count > 0;
    html! {
        <section class="editor">
            <div class="tabs">
                <label class="title" for="program">{ "Task graph" }</label>
                <span class="status" role="status">{ &props.status }</span>
            </div>
            <div class="code">
                <Backdrop
                    text={props.text.clone()}
                    mistakes={props.mistakes.clone()}
                    pointed={props.pointed.clone()}
                    view={*view}
                />
                <textarea
                    id="program"
                    ref={textarea}
                    aria-label="Task graph"
                    aria-invalid={has_mistakes.to_string()}
                    aria-describedby={has_mistakes.then_some("mistakes")}
                    placeholder={PLACEHOLDER}
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    wrap="off"
                    {oninput}
                    {onscroll}
                />
            </div>
            <MistakeList mistakes={props.mistakes.clone()} {on_jump} />
        </section>
    }
}

fn view_of(textarea: &HtmlTextAreaElement) -> View {
    View {
        top_px: textarea.scroll_top(),
        left_px: textarea.scroll_left(),
        height_px: textarea.client_height(),
    }
}

/// Selects the range of a mistake, and brings it into view.
fn select(textarea: &HtmlTextAreaElement, mistake: &Located) {
    let range = &mistake.range_utf16;
    // Both can fail only for elements that are no text box.
    let _: Result<(), _> = textarea.focus();
    let _: Result<(), _> =
        textarea.set_selection_range(range.start as u32, range.end.max(range.start + 1) as u32);
    let line_px = (mistake.line as i32 - 1) * LINE_HEIGHT_PX;
    textarea.set_scroll_top((line_px - textarea.client_height() / 2).max(0));
}

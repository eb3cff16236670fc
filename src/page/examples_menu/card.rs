use std::rc::Rc;

use yew::prelude::*;

use super::sketch_picture::SketchPicture;
use crate::gallery::{Example, Sketched};
use crate::lettering::quantity::plain_duration;
use crate::page::marked::marked;
use crate::words::{Language, gallery as words};

/// What [`Card`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The example.
    pub example: &'static Example,
    /// The language that the page speaks.
    pub language: Language,
    /// What its runs come to; none where that is not known yet. Its place is kept free.
    pub sketched: Option<Rc<Sketched>>,
    /// It was chosen.
    pub on_choose: Callback<&'static Example>,
}

/// An example to choose: a small picture of its runs, its title, its figures and its story.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps {
        example, language, ..
    } = *props;
    let telling = example.telling(language);
    let [title, about] = ["title", "about"].map(|part| format!("example-{}-{part}", example.name));
    // A program that waits for nothing takes no time to speak of.
    let sketched = props.sketched.as_ref();
    let timed = sketched.filter(|sketched| sketched.sequential_us > 0);
    let times = timed.map(|sketched| {
        let [sequential, concurrent] =
            [sketched.sequential_us, sketched.concurrent_us].map(plain_duration);
        html! {
            <>
                <span aria-hidden="true">{ format!("{sequential} → {concurrent}") }</span>
                <span class="visually-hidden">
                    { words::takes(language, &sequential, &concurrent) }
                </span>
            </>
        }
    });
    html! {
        <button
            type="button"
            class="example"
            aria-labelledby={title.clone()}
            aria-describedby={about.clone()}
            onclick={props.on_choose.reform(move |_| example)}
        >
            <SketchPicture sketched={props.sketched.clone()} />
            <span class="example-title" id={title}>{ telling.title }</span>
            <span class="example-about" id={about}>
                <span class="example-times">{ times }</span>
                <span class="example-story">{ marked(&telling.story) }</span>
            </span>
        </button>
    }
}

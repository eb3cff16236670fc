use yew::prelude::*;

use super::menu::{Menu, MenuItem};
use super::use_language;
use crate::export::RunSource;
use crate::words::programs as words;

/// What is taken away of the two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takeaway {
    /// Their picture, in pixels.
    Png,
    /// Their picture, in lines.
    Svg,
    /// Their records, as JSON.
    Record,
    /// Their trace, for Perfetto.
    Trace,
}

/// What [`ExportMenu`] is about, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct ExportMenuProps {
    /// Where the times come from of what is taken away; none where there is nothing.
    pub source: Option<RunSource>,
    /// Something is to be taken away.
    pub on_export: Callback<Takeaway>,
    /// The code is to be copied that shows the program in another page.
    pub on_embed: Callback<()>,
}

/// The menu of what is taken away.
#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    let language = use_language();
    let item = |what, label: &'static str, tip: Option<&'static str>| {
        let on_choose = props.on_export.reform(move |()| what);
        let disabled = props.source.is_none();
        html! { <MenuItem {label} {tip} {disabled} {on_choose} /> }
    };
    html! {
        <Menu name={words::export(language)} tip={words::export_tip(language)}>
            <p class="menu-title">
                { match props.source {
                    Some(RunSource::Predicted) => words::of_prediction(language),
                    Some(RunSource::Measured) => words::of_measured(language),
                    None => words::nothing_to_export(language),
                } }
            </p>
            { item(Takeaway::Png, words::picture_png(language), None) }
            { item(Takeaway::Svg, words::picture_svg(language), None) }
            { item(
                Takeaway::Record,
                words::record_json(language),
                Some(words::record_tip(language)),
            ) }
            { item(
                Takeaway::Trace,
                words::trace_perfetto(language),
                Some(words::trace_tip(language)),
            ) }
            <hr class="menu-line" />
            <MenuItem
                label={words::embed_code(language)}
                tip={words::embed_tip(language)}
                on_choose={props.on_embed.clone()}
            />
        </Menu>
    }
}

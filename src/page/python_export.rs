use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::clipboard::copy;
use super::download;
use super::use_language;
use crate::words::{Language, page as words, python};

/// The name of the file that is downloaded.
const FILE_NAME: &str = "program.py";

const FILE_KIND: &str = "text/x-python;charset=utf-8";

/// So many lines are shown; more would make the page slow, and nobody reads them here.
const SHOWN_LINES: usize = 2_000;

/// How long it is said that the script was copied, in milliseconds.
const SAID_MS: u32 = 2_000;

/// What [`PythonExport`] shows.
#[derive(PartialEq, Properties)]
pub struct PythonExportProps {
    /// The program as a Python script; none where it is still to come.
    pub script: Option<AttrValue>,
    /// Whether the program has been changed since, and has mistakes.
    pub stale: bool,
}

/// The program as a Python script, to read.
#[component]
pub fn PythonExport(props: &PythonExportProps) -> Html {
    let language = use_language();
    let Some(script) = &props.script else {
        return html! {
            <div class="script" aria-busy={(!props.stale).to_string()}>
                if props.stale {
                    <p class="script-note">{ words::script_later(language) }</p>
                }
            </div>
        };
    };
    let end = script.match_indices('\n').nth(SHOWN_LINES - 1);
    let shown = end.map_or(script.as_str(), |(end, _)| &script[..end]);
    let left_out = script[shown.len()..].lines().count().saturating_sub(1);
    html! {
        <pre
            class={classes!("script", props.stale.then_some("stale"))}
            title={props.stale.then_some(words::stale(language))}
            tabindex="0"
            role="group"
            aria-label={words::script(language)}
        >
            <code>{ shown.to_owned() }</code>
            if left_out > 0 {
                <p class="script-note">
                    { words::script_cut(language, &left_out) }
                </p>
            }
        </pre>
    }
}

/// What [`ScriptTools`] is about.
#[derive(PartialEq, Properties)]
pub struct ScriptToolsProps {
    /// The script.
    pub script: AttrValue,
    /// Whether it can be opened as a Python program.
    pub can_open: bool,
    /// Called with the script when it is to be opened so.
    pub on_open: Callback<AttrValue>,
    /// Called with a message where something did not work.
    pub on_trouble: Callback<fn(Language) -> &'static str>,
}

/// The buttons that take the script away.
#[component]
pub fn ScriptTools(props: &ScriptToolsProps) -> Html {
    let language = use_language();
    let said = use_state(|| None::<Timeout>);
    let on_copy = {
        let (script, said) = (props.script.clone(), said.clone());
        let on_trouble = props.on_trouble.clone();
        Callback::from(move |_| {
            let (script, said, on_trouble) = (script.clone(), said.clone(), on_trouble.clone());
            spawn_local(async move {
                if copy(&script).await.is_ok() {
                    let later = said.clone();
                    said.set(Some(Timeout::new(SAID_MS, move || later.set(None))));
                } else {
                    on_trouble.emit(words::script_not_copied);
                }
            });
        })
    };
    let on_download = {
        let (script, on_trouble) = (props.script.clone(), props.on_trouble.clone());
        Callback::from(move |_| {
            if download::text(FILE_NAME, FILE_KIND, &script).is_err() {
                on_trouble.emit(words::script_not_downloaded);
            }
        })
    };
    html! {
        <div class="script-tools">
            <span role="status">{ if said.is_some() { words::copied(language) } else { "" } }</span>
            <button
                type="button"
                title={python::open_as_python_tip(language)}
                disabled={!props.can_open}
                onclick={props.on_open.reform({
                    let script = props.script.clone();
                    move |_| script.clone()
                })}
            >
                { python::open_as_python(language) }
            </button>
            <button type="button" onclick={on_copy}>{ words::copy(language) }</button>
            <button type="button" onclick={on_download}>{ words::download(language) }</button>
        </div>
    }
}

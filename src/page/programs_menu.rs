//! The menu of programs: those that the browser keeps by name, and files.

mod name_form;
mod panel;
mod row;
mod saved_when;

use std::rc::Rc;

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use self::panel::Panel;
use super::menu::Menu;
use super::named_program::{NamedProgram, ProgramName};
use super::use_language;
use crate::export::WrittenAs;
use crate::words::programs as words;

/// What [`ProgramsMenu`] is about, and whom it tells.
#[derive(Clone, PartialEq, Properties)]
pub struct ProgramsMenuProps {
    /// What the program that is shown is written in.
    pub written_as: WrittenAs,
    /// Its text.
    pub text: Rc<str>,
    /// The name by which it was opened or saved.
    pub name: Option<ProgramName>,
    /// A program is to be opened.
    pub on_open: Callback<NamedProgram>,
    /// The text was saved by this name.
    pub on_saved: Callback<ProgramName>,
    /// The program that is shown has another name.
    pub on_renamed: Callback<ProgramName>,
    /// A file is to be opened.
    pub on_file: Callback<File>,
    /// The text is to be saved as a file.
    pub on_save_file: Callback<()>,
}

/// The menu button, and what opens.
#[component]
pub fn ProgramsMenu(props: &ProgramsMenuProps) -> Html {
    let language = use_language();
    let file = use_node_ref();
    // A deleted program can be had back as long as the page is there.
    let deleted = use_state(|| None::<Rc<NamedProgram>>);
    let on_open_file = {
        let file = file.clone();
        Callback::from(move |()| {
            if let Some(file) = file.cast::<HtmlInputElement>() {
                file.click();
            }
        })
    };
    let on_file = props.on_file.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_file.emit(file);
        }
        // The same file may be chosen again.
        input.set_value("");
    });
    html! {
        <>
            <Menu name={words::programs(language)} tip={words::programs_tip(language)}>
                <Panel
                    about={props.clone()}
                    {language}
                    deleted={(*deleted).clone()}
                    on_deleted={Callback::from(move |program| deleted.set(program))}
                    {on_open_file}
                />
            </Menu>
            <input
                ref={file}
                type="file"
                hidden=true
                accept=".txt,.graph,.py,text/plain,text/x-python"
                aria-label={words::open_file(language)}
                {onchange}
            />
        </>
    }
}

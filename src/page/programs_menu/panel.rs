use std::rc::Rc;

use yew::context::ContextHandle;
use yew::prelude::*;

use super::ProgramsMenuProps;
use super::name_form::NameForm;
use super::row::Row;
use crate::page::menu::{CloseMenu, MenuItem, regain_focus};
use crate::page::named_program::{NAME_LIMIT, NameRefusal, NamedProgram, ProgramName};
use crate::page::program_store::{self, Unkept};
use crate::page::seen_programs;
use crate::words::{Language, programs as words};

/// What [`Panel`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct PanelProps {
    /// What the menu is about.
    pub about: ProgramsMenuProps,
    /// The language that the page speaks.
    pub language: Language,
    /// The program that was deleted last.
    pub deleted: Option<Rc<NamedProgram>>,
    /// A program was deleted, or is back.
    pub on_deleted: Callback<Option<Rc<NamedProgram>>>,
    /// A file is to be chosen.
    pub on_open_file: Callback<()>,
}

/// What the menu of programs shows while it is open.
pub struct Panel {
    programs: Result<Vec<NamedProgram>, Unkept>,
    doing: Doing,
    /// What was wrong with what was asked for last.
    trouble: Option<String>,
    all: NodeRef,
    undo: NodeRef,
    close: CloseMenu,
    _close_may_change: Option<ContextHandle<CloseMenu>>,
}

/// What the user is about to do.
enum Doing {
    Nothing,
    /// A name is asked for; where it is another program's, whether to replace that.
    SavingAs {
        asked: Option<Asked>,
    },
    Renaming(NamedProgram),
}

/// What is to be replaced or not.
struct Asked {
    name: ProgramName,
    /// It was the user's own here, and was saved in another tab since.
    is_newer: bool,
}

/// What can happen.
pub enum Msg {
    Save(ProgramName),
    AskName,
    SaveAs(String),
    AskNewName(NamedProgram),
    Rename(String),
    Edited,
    Cancel,
    Delete(NamedProgram),
    Restore,
    Open(NamedProgram),
    Close(CloseMenu),
}

impl Component for Panel {
    type Message = Msg;
    type Properties = PanelProps;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let (close, handle) = link.context(link.callback(Msg::Close)).unzip();
        Panel {
            programs: program_store::all(),
            doing: Doing::Nothing,
            trouble: None,
            all: NodeRef::default(),
            undo: NodeRef::default(),
            close: close.unwrap_or_default(),
            _close_may_change: handle,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        let props = context.props();
        self.trouble = None;
        match message {
            Msg::Save(name) => self.save_again(props, name),
            Msg::AskName => self.doing = Doing::SavingAs { asked: None },
            Msg::SaveAs(typed) => self.save_as(props, &typed),
            Msg::AskNewName(program) => self.doing = Doing::Renaming(program),
            Msg::Rename(typed) => self.rename(props, &typed),
            Msg::Edited => {
                if let Doing::SavingAs { asked } = &mut self.doing {
                    *asked = None;
                }
            }
            Msg::Cancel => self.doing = Doing::Nothing,
            Msg::Delete(program) => {
                // What another tab has saved since the menu was opened can be had back too.
                let program = program_store::get(&program.name).unwrap_or(program);
                match program_store::forget(&program.name) {
                    Ok(()) => props.on_deleted.emit(Some(Rc::new(program))),
                    Err(why) => self.trouble = Some(why.say(props.language).to_owned()),
                }
            }
            Msg::Restore => self.restore(props),
            Msg::Open(program) => {
                let program = program_store::get(&program.name).unwrap_or(program);
                seen_programs::note(&program);
                self.close.close();
                props.about.on_open.emit(program);
            }
            Msg::Close(close) => self.close = close,
        }
        self.programs = program_store::all();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        html! {
            <div class="programs" ref={self.all.clone()}>
                if let Doing::SavingAs { asked } = &self.doing {
                    <NameForm
                        label={words::name(language)}
                        initial={self.saved_name(props).map_or("", ProgramName::as_str).to_owned()}
                        submit={match asked {
                            Some(_) => words::replace(language),
                            None => words::save(language),
                        }}
                        message={self.message(language)}
                        on_submit={link.callback(Msg::SaveAs)}
                        on_edited={link.callback(|()| Msg::Edited)}
                        on_cancel={link.callback(|()| Msg::Cancel)}
                    />
                } else {
                    { self.commands(context) }
                }
                { self.saved(context) }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        regain_focus(&self.all, &self.undo);
    }
}

impl Panel {
    /// What can be done with the program that is shown, and with files.
    fn commands(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        let save = self.saved_name(props).map(|name| {
            let label = words::save_to(language, &name.shown());
            let name = name.clone();
            let on_choose = link.callback(move |()| Msg::Save(name.clone()));
            html! { <MenuItem {label} stays=true {on_choose} /> }
        });
        html! {
            <>
                { save }
                <MenuItem
                    label={words::save_as(language)}
                    stays=true
                    on_choose={link.callback(|()| Msg::AskName)}
                />
                <MenuItem
                    label={words::open_file(language)}
                    on_choose={props.on_open_file.clone()}
                />
                <MenuItem
                    label={words::save_file(language)}
                    tip={words::save_file_tip(language)}
                    on_choose={props.about.on_save_file.clone()}
                />
            </>
        }
    }

    /// The programs that are saved, and what became of them.
    fn saved(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        let programs = match &self.programs {
            Ok(programs) => programs,
            Err(why) => return html! { <p class="menu-note">{ why.say(language) }</p> },
        };
        let is_asking = !matches!(self.doing, Doing::Nothing);
        html! {
            <>
                <h2 class="menu-title">{ words::saved_programs(language) }</h2>
                <p class="menu-note" role="status">
                    if let Some(trouble) = self.trouble.as_ref().filter(|_| !is_asking) {
                        { trouble }
                    } else if let Some(program) = &props.deleted {
                        { words::deleted(language, &program.name.shown()) }
                        <button
                            ref={self.undo.clone()}
                            type="button"
                            class="link-button"
                            onclick={link.callback(|_| Msg::Restore)}
                        >
                            { words::undo_delete(language) }
                        </button>
                    } else if programs.is_empty() {
                        { words::none_saved(language) }
                    }
                </p>
                <ul class="program-list">
                    { for programs.iter().map(|program| self.row(program, context)) }
                </ul>
            </>
        }
    }

    fn row(&self, program: &NamedProgram, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let language = props.language;
        let key = program.name.key();
        match &self.doing {
            Doing::Renaming(renamed) if renamed.name == program.name => html! {
                <li {key}>
                    <NameForm
                        label={words::new_name(language, &program.name.shown())}
                        initial={program.name.as_str().to_owned()}
                        submit={words::rename(language)}
                        message={self.message(language)}
                        on_submit={link.callback(Msg::Rename)}
                        on_edited={link.callback(|()| Msg::Edited)}
                        on_cancel={link.callback(|()| Msg::Cancel)}
                    />
                </li>
            },
            _ => html! {
                <Row
                    {key}
                    program={program.clone()}
                    is_shown={props.about.name.as_ref() == Some(&program.name)}
                    on_open={link.callback(Msg::Open)}
                    on_rename={link.callback(Msg::AskNewName)}
                    on_delete={link.callback(Msg::Delete)}
                />
            },
        }
    }

    /// What the form says of the name in it.
    fn message(&self, language: Language) -> Option<String> {
        let asked = match &self.doing {
            Doing::SavingAs { asked } => asked.as_ref(),
            _ => None,
        };
        let question = || {
            asked.map(|Asked { name, is_newer }| match is_newer {
                true => words::saved_elsewhere(language, &name.shown()),
                false => words::name_asked(language, &name.shown()),
            })
        };
        self.trouble.clone().or_else(question)
    }

    /// The name of the program that is shown, as long as one is saved by it.
    fn saved_name<'p>(&self, props: &'p PanelProps) -> Option<&'p ProgramName> {
        let programs = self.programs.as_ref().ok()?;
        let name = props.about.name.as_ref()?;
        let is_saved = programs.iter().any(|program| program.name == *name);
        is_saved.then_some(name)
    }

    /// Saves what is shown by the name that it has, unless that would replace what this tab does not
    /// know.
    fn save_again(&mut self, props: &PanelProps, name: ProgramName) {
        let is_known =
            |kept: &NamedProgram| seen_programs::has_seen(kept) || kept.text == props.about.text;
        match program_store::get(&name).is_none_or(|kept| is_known(&kept)) {
            true => self.save(props, name),
            false => {
                let asked = Asked {
                    name,
                    is_newer: true,
                };
                self.doing = Doing::SavingAs { asked: Some(asked) };
            }
        }
    }

    fn save(&mut self, props: &PanelProps, name: ProgramName) {
        let program = NamedProgram {
            name: name.clone(),
            written_as: props.about.written_as,
            text: props.about.text.clone(),
            saved_ms: js_sys::Date::now(),
        };
        match program_store::keep(&program) {
            Ok(()) => {
                seen_programs::note(&program);
                self.close.close();
                props.about.on_saved.emit(name);
            }
            Err(why) => self.trouble = Some(why.say(props.language).to_owned()),
        }
    }

    fn save_as(&mut self, props: &PanelProps, typed: &str) {
        let Doing::SavingAs { asked } = &mut self.doing else {
            return;
        };
        match ProgramName::new(typed) {
            Ok(name) => {
                let is_asked = asked.as_ref().is_some_and(|asked| asked.name == name);
                match is_asked || !program_store::is_taken(&name) {
                    true => self.save(props, name),
                    false => {
                        *asked = Some(Asked {
                            name,
                            is_newer: false,
                        });
                    }
                }
            }
            Err(why) => self.trouble = Some(refusal(why, props.language)),
        }
    }

    fn rename(&mut self, props: &PanelProps, typed: &str) {
        let Doing::Renaming(program) = &self.doing else {
            return;
        };
        let language = props.language;
        let name = match ProgramName::new(typed) {
            Ok(name) if name == program.name => {
                self.doing = Doing::Nothing;
                return;
            }
            Ok(name) => name,
            Err(why) => {
                self.trouble = Some(refusal(why, language));
                return;
            }
        };
        if program_store::is_taken(&name) {
            self.trouble = Some(words::name_taken(language, &name.shown()));
            return;
        }
        let now = program_store::get(&program.name).unwrap_or_else(|| program.clone());
        match program_store::rename(&now, name.clone()) {
            Ok(()) => {
                if seen_programs::has_seen(&now) {
                    seen_programs::note(&NamedProgram {
                        name: name.clone(),
                        ..now
                    });
                }
                if props.about.name.as_ref() == Some(&program.name) {
                    props.about.on_renamed.emit(name);
                }
                self.doing = Doing::Nothing;
            }
            Err(why) => self.trouble = Some(why.say(language).to_owned()),
        }
    }

    fn restore(&mut self, props: &PanelProps) {
        let Some(program) = &props.deleted else {
            return;
        };
        // What was saved by its name since is not to be lost for it.
        let kept = match program_store::is_taken(&program.name) {
            true => Err(words::name_taken(props.language, &program.name.shown())),
            false => program_store::keep(program).map_err(|why| why.say(props.language).to_owned()),
        };
        match kept {
            Ok(()) => props.on_deleted.emit(None),
            Err(why) => self.trouble = Some(why),
        }
    }
}

/// Why a name is none, in a sentence.
fn refusal(why: NameRefusal, language: Language) -> String {
    match why {
        NameRefusal::Empty => words::name_empty(language).to_owned(),
        NameRefusal::TooLong => words::name_too_long(language, &NAME_LIMIT),
    }
}

use std::ops::Range;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::code_editor::{CodeEditor, CodeEditorOptions};
use super::mistake_list::{MISTAKES_ID, MistakeList};
use super::python_editor_script;
use super::utf16::units;
use super::{Standing, TextChange, Trial, WantedLine};
use crate::export::WrittenAs;
use crate::notation::Located;
use crate::words::Language;
use crate::worker::Mistaken;

/// What the editor shows.
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// What the program is written in.
    pub written_as: WrittenAs,
    /// The text.
    pub text: Rc<str>,
    /// Counts the times at which the text was changed otherwise than by typing.
    pub revision: u32,
    /// The mistakes of the text, in order.
    pub mistakes: Rc<Mistaken>,
    /// The language that it speaks.
    pub language: Language,
    /// The lines that are pointed at, from 0.
    pub pointed: Option<Range<usize>>,
    /// What was changed last in it otherwise than by typing.
    pub change: Option<TextChange>,
    /// What was tried last in place of a part of the text.
    pub trial: Option<Trial>,
    /// The line that the user wanted to go to last from elsewhere.
    pub wanted_line: Option<WantedLine>,
    /// Where tasks stand in a Python program.
    pub standing: Vec<Standing>,
    /// Called with the whole text at each change.
    pub on_input: Callback<String>,
    /// Called with the line, from 0, that the user points at here, or none.
    pub on_point_line: Callback<Option<usize>>,
}

/// The editor of the program, with its mistakes at their places and in a list.
pub struct Editor {
    place: NodeRef,
    code: Option<CodeEditor>,
}

/// What can happen in the editor.
pub enum EditorMsg {
    /// The text is another one now.
    Changed(String),
    /// Another line is pointed at, or none.
    PointLine(Option<usize>),
    /// The user wants to go to a mistake.
    Jump(Located),
    /// What it needs is there.
    Ready,
}

impl Component for Editor {
    type Message = EditorMsg;
    type Properties = EditorProps;

    fn create(_: &Context<Self>) -> Self {
        Editor {
            place: NodeRef::default(),
            code: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: EditorMsg) -> bool {
        let props = context.props();
        match message {
            EditorMsg::Changed(text) => props.on_input.emit(text),
            EditorMsg::PointLine(line) => props.on_point_line.emit(line),
            EditorMsg::Jump(mistake) => {
                if let Some(code) = &self.code {
                    code.select(mistake.range_utf16);
                }
            }
            EditorMsg::Ready => self.begin(context),
        }
        false
    }

    fn changed(&mut self, context: &Context<Self>, old: &EditorProps) -> bool {
        let props = context.props();
        if let Some(code) = &self.code {
            if props.revision != old.revision {
                code.set_text(&props.text);
            }
            if props.language != old.language {
                code.set_language(props.language);
            }
            if let Some(trial) = props.trial.as_ref()
                && props.trial != old.trial
            {
                code.try_part(trial);
            }
            if let Some(change) = props.change.as_ref()
                && props.change != old.change
            {
                code.edit(change);
            }
            if props.mistakes != old.mistakes {
                code.set_mistakes(&props.mistakes.first);
            }
            if props.pointed != old.pointed {
                code.set_lit_lines(props.pointed.clone().unwrap_or_default());
            }
            if props.standing != old.standing {
                code.set_standing(&props.standing, props.language);
            }
            if let Some(wanted) = props.wanted_line
                && props.wanted_line != old.wanted_line
            {
                code.select(range_of_line(&props.text, wanted.line));
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        html! {
            <>
                <div class="code" ref={self.place.clone()} />
                <MistakeList
                    mistakes={props.mistakes.clone()}
                    on_jump={context.link().callback(EditorMsg::Jump)}
                />
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first_render: bool) {
        if !first_render {
            return;
        }
        if context.props().written_as == WrittenAs::Python && !python_editor_script::is_loaded() {
            python_editor_script::load(context.link().callback(|()| EditorMsg::Ready));
        } else {
            self.begin(context);
        }
    }
}

impl Editor {
    fn begin(&mut self, context: &Context<Self>) {
        let Some(place) = self.place.cast::<Element>() else {
            return;
        };
        let (props, link) = (context.props(), context.link());
        let code = CodeEditor::new(
            &place,
            CodeEditorOptions {
                written_as: props.written_as,
                text: &props.text,
                language: props.language,
                described_by: MISTAKES_ID,
                on_change: link.callback(EditorMsg::Changed),
                on_point_line: link.callback(EditorMsg::PointLine),
            },
        );
        code.set_mistakes(&props.mistakes.first);
        self.code = Some(code);
    }
}

/// Where a line stands, in UTF-16 units; behind the text where it has fewer lines.
fn range_of_line(text: &str, line: usize) -> Range<usize> {
    let before: usize = text.split_inclusive('\n').take(line).map(units).sum();
    let line = text.split('\n').nth(line).unwrap_or_default();
    before..before + units(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_behind_letters_of_two_units() {
        let text = "\u{1f600}\nab\n";
        assert_eq!(range_of_line(text, 0), 0..2);
        assert_eq!(range_of_line(text, 1), 3..5);
        assert_eq!(range_of_line(text, 9), 6..6);
    }
}

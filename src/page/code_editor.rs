use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Callback;

use super::coloured_word::ColouredWord;
use super::utf16::{byte_at, units};
use super::{Completion, Completions, Standing, TextChange, Trial, TrialState, WordHelp};
use super::{program_tabs, python_editor_script};
use crate::export::WrittenAs;
use crate::notation::Located;
use crate::words::{self, Language};

/// The task graph that the empty editor shows.
const HINT: &str = "pool db = 2\n\n\
    user:        io 300ms\n\
    posts[1..6]: io 400ms  after user  using db\n\
    render:      cpu 120ms after posts";

/// The Python program that the empty editor shows.
const PYTHON_HINT: &str = "import asyncio\n\n\
    async def main():\n    \
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\n\n\
    asyncio.run(main())";

#[wasm_bindgen]
extern "C" {
    /// The class of `static/editor/editor.js`.
    #[wasm_bindgen(js_name = CodeEditor)]
    type Script;

    #[wasm_bindgen(constructor, js_class = "CodeEditor")]
    fn new(parent: &Element, options: &Object) -> Script;

    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Script, text: &str);

    #[wasm_bindgen(method, js_name = setLanguage)]
    fn set_language(this: &Script, language: JsValue);

    #[wasm_bindgen(method)]
    fn edit(this: &Script, changes: JsValue);

    #[wasm_bindgen(method, js_name = tryPart)]
    fn try_part(this: &Script, from: usize, to: usize, insert: &str);

    #[wasm_bindgen(method, js_name = endTrial)]
    fn end_trial(this: &Script, keep: bool);

    #[wasm_bindgen(method, js_name = setMistakes)]
    fn set_mistakes(this: &Script, mistakes: JsValue);

    #[wasm_bindgen(method, js_name = setLitLines)]
    fn set_lit_lines(this: &Script, first: usize, end: usize);

    #[wasm_bindgen(method)]
    fn select(this: &Script, from: usize, to: usize);

    #[wasm_bindgen(method)]
    fn destroy(this: &Script);

    /// The class of `static/editor/python_editor.js`.
    #[wasm_bindgen(js_name = PythonEditor, extends = Script)]
    type PythonScript;

    #[wasm_bindgen(constructor, js_class = "PythonEditor")]
    fn new(parent: &Element, options: &Object) -> PythonScript;

    #[wasm_bindgen(method, js_name = setStanding)]
    fn set_standing(this: &PythonScript, lines: JsValue);
}

/// What an editor stands in the document as, and what it tells.
pub struct CodeEditorOptions<'t> {
    /// What the text is written in.
    pub written_as: WrittenAs,
    /// Its text at the beginning.
    pub text: &'t str,
    /// The language that it speaks.
    pub language: Language,
    /// The id of the element that describes what is wrong, where something is.
    pub described_by: &'t str,
    /// Called with the whole text at each change.
    pub on_change: Callback<String>,
    /// Called with the line, from 0, that the user points at, by the mouse or the cursor.
    pub on_point_line: Callback<Option<usize>>,
}

/// A code editor in an element of the page, until it is dropped. CodeMirror does the editing; what
/// it shows of the notation it asks for here, and what it shows of Python it knows by itself.
pub struct CodeEditor {
    written_as: WrittenAs,
    script: Script,
    language: Rc<Cell<Language>>,
    _answers: Answers,
}

impl CodeEditor {
    /// An editor that fills `parent`. The one for Python shows no colours where its script could
    /// not be had.
    pub fn new(parent: &Element, options: CodeEditorOptions) -> Self {
        let language = Rc::new(Cell::new(options.language));
        let answers = Answers::new(&language, options.on_change, options.on_point_line);
        let script_options = Object::new();
        for (name, value) in [
            ("text", &options.text.into()),
            (
                "language",
                &in_language(options.written_as, options.language),
            ),
            (
                "isNotation",
                &(options.written_as == WrittenAs::TaskGraph).into(),
            ),
            ("describedBy", &options.described_by.into()),
            ("lineComment", &"#".into()),
            ("words", answers.words.as_ref()),
            ("complete", answers.complete.as_ref()),
            ("help", answers.help.as_ref()),
            ("onChange", answers.on_change.as_ref()),
            ("onPointLine", answers.on_point_line.as_ref()),
        ] {
            // A new object takes any property.
            let _: Result<bool, _> = Reflect::set(&script_options, &name.into(), value);
        }
        let knows_python =
            options.written_as == WrittenAs::Python && python_editor_script::is_loaded();
        CodeEditor {
            written_as: options.written_as,
            script: match knows_python {
                true => PythonScript::new(parent, &script_options).into(),
                false => Script::new(parent, &script_options),
            },
            language,
            _answers: answers,
        }
    }

    /// Puts another text in the place of this one, which one step of undo brings back.
    pub fn set_text(&self, text: &str) {
        self.script.set_text(text);
    }

    /// Has it speak another language.
    pub fn set_language(&self, language: Language) {
        self.script
            .set_language(in_language(self.written_as, language));
        self.language.set(language);
    }

    /// Changes parts of the text, which one step of undo brings back.
    pub fn edit(&self, change: &TextChange) {
        let changes: Vec<_> = change
            .edits()
            .iter()
            .map(|edit| {
                let Range { start, end } = edit.range;
                let at = |byte: usize| units(change.before().get(..byte).unwrap_or_default());
                ChangeInPlace {
                    from: at(start),
                    to: at(end),
                    insert: &edit.text,
                }
            })
            .collect();
        self.script.edit(value(&changes));
    }

    /// Tries a text in place of a part, of which nobody is told; at the trial's end one step of
    /// undo brings back what was there before.
    pub fn try_part(&self, trial: &Trial) {
        let Range { start, end } = trial.range_utf16;
        if trial.state == TrialState::GivenUp {
            self.script.end_trial(false);
            return;
        }
        self.script.try_part(start, end, &trial.insert);
        if trial.state == TrialState::Kept {
            self.script.end_trial(true);
        }
    }

    /// Underlines what is wrong.
    pub fn set_mistakes(&self, mistakes: &[Located]) {
        let marks: Vec<_> = mistakes.iter().map(Mark::of).collect();
        self.script.set_mistakes(value(&marks));
    }

    /// Lights these lines, from 0.
    pub fn set_lit_lines(&self, lines: Range<usize>) {
        self.script.set_lit_lines(lines.start, lines.end);
    }

    /// Marks the lines at which tasks stand.
    pub fn set_standing(&self, standing: &[Standing], language: Language) {
        if let Some(script) = self.script.dyn_ref::<PythonScript>() {
            let lines: Vec<_> = standing
                .iter()
                .map(|each| Stand::of(each, language))
                .collect();
            script.set_standing(value(&lines));
        }
    }

    /// Selects a part of the text, in UTF-16 units, and moves the focus there.
    pub fn select(&self, range: Range<usize>) {
        self.script.select(range.start, range.end);
    }
}

impl Drop for CodeEditor {
    fn drop(&mut self) {
        self.script.destroy();
    }
}

/// What CodeMirror asks and tells.
struct Answers {
    words: Closure<dyn Fn(String) -> JsValue>,
    complete: Closure<dyn Fn(String, usize, bool) -> JsValue>,
    help: Closure<dyn Fn(String, usize) -> JsValue>,
    on_change: Closure<dyn Fn(String)>,
    on_point_line: Closure<dyn Fn(Option<usize>)>,
}

impl Answers {
    fn new(
        language: &Rc<Cell<Language>>,
        on_change: Callback<String>,
        on_point_line: Callback<Option<usize>>,
    ) -> Self {
        let (of_offer, of_help) = (language.clone(), language.clone());
        Answers {
            words: Closure::new(|line: String| value(&ColouredWord::all(&line))),
            complete: Closure::new(move |text: String, at, is_explicit| {
                let at = byte_at(&text, at);
                let found = Completions::at(&text, at, is_explicit, of_offer.get());
                value(&found.map(|found| Offer {
                    from: units(&text[..found.from]),
                    options: found.options,
                }))
            }),
            help: Closure::new(move |line: String, at| {
                let found = WordHelp::at(&line, byte_at(&line, at), of_help.get());
                value(&found.map(|(range, help)| HelpInPlace {
                    from: units(&line[..range.start]),
                    to: units(&line[..range.end]),
                    help,
                }))
            }),
            on_change: Closure::new(move |text| on_change.emit(text)),
            on_point_line: Closure::new(move |line| on_point_line.emit(line)),
        }
    }
}

/// Its words as CodeMirror takes them.
#[derive(Serialize)]
struct InLanguage {
    label: &'static str,
    hint: String,
    phrases: BTreeMap<&'static str, &'static str>,
}

fn in_language(written_as: WrittenAs, language: Language) -> JsValue {
    let (hint, example) = match written_as {
        WrittenAs::TaskGraph => (words::page::editor_hint(language), HINT),
        WrittenAs::Python => (words::python::editor_hint(language), PYTHON_HINT),
    };
    let phrases = words::editor::ALL.iter().map(|(_, wordings)| {
        let [english, korean] = *wordings;
        match language {
            Language::English => (english, english),
            Language::Korean => (english, korean),
        }
    });
    value(&InLanguage {
        label: program_tabs::name(written_as, language),
        hint: format!("{hint}\n{example}"),
        phrases: phrases.collect(),
    })
}

/// A change as CodeMirror takes it.
#[derive(Serialize)]
struct ChangeInPlace<'c> {
    from: usize,
    to: usize,
    insert: &'c str,
}

/// A mistake as CodeMirror takes it.
#[derive(Serialize)]
struct Mark<'m> {
    from: usize,
    to: usize,
    message: &'m str,
}

impl<'m> Mark<'m> {
    fn of(mistake: &'m Located) -> Self {
        Mark {
            from: mistake.range_utf16.start,
            to: mistake.range_utf16.end,
            message: &mistake.message,
        }
    }
}

/// A line at which tasks stand, as CodeMirror takes it.
#[derive(Serialize)]
struct Stand {
    line: usize,
    tasks: usize,
    title: String,
}

impl Stand {
    fn of(standing: &Standing, language: Language) -> Self {
        let Standing { line, tasks, what } = standing;
        Stand {
            line: *line,
            tasks: *tasks,
            title: match tasks {
                1 => words::python::one_stands_here(language, what),
                tasks => words::python::many_stand_here(language, tasks, what),
            },
        }
    }
}

/// Completions as CodeMirror takes them.
#[derive(Serialize)]
struct Offer {
    from: usize,
    options: Vec<Completion>,
}

/// Help as CodeMirror takes it.
#[derive(Serialize)]
struct HelpInPlace {
    from: usize,
    to: usize,
    help: WordHelp,
}

/// Plain data for JavaScript, nothing being `null`.
fn value(data: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    data.serialize(&serializer).unwrap_or(JsValue::NULL)
}

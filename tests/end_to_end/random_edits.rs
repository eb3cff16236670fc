//! Edits at random, faster than anybody types: the text is what was typed, and the page goes on.
//!
//! `INTERLEAVE_EDITS=24000` in the environment makes as many edits, and `INTERLEAVE_SEED` others.

use std::collections::HashSet;
use std::time::Duration;

use fantoccini::key::Key;
use interleave::notation;
use interleave::run::{self, Mode};
use serde_json::{Value, json};

use crate::harness::{Page, on_faulty_page_for};

/// So many edits there are where nobody asks for more.
const EDITS: u64 = 2_000;

/// So many are sent to the page at once.
const AT_ONCE: u64 = 40;

const SOON: Duration = Duration::from_secs(20);

/// What is typed: pieces of programs, and of what is none.
const PIECES: [&str; 24] = [
    "a",
    "b: ",
    "io ",
    "300ms",
    "\n",
    "\n\n",
    "posts[1..6]: ",
    "after ",
    "using db",
    "pool db = 2\n",
    "cpu 20ms then ",
    "block 1s",
    " timeout 5s",
    "retry 2",
    "# 두 개\n",
    "é",
    "👩‍👧",
    "\u{202e}",
    "שלום",
    "[",
    "}",
    "fails 50%",
    "background",
    "A: io 1s\n",
];

/// A number from a seed, and the next one: a linear congruential generator, as Knuth has it.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }
}

/// What the editor is to hold: its text, in characters as JavaScript counts them, and where the
/// cursor stands.
struct Model {
    text: Vec<u16>,
    cursor: usize,
    before: HashSet<Vec<u16>>,
}

impl Model {
    fn of(text: &str) -> Self {
        let text: Vec<u16> = text.encode_utf16().collect();
        Model {
            cursor: text.len(),
            before: HashSet::from([text.clone()]),
            text,
        }
    }

    fn string(&self) -> String {
        String::from_utf16(&self.text).expect("whole characters")
    }

    fn insert(&mut self, piece: &str) {
        let piece: Vec<u16> = piece.encode_utf16().collect();
        let at = self.cursor..self.cursor;
        self.cursor += piece.len();
        self.text.splice(at, piece);
        self.before.insert(self.text.clone());
    }

    /// Whether a plain letter or figure, and no part of something longer, stands at a place.
    fn is_plain(&self, at: usize) -> bool {
        let plain = |at| self.text.get(at).is_none_or(|&unit: &u16| unit < 128);
        let is_letter =
            |unit: u16| char::from_u32(unit.into()).is_some_and(|c| c.is_ascii_alphanumeric());
        self.text.get(at).is_some_and(|&unit| is_letter(unit)) && plain(at + 1)
    }

    fn remove(&mut self, at: usize) {
        self.cursor = at;
        self.text.remove(at);
        self.before.insert(self.text.clone());
    }

    fn replace_all(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.insert(text);
    }
}

/// Does what it is given, one after another, in the text box, and returns how often it could not.
const DO: &str = "
    const [textbox, edits, done] = arguments;
    const breathe = () => new Promise((next) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { port1.close(); next(); };
        port2.postMessage(null);
    });
    const press = (key, keyCode, ctrlKey = false) => textbox.dispatchEvent(new KeyboardEvent(
        'keydown', { key, keyCode, ctrlKey, bubbles: true, cancelable: true }));
    const paste = (text) => {
        const value = new DataTransfer();
        value.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        // Firefox takes no clipboard with a new event.
        textbox.dispatchEvent(Object.defineProperty(event, 'clipboardData', { value }));
    };
    const click = (name) => [...document.querySelectorAll('button')]
        .find((button) => button.innerText.trim() === name && !button.disabled)?.click();
    (async () => {
        for (const [what, argument] of edits) {
            if (what === 'insert') paste(argument);
            else if (what === 'all') { press('a', 65, true); paste(argument); }
            else if (what === 'undo') press('z', 90, true);
            else if (what === 'back') press('Backspace', 8);
            else if (what === 'delete') press('Delete', 46);
            else if (what === 'end') press('End', 35, true);
            else if (what === 'start') press('Home', 36, true);
            else if (what === 'click') click(argument);
            await breathe();
        }
    })().then(done, (error) => done(String(error)));";

/// What the user may click in between.
const CLICKS: [&str; 9] = [
    "Run",
    "Pause",
    "Resume",
    "Reset",
    "Sweep",
    "What helps",
    "As Python",
    "Graph",
    "Keep",
];

/// Does these one after another. The text has the focus, unless the last thing was a click elsewhere.
async fn perform(page: &Page, textbox: &str, edits: &[Value]) {
    let element = page.textbox(textbox).await;
    let arguments = vec![json!(element), json!(edits)];
    let said = page.script_that_waits(DO, arguments).await;
    assert!(said.is_null(), "{said}");
}

/// Makes edits at random, and has the model make them too. Returns them, to be told where they differ.
async fn edit(
    page: &Page,
    textbox: &str,
    model: &mut Model,
    chance: &mut Chance,
    count: u64,
) -> Value {
    let (mut edits, mut done) = (Vec::new(), 0);
    for _ in 0..count {
        match chance.below(20) {
            0 => {
                let text = PIECES[chance.below(PIECES.len())].repeat(1 + chance.below(30));
                model.replace_all(&text);
                edits.push(json!(["all", text]));
            }
            1 => {
                model.cursor = model.text.len();
                edits.push(json!(["end"]));
            }
            2 => {
                model.cursor = 0;
                edits.push(json!(["start"]));
            }
            3 | 4 => {
                edits.push(json!(["click", CLICKS[chance.below(CLICKS.len())]]));
                perform(page, textbox, &edits[done..]).await;
                done = edits.len();
                go_to_end(page, textbox).await;
                model.cursor = model.text.len();
            }
            5..=7 if model.cursor > 0 && model.is_plain(model.cursor - 1) => {
                model.remove(model.cursor - 1);
                edits.push(json!(["back"]));
            }
            8 | 9 if model.is_plain(model.cursor) => {
                model.remove(model.cursor);
                edits.push(json!(["delete"]));
            }
            _ => {
                let piece = PIECES[chance.below(PIECES.len())];
                model.insert(piece);
                edits.push(json!(["insert", piece]));
            }
        }
    }
    perform(page, textbox, &edits[done..]).await;
    edits.into()
}

/// Goes back to the text as a user does, by the mouse, and to its end.
async fn go_to_end(page: &Page, textbox: &str) {
    let script = "
        const text = arguments[0].closest('.cm-scroller').getBoundingClientRect();
        return [text.left + text.width / 2, text.top + text.height / 2]";
    let element = page.textbox(textbox).await;
    let place = page.script(script, vec![json!(element)]).await;
    let (x, y) = serde_json::from_value(place).expect("a place");
    page.click_at(x, y).await;
    page.press(&[Key::Control], Key::End).await;
}

/// Takes some edits back: what stands there then stood there before.
async fn undo(page: &Page, textbox: &str, model: &mut Model, times: usize) {
    perform(page, textbox, &vec![json!(["undo"]); times]).await;
    let text = page.text_in(textbox).await;
    let is_known = model
        .before
        .contains(&text.encode_utf16().collect::<Vec<_>>());
    assert!(is_known, "undone to what never was: {text:?}");
    model.text = text.encode_utf16().collect();
    model.cursor = model.text.len();
    perform(page, textbox, &[json!(["end"])]).await;
}

/// The page says of the text what the library says of it.
async fn wait_for_answer(page: &Page, text: &str) {
    match notation::parse(text) {
        Err(mistakes) => {
            let count = mistakes.as_slice().len();
            page.wait_until(&format!("{count} mistakes of {text:?}"), SOON, async || {
                let listed = page.mistakes().await.len();
                listed > 0 && listed <= count
            })
            .await;
        }
        Ok(parsed) => {
            let program = parsed.program.into();
            let [sequential, concurrent] = Mode::BOTH.map(|mode| {
                let events = run::predict(&program, mode);
                events
                    .ok()
                    .and_then(|events| events.last().copied())
                    .map_or(0, |event| event.time_us) as f64
                    / 1e6
            });
            page.wait_until("no mistakes", SOON, async || {
                page.mistakes().await.is_empty()
            })
            .await;
            if program.task_count() > 0 {
                page.wait_for_figures(sequential, concurrent).await;
            }
        }
    }
}

/// A number from the environment.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Makes so many edits, and looks at the text again and again; `rest` does something with it now and
/// then. Returns what stands there then.
async fn make_edits(
    page: &Page,
    textbox: &str,
    edits: u64,
    rest: impl AsyncFn(&Page, &str),
) -> Model {
    let mut chance = Chance(number("INTERLEAVE_SEED").unwrap_or(1));
    let mut model = Model::of(&page.text_in(textbox).await);
    go_to_end(page, textbox).await;
    for part in 1..=edits / AT_ONCE {
        let before = model.string();
        let edits = edit(page, textbox, &mut model, &mut chance, AT_ONCE - 8).await;
        let text = page.text_in(textbox).await;
        assert_eq!(text, model.string(), "part {part}: {edits} in {before:?}");
        perform(page, textbox, &[json!(["end"])]).await;
        model.cursor = model.text.len();
        undo(page, textbox, &mut model, 5).await;
        page.type_on_in(textbox, "abc").await;
        model.insert("abc");
        if part % 10 == 0 {
            rest(page, &model.string()).await;
            go_to_end(page, textbox).await;
        }
    }
    model
}

#[test]
fn the_text_is_what_was_typed_however_fast_and_whatever_is_clicked() {
    let edits = number("INTERLEAVE_EDITS").unwrap_or(EDITS);
    let limit = Duration::from_secs(60) + Duration::from_millis(100) * edits as u32;
    on_faulty_page_for(limit, async |page| {
        let model = make_edits(page, "Task graph", edits, async |page, text| {
            wait_for_answer(page, text).await;
            page.open_tab("Python").await;
            page.open_tab("Task graph").await;
        })
        .await;
        page.wait_until_saved().await;
        assert_eq!(page.kept("interleave.program").await, model.string());
        wait_for_answer(page, &model.string()).await;
        page.predict("A: io 2s\nB: io 2s\n", 4.0, 2.0).await;
    });
}

#[test]
fn a_python_text_is_what_was_typed_too() {
    let edits = number("INTERLEAVE_EDITS").unwrap_or(EDITS) / 4;
    let limit = Duration::from_secs(90) + Duration::from_millis(200) * edits as u32;
    on_faulty_page_for(limit, async |page| {
        page.open_tab("Python").await;
        page.textbox("Python").await;
        let model = make_edits(page, "Python", edits, async |page, _| {
            page.open_tab("Task graph").await;
            page.open_tab("Python").await;
        })
        .await;
        page.wait_until_saved().await;
        assert_eq!(page.kept("interleave.python").await, model.string());
        page.type_into("Python", "print('it goes on')\n").await;
        page.wait_until("its output", SOON, async || {
            page.texts_of("[role=log] .output-text").await == ["it goes on"]
        })
        .await;
    });
}

use std::io::{self, BufRead, Write};
use std::rc::Rc;

use interleave::{export, notation};
use serde_json::{Value, json};

use super::events::events;

/// Answers every line of standard input.
///
/// # Errors
/// Where a line is no JSON, or there is no reading or writing.
pub fn answer_all() -> io::Result<()> {
    let mut output = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        writeln!(output, "{}", answer(&question))?;
    }
    output.flush()
}

fn answer(question: &Value) -> Value {
    let source = question["source"].as_str().unwrap_or_default();
    let name = &question["name"];
    match notation::parse(source) {
        Err(mistakes) => json!({ "name": name, "mistakes": mistakes.to_string() }),
        Ok(parsed) => {
            let program = Rc::new(parsed.program);
            json!({
                "name": name,
                "export": export::python(&program, None),
                "events": events(&program),
            })
        }
    }
}

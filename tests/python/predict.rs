//! `cargo run --features python --example python -- FILE…`: predicts each program and prints what
//! it writes; with `--events` what its tasks do as well, with `--sequential` the sequential run.
//! With `--sketches` it prints the pictures of their runs alone, as the gallery has them.

mod sketches;

use std::time::Instant;

use interleave::python::Interpreter;
use interleave::run::{Mode, Stream, World};

fn main() {
    let (options, files): (Vec<_>, Vec<_>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    let has = |option: &str| options.iter().any(|each| each == option);
    let mode = if has("--sequential") {
        Mode::Sequential
    } else {
        Mode::Concurrent
    };
    if has("--sketches") {
        return print!("{}", sketches::json(&files));
    }
    let interpreter = Interpreter::new();
    for file in files {
        let source =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let began = Instant::now();
        let told = interpreter.predict(&source, mode, &World::default());
        let took = began.elapsed();
        let told = match told {
            Ok(told) => told,
            Err(misspelt) => {
                eprint!("{}", misspelt.traceback);
                continue;
            }
        };
        print!("{}", told.text(Stream::Out));
        eprint!("{}", told.text(Stream::Err));
        if has("--events") {
            for event in &told.events {
                println!("{event:?}");
            }
        }
        if has("--time") {
            eprintln!("{file}: {took:?}");
        }
    }
}

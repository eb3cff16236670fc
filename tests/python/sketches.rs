use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use interleave::gallery::Sketched;
use interleave::python::{Interpreter, ToldProgram};
use interleave::run::{Mode, World};
use interleave::trace::Trace;

/// What the runs of these programs come to, by the names of their files without the extension.
pub fn json(files: &[impl AsRef<Path>]) -> String {
    let interpreter = Interpreter::new();
    let sketches: BTreeMap<_, _> = files
        .iter()
        .map(|file| {
            let name = file.as_ref().file_stem().expect("a file's name");
            let source = fs::read_to_string(file).expect("a program");
            (name.to_string_lossy(), sketched(&interpreter, &source))
        })
        .collect();
    let lines = sketches
        .iter()
        .map(|(name, sketched)| {
            let sketched = serde_json::to_string(sketched).expect("plain data");
            format!("\"{name}\": {sketched}")
        })
        .collect::<Vec<_>>();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

fn sketched(interpreter: &Interpreter, source: &str) -> Sketched {
    let told = Mode::BOTH.map(
        |mode| match interpreter.predict(source, mode, &World::default()) {
            Ok(told) => told,
            Err(misspelt) => panic!("{}", misspelt.traceback),
        },
    );
    let program = ToldProgram::of(&[&told[1], &told[0]]);
    let of = Rc::new(program.program.clone());
    let [concurrent, sequential] = [(0, &told[1]), (1, &told[0])]
        .map(|(run, told)| Trace::of(of.clone(), &program.record(run, &told.events)));
    Sketched::of(&sequential, &concurrent)
}

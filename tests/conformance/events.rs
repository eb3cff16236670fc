use std::collections::HashSet;
use std::rc::Rc;

use interleave::event_loop::What;
use interleave::graph::{Place, Program};
use interleave::run::{self, Mode};
use interleave::trace::Trace;

/// The starts and ends of a program's tasks in virtual time, in the order in which they happen:
/// `300000 user done`.
pub fn events(program: &Rc<Program>) -> Vec<String> {
    let record = run::predict(program, Mode::Concurrent).unwrap();
    let trace = Trace::of(program.clone(), &record);
    let mut started = HashSet::new();
    // The loop creates the tasks in source order, so the loop's numbers for them are the program's.
    let events = record.iter().filter_map(|event| {
        let task = event.task.0;
        let what = match event.what {
            What::Reached { place } if Place::from(place) == Place::Step(0) => {
                started.insert(task).then_some("started")
            }
            What::Ended { .. } => trace.rows()[task as usize].outcome.map(|end| end.word()),
            _ => None,
        };
        what.map(|what| format!("{} {} {what}", event.time_us, program.task_name(task)))
    });
    events.collect()
}

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Example, Group, Sketched};
use crate::export::WrittenAs;
use crate::words::{Language, gallery as words};

/// What stands before each part of the file.
const PART: char = '\u{c}';

/// The part in which the pictures of the runs are, by the names of the examples.
const SKETCHES: &str = "sketches.json";

/// The Python examples.
#[derive(Debug)]
pub struct PythonExamples {
    /// By theme, in the order in which they teach.
    pub groups: Vec<Group>,
    sketches: BTreeMap<String, Sketched>,
}

impl PythonExamples {
    /// In the order in which they teach.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        self.groups.iter().flat_map(|group| &group.examples)
    }

    /// What an example's runs come to.
    pub fn sketched(&self, name: &str) -> Option<&Sketched> {
        self.sketches.get(name)
    }
}

/// A theme: its title, and the names of its examples.
type Theme = (fn(Language) -> &'static str, &'static [&'static str]);

const THEMES: &[Theme] = &[
    (
        words::first_steps,
        &[
            "one_by_one_and_together",
            "results_in_order",
            "forgotten_await",
            "main_does_not_wait",
            "generators_to_coroutines",
        ],
    ),
    (
        words::many_at_once,
        &["orders_in_a_queue", "crawler", "semaphore", "rate_limiter"],
    ),
    (words::as_they_come, &["first_to_finish", "as_they_come"]),
    (
        words::when_things_go_wrong,
        &[
            "timeouts",
            "cancel_and_clean_up",
            "errors_in_a_group",
            "retries",
        ],
    ),
    (
        words::keep_the_loop_free,
        &[
            "blocking_by_mistake",
            "work_in_an_executor",
            "threads_and_processes",
        ],
    ),
    (
        words::engineering,
        &["async_with_and_for", "chat_server", "data_pipeline"],
    ),
];

static PYTHON: OnceLock<PythonExamples> = OnceLock::new();

/// The Python examples, once they have come.
pub fn python() -> Option<&'static PythonExamples> {
    PYTHON.get()
}

/// Takes the Python examples from the file in which they come to the page, unless they are there.
/// Before each part of it stands a form feed, and the name that it has as a file of its own, to
/// the end of that line. Says whether all are there now; from a file that lacks one, none is taken.
pub fn add_python(file: String) -> bool {
    if PYTHON.get().is_some() {
        return true;
    }
    // They are there as long as the page is, as the others are.
    let Some(examples) = read(Box::leak(file.into_boxed_str())) else {
        return false;
    };
    PYTHON.get_or_init(|| examples);
    true
}

fn read(file: &'static str) -> Option<PythonExamples> {
    let parts = file.split(PART).filter_map(|part| part.split_once('\n'));
    let parts: BTreeMap<_, _> = parts.collect();
    let example = |name: &&'static str| {
        let part = parts.get(&*format!("{name}.py"))?;
        Some(Example::read(name, WrittenAs::Python, part))
    };
    let group = |&(title, names): &Theme| {
        let examples = names.iter().map(example).collect::<Option<_>>()?;
        Some(Group { title, examples })
    };
    Some(PythonExamples {
        groups: THEMES.iter().map(group).collect::<Option<_>>()?,
        sketches: serde_json::from_str(parts.get(SKETCHES)?).ok()?,
    })
}

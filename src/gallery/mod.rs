//! The examples: programs that each teach one thing, told in every language, and the small
//! pictures of their runs. It knows nothing of the page.
//!
//! An example is a file in `static/examples/`, a program of the notation as it is. Its head is
//! comments, up to the first empty line: for each language its tag and the title, the story, and
//! from the word for it on the thing to try.
//!
//! ```text
//! # en: Three tasks, one wait
//! # The story, in two or three sentences, on
//! # as many lines as it takes.
//! # Try: what to change, and what comes of it.
//! # ko: 태스크는 셋, 기다림은 한 번
//! # …
//! # 해 보기: …
//!
//! A: io 2s
//! ```
//!
//! Those in Python are in `static/examples/python/`, told of in the same way; the page gets them
//! once somebody asks for examples.
//!
//! No line is wider than the editor. Whatever a head says of times and numbers is what the
//! program, or the one that it has readers try, is predicted to do: `tests/gallery/` holds it to that.

mod example;
mod list;
mod python;
mod sketch;

pub use example::{Example, Telling};
pub use list::{Group, examples, groups};
pub use python::{PythonExamples, add_python, python};
pub use sketch::{Sketch, SketchBar, Sketched};

/// Every example that is there: the task graphs, and the Python programs once they have come.
pub fn all() -> impl Iterator<Item = &'static Example> {
    examples().chain(python().into_iter().flat_map(PythonExamples::examples))
}

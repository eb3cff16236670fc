use yew::prelude::*;

use crate::export::WrittenAs;
use crate::graph::Program;
use crate::trace::SpanKind;
use crate::words::Language;

/// What the program is written in that the page shows around a component.
#[hook]
pub fn use_written_as() -> WrittenAs {
    use_context().unwrap_or(WrittenAs::TaskGraph)
}

/// How it is told what the tasks of a kind of programs do.
#[derive(Clone, Copy)]
pub struct SpanWords {
    /// The kinds of spans that the runs of a program can show.
    pub shown_by: fn(&Program) -> Vec<SpanKind>,
    /// Says what a task does.
    pub say: fn(SpanKind, Language) -> &'static str,
}

/// How that is told of the program that the page shows around a component.
#[hook]
pub fn use_span_words() -> SpanWords {
    match use_written_as() {
        WrittenAs::TaskGraph => SpanWords {
            shown_by: SpanKind::shown_by,
            say: SpanKind::say,
        },
        WrittenAs::Python => SpanWords {
            shown_by: SpanKind::shown_by_python,
            say: SpanKind::say_of_python,
        },
    }
}

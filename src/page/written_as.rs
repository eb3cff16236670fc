use yew::prelude::*;

use crate::export::WrittenAs;
use crate::trace::SpanKind;
use crate::words::Language;

/// What the program is written in that the page shows around a component.
#[hook]
pub fn use_written_as() -> WrittenAs {
    use_context().unwrap_or(WrittenAs::TaskGraph)
}

/// Says what a task does.
pub type SayKind = fn(SpanKind, Language) -> &'static str;

/// How it is said of such a program what a task does.
#[hook]
pub fn use_say_kind() -> SayKind {
    match use_written_as() {
        WrittenAs::TaskGraph => SpanKind::say,
        WrittenAs::Python => SpanKind::say_of_python,
    }
}

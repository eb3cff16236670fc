//! Every word that Interleave says to people, in each of its languages side by side. Whoever says
//! something takes it from here, so that no word can be missing in one language: that would not
//! compile. What stands between backticks in a sentence is a name or a word of the notation.
//!
//! ```
//! use interleave::words::{Language, timeline};
//!
//! assert_eq!(timeline::saved_short(Language::English, &"2 s"), "2 s saved");
//! assert_eq!(timeline::saved_short(Language::Korean, &"2 s"), "2 s 절약");
//! ```

pub mod compare;
pub mod disturbance;
pub mod editor;
pub mod gallery;
pub mod graph;
pub mod help;
mod language;
pub mod loop_panel;
pub mod mistakes;
pub mod page;
pub mod programs;
pub mod python;
pub mod timeline;
pub mod ways;
pub mod what_if;

pub use language::Language;

/// A message: its name, and its wording in each language, in the order of [`Language::ALL`].
pub type Message = (&'static str, [&'static str; 2]);

/// All messages there are, room by room.
pub const ALL: &[&[Message]] = &[
    compare::ALL,
    disturbance::ALL,
    editor::ALL,
    gallery::ALL,
    graph::ALL,
    help::ALL,
    loop_panel::ALL,
    mistakes::attempts::ALL,
    mistakes::clauses::ALL,
    mistakes::durations::ALL,
    mistakes::references::ALL,
    mistakes::settings::ALL,
    mistakes::statements::ALL,
    page::ALL,
    programs::ALL,
    python::ALL,
    timeline::ALL,
    ways::ALL,
    what_if::ALL,
];

/// Makes a function of each message, which takes the language and what stands in the message's
/// braces, and `ALL`, the list of them. Its documentation is the English wording, as text in which
/// brackets make no links.
macro_rules! words {
    ($($name:ident $(($($part:ident),+))? = $english:literal, $korean:literal;)+) => {
        /// The messages of this module.
        pub const ALL: &[$crate::words::Message] =
            &[$((stringify!($name), [$english, $korean])),+];

        $($crate::words::words!(@ $name $(($($part),+))? $english $korean);)+
    };
    (@ $name:ident $english:literal $korean:literal) => {
        #[doc = concat!("```text\n", $english, "\n```")]
        pub fn $name(language: $crate::words::Language) -> &'static str {
            match language {
                $crate::words::Language::English => $english,
                $crate::words::Language::Korean => $korean,
            }
        }
    };
    (@ $name:ident ($($part:ident),+) $english:literal $korean:literal) => {
        #[doc = concat!("```text\n", $english, "\n```")]
        pub fn $name(
            language: $crate::words::Language,
            $($part: &dyn ::std::fmt::Display),+
        ) -> String {
            // A name from right to left does not turn the sentence around.
            $(let $part = $crate::lettering::label::isolated($part.to_string());)+
            match language {
                $crate::words::Language::English => format!($english),
                $crate::words::Language::Korean => format!($korean),
            }
        }
    };
}
use words;

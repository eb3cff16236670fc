//! What another program would do: the one at hand with a part of its text written anew, read and
//! predicted like any other. Nothing here is estimated; every time is that of a prediction that
//! was made of a text that the user can have.

mod advice;
mod candidates;
mod knob;
mod score;
mod sentence;
mod sweep;
mod text_edit;
mod values;

pub use advice::{Advice, Suggestion, advice};
pub use candidates::Change;
pub use knob::{Knob, KnobName, Unit, knobs};
pub use score::Score;
pub use sweep::{SweepPoint, sweep_point};
pub use text_edit::{TextEdit, edited};
pub use values::{VALUE_LIMIT, ValuesMistake};

//! What others take away: a prediction as plain data for JavaScript; a program as Python, or in a
//! link; runs as JSON, as a trace for Perfetto, as a picture. And what is taken in again: a link's
//! program, a file's text. It knows nothing of the page.

mod incoming_text;
mod perfetto;
mod pool_history;
mod predict;
mod python;
mod record_json;
mod recorded_run;
mod share_link;
mod svg;

pub use incoming_text::{TEXT_LIMIT, TextRefusal, check_length, incoming_text};
pub use perfetto::perfetto;
pub use predict::{
    PackageMistake, PackagePrediction, PackageRun, PackageTask, predict_js, prediction,
};
pub use python::python;
pub use record_json::record_json;
pub use recorded_run::{RecordedRun, RunSource};
pub use share_link::{LinkRefusal, SharedProgram, WrittenAs};
pub use svg::{ColourScheme, svg};

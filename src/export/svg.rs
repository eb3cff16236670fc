mod bars;
mod geometry;
mod legend;
mod lines;
mod markup;
mod palette;
mod picture;

use crate::words::Language;

use super::RecordedRun;
pub use palette::ColourScheme;
use picture::Picture;

/// Both runs of a program on one time axis, as a picture that stands alone (SVG 1.1): the
/// figures, a legend, and a row for each task, with its waits, its outcome and the critical path.
/// Of a large family the first members and the last are shown, of a large program the first
/// tasks; a line says how many are left out, and when these ran. Where a run was disturbed it is
/// hatched, and its figures say so. `runs` are the sequential one and the concurrent one. The picture is 1200 CSS pixels
/// wide, has no scripts, and asks for nothing from elsewhere.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::export::{ColourScheme, RecordedRun, RunSource, svg};
/// use interleave::{notation, run, trace::Trace, words::Language};
///
/// let program = Rc::new(notation::parse("a: io 3s\nb: io 1s").unwrap().program);
/// let records = run::Mode::BOTH.map(|mode| run::predict(&program, mode).unwrap());
/// let traces = records.each_ref().map(|events| Trace::of(program.clone(), events));
/// let records = records.map(|events| events.into_iter().collect());
/// let runs = [0, 1].map(|place| RecordedRun {
///     mode: run::Mode::BOTH[place],
///     source: RunSource::Predicted,
///     trace: &traces[place],
///     events: &records[place],
///     disturbances: &[],
/// });
/// let picture = svg(&runs, ColourScheme::Light, Language::English);
/// assert!(picture.contains("1.00 s saved by waiting together"));
/// ```
pub fn svg(runs: &[RecordedRun; 2], scheme: ColourScheme, language: Language) -> String {
    Picture::new(runs, scheme.palette(), language).draw()
}

mod bars;
mod geometry;
mod legend;
mod lines;
mod markup;
mod palette;
mod picture;

use crate::trace::Trace;
use crate::words::Language;

use super::RunSource;
pub use palette::ColourScheme;
use picture::Picture;

/// Both runs of a program on one time axis, as a picture that stands alone (SVG 1.1): the
/// figures, a legend, and a row for each task, with its waits, its outcome and the critical path.
/// Of a large family the first members and the last are shown, of a large program the first
/// tasks; a line says how many are left out, and when these ran. The picture is 1200 CSS pixels
/// wide, has no scripts, and asks for nothing from elsewhere.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::export::{ColourScheme, RunSource, svg};
/// use interleave::{notation, run, trace::Trace, words::Language};
///
/// let program = Rc::new(notation::parse("a: io 3s\nb: io 1s").unwrap().program);
/// let [sequential, concurrent] =
///     run::Mode::BOTH.map(|mode| Trace::of(program.clone(), &run::predict(&program, mode)));
/// let picture = svg(&sequential, &concurrent, RunSource::Predicted, ColourScheme::Light, Language::English);
/// assert!(picture.contains("1.00 s saved by waiting together"));
/// ```
pub fn svg(
    sequential: &Trace,
    concurrent: &Trace,
    source: RunSource,
    scheme: ColourScheme,
    language: Language,
) -> String {
    Picture::new(sequential, concurrent, source, scheme.palette(), language).draw()
}

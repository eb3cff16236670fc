use std::rc::Rc;

use yew::prelude::*;

use crate::gallery::{Sketch, SketchBar, Sketched};
use crate::page::legend::swatch;
use crate::trace::SpanKind;

/// The picture's height, in pixels. Its width is its place's.
const HEIGHT: f64 = 58.0;

/// How thick the sequential run's bars are, in pixels.
const STRIP: f64 = 9.0;

/// Where the concurrent run's rows begin.
const ROWS_TOP: f64 = STRIP + 5.0;

/// No row is higher, however few there are.
const HIGHEST_ROW: f64 = 10.0;

/// What [`SketchPicture`] draws.
#[derive(PartialEq, Properties)]
pub struct SketchPictureProps {
    /// The runs; none where they are not known yet.
    pub sketched: Option<Rc<Sketched>>,
}

/// A small picture of two runs on one axis: the sequential one as a strip, the concurrent one
/// row by row below it, and the line at which the latter ends. It is as large with nothing in it.
#[component]
pub fn SketchPicture(props: &SketchPictureProps) -> Html {
    let sketch = props.sketched.as_ref().map(|sketched| &sketched.sketch);
    html! {
        <svg
            class="sketch"
            height={HEIGHT.to_string()}
            viewBox={format!("0 0 1000 {HEIGHT}")}
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            if let Some(sketch) = sketch {
                <rect
                    class="saved"
                    x={sketch.concurrent_end.to_string()}
                    y={ROWS_TOP.to_string()}
                    width={sketch.sequential_end.saturating_sub(sketch.concurrent_end).to_string()}
                    height={(HEIGHT - ROWS_TOP).to_string()}
                />
                { for sketch.bars.iter().map(|bar| drawn(bar, sketch)) }
                <path
                    class="end"
                    d={format!("M{} {STRIP}V{HEIGHT}", sketch.concurrent_end)}
                />
            }
        </svg>
    }
}

fn drawn(bar: &SketchBar, sketch: &Sketch) -> Html {
    let tasks = f64::from(sketch.rows.saturating_sub(1).max(1));
    let pitch = ((HEIGHT - ROWS_TOP) / tasks).min(HIGHEST_ROW);
    let (mut y, mut height) = match bar.row {
        0 => (0.0, STRIP),
        row => (ROWS_TOP + pitch * f64::from(row - 1), pitch - 1.5),
    };
    // Nothing is done meanwhile: as elsewhere, that is but a line.
    if bar.kind == SpanKind::WaitingForTask {
        (y, height) = (y + height / 2.0 - 0.5, 1.0);
    }
    html! {
        <rect
            class={swatch(bar.kind)}
            x={bar.from.to_string()}
            y={y.to_string()}
            width={(bar.to - bar.from).to_string()}
            height={height.to_string()}
        />
    }
}

use web_sys::Element;
use yew::prelude::*;

use super::scale::Scale;
use crate::lettering::quantity::grouped;
use crate::page::resize_watch::ResizeWatch;
use crate::page::use_language;
use crate::what_if::{Knob, SweepPoint};
use crate::words::what_if as words;

/// The room around what is drawn, in pixels: for what stands at the axes.
const LEFT: f64 = 52.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 22.0;

/// So far apart are ticks at least, and a character of what stands at one is so wide, in pixels.
const TICK_ROOM_X: f64 = 70.0;
const TICK_ROOM_Y: f64 = 30.0;
const CHARACTER: f64 = 6.4;

/// So many values each have a tick, where there is room.
const FEW: usize = 10;

/// A line's class, and what it has at a point.
type Line = (&'static str, fn(&SweepPoint) -> Option<f64>);

/// What a [`Chart`] is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartOf {
    /// How long the sequential run takes, and the concurrent one.
    Times,
    /// How many times as fast the concurrent one is.
    SpeedUp,
}

impl ChartOf {
    fn lines(self) -> &'static [Line] {
        match self {
            ChartOf::Times => &[
                ("sequential", |point| {
                    Some(point.scores?[0].makespan_us as f64)
                }),
                ("concurrent", |point| {
                    Some(point.scores?[1].makespan_us as f64)
                }),
            ],
            ChartOf::SpeedUp => &[("speed-up", |point| point.speed_up())],
        }
    }

    fn label(self, value: f64) -> String {
        match self {
            ChartOf::Times => time_label(value),
            ChartOf::SpeedUp => format!("{}×", without_zeros(value)),
        }
    }
}

/// What a [`Chart`] shows.
#[derive(PartialEq, Properties)]
pub struct ChartProps {
    /// What it is of.
    pub what: ChartOf,
    /// The number that is swept.
    pub knob: Knob,
    /// All its values, in order.
    pub values: Vec<u64>,
    /// What is predicted so far, in order.
    pub points: Vec<SweepPoint>,
    /// The value that is pointed at.
    pub lit: Option<u64>,
    /// Called with the value that the user points at, or none.
    pub on_light: Callback<Option<u64>>,
    /// Called with the value that the user wants in the program.
    pub on_load: Callback<u64>,
}

/// A chart of what is predicted against the values of a number. A table says the same to those who
/// do not see it.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let svg = use_node_ref();
    let size = use_state_eq(|| (320.0, 150.0));
    {
        let (svg, size) = (svg.clone(), size.setter());
        use_effect_with((), move |()| {
            let element = svg.cast::<Element>();
            let watch = element.map(|element| {
                ResizeWatch::new(element.clone(), move || {
                    let room = element.get_bounding_client_rect();
                    size.set((room.width(), room.height()));
                })
            });
            move || drop(watch)
        });
    }
    let language = use_language();
    let Some(plot) = Plot::of(props, *size) else {
        return html! { <svg class="chart" ref={svg} aria-hidden="true" /> };
    };
    let nearest = {
        let (svg, plot, values) = (svg.clone(), plot, props.values.clone());
        move |event: &MouseEvent| {
            let left = svg.cast::<Element>()?.get_bounding_client_rect().left();
            let x = f64::from(event.client_x()) - left;
            let away = |value: &u64| (plot.x(*value as f64) - x).abs();
            let nearest = values.iter().copied();
            nearest.min_by(|one, other| away(one).total_cmp(&away(other)))
        }
    };
    let onpointermove = {
        let (nearest, on_light) = (nearest.clone(), props.on_light.clone());
        Callback::from(move |event: PointerEvent| on_light.emit(nearest(&event)))
    };
    let onclick = {
        let on_load = props.on_load.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(value) = nearest(&event) {
                on_load.emit(value);
            }
        })
    };
    html! {
        <svg
            class="chart"
            ref={svg}
            aria-hidden="true"
            {onpointermove}
            onpointerleave={props.on_light.reform(|_| None)}
            {onclick}
        >
            { axes(props, plot) }
            { current(props, plot, words::now(language)) }
            { for props.what.lines().iter().map(|(class, of)| line(props, plot, class, *of)) }
        </svg>
    }
}

/// Where things stand in a chart.
#[derive(Clone, Copy)]
struct Plot {
    x: Scale,
    y: Scale,
    width: f64,
    height: f64,
}

impl Plot {
    fn of(props: &ChartProps, (width, height): (f64, f64)) -> Option<Self> {
        let values = props.values.iter().map(|&value| value as f64);
        let lines = props.what.lines().iter();
        let heights = lines.flat_map(|(_, of)| props.points.iter().filter_map(*of));
        Some(Plot {
            x: Scale::of(values, false)?,
            y: Scale::of(heights, true)?,
            width: (width - LEFT - RIGHT).max(1.0),
            height: (height - TOP - BOTTOM).max(1.0),
        })
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + self.x.place(value) * self.width
    }

    fn y(&self, value: f64) -> f64 {
        TOP + (1.0 - self.y.place(value)) * self.height
    }

    /// The values that have a tick at the foot, with what stands there.
    fn ticks_x(&self, props: &ChartProps) -> Vec<(f64, String)> {
        let ticks: Vec<f64> = match props.values.len() {
            0..=FEW => props.values.iter().map(|&value| value as f64).collect(),
            _ => self.x.ticks((self.width / TICK_ROOM_X) as usize),
        };
        let mut free = f64::NEG_INFINITY;
        let ticks = ticks.into_iter().filter(|tick| tick.fract() == 0.0);
        let labelled = ticks.map(|tick| (self.x(tick), props.knob.shown(tick as u64)));
        let kept = labelled.filter(|(x, label)| {
            let half = label.chars().count() as f64 * CHARACTER / 2.0;
            let is_free = x - half > free;
            free = if is_free { x + half + CHARACTER } else { free };
            is_free
        });
        kept.collect()
    }
}

fn axes(props: &ChartProps, plot: Plot) -> Html {
    let (left, right) = (LEFT, LEFT + plot.width);
    let foot = TOP + plot.height;
    let ticks_y = plot.y.ticks((plot.height / TICK_ROOM_Y) as usize);
    html! {
        <g class="axes">
            { for ticks_y.into_iter().map(|tick| {
                let y = plot.y(tick).round() + 0.5;
                html! {
                    <>
                        <line x1={px(left)} x2={px(right)} y1={px(y)} y2={px(y)} />
                        <text class="y" x={px(left - 8.0)} y={px(y + 4.0)}>{ props.what.label(tick) }</text>
                    </>
                }
            }) }
            <line class="foot" x1={px(left)} x2={px(right)} y1={px(foot)} y2={px(foot)} />
            { for plot.ticks_x(props).into_iter().map(|(x, label)| html! {
                <>
                    <line class="foot" x1={px(x)} x2={px(x)} y1={px(foot)} y2={px(foot + 4.0)} />
                    <text class="x" x={px(x)} y={px(foot + 17.0)}>{ label }</text>
                </>
            }) }
        </g>
    }
}

/// The value that the program has now, and the one that is pointed at.
fn current(props: &ChartProps, plot: Plot, now: &'static str) -> Html {
    let foot = TOP + plot.height;
    let rule = |class: &'static str, value: u64| {
        let x = px(plot.x(value as f64));
        html! { <line {class} x1={x.clone()} x2={x} y1={px(TOP)} y2={px(foot)} /> }
    };
    let value = props.knob.value;
    let is_in = (plot.x.place(value as f64) >= 0.0) && (plot.x.place(value as f64) <= 1.0);
    html! {
        <>
            if is_in {
                { rule("now", value) }
                <text class="now" x={px(plot.x(value as f64))} y="10">{ now }</text>
            }
            if let Some(lit) = props.lit {
                { rule("lit", lit) }
            }
        </>
    }
}

fn line(
    props: &ChartProps,
    plot: Plot,
    class: &'static str,
    of: fn(&SweepPoint) -> Option<f64>,
) -> Html {
    let places = props.points.iter().filter_map(|point| {
        let place = (plot.x(point.value as f64), plot.y(of(point)?));
        Some((point.value, place))
    });
    let places: Vec<(u64, (f64, f64))> = places.collect();
    let path: Vec<String> = places
        .iter()
        .map(|(_, (x, y))| format!("{x:.1},{y:.1}"))
        .collect();
    html! {
        <g class={class}>
            <polyline points={path.join(" ")} />
            { for places.iter().map(|&(value, (x, y))| {
                let half = if props.lit == Some(value) { 5.0 } else { 3.0 };
                mark(class, x, y, half)
            }) }
        </g>
    }
}

/// A line's mark: another shape for each.
fn mark(class: &'static str, x: f64, y: f64, half: f64) -> Html {
    match class {
        "sequential" => {
            let size = px(2.0 * half);
            html! { <rect x={px(x - half)} y={px(y - half)} width={size.clone()} height={size} /> }
        }
        "concurrent" => html! { <circle cx={px(x)} cy={px(y)} r={px(half + 0.5)} /> },
        _ => {
            let half = half + 1.0;
            html! { <path d={format!("M{x:.1},{:.1}l{half},{half}l-{half},{half}l-{half},-{half}z", y - half)} /> }
        }
    }
}

/// A round time on an axis: in seconds however long it is.
fn time_label(us: f64) -> String {
    match us {
        1e9.. => format!("{} s", grouped((us / 1e6).round() as u64)),
        1e6.. => format!("{} s", without_zeros(us / 1e6)),
        1e3.. => format!("{} ms", without_zeros(us / 1e3)),
        0.5.. => format!("{} µs", without_zeros(us)),
        _ => "0 s".to_owned(),
    }
}

fn without_zeros(number: f64) -> String {
    match number {
        1e4.. => grouped(number.round() as u64),
        _ => {
            let number = format!("{number:.3}");
            number
                .trim_end_matches('0')
                .trim_end_matches('.')
                .to_owned()
        }
    }
}

fn px(pixels: f64) -> String {
    format!("{pixels:.1}")
}

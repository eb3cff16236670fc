use yew::prelude::*;

use crate::lettering::quantity::{duration, grouped, speed_up};
use crate::page::use_language;
use crate::what_if::{Knob, Score, SweepPoint};
use crate::words::{Language, page, what_if as words};

/// What [`SweepTable`] lists.
#[derive(PartialEq, Properties)]
pub struct SweepTableProps {
    /// What the number is called.
    pub name: String,
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

/// What is predicted for each value, with a button that writes it into the program.
#[component]
pub fn SweepTable(props: &SweepTableProps) -> Html {
    let language = use_language();
    let some_fail = props.points.iter().any(SweepPoint::has_failures);
    html! {
        <table class="sweep-table">
            <caption class="visually-hidden">{ words::table_of(language, &props.name) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words::value(language) }</th>
                    <th scope="col">{ page::sequential(language) }</th>
                    <th scope="col">{ page::concurrent(language) }</th>
                    <th scope="col">{ page::speed_up(language) }</th>
                    if some_fail {
                        <th scope="col">{ words::succeed(language) }</th>
                    }
                </tr>
            </thead>
            <tbody>
                { for props.values.iter().map(|&value| row(props, value, some_fail)) }
            </tbody>
        </table>
    }
}

fn row(props: &SweepTableProps, value: u64, some_fail: bool) -> Html {
    html! {
        <Row
            key={value}
            shown={props.knob.shown(value)}
            is_now={value == props.knob.value}
            is_lit={props.lit == Some(value)}
            {some_fail}
            point={props.points.iter().find(|point| point.value == value).cloned()}
            on_light={props.on_light.reform(move |is_lit: bool| is_lit.then_some(value))}
            on_load={props.on_load.reform(move |()| value)}
        />
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    shown: String,
    is_now: bool,
    is_lit: bool,
    some_fail: bool,
    point: Option<SweepPoint>,
    on_light: Callback<bool>,
    on_load: Callback<()>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let language = use_language();
    let shown = &props.shown;
    html! {
        <tr
            class={classes!(props.is_lit.then_some("lit"), props.is_now.then_some("now"))}
            aria-current={props.is_now.then_some("true")}
            onpointerenter={props.on_light.reform(|_| true)}
            onpointerleave={props.on_light.reform(|_| false)}
        >
            <th scope="row">
                <button
                    type="button"
                    aria-label={words::load(language, shown)}
                    title={words::load_tip(language)}
                    onclick={props.on_load.reform(|_| ())}
                    onfocus={props.on_light.reform(|_| true)}
                    onblur={props.on_light.reform(|_| false)}
                >
                    { shown }
                </button>
            </th>
            { cells(props, language) }
        </tr>
    }
}

fn cells(props: &RowProps, language: Language) -> Html {
    let columns = if props.some_fail { "4" } else { "3" };
    match props.point.as_ref().map(|point| point.scores) {
        None => html! { <td colspan={columns}>{ "…" }</td> },
        Some(None) => {
            html! { <td class="none" colspan={columns}>{ words::no_program(language) }</td> }
        }
        Some(Some([sequential, concurrent])) => {
            let time = |score: Score| duration(score.makespan_us).text();
            let factor = speed_up(sequential.makespan_us, concurrent.makespan_us);
            let factor = factor.map(|factor| format!("{}{}", factor.number, factor.unit));
            let [done, tasks] = [concurrent.done, concurrent.tasks].map(|n| grouped(n.into()));
            html! {
                <>
                    <td>{ time(sequential) }</td>
                    <td>{ time(concurrent) }</td>
                    <td>{ factor.unwrap_or_else(|| "–".to_owned()) }</td>
                    if props.some_fail {
                        <td>{ words::of_tasks(language, &done, &tasks) }</td>
                    }
                </>
            }
        }
    }
}

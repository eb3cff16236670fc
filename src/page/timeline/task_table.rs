use std::rc::Rc;

use yew::prelude::*;

use crate::event_loop::browser::Absence;
use crate::graph::TaskIndex;
use crate::lettering::quantity::{difference, duration, grouped};
use crate::page::same::same;
use crate::page::{Compared, LiveRun, Runs, happened};
use crate::run::Mode;
use crate::trace::Row;

use crate::page::use_language;
use crate::words::{Language, compare, disturbance, timeline as words};

/// The most tasks that the table lists.
const LISTED: u32 = 200;

/// What [`TaskTable`] lists.
#[derive(Clone, Properties)]
pub struct TaskTableProps {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, once it is over.
    pub over: Option<Rc<LiveRun>>,
    /// The kept runs beside the program.
    pub compared: Option<Rc<Compared>>,
}

impl PartialEq for TaskTableProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.over, &other.over)
            && same(&self.compared, &other.compared)
    }
}

/// What the concurrent run's timeline says, as a table for those who do not see it.
#[component]
pub fn TaskTable(props: &TaskTableProps) -> Html {
    let language = use_language();
    let live = props.over.as_ref().map(|live| live.runs());
    let disturbed = live.as_deref();
    let disturbed = disturbed.filter(|runs| runs.is_disturbed(Mode::Concurrent));
    let measured = match disturbed {
        Some(_) => disturbance::measured_disturbed(language),
        None => words::measured(language),
    };
    let runs: Vec<(&str, &Runs)> = [
        (words::predicted(language), props.predicted.as_deref()),
        (measured, live.as_deref()),
    ]
    .into_iter()
    .filter_map(|(source, runs)| Some((source, runs?)))
    .collect();
    let (Some(&(_, first)), Some(&(_, shown))) = (runs.first(), runs.last()) else {
        return Html::default();
    };
    let compared = props.compared.as_deref();
    let program = first.program();
    let columns = [words::start, words::end, words::outcome].map(|word| word(language));
    let left_out = program.task_count().saturating_sub(LISTED);
    html! {
        <div class="visually-hidden">
            <table>
                <caption>{ words::tasks(language) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words::task(language) }</th>
                        { for runs.iter().flat_map(|(source, _)| columns.map(|column| html! {
                            <th scope="col">{ words::of_source(language, &column, source) }</th>
                        })) }
                        if runs.len() == 2 {
                            <th scope="col">{ words::difference(language) }</th>
                        }
                        if let Some(compared) = compared {
                            { for columns.map(|column| html! {
                                <th scope="col">
                                    { words::of_source(language, &column, &source_of(compared, language)) }
                                </th>
                            }) }
                            <th scope="col">{ compare::difference_from_kept(language) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    { for (0..program.task_count().min(LISTED)).map(|task| html! {
                        <tr>
                            <th scope="row">{ program.task_name(task) }</th>
                            { for runs.iter().flat_map(|(_, runs)| cells(row_of(runs, task), language)) }
                            if let [(_, predicted), (_, measured)] = runs[..] {
                                <td>{ match disturbed {
                                    Some(_) => "–".into(),
                                    None => later(measured, predicted, task),
                                } }</td>
                            }
                            if let Some(compared) = compared {
                                { for cells(compared.row(task), language) }
                                <td>{ match disturbed {
                                    Some(_) => "–".into(),
                                    None => later_than_kept(shown, compared, task, language),
                                } }</td>
                            }
                        </tr>
                    }) }
                    if let Some(compared) = compared {
                        { for gone(compared, runs.len(), language) }
                    }
                </tbody>
            </table>
            if left_out > 0 {
                <p>{ words::more_tasks(language, &grouped(left_out.into())) }</p>
            }
            if let Some(runs) = live.as_deref() {
                { disturbances(runs, language) }
            }
        </div>
    }
}

/// What has disturbed the runs, as a table of its own.
fn disturbances(runs: &Runs, language: Language) -> Html {
    let all = Mode::BOTH.into_iter().flat_map(|mode| {
        let all = runs.disturbances(mode).iter();
        all.map(move |each| (mode, each))
    });
    let mut listed = all.take(LISTED as usize).peekable();
    if listed.peek().is_none() {
        return Html::default();
    }
    let run = |mode| match mode {
        Mode::Sequential => words::sequential(language),
        Mode::Concurrent => words::concurrent(language),
    };
    let tab = |absence| match absence {
        None => "–",
        Some(Absence::Hidden) => disturbance::hidden(language),
        Some(Absence::Frozen) => disturbance::frozen(language),
    };
    html! {
        <table>
            <caption>{ disturbance::list(language) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ disturbance::run(language) }</th>
                    <th scope="col">{ words::start(language) }</th>
                    <th scope="col">{ words::end(language) }</th>
                    <th scope="col">{ disturbance::what(language) }</th>
                    <th scope="col">{ disturbance::tab(language) }</th>
                </tr>
            </thead>
            <tbody>
                { for listed.map(|(mode, each)| html! {
                    <tr>
                        <th scope="row">{ run(mode) }</th>
                        <td>{ duration(each.from_us).text() }</td>
                        <td>{ duration(each.to_us).text() }</td>
                        <td>{ happened(each, language) }</td>
                        <td>{ tab(each.absence) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// The kept tasks that the program no longer has, beside `runs` sources that do not know them.
fn gone(compared: &Compared, runs: usize, language: Language) -> Vec<Html> {
    let kept = &compared.kept.runs;
    // Two sources have their difference between them.
    let unknown = if runs == 2 { 7 } else { 3 };
    let listed = compared.gone.iter().take(LISTED as usize);
    let rows = listed.map(|&task| {
        html! {
            <tr>
                <th scope="row">{ kept.program().task_name(task) }</th>
                { for (0..unknown).map(|_| html! { <td>{ "–" }</td> }) }
                { for cells(row_of(kept, task), language) }
                <td>{ compare::gone_task(language) }</td>
            </tr>
        }
    });
    rows.collect()
}

fn source_of(compared: &Compared, language: Language) -> &'static str {
    match (compared.kept.is_measured, compared.kept.is_disturbed()) {
        (_, true) => compare::kept_disturbed_source(language),
        (true, false) => compare::kept_measured_source(language),
        (false, false) => compare::kept_predicted_source(language),
    }
}

/// How much later than in the kept run a task ends; or that it is new.
fn later_than_kept(
    runs: &Runs,
    compared: &Compared,
    task: TaskIndex,
    language: Language,
) -> String {
    let Some(before) = compared.row(task) else {
        return compare::new_task(language).into();
    };
    let end_us = row_of(runs, task).and_then(|row| row.end_us);
    let ends_us = end_us.zip(before.end_us);
    ends_us.map_or("–".into(), |(end_us, before_us)| {
        difference(end_us, before_us)
    })
}

fn row_of(runs: &Runs, task: TaskIndex) -> Option<&Row> {
    runs.concurrent.rows().get(task as usize)
}

fn cells(row: Option<&Row>, language: Language) -> [Html; 3] {
    let unknown = Row::default();
    let row = row.unwrap_or(&unknown);
    let time = |us: Option<u64>| us.map_or("–".into(), |us| duration(us).text());
    [
        html! { <td>{ time(row.start_us) }</td> },
        html! { <td>{ time(row.end_us) }</td> },
        html! { <td>{ row.outcome.map_or("–", |outcome| outcome.say(language)) }</td> },
    ]
}

/// How much later than predicted a task has ended.
fn later(measured: &Runs, predicted: &Runs, task: TaskIndex) -> String {
    let [measured_us, predicted_us] = [measured, predicted].map(|runs| {
        let row = runs.concurrent.rows().get(task as usize);
        row.and_then(|row| row.end_us)
    });
    let ends_us = measured_us.zip(predicted_us);
    ends_us.map_or("–".into(), |(measured_us, predicted_us)| {
        difference(measured_us, predicted_us)
    })
}

use std::rc::Rc;

use yew::prelude::*;

use crate::graph::TaskIndex;
use crate::lettering::quantity::{difference, duration, grouped};
use crate::page::same::same;
use crate::page::{LiveRun, Runs};
use crate::trace::Row;

use crate::page::use_language;
use crate::words::{Language, timeline as words};

/// The most tasks that the table lists.
const LISTED: u32 = 200;

/// What [`TaskTable`] lists.
#[derive(Clone, Properties)]
pub struct TaskTableProps {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, once it is over.
    pub over: Option<Rc<LiveRun>>,
}

impl PartialEq for TaskTableProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted) && same(&self.over, &other.over)
    }
}

/// What the concurrent run's timeline says, as a table for those who do not see it.
#[component]
pub fn TaskTable(props: &TaskTableProps) -> Html {
    let language = use_language();
    let live = props.over.as_ref().map(|live| live.runs());
    let runs: Vec<(&str, &Runs)> = [
        (words::predicted(language), props.predicted.as_deref()),
        (words::measured(language), live.as_deref()),
    ]
    .into_iter()
    .filter_map(|(source, runs)| Some((source, runs?)))
    .collect();
    let Some(&(_, first)) = runs.first() else {
        return Html::default();
    };
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
                    </tr>
                </thead>
                <tbody>
                    { for (0..program.task_count().min(LISTED)).map(|task| html! {
                        <tr>
                            <th scope="row">{ program.task_name(task) }</th>
                            { for runs.iter().flat_map(|(_, runs)| cells(runs, task, language)) }
                            if let [(_, predicted), (_, measured)] = runs[..] {
                                <td>{ later(measured, predicted, task) }</td>
                            }
                        </tr>
                    }) }
                </tbody>
            </table>
            if left_out > 0 {
                <p>{ words::more_tasks(language, &grouped(left_out.into())) }</p>
            }
        </div>
    }
}

fn cells(runs: &Runs, task: TaskIndex, language: Language) -> [Html; 3] {
    let unknown = Row::default();
    let row = runs.concurrent.rows().get(task as usize);
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

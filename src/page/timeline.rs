//! Both runs on one time axis: the sequential one as a single row, the concurrent one as a row
//! for each task.

mod geometry;
mod painter;
mod scene;
mod spans;
mod stage;
mod task_table;
mod theme;
mod tip;
mod words;

use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::graph::TaskIndex;

use self::geometry::Place;
use self::scene::Scene;
use self::stage::Stage;
use self::task_table::TaskTable;
use self::tip::{Hover, Tip, sequential_task};
use super::runs::STALE;
use super::same::same;
use super::{LiveRun, Runs};
use crate::lettering::quantity::duration;

/// What [`Timeline`] shows.
#[derive(Clone, Properties)]
pub struct TimelineProps {
    /// Both runs as predicted.
    #[prop_or_default]
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    #[prop_or_default]
    pub live: Option<Rc<LiveRun>>,
    /// Whether the program has been changed since, and has mistakes.
    #[prop_or_default]
    pub stale: bool,
    /// The task that is pointed at, here or elsewhere.
    #[prop_or_default]
    pub pointed: Option<TaskIndex>,
    /// Another task is pointed at, or none.
    #[prop_or_default]
    pub on_point: Callback<Option<TaskIndex>>,
}

impl PartialEq for TimelineProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.stale == other.stale
            && self.pointed == other.pointed
            && self.on_point == other.on_point
    }
}

/// The timeline: a canvas in what scrolls, a tip beside the pointer, and a table for those who do
/// not see either.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let [canvas, lanes, spacer] = [use_node_ref(), use_node_ref(), use_node_ref()];
    let stage = use_mut_ref(|| None::<Rc<Stage>>);
    let hover = use_state_eq(|| None::<Hover>);
    let rendered = use_force_update();
    {
        let elements = (canvas.clone(), lanes.clone(), spacer.clone());
        let stage = stage.clone();
        use_effect_with((), move |()| {
            let (canvas, lanes, spacer) = elements;
            let on_over = Callback::from(move |()| rendered.force_update());
            stage.replace(
                canvas
                    .cast::<HtmlCanvasElement>()
                    .zip(lanes.cast::<HtmlElement>())
                    .zip(spacer.cast::<HtmlElement>())
                    .and_then(|((canvas, lanes), spacer)| {
                        Stage::new(canvas, lanes, spacer, on_over)
                    }),
            );
            move || drop(stage.take())
        });
    }
    let program = Scene::new(&props.predicted, &props.live, None).program();
    // A program that has changed under the pointer may have fewer tasks.
    let count = program.as_ref().map_or(0, |program| program.task_count());
    let hovered_now = (*hover).filter(|hover| hover.task < count);
    let pointed = hovered_now.map(|hover| hover.task).or(props.pointed);
    let scene = Scene::new(&props.predicted, &props.live, pointed);
    use_effect_with(program, {
        let hover = hover.clone();
        move |_| hover.set(None)
    });
    {
        let stage = stage.clone();
        use_effect_with(scene.clone(), move |scene| {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.show(scene.clone());
            }
        });
    }
    let point = {
        let (hover, on_point) = (hover.clone(), props.on_point.clone());
        move |to: Option<Hover>| {
            if to.map(|to| to.task) != hover.map(|from| from.task) {
                on_point.emit(to.map(|to| to.task));
            }
            hover.set(to);
        }
    };
    let on_move = {
        let (point, scene) = (point.clone(), scene.clone());
        move |event: PointerEvent| {
            let stage = stage.borrow();
            point(stage.as_ref().and_then(|stage| {
                hovered(
                    stage,
                    &scene,
                    event.client_x().into(),
                    event.client_y().into(),
                )
            }));
        }
    };
    let over = props.live.clone().filter(|live| live.is_over());
    html! {
        <div
            class={classes!("timeline-frame", props.stale.then_some("stale"))}
            title={props.stale.then_some(STALE)}
        >
            <div
                ref={lanes}
                class="lanes"
                tabindex="0"
                role="group"
                aria-label={words::TIMELINE}
                onpointermove={on_move}
                onpointerleave={move |_: PointerEvent| point(None)}
            >
                <canvas ref={canvas} role="img" aria-label={summary(&scene)} />
                <div ref={spacer} />
            </div>
            if let Some(hover) = hovered_now {
                <Tip scene={scene.clone()} {hover} />
            }
            <TaskTable predicted={scene.predicted} {over} />
        </div>
    }
}

fn summary(scene: &Scene) -> String {
    let Some((sequential_us, concurrent_us)) = scene.makespans_us() else {
        return words::TIMELINE.into();
    };
    let sequential = duration(sequential_us).text();
    let concurrent = duration(concurrent_us).text();
    if scene.deadlocks() {
        words::summary_of_deadlock(&sequential, &concurrent)
    } else {
        words::summary(&sequential, &concurrent)
    }
}

fn hovered(stage: &Stage, scene: &Scene, client_x: f64, client_y: f64) -> Option<Hover> {
    let (place, time_us, point) = stage.at(client_x, client_y)?;
    let task = match place {
        Place::Row(task) => task,
        Place::Sequential => sequential_task(scene, time_us?)?,
    };
    Some(Hover {
        place,
        task,
        time_us,
        point,
        size: stage.size(),
    })
}

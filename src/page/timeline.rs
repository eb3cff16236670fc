//! Both runs on one time axis: the sequential one as a single row, the concurrent one as a row
//! for each task, or for a family of them.

mod bars;
mod brush;
mod cause;
mod edge;
mod family_ends;
mod family_names;
mod geometry;
pub(super) mod gestures;
mod hover;
mod painter;
mod path;
mod playhead;
mod pointing;
mod rows;
mod scene;
mod stage;
mod stretch;
mod task_table;
mod theme;
mod tip;
mod tools;
mod way_strips;
mod zoom;

use std::rc::Rc;

use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::export::WrittenAs;
use crate::graph::TaskIndex;

use self::family_ends::{EndsSource, Families};
use self::family_names::FamilyNames;
use self::hover::Hover;
use self::path::PathSource;
use self::playhead::Playhead;
use self::pointing::{Told, use_pointing};
use self::rows::{Choices, Rows};
use self::scene::{Grip, Scene};
use self::stage::{Elements, Stage};
pub use self::stretch::Stretch;
use self::task_table::TaskTable;
pub(super) use self::theme::context;
use self::tip::Tip;
use self::tools::{STEP, Tools};
use super::same::same;
use super::{Compared, LiveRun, ModelledRun, Pointed, Runs, use_language, use_written_as};
use crate::lettering::quantity::duration;
use crate::ways::Choice;
use crate::words::{page, timeline as words, ways as ways_words};

/// What [`Timeline`] shows.
#[derive(Clone, Properties)]
pub struct TimelineProps {
    /// Both runs as predicted.
    #[prop_or_default]
    pub predicted: Option<Rc<Runs>>,
    /// The runs in the modelled ways that are shown.
    #[prop_or_default]
    pub ways: Vec<Rc<ModelledRun>>,
    /// The kept runs beside the program.
    #[prop_or_default]
    pub compared: Option<Rc<Compared>>,
    /// The live run, where there is one.
    #[prop_or_default]
    pub live: Option<Rc<LiveRun>>,
    /// Whether the program has been changed since, and has mistakes.
    #[prop_or_default]
    pub stale: bool,
    /// What is pointed at, here or elsewhere.
    #[prop_or_default]
    pub pointed: Option<Pointed>,
    /// Another task is pointed at, or none.
    #[prop_or_default]
    pub on_point: Callback<Option<TaskIndex>>,
    /// The moment that was chosen, in microseconds. A run that goes on has its own.
    #[prop_or_default]
    pub at_us: Option<u64>,
    /// Another moment is chosen, or none.
    #[prop_or_default]
    pub on_playhead: Callback<Option<u64>>,
    /// The end of a bar is dragged.
    #[prop_or_default]
    pub on_stretch: Callback<Stretch>,
    /// The element in which the zoom's buttons stand.
    pub tools: NodeRef,
}

impl PartialEq for TimelineProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && self.ways == other.ways
            && same(&self.compared, &other.compared)
            && same(&self.live, &other.live)
            && self.stale == other.stale
            && self.pointed == other.pointed
            && self.on_point == other.on_point
            && self.at_us == other.at_us
            && self.on_playhead == other.on_playhead
            && self.on_stretch == other.on_stretch
            && self.tools == other.tools
    }
}

/// The timeline: a canvas in what scrolls, the controls over it, a tip beside the pointer, and a
/// table for those who do not see any of it.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let language = use_language();
    let [frame, canvas] = [use_node_ref(), use_node_ref()];
    let [lanes, spacer] = [use_node_ref(), use_node_ref()];
    let stage = use_mut_ref(|| None::<Rc<Stage>>);
    let hover = use_state_eq(|| None::<Hover>);
    let grip = use_state_eq(|| None::<Grip>);
    let section = use_state_eq(|| 0);
    let causes = use_state_eq(|| false);
    let choices = use_state_eq(Choices::default);
    let rendered = use_force_update();
    let placed = rendered.clone();
    {
        let nodes = (frame.clone(), lanes.clone(), canvas.clone(), spacer.clone());
        let (stage, section) = (stage.clone(), section.setter());
        use_effect_with((), move |()| {
            let (frame, lanes, canvas, spacer) = nodes;
            let elements = || {
                Some(Elements {
                    frame: frame.cast::<HtmlElement>()?,
                    lanes: lanes.cast::<HtmlElement>()?,
                    canvas: canvas.cast::<HtmlCanvasElement>()?,
                    spacer: spacer.cast::<HtmlElement>()?,
                })
            };
            let on_over = Callback::from(move |()| rendered.force_update());
            let on_section = Callback::from(move |at| section.set(at));
            stage.replace(elements().and_then(|all| Stage::new(all, on_over, on_section)));
            // Only now the tools' element is known.
            placed.force_update();
            move || drop(stage.take())
        });
    }
    let known = Scene::new(&props.predicted, &props.ways, &props.live);
    let program = known.program();
    let rows = use_memo(
        (program.clone(), (*choices).clone()),
        |(program, choices)| {
            let rows = program.clone().map(|program| Rows::new(program, choices));
            Rc::new(rows.unwrap_or_default())
        },
    );
    let source = PathSource {
        predicted: known.predicted.clone(),
        over: known.over(),
    };
    let path = use_memo(source, PathSource::path);
    let families = EndsSource {
        predicted: known.predicted.clone(),
        live: known.live.clone(),
        is_over: known.over().is_some(),
        compared: props.compared.clone(),
    };
    let families = use_memo(families, Families::of);
    // A program that has changed under the pointer may have fewer tasks.
    let count = program.as_ref().map_or(0, |program| program.task_count());
    let hovered = (*hover).filter(|hover| hover.task < count);
    // How long a Python program's steps take is nothing that stands in its text.
    let can_stretch = use_written_as() == WrittenAs::TaskGraph;
    let hovered = hovered.map(|hover| Hover {
        edge: hover.edge.filter(|_| can_stretch),
        ..hover
    });
    let near = hovered.and_then(|hover| hover.edge);
    let near = near.filter(|edge| !edge.is_drawn).map(|edge| Grip {
        edge,
        duration_us: None,
    });
    let grip_shown = grip.or(near);
    let held = grip.map(|grip| grip.edge.task).filter(|&task| task < count);
    let hovered_task = hovered.map(|hover| hover.task).or(held);
    let scene = Scene {
        compared: props.compared.clone(),
        pointed: hovered_task.map(Pointed::Task).or(props.pointed),
        grip: grip_shown,
        rows: (*rows).clone(),
        path: (*path).clone(),
        families,
        at_us: props.at_us.filter(|_| !known.is_running()),
        causes: *causes,
        language,
        ..known
    };
    use_effect_with(program.clone(), {
        let (hover, choices) = (hover.clone(), choices.clone());
        move |program: &Option<Rc<_>>| {
            hover.set(None);
            if let Some(program) = program {
                choices.set(rows::kept(&choices, program));
            }
        }
    });
    {
        let stage = stage.clone();
        use_effect_with(scene.clone(), move |scene| {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.show(scene.clone());
            }
        });
    }
    let on_stage = {
        let stage = stage.clone();
        move |act: &dyn Fn(&Rc<Stage>)| {
            if let Some(stage) = stage.borrow().as_ref() {
                act(stage);
            }
        }
    };
    let told = Told {
        on_point: props.on_point.clone(),
        on_stretch: props.on_stretch.clone(),
        stretches: can_stretch && !props.stale && !scene.is_running(),
    };
    let pointing = use_pointing(&stage, &lanes, &scene, &hover, &grip, told);
    let on_key = {
        let (on_stage, on_escape) = (on_stage.clone(), pointing.on_escape.clone());
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match event.key().as_str() {
                "Escape" if on_escape.emit(()) => {}
                "+" | "=" => on_stage(&|stage| stage.scale(STEP, None)),
                "-" | "_" => on_stage(&|stage| stage.scale(1.0 / STEP, None)),
                "0" => on_stage(&|stage| stage.fit()),
                "ArrowLeft" if event.shift_key() => on_stage(&|stage| stage.pan(-1.0)),
                "ArrowRight" if event.shift_key() => on_stage(&|stage| stage.pan(1.0)),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let time_at = {
        let stage = stage.clone();
        use_callback((), move |client_x: f64, ()| {
            let stage = stage.borrow();
            stage.as_ref().map_or(0, |stage| stage.time_us(client_x))
        })
    };
    let tools = props.tools.cast::<Element>().map(|host| {
        let tools = html! {
            <Tools
                    causes={*causes}
                    on_causes={Callback::from(move |shown| causes.set(shown))}
                    on_scale={{
                        let on_stage = on_stage.clone();
                        Callback::from(move |factor| on_stage(&|stage| stage.scale(factor, None)))
                    }}
                    on_fit={Callback::from(move |()| on_stage(&|stage| stage.fit()))}
                />
        };
        create_portal(tools, host)
    });
    html! {
        <div
            ref={frame}
            class={classes!("timeline-frame", props.stale.then_some("stale"))}
            title={props.stale.then_some(page::stale(language))}
            onkeydown={on_key}
        >
            <div
                ref={lanes}
                class={classes!("lanes", grip_shown.is_some().then_some("stretches"))}
                tabindex="0"
                role="group"
                aria-label={words::timeline(scene.language)}
                onpointerdown={pointing.on_down}
                onpointermove={pointing.on_move}
                onpointerup={pointing.on_up}
                onpointercancel={pointing.on_cancel}
                onpointerleave={pointing.on_leave}
            >
                <canvas ref={canvas} role="img" aria-label={summary(&scene)} />
                <div ref={spacer} />
                if let Some(program) = program {
                    <FamilyNames
                        {program}
                        rows={scene.rows.clone()}
                        top={scene.head_height()}
                        section={*section}
                        on_toggle={Callback::from(move |(name, open): (String, bool)| {
                            let mut chosen = (*choices).clone();
                            chosen.insert(name, open);
                            choices.set(chosen);
                        })}
                    />
                }
            </div>
            <Playhead
                at_us={scene.at_us}
                end_us={scene.end_us()}
                disabled={scene.is_running() || count == 0}
                {time_at}
                on_change={props.on_playhead.clone()}
            />
            { tools.unwrap_or_default() }
            if let Some(hover) = hovered {
                <Tip scene={scene.clone()} {hover} />
            }
            <TaskTable
                predicted={scene.predicted.clone()}
                over={scene.over()}
                compared={scene.compared.clone()}
            />
        </div>
    }
}

fn summary(scene: &Scene) -> String {
    let language = scene.language;
    let Some((sequential_us, concurrent_us)) = scene.makespans_us() else {
        return words::timeline(language).into();
    };
    let sequential = duration(sequential_us).text();
    let concurrent = duration(concurrent_us).text();
    let mut summary = match scene.deadlocks() {
        true => words::summary_of_deadlock(language, &sequential, &concurrent),
        false => words::summary(language, &sequential, &concurrent),
    };
    for run in &scene.ways {
        let way = Choice::Modelled(run.way).say(language);
        let time = duration(run.trace.makespan_us()).text();
        summary += &format!("; {}", ways_words::summary(language, &way, &time));
    }
    summary
}

/// A family's name with the number of its members.
fn family_label(name: &str, members: &str) -> String {
    format!("{name} ×{members}")
}

//! The loop panel: the event loop at a moment of the concurrent run, as predicted or as it was.

mod chips;
mod replay;
mod sentence;

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

use crate::event_loop::Hold;
use crate::graph::{Program, StepKind, TaskIndex};
use crate::trace::{LoopState, PoolState};

use self::chips::{Chip, Chips, SHOWN};
use self::replay::Replay;
pub use self::replay::is_a_step;
use self::sentence::sentence;
use super::Pointed;
use super::marked::marked;
use super::same::same;
use super::{LiveRun, Runs, use_language, use_written_as};
use crate::export::WrittenAs;
use crate::lettering::quantity::duration;
use crate::words::{Language, loop_panel as words, python};

/// What [`LoopPanel`] shows.
#[derive(Clone, Properties)]
pub struct LoopPanelProps {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    pub live: Option<Rc<LiveRun>>,
    /// The moment, in microseconds since the run began.
    pub at_us: u64,
    /// How many events of the record are before it; none where all of that moment are.
    pub events: Option<usize>,
    /// What is pointed at, here or elsewhere.
    pub pointed: Option<Pointed>,
    /// Another number has the live run read again.
    pub tick: u32,
    /// A task is pointed at, or none.
    pub on_point: Callback<Option<TaskIndex>>,
}

impl PartialEq for LoopPanelProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.at_us == other.at_us
            && self.events == other.events
            && self.pointed == other.pointed
            && self.tick == other.tick
            && self.on_point == other.on_point
    }
}

/// The event loop at the playhead: what runs, what is ready, which timers are set, who waits for
/// what, and what just happened.
#[component]
pub fn LoopPanel(props: &LoopPanelProps) -> Html {
    let (language, written_as) = (use_language(), use_written_as());
    let replay = use_mut_ref(Replay::default);
    let mut replay = replay.borrow_mut();
    let live = props.live.as_ref().map(|live| live.runs());
    let Some(runs) = live.as_deref().or(props.predicted.as_deref()) else {
        return Html::default();
    };
    let run: Rc<dyn Any> = match (&props.live, &props.predicted) {
        (Some(live), _) => live.clone(),
        (None, Some(predicted)) => predicted.clone(),
        (None, None) => return Html::default(),
    };
    let program = runs.program();
    let count = props
        .events
        .unwrap_or_else(|| runs.record.until(props.at_us));
    let state = replay.state(run, program, &runs.record, count);
    let view = View {
        program,
        state,
        at_us: props.at_us,
        is_python: written_as == WrittenAs::Python,
        language,
        props,
    };
    html! {
        <section class="loop-panel" aria-label={words::event_loop(language)}>
            { part("at", words::loop_at(language), html! {
                <output class="loop-time" aria-label={words::loop_at(language)}>
                    { duration(props.at_us).text() }
                </output>
            }) }
            { part("running", words::running(language), view.running()) }
            { part("ready", words::ready(language), view.chips(state.ready().map(|task| (task, None)))) }
            { part("happened", words::happened(language), html! {
                <p aria-live="polite">
                    { marked(&sentence(program, &runs.record, count, state, written_as, language)) }
                </p>
            }) }
            { for state.pools().iter().enumerate().map(|(place, pool)| view.pool(place, pool)) }
            { for view.threads() }
            { part("timers", words::timers(language), view.timers()) }
            { part("waiting", view.waiting(), view.chips(
                state.waiting_for_tasks().map(|task| (task, None)),
            )) }
        </section>
    }
}

fn part(class: &'static str, name: impl Into<AttrValue>, content: Html) -> Html {
    let name = name.into();
    html! {
        <div class={classes!("loop-part", class)} role="group" aria-label={name.clone()}>
            <span class="loop-name" aria-hidden="true">{ name }</span>
            { content }
        </div>
    }
}

/// What the parts of the panel are written from.
struct View<'v> {
    program: &'v Rc<Program>,
    state: &'v LoopState,
    at_us: u64,
    is_python: bool,
    language: Language,
    props: &'v LoopPanelProps,
}

impl View<'_> {
    fn running(&self) -> Html {
        let class = match self.state.held() {
            Some(Hold::Compute) => Some(StepKind::Cpu.word()),
            Some(Hold::Block) => Some(StepKind::Block.word()),
            None => None,
        };
        let running = self.state.running().map(|task| Chip {
            task,
            note: None,
            class,
        });
        self.list(running.into_iter())
    }

    /// The timers in the order in which they will be called; those that are due say so.
    fn timers(&self) -> Html {
        self.chips(self.state.timers().map(|(due_us, task)| {
            let note = match due_us <= self.at_us {
                true => words::due(self.language).to_owned(),
                false => duration(due_us).text(),
            };
            (task, Some(note))
        }))
    }

    /// What those are called who wait for others.
    fn waiting(&self) -> &'static str {
        match self.is_python {
            true => python::waiting(self.language),
            false => words::waiting(self.language),
        }
    }

    fn pool(&self, place: usize, pool: &PoolState) -> Html {
        let of = &self.program.pools()[place];
        // Of what a Python program's tasks share, only who waits for it is known.
        let name = match self.is_python {
            true => python::waiting_for(self.language, &of.name),
            false => words::pool(self.language, &of.name, &pool.holders.len(), &of.size),
        };
        let holders = pool.holders.iter().map(|&task| Chip {
            task,
            note: None,
            class: Some("pool"),
        });
        self.place(name, holders, pool.waiters.iter().copied())
    }

    /// The executor's threads, where the program has any.
    fn threads(&self) -> Option<Html> {
        let mut steps = self.program.nodes().iter().flat_map(|node| &node.steps);
        steps.any(|step| step.kind == StepKind::Thread).then(|| {
            let busy = self.state.threads().map(|(until_us, task)| Chip {
                task,
                note: Some(duration(until_us).text()),
                class: Some(StepKind::Thread.word()),
            });
            let threads = self.program.settings().threads;
            let name = match self.is_python {
                true => python::threads(self.language, &busy.len()),
                false => words::threads(self.language, &busy.len(), &threads),
            };
            self.place(name, busy, self.state.waiting_for_threads())
        })
    }

    /// What several hold at once, and who waits for it.
    fn place(
        &self,
        name: String,
        holders: impl ExactSizeIterator<Item = Chip>,
        queue: impl ExactSizeIterator<Item = TaskIndex>,
    ) -> Html {
        let waits = queue.len() > 0;
        part(
            "place",
            name,
            html! {
                <>
                    if !self.is_python || !waits {
                        { self.list(holders) }
                    }
                    if waits && !self.is_python {
                        <span class="loop-queue">{ words::then(self.language) }</span>
                    }
                    if waits {
                        { self.list(queue.map(Chip::plain)) }
                    }
                </>
            },
        )
    }

    fn chips(&self, tasks: impl ExactSizeIterator<Item = (TaskIndex, Option<String>)>) -> Html {
        self.list(tasks.map(|(task, note)| Chip {
            task,
            note,
            class: None,
        }))
    }

    /// A list of which no more is made than is shown: it may be very long, and be another one in
    /// every frame.
    fn list(&self, chips: impl ExactSizeIterator<Item = Chip>) -> Html {
        let more = chips.len().saturating_sub(SHOWN);
        let chips: Vec<Chip> = chips.take(SHOWN).collect();
        html! {
            <Chips
                program={self.program.clone()}
                {chips}
                {more}
                pointed={self.props.pointed}
                on_point={self.props.on_point.clone()}
            />
        }
    }
}

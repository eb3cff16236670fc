use yew::prelude::*;

use crate::event_loop::{Cause, Event, Hold, Outcome, Wait, What};
use crate::graph::{AfterMode, Node, Place, Program, TaskIndex};
use crate::lettering::quantity::duration;
use crate::trace::LoopState;

use super::is_a_step;

/// What the last of the first `count` events of `record` was, and why; `state` is the loop after
/// it.
pub fn sentence(program: &Program, record: &[Event], count: usize, state: &LoopState) -> Html {
    let happened = record[..count.min(record.len())].iter();
    let Some((place, event)) = happened
        .enumerate()
        .rev()
        .find(|(_, event)| is_a_step(event))
    else {
        return html! { "Nothing has happened yet." };
    };
    let Some(task) = state.task_of(event.task) else {
        return Html::default();
    };
    let next = record.get(place + 1);
    Sentence {
        program,
        state,
        task,
        next,
    }
    .of(event)
}

struct Sentence<'s> {
    program: &'s Program,
    state: &'s LoopState,
    task: TaskIndex,
    /// The event after it.
    next: Option<&'s Event>,
}

impl Sentence<'_> {
    fn of(&self, event: &Event) -> Html {
        let name = self.name(self.task);
        match event.what {
            What::Ready { cause } => self.ready(cause),
            What::StepBegan => {
                html! { <>{ "The loop takes " }{ name }{ " from the ready queue." }</> }
            }
            What::HoldBegan { hold } => self.hold_began(hold, event.time_us),
            What::HoldEnded => {
                html! { <>{ name }{ " gives the loop back, which it has held." }</> }
            }
            What::Acquired { semaphore } => self.acquired(semaphore.0 as usize),
            What::Released { semaphore } => {
                let pool = &self.program.pools()[semaphore.0 as usize].name;
                html! { <>{ name }{ " gives back its place in " }<b>{ pool }</b>{ "." }</> }
            }
            What::ThreadBegan { since_us } => {
                let since = match since_us < event.time_us {
                    true => format!(" has run in a thread since {}.", duration(since_us).text()),
                    false => String::from(" begins to run in a thread."),
                };
                html! { <>{ name }{ since }</> }
            }
            What::Waits { on } => self.waits(on),
            What::Reached { place } => self.reached(place.into()),
            What::Ended { outcome } => self.ended(outcome),
            What::Created { .. } | What::ThreadEnds { .. } => Html::default(),
        }
    }

    fn ready(&self, cause: Cause) -> Html {
        let name = self.name(self.task);
        match (cause, self.state.woken_by(self.task)) {
            (Cause::Timer, _) => {
                html! { <>{ "The timer of " }{ name }{ " is due: it is ready." }</> }
            }
            (_, Some(by)) if by != self.task => {
                html! { <>{ self.name(by) }{ " lets " }{ name }{ " go on: it is ready." }</> }
            }
            _ => html! { <>{ name }{ " is ready, at the end of the queue." }</> },
        }
    }

    fn hold_began(&self, hold: Hold, now_us: u64) -> Html {
        let what = match hold {
            Hold::Compute => " computes and holds the loop",
            Hold::Block => " blocks and holds the loop",
        };
        let ended = self.next.filter(|next| next.what == What::HoldEnded);
        let until = ended.map(|next| format!(" until {}", duration(next.time_us).text()));
        let end_us = ended.map_or(now_us, |next| next.time_us);
        let due = self.state.timers().filter(|&(due_us, _)| due_us <= end_us);
        let due = due.count();
        let late = match due {
            0 => ".".to_owned(),
            1 => "; one timer that is due has to wait.".to_owned(),
            due => format!("; {due} timers that are due have to wait."),
        };
        html! { <>{ self.name(self.task) }{ what }{ until }{ late }</> }
    }

    fn acquired(&self, pool: usize) -> Html {
        let name = self.name(self.task);
        let was_full = self.state.waited_for(self.task) == Some(pool);
        let pool = html! { <b>{ &self.program.pools()[pool].name }</b> };
        match self.state.woken_by(self.task).filter(|&by| by != self.task) {
            Some(by) if was_full => html! {
                <>{ name }{ " takes the place in " }{ pool }{ " that " }{ self.name(by) }{ " gave back." }</>
            },
            _ => html! { <>{ name }{ " takes a free place in " }{ pool }{ "." }</> },
        }
    }

    fn waits(&self, on: Wait) -> Html {
        let name = self.name(self.task);
        match on {
            Wait::Timer { until_us } => {
                let until = duration(until_us).text();
                html! { <>{ name }{ format!(" waits for its timer, due at {until}; the loop is free.") }</> }
            }
            Wait::Semaphore(id) => {
                let pool = &self.program.pools()[id.0 as usize];
                let full = match pool.size {
                    1 => "whose place is taken.".to_owned(),
                    size => format!("whose {size} places are taken."),
                };
                html! { <>{ name }{ " waits for " }<b>{ &pool.name }</b>{ ", " }{ full }</> }
            }
            Wait::Executor => match self
                .state
                .waiting_for_threads()
                .any(|task| task == self.task)
            {
                true => html! { <>{ name }{ " waits for a thread; all are busy." }</> },
                false => html! { <>{ name }{ " waits for its thread; the loop is free." }</> },
            },
            _ => {
                let what = match self.node().after_mode {
                    AfterMode::All => " waits for what it comes after: ",
                    AfterMode::Any | AfterMode::First => " waits for the first of ",
                };
                html! { <>{ name }{ what }{ self.after() }{ "." }</> }
            }
        }
    }

    fn after(&self) -> String {
        let names = self.node().after.iter().map(|reference| {
            let node = &self.program.nodes()[reference.node()];
            node.name.as_str()
        });
        names.collect::<Vec<_>>().join(", ")
    }

    fn reached(&self, place: Place) -> Html {
        let name = self.name(self.task);
        match place {
            Place::TimedOut => html! { <>{ name }{ " is stopped at its timeout." }</> },
            Place::Failing => html! { <>{ "This attempt of " }{ name }{ " fails." }</> },
            Place::Skipped => html! {
                <>{ "What " }{ name }{ " comes after can no longer succeed: it is skipped." }</>
            },
            Place::Step(_) | Place::Backoff => Html::default(),
        }
    }

    fn ended(&self, outcome: Outcome) -> Html {
        let what = match outcome {
            Outcome::Done => " is done.",
            Outcome::Failed => " has failed.",
            Outcome::Cancelled => " ends without having succeeded.",
            Outcome::Deadlocked => " waits for ever: nothing is ready, and no timer is set.",
        };
        html! { <>{ self.name(self.task) }{ what }</> }
    }

    fn node(&self) -> &Node {
        &self.program.nodes()[self.program.node_of(self.task)]
    }

    fn name(&self, task: TaskIndex) -> Html {
        html! { <b>{ self.program.task_name(task) }</b> }
    }
}

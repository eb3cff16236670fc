use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::graph::Program;

use super::same::same;
use super::{Kept, Legend, Speed, use_language};
use crate::words::{Language, page as words};

/// What the live run is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunState {
    /// There is none.
    #[default]
    Idle,
    /// It goes on.
    Running,
    /// It is paused.
    Paused,
    /// Both runs are over.
    Over,
}

/// Which way to go in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the event before.
    Back,
    /// To the next event.
    Forward,
}

/// What [`Transport`] shows, and whom it tells.
#[derive(Clone, Properties)]
pub struct TransportProps {
    /// What the live run is doing.
    pub state: RunState,
    /// Whether there is a program that can be run.
    pub can_run: bool,
    /// Where the slider stands.
    pub speed: Speed,
    /// The program that the legend is of.
    #[prop_or_default]
    pub program: Option<Rc<Program>>,
    /// Run was pressed.
    pub on_run: Callback<()>,
    /// Pause was pressed.
    pub on_pause: Callback<()>,
    /// Resume was pressed.
    pub on_resume: Callback<()>,
    /// Reset was pressed.
    pub on_reset: Callback<()>,
    /// The runs that are kept.
    #[prop_or_default]
    pub kept: Option<Rc<Kept>>,
    /// Further controls beside these.
    #[prop_or_default]
    pub more: Html,
    /// Where the timeline puts its own tools.
    #[prop_or_default]
    pub tools: NodeRef,
    /// Step or Step back was pressed.
    pub on_step: Callback<Step>,
    /// The slider was moved.
    pub on_speed: Callback<Speed>,
}

impl PartialEq for TransportProps {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
            && self.can_run == other.can_run
            && self.speed == other.speed
            && same(&self.program, &other.program)
            && same(&self.kept, &other.kept)
            && self.more == other.more
            && self.tools == other.tools
            && self.on_run == other.on_run
            && self.on_pause == other.on_pause
            && self.on_resume == other.on_resume
            && self.on_reset == other.on_reset
            && self.on_step == other.on_step
            && self.on_speed == other.on_speed
    }
}

/// The toolbar over the timeline: what sets a run going, the legend, and room for the timeline's
/// own tools.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let language = use_language();
    let on_input = props.on_speed.reform(|event: InputEvent| {
        let slider: HtmlInputElement = event.target_unchecked_into();
        Speed::at(slider.value_as_number() as usize)
    });
    let label = props.speed.label(language);
    html! {
        <div class="toolbar">
            <div class="controls">
                { primary(props, language) }
                <button
                    type="button"
                    class="icon"
                    aria-label={words::reset(language)}
                    title={words::reset_tip(language)}
                    disabled={props.state == RunState::Idle}
                    onclick={props.on_reset.reform(|_| ())}
                >
                    <svg width="12" height="12" fill="none" stroke="currentColor"
                        stroke-width="1.6" aria-hidden="true">
                        <path d="M2 6a4 4 0 1 1 1.2 2.9M2 9.5V6.3h3" />
                    </svg>
                </button>
                { step(props, language, Step::Back) }
                { step(props, language, Step::Forward) }
                <label class="speed" title={words::speed_tip(language)}>
                    <span aria-hidden="true">{ words::speed(language) }</span>
                    <input
                        type="range"
                        aria-label={words::speed(language)}
                        min="0"
                        max={Speed::LAST.notch().to_string()}
                        step="1"
                        value={props.speed.notch().to_string()}
                        aria-valuetext={label.to_string()}
                        oninput={on_input}
                    />
                    <span class="speed-label" aria-hidden="true">{ label }</span>
                </label>
                { props.more.clone() }
                <Legend program={props.program.clone()} kept={props.kept.clone()} />
            </div>
            <div ref={props.tools.clone()} class="timeline-tools" />
        </div>
    }
}

fn step(props: &TransportProps, language: Language, way: Step) -> Html {
    let (name, tip, shape) = match way {
        Step::Back => (
            words::step_back(language),
            words::step_back_tip(language),
            "M1 1.5v9h1.6v-9zM11 1.5v9L4 6z",
        ),
        Step::Forward => (
            words::step(language),
            words::step_tip(language),
            "M9.4 1.5v9H11v-9zM1 1.5v9L8 6z",
        ),
    };
    let enabled = props.can_run && props.state != RunState::Running;
    html! {
        <button
            type="button"
            class="icon"
            aria-label={name}
            title={tip}
            disabled={!enabled}
            onclick={props.on_step.reform(move |_| way)}
        >
            <svg width="12" height="12" aria-hidden="true">
                <path d={shape} fill="currentColor" />
            </svg>
        </button>
    }
}

fn primary(props: &TransportProps, language: Language) -> Html {
    let (name, tip, shape, on_click) = match props.state {
        RunState::Idle | RunState::Over => (
            words::run(language),
            words::run_tip(language),
            PLAY,
            &props.on_run,
        ),
        RunState::Running => (
            words::pause(language),
            words::pause_tip(language),
            BARS,
            &props.on_pause,
        ),
        RunState::Paused => (
            words::resume(language),
            words::resume_tip(language),
            PLAY,
            &props.on_resume,
        ),
    };
    let goes_on = matches!(props.state, RunState::Running | RunState::Paused);
    html! {
        <button
            type="button"
            class="run"
            title={tip}
            disabled={!goes_on && !props.can_run}
            onclick={on_click.reform(|_| ())}
        >
            <svg width="10" height="11" aria-hidden="true">
                <path d={shape} fill="currentColor" />
            </svg>
            { name }
        </button>
    }
}

const PLAY: &str = "M0 0L10 5.5L0 11z";
const BARS: &str = "M1 0h3v11h-3zM6 0h3v11h-3z";

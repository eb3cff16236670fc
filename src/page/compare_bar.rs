use std::rc::Rc;

use yew::prelude::*;

use super::same::same;
use super::{Compared, LiveRun, Runs, use_language};
use crate::lettering::quantity::{difference, grouped};
use crate::run::Mode;
use crate::words::compare as words;

/// What [`CompareBar`] tells, and whom.
#[derive(Clone, Properties)]
pub struct CompareBarProps {
    /// The kept runs beside the program.
    pub compared: Rc<Compared>,
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, where there is one.
    pub live: Option<Rc<LiveRun>>,
    /// Whether the text is the kept one.
    pub is_same: bool,
    /// Another number has the live run read again.
    pub tick: u32,
    /// The kept text is to be put back.
    pub on_restore: Callback<()>,
    /// The runs are to be kept no longer.
    pub on_drop: Callback<()>,
}

impl PartialEq for CompareBarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.compared, &other.compared)
            && same(&self.predicted, &other.predicted)
            && same(&self.live, &other.live)
            && self.is_same == other.is_same
            && self.tick == other.tick
    }
}

/// How the runs differ from the kept ones: those that were measured once they are over, and
/// otherwise those that are predicted.
#[component]
pub fn CompareBar(props: &CompareBarProps) -> Html {
    let language = use_language();
    let compared = &props.compared;
    let over = props.live.as_ref().filter(|live| live.is_over());
    let over = over.map(|live| live.runs());
    let runs = over.as_deref().or(props.predicted.as_deref());
    let [sequential, concurrent] = Mode::BOTH.map(|mode| {
        // What was disturbed compares with nothing.
        let clean = runs.filter(|runs| !runs.is_disturbed(mode));
        clean.map_or("–".into(), |runs| {
            difference(runs.of(mode).makespan_us(), compared.end_us(mode))
        })
    });
    let say = match (compared.kept.is_measured, compared.kept.is_disturbed()) {
        (_, true) => words::compared_disturbed,
        (true, false) => words::compared_measured,
        (false, false) => words::compared_predicted,
    };
    let (new, gone) = (compared.new_count(), compared.gone.len());
    html! {
        <div class="remark compare-bar" role="group" aria-label={words::comparison(language)}>
            <span>
                { say(language, &sequential, &concurrent) }
                if new > 0 {
                    { " " }
                    { words::new_tasks(language, &grouped(new as u64)) }
                }
                if gone > 0 {
                    { " " }
                    { words::gone_tasks(language, &grouped(gone as u64)) }
                }
            </span>
            <button
                type="button"
                title={words::restore_tip(language)}
                disabled={props.is_same}
                onclick={props.on_restore.reform(|_| ())}
            >
                { words::restore(language) }
            </button>
            <button
                type="button"
                title={words::drop_tip(language)}
                onclick={props.on_drop.reform(|_| ())}
            >
                { words::drop_kept(language) }
            </button>
        </div>
    }
}

use crate::graph::Program;
use crate::notation::PartOf;
use crate::what_if::{Knob, KnobName};

/// Which number the user sweeps, and over what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SweepChoice {
    /// What it is of; none where none was chosen yet.
    pub name: Option<KnobName>,
    /// The values as they were written; none are the usual ones.
    pub values: Option<String>,
}

impl SweepChoice {
    /// The place among `knobs` of the one that was chosen, and the values as written. Where it is
    /// not among them, it is a family's size, or else the first.
    pub fn of(&self, knobs: &[Knob], program: &Program) -> Option<(usize, String)> {
        let is_it = |knob: &Knob| self.name.as_ref() == Some(&knob.name(program));
        if let Some(place) = knobs.iter().position(is_it) {
            let usual = || knobs[place].usual_values();
            return Some((place, self.values.clone().unwrap_or_else(usual)));
        }
        let is_size = |knob: &Knob| matches!(knob.what, PartOf::LastIndex { .. });
        let place = knobs.iter().position(is_size).unwrap_or(0);
        Some((place, knobs.get(place)?.usual_values()))
    }
}

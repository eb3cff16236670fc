use std::rc::Rc;

use yew::prelude::*;

use crate::graph::Program;
use crate::lettering::quantity::grouped;

use super::family_label;
use super::geometry::ROW_HEIGHT;
use super::rows::Rows;

/// The rows come into the document by so many at once.
pub const SECTION: u32 = 64;

/// What [`FamilyNames`] are of, and whom they tell.
#[derive(Clone, Properties)]
pub struct FamilyNamesProps {
    /// The program.
    pub program: Rc<Program>,
    /// Its rows.
    pub rows: Rc<Rows>,
    /// Where they begin, in CSS pixels.
    pub top: f64,
    /// Which [`SECTION`] the first row in view is in.
    pub section: u32,
    /// A family is to be open, or closed: its name and which of both.
    pub on_toggle: Callback<(String, bool)>,
}

impl PartialEq for FamilyNamesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
            && self.top == other.top
            && self.section == other.section
            && self.on_toggle == other.on_toggle
    }
}

/// The names of families as buttons that open and close them, over the names on the canvas: of
/// those in view, and of some around.
#[component]
pub fn FamilyNames(props: &FamilyNamesProps) -> Html {
    let around = (props.section.saturating_sub(1)) * SECTION..(props.section + 3) * SECTION;
    let button = |node: usize| {
        let name = &props.program.nodes()[node].name;
        let members = props.program.nodes()[node].task_count();
        let is_open = props.rows.is_open(node);
        let rows = props.rows.of(node);
        let top = props.top + f64::from(rows.start) * ROW_HEIGHT;
        let height = f64::from(rows.end - rows.start) * ROW_HEIGHT;
        let on_click = {
            let name = name.clone();
            props.on_toggle.reform(move |_| (name.clone(), !is_open))
        };
        html! {
            <div key={node} class="family" style={format!("top:{top}px;height:{height}px")}>
                <button
                    type="button"
                    aria-label={family_label(name, &grouped(members.into()))}
                    aria-expanded={is_open.to_string()}
                    onclick={on_click}
                />
            </div>
        }
    };
    html! {
        <div class="families">{ for props.rows.families(around).map(button) }</div>
    }
}

use std::rc::Rc;

use yew::prelude::*;

use crate::graph::{AfterMode, Layout, Program};
use crate::page::same::Shared;

use super::critical::Critical;
use super::placement::Placement;

/// What [`Edges`] shows.
#[derive(Clone, Properties)]
pub struct EdgesProps {
    /// The program.
    pub program: Rc<Program>,
    /// Which edges there are.
    pub layout: Rc<Layout>,
    /// Their curves.
    pub placement: Rc<Placement>,
    /// Which of them the critical path leads along.
    pub critical: Rc<Critical>,
    /// Only the edges from and to this node; else all.
    #[prop_or_default]
    pub only: Option<usize>,
}

impl PartialEq for EdgesProps {
    fn eq(&self, other: &Self) -> bool {
        let shared = |props: &Self| {
            (
                Shared(Some(props.program.clone())),
                Shared(Some(props.placement.clone())),
                Shared(Some(props.critical.clone())),
            )
        };
        self.only == other.only && shared(self) == shared(other)
    }
}

/// The curves from nodes to those that come after them, those of the critical path last. Where
/// one of several is enough, the curves from them are broken.
#[component]
pub fn Edges(props: &EdgesProps) -> Html {
    let edges = props.layout.edges.iter().zip(&props.placement.curves);
    let wanted =
        edges.filter(|&(&(from, to), _)| props.only.is_none_or(|only| only == from || only == to));
    let (critical, others): (Vec<_>, Vec<_>) =
        wanted.partition(|(edge, _)| props.critical.edges.contains(edge));
    let curves = others.into_iter().map(|curve| (curve, None));
    let curves = curves.chain(critical.into_iter().map(|curve| (curve, Some("critical"))));
    html! {
        <g class={if props.only.is_some() { "edges-pointed" } else { "edges" }}>
            { for curves.map(|((edge, curve), critical)| {
                let any = props.program.nodes()[edge.1].after_mode != AfterMode::All;
                let class = classes!("edge", critical, any.then_some("any"));
                html! { <path {class} d={curve.clone()} /> }
            }) }
        </g>
    }
}

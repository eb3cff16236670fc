use std::fmt::Write;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::graph::Layout;

use super::placement::Placement;

/// The most that it takes of the panel, in CSS pixels.
const MOST: (f64, f64) = (120.0, 78.0);

/// What [`Overview`] shows.
#[derive(Clone, Properties)]
pub struct OverviewProps {
    /// Where the nodes are.
    pub placement: Rc<Placement>,
    /// What becomes the frame around what is in view.
    pub window: NodeRef,
    /// What is at this share of the width and of the height is wanted in view.
    pub on_choose: Callback<(f64, f64)>,
}

impl PartialEq for OverviewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.placement, &other.placement) && self.window == other.window
    }
}

/// All of the picture in small, where not all of it is in view: a press there goes there.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let (width, height) = (props.placement.width, props.placement.height);
    let scale = (MOST.0 / width).min(MOST.1 / height);
    let choose = {
        let on_choose = props.on_choose.clone();
        move |event: &PointerEvent| {
            let overview = event.current_target();
            let overview = overview.and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(overview) = overview {
                // Without it, a drag ends where the pointer leaves.
                let _ = overview.set_pointer_capture(event.pointer_id());
                let bounds = overview.get_bounding_client_rect();
                let across = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
                let along = (f64::from(event.client_y()) - bounds.top()) / bounds.height();
                on_choose.emit((across, along));
            }
        }
    };
    let onpointermove = {
        let choose = choose.clone();
        Callback::from(move |event: PointerEvent| {
            if event.buttons() & 1 == 1 {
                choose(&event);
            }
        })
    };
    let onpointerdown = Callback::from(move |event: PointerEvent| {
        if event.button() == 0 {
            choose(&event);
        }
    });
    html! {
        <svg
            class="graph-overview"
            aria-hidden="true"
            viewBox={format!("0 0 {width:.1} {height:.1}")}
            width={format!("{:.1}", (width * scale).max(16.0))}
            height={format!("{:.1}", (height * scale).max(16.0))}
            preserveAspectRatio="none"
            {onpointerdown}
            {onpointermove}
        >
            <path d={boxes(&props.placement)} />
            <rect class="graph-window" ref={props.window.clone()} />
        </svg>
    }
}

fn boxes(placement: &Placement) -> String {
    let (width, height) = (Layout::NODE_WIDTH, Layout::NODE_HEIGHT);
    let mut path = String::new();
    for &(x, y) in &placement.nodes {
        let (left, top) = (x - width / 2.0, y - height / 2.0);
        // Writing to a string cannot fail.
        let _ = write!(path, "M{left:.0} {top:.0}h{width}v{height}h-{width}z");
    }
    path
}

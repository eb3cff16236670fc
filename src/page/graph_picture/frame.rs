use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, KeyboardEvent, SvgElement};
use yew::prelude::*;

use crate::graph::{Layout, Program};
use crate::page::timeline::gestures::Gestures;
use crate::page::use_language;
use crate::words::{graph as words, page};

use super::overview::Overview;
use super::placement::Placement;
use super::stage::{Elements, Stage};
use super::tools::{STEP, Tools};
use super::way::Way;

/// What [`Frame`] shows, and whom it tells.
#[derive(Clone, PartialEq, Properties)]
pub struct FrameProps {
    /// The program.
    pub program: Rc<Program>,
    /// Its edges.
    pub layout: Rc<Layout>,
    /// Where everything goes.
    pub placement: Rc<Placement>,
    /// Whether there is little room.
    pub narrow: bool,
    /// Whether the program has been changed since, and has mistakes.
    pub stale: bool,
    /// What the picture is called.
    pub label: AttrValue,
    /// Whether some node is pointed at.
    pub has_pointed: bool,
    /// Another node is pointed at, or none.
    pub on_point: Callback<Option<usize>>,
    /// Another node is the one that the Tab key leads to.
    pub on_current: Callback<usize>,
    /// The edges, below the nodes.
    pub edges: Html,
    /// The nodes, each with its place as `data-node`.
    pub nodes: Html,
}

type StageCell = Rc<RefCell<Option<Rc<Stage>>>>;

/// The picture in its room: it is moved and shown larger and smaller, by pointer, by keys and by
/// buttons, and its nodes are pointed at.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let language = use_language();
    let (room, scene, window) = (use_node_ref(), use_node_ref(), use_node_ref());
    let stage: StageCell = use_mut_ref(|| None);
    {
        let (stage, elements) = (stage.clone(), (room.clone(), scene.clone(), window.clone()));
        let shown = (props.program.clone(), props.placement.clone(), props.narrow);
        use_effect_with(shown, move |(program, placement, narrow)| {
            let mut stage = stage.borrow_mut();
            if stage.is_none() {
                *stage = elements_of(&elements).map(Stage::new);
            }
            if let Some(stage) = stage.as_ref() {
                stage.show(program, placement, *narrow);
            }
        });
    }
    let pointers = use_pointers(&stage, &props.on_point);
    let onkeydown = on_key(&stage, props);
    let onfocusin = {
        let (stage, props) = (stage.clone(), props.clone());
        Callback::from(move |event: FocusEvent| {
            let Some(node) = node_at(&event) else { return };
            props.on_current.emit(node);
            // A press already has it in view, and must not move what it presses on.
            if is_by_keyboard(&event) {
                props.on_point.emit(Some(node));
                with(&stage, |stage| stage.bring(node));
            }
        })
    };
    let onfocusout = props.on_point.reform(|_: FocusEvent| None);
    let ondblclick = {
        let stage = stage.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(node) = node_at(&event) {
                with(&stage, |stage| stage.zoom_to(node));
            }
        })
    };
    let on_scale = on_stage(&stage, |stage, factor: f64| stage.scale(factor));
    let on_fit = on_stage(&stage, |stage, ()| stage.fit());
    let on_choose = on_stage(&stage, |stage, shares| stage.centre(shares));
    let size = format!(
        "--width:{:.0};--height:{:.0}",
        props.placement.width, props.placement.height
    );
    html! {
        <div class={classes!("graph-frame", props.stale.then_some("stale"))} style={size}>
            <svg
                ref={room}
                class={classes!("graph-picture", props.has_pointed.then_some("has-pointed"))}
                role="group"
                aria-label={props.label.clone()}
                {onkeydown}
                {onfocusin}
                {onfocusout}
                {ondblclick}
                onpointerdown={pointers.on_down}
                onpointermove={pointers.on_move}
                onpointerup={pointers.on_up.clone()}
                onpointercancel={pointers.on_up.clone()}
                onlostpointercapture={pointers.on_up}
                onpointerover={pointers.on_over}
                onpointerleave={pointers.on_leave}
            >
                if props.stale {
                    <title>{ page::stale(language) }</title>
                }
                <g ref={scene} class="graph-scene">
                    <g aria-hidden="true">{ props.edges.clone() }</g>
                    <g role="list" aria-label={words::tasks(language)}>{ props.nodes.clone() }</g>
                </g>
            </svg>
            <Overview placement={props.placement.clone()} {window} {on_choose} />
            <Tools {on_scale} {on_fit} />
        </div>
    }
}

fn elements_of((room, scene, window): &(NodeRef, NodeRef, NodeRef)) -> Option<Elements> {
    Some(Elements {
        room: room.cast()?,
        scene: scene.cast()?,
        window: window.cast()?,
    })
}

fn with(stage: &StageCell, act: impl FnOnce(&Stage)) {
    if let Some(stage) = stage.borrow().as_ref() {
        act(stage);
    }
}

fn on_stage<T: 'static>(stage: &StageCell, act: fn(&Stage, T)) -> Callback<T> {
    let stage = stage.clone();
    Callback::from(move |what| with(&stage, |stage| act(stage, what)))
}

/// The node that an event is at.
fn node_at(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let node = target.closest("[data-node]").ok()??;
    node.get_attribute("data-node")?.parse().ok()
}

fn is_by_keyboard(event: &FocusEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|target: Element| target.matches(":focus-visible").unwrap_or(true))
}

/// What the keys do while a node has the focus.
fn on_key(stage: &StageCell, props: &FrameProps) -> Callback<KeyboardEvent> {
    let (stage, props) = (stage.clone(), props.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        let node = node_at(&event);
        match (key.as_str(), Way::of_key(&key), node) {
            ("+" | "=", ..) => with(&stage, |stage| stage.scale(STEP)),
            ("-", ..) => with(&stage, |stage| stage.scale(1.0 / STEP)),
            ("0", ..) => with(&stage, Stage::fit),
            ("Enter" | " ", _, Some(node)) => with(&stage, |stage| stage.zoom_to(node)),
            (_, Some(way), _) if event.shift_key() => {
                with(&stage, |stage| stage.pan(way.step()));
            }
            (_, Some(way), Some(node)) => {
                if let Some(next) = way.from(node, &props.placement, &props.layout.edges) {
                    focus(&event, next);
                }
            }
            _ => return,
        }
        event.prevent_default();
    })
}

fn focus(event: &KeyboardEvent, node: usize) {
    let room = event.target().and_then(|target| target.dyn_into().ok());
    let room = room.and_then(|target: Element| target.closest(".graph-picture").ok()?);
    let found = room.and_then(|room| room.query_selector(&format!("[data-node='{node}']")).ok()?);
    if let Some(node) = found.and_then(|node| node.dyn_into::<SvgElement>().ok()) {
        // The stage brings it into view. It can fail for what takes no focus only.
        let _: Result<(), _> = node.focus();
    }
}

struct Pointers {
    on_down: Callback<PointerEvent>,
    on_move: Callback<PointerEvent>,
    on_up: Callback<PointerEvent>,
    on_over: Callback<PointerEvent>,
    on_leave: Callback<PointerEvent>,
}

/// Drags and pinches the picture, and says which node is pointed at meanwhile.
#[hook]
fn use_pointers(stage: &StageCell, on_point: &Callback<Option<usize>>) -> Pointers {
    let gestures = use_mut_ref(Gestures::default);
    let on_down = {
        let gestures = gestures.clone();
        move |event: PointerEvent| {
            if event.button() == 0 {
                let (x, y) = (event.client_x().into(), event.client_y().into());
                gestures.borrow_mut().pressed(event.pointer_id(), x, y);
            }
        }
    };
    let on_move = {
        let (gestures, stage, on_point) = (gestures.clone(), stage.clone(), on_point.clone());
        move |event: PointerEvent| {
            let (x, y) = (event.client_x().into(), event.client_y().into());
            let mut gestures = gestures.borrow_mut();
            let was_drag = gestures.is_drag();
            if let Some(gesture) = gestures.moved(event.pointer_id(), x, y) {
                if !was_drag {
                    capture(&event);
                    on_point.emit(None);
                }
                with(&stage, |stage| stage.follow(gesture));
            }
        }
    };
    let on_up = {
        let gestures = gestures.clone();
        move |event: PointerEvent| gestures.borrow_mut().released(event.pointer_id())
    };
    let on_over = {
        let (gestures, on_point) = (gestures.clone(), on_point.clone());
        move |event: PointerEvent| {
            if !gestures.borrow().is_drag() {
                on_point.emit(node_at(&event));
            }
        }
    };
    let on_leave = {
        let on_point = on_point.clone();
        move |event: PointerEvent| {
            gestures.borrow_mut().released(event.pointer_id());
            on_point.emit(None);
        }
    };
    Pointers {
        on_down: on_down.into(),
        on_move: on_move.into(),
        on_up: on_up.into(),
        on_over: on_over.into(),
        on_leave: on_leave.into(),
    }
}

fn capture(event: &PointerEvent) {
    let room = event.current_target();
    if let Some(room) = room.and_then(|room| room.dyn_into::<Element>().ok()) {
        // Without it, the drag ends where the pointer leaves.
        let _ = room.set_pointer_capture(event.pointer_id());
    }
}

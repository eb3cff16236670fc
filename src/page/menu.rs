//! Menus: a button, and what opens below it.

mod focus;

use web_sys::{FocusEvent, KeyboardEvent};
use yew::prelude::*;

pub use self::focus::regain_focus;
use self::focus::{
    close_outside, contains, enter, focus, has_focus, is_in_field, move_focus, move_focus_by_row,
};

/// Closes the menu around, and gives the focus back to its button. By default there is none.
#[derive(Clone, Default, PartialEq)]
pub struct CloseMenu(Callback<()>);

impl CloseMenu {
    /// Does so.
    pub fn close(&self) {
        self.0.emit(());
    }
}

/// What [`Menu`] is.
#[derive(PartialEq, Properties)]
pub struct MenuProps {
    /// The button's name.
    pub name: AttrValue,
    /// What more there is to say of it.
    #[prop_or_default]
    pub tip: Option<AttrValue>,
    /// What the button shows in place of its name.
    #[prop_or_default]
    pub icon: Option<Html>,
    /// Whether it is a menu on narrow screens alone. On others its button is not there, and what
    /// is in it stands in its place.
    #[prop_or_default]
    pub folds: bool,
    /// Whether a sheet opens, as wide as what the menu stands in, with controls in rows and
    /// columns: the arrow keys go each its way in it. The first control gets the focus at once.
    #[prop_or_default]
    pub sheet: bool,
    /// What opens: [`MenuItem`]s, other controls, other menus.
    #[prop_or_default]
    pub children: Html,
}

/// A button, and what it opens: a disclosure, as what opens need not be a list of commands. The
/// arrow keys go from control to control in it; Escape closes it and gives the focus back, a
/// click or the focus elsewhere closes it as well.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let is_open = use_state_eq(|| false);
    let [root, button, panel] = [use_node_ref(), use_node_ref(), use_node_ref()];
    let enters = use_mut_ref(|| false);
    let around = use_context::<CloseMenu>();
    let close = {
        let (is_open, button) = (is_open.setter(), button.clone());
        use_callback(around, move |(), around| {
            is_open.set(false);
            focus(&button);
            if let Some(around) = around {
                around.close();
            }
        })
    };
    let sheet = props.sheet;
    {
        let (root, panel, setter) = (root.clone(), panel.clone(), is_open.setter());
        let enters = enters.clone();
        use_effect_with(*is_open, move |&is_open| {
            if is_open && enters.take() {
                move_focus(&panel, 1);
            } else if is_open && sheet {
                enter(&panel);
            }
            let listener = is_open.then(|| close_outside(root, setter));
            move || drop(listener)
        });
    }
    let onclick = {
        let (is_open, button) = (is_open.clone(), button.clone());
        Callback::from(move |_: MouseEvent| {
            is_open.set(!*is_open);
            // Safari gives it to no button that is clicked.
            focus(&button);
        })
    };
    let onkeydown = {
        let (is_open, button, panel) = (is_open.clone(), button.clone(), panel.clone());
        Callback::from(move |event: KeyboardEvent| {
            let crosses = sheet && *is_open && !is_in_field();
            let way = match event.key().as_str() {
                "Escape" if *is_open => 0,
                "ArrowDown" if *is_open || has_focus(&button) => 1,
                "ArrowUp" if *is_open => -1,
                key @ ("ArrowRight" | "ArrowLeft") if crosses => {
                    event.prevent_default();
                    let way = if key == "ArrowRight" { 1 } else { -1 };
                    return move_focus(&panel, way);
                }
                _ => return,
            };
            // These keys choose among what an input method offers.
            if event.is_composing() {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            match way {
                0 => {
                    is_open.set(false);
                    focus(&button);
                }
                _ if *is_open && sheet => move_focus_by_row(&panel, way),
                _ if *is_open => move_focus(&panel, way),
                _ => {
                    enters.replace(true);
                    is_open.set(true);
                }
            }
        })
    };
    let onfocusout = {
        let (is_open, root) = (is_open.setter(), root.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target();
            if to.is_some_and(|to| !contains(&root, &to)) {
                is_open.set(false);
            }
        })
    };
    let is_icon = props.icon.is_some();
    let class = classes!(
        "menu",
        props.folds.then_some("folds"),
        props.sheet.then_some("sheet"),
        is_open.then_some("open")
    );
    html! {
        <div ref={root} {class} {onkeydown} {onfocusout}>
            <button
                ref={button}
                type="button"
                class={classes!("plain-button", "menu-button", is_icon.then_some("icon-button"))}
                aria-label={is_icon.then(|| props.name.clone())}
                aria-expanded={is_open.to_string()}
                title={props.tip.clone()}
                {onclick}
            >
                if let Some(icon) = &props.icon {
                    { icon.clone() }
                } else {
                    { &props.name }
                    <svg width="8" height="5" fill="none" stroke="currentColor"
                        stroke-width="1.4" aria-hidden="true">
                        <path d="M.7.7L4 4L7.3.7" />
                    </svg>
                }
            </button>
            if *is_open || props.folds {
                <div
                    ref={panel}
                    class="menu-panel"
                    role="group"
                    aria-label={props.name.clone()}
                    tabindex={(!props.folds).then_some("-1")}
                >
                    <ContextProvider<CloseMenu> context={CloseMenu(close)}>
                        { props.children.clone() }
                    </ContextProvider<CloseMenu>>
                </div>
            }
        </div>
    }
}

/// What [`MenuItem`] says, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct MenuItemProps {
    /// Its name.
    pub label: AttrValue,
    /// What it does, where its name does not say it all.
    #[prop_or_default]
    pub tip: Option<AttrValue>,
    /// Whether it is the one that holds, where one of several does.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Whether it can't be chosen.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether the menu stays open.
    #[prop_or_default]
    pub stays: bool,
    /// It was chosen.
    pub on_choose: Callback<()>,
}

/// A command in a [`Menu`].
#[component]
pub fn MenuItem(props: &MenuItemProps) -> Html {
    let close = use_context::<CloseMenu>().filter(|_| !props.stays);
    let onclick = props.on_choose.reform(move |_| {
        if let Some(close) = &close {
            close.close();
        }
    });
    html! {
        <button
            type="button"
            class="menu-item"
            title={props.tip.clone()}
            aria-pressed={props.pressed.map(|pressed| pressed.to_string())}
            disabled={props.disabled}
            {onclick}
        >
            { &props.label }
        </button>
    }
}

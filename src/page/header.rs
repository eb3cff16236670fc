use yew::prelude::*;

const SHARE: &str = "Share";
const SHARE_TIP: &str = "Copy a link that holds the whole program";
const COPIED: &str = "Link copied";

/// What [`Header`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// Whether a link was copied just now.
    pub copied: bool,
    /// Share was pressed.
    pub on_share: Callback<()>,
}

/// The page's head: its sign and its name, and what concerns the program as a whole.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    html! {
        <header class="header">
            <h1 class="logo">
                <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
                    <rect class="io" x="2" y="3.5" width="11" height="3.6" rx="1.8" />
                    <rect class="cpu" x="6" y="9.2" width="13" height="3.6" rx="1.8" />
                    <rect class="thread" x="2" y="14.9" width="8" height="3.6" rx="1.8" />
                </svg>
                { "Interleave" }
            </h1>
            <p class="tagline">{ "See what waiting together saves" }</p>
            <div class="header-tools">
                <span role="status">{ if props.copied { COPIED } else { "" } }</span>
                <button
                    type="button"
                    class="plain-button"
                    title={SHARE_TIP}
                    onclick={props.on_share.reform(|_| ())}
                >
                    { SHARE }
                </button>
            </div>
        </header>
    }
}

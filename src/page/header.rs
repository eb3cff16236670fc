use yew::prelude::*;

/// The page's head: its sign and its name.
#[component]
pub fn Header() -> Html {
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
        </header>
    }
}

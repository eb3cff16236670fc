//! The page.

fn main() {
    yew::Renderer::<interleave::page::App>::new().render();
}

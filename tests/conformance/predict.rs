//! What `conform.py` asks of this side: programs come as lines on standard input, and for each
//! goes a line to standard output, both of them JSON.
//!
//! A program is `{"name": "…", "source": "…"}`; the answer `{"name": "…", "export": "…", "events":
//! ["300000 user done", …]}`, or `{"name": "…", "mistakes": "…"}` where there is nothing to run.

#[cfg(not(target_arch = "wasm32"))]
mod answers;
#[cfg(not(target_arch = "wasm32"))]
mod events;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    answers::answer_all()
}

// `cargo test` builds examples for the browser too, where there is nobody to ask.
#[cfg(target_arch = "wasm32")]
fn main() {}

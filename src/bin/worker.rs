//! A worker: predicts programs, or runs one live.

fn main() {
    interleave::worker::serve();
}

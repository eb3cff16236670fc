//! The worker for Python programs: predicts them, or runs one live.

fn main() {
    interleave::python::serve();
}

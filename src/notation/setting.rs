/// A setting that a program has once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// `threads N`
    Threads,
    /// `on failure cancel` or `on failure continue`
    OnFailure,
    /// `seed N`
    Seed,
}

impl Setting {
    /// The words that it begins with.
    pub fn words(self) -> &'static str {
        match self {
            Setting::Threads => "threads",
            Setting::OnFailure => "on failure",
            Setting::Seed => "seed",
        }
    }
}

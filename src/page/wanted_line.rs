/// A line of the program that the user wants to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedLine {
    /// The line, from 0.
    pub line: usize,
    /// Counts such wishes: the same line can be wanted again.
    pub number: u32,
}

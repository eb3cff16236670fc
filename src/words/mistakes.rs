//! What is said about the mistakes of a text in the notation, by what they are about.

pub mod attempts;
pub mod clauses;
pub mod durations;
pub mod references;
pub mod settings;
pub mod statements;

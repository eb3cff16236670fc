use super::draft::DraftTask;
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::mistake_kind::MistakeKind;
use super::token::TokenKind;
use crate::graph::{Step, StepKind};

/// What people write for the words of steps elsewhere.
const FOREIGN_WORDS: [(StepKind, &[&str]); 4] = [
    (
        StepKind::Io,
        &[
            "asyncio.sleep",
            "await",
            "delay",
            "download",
            "fetch",
            "query",
            "request",
            "sleep",
            "wait",
        ],
    ),
    (
        StepKind::Cpu,
        &["calc", "calculate", "compute", "process", "run", "work"],
    ),
    (StepKind::Block, &["time.sleep"]),
    (
        StepKind::Thread,
        &[
            "asyncio.to_thread",
            "executor",
            "run_in_executor",
            "to_thread",
        ],
    ),
];

impl<'s> LineParser<'s, '_> {
    /// Everything after a task's `:`.
    pub(super) fn task_rest(&mut self, task: &mut DraftTask<'s>) {
        if self.peek().is_none_or(TokenKind::begins_clause) {
            let name = Excerpt::of(task.name.text);
            self.mistake(task.head.clone(), MistakeKind::MissingSteps { task: name });
        } else {
            task.steps.extend(self.step());
        }
        self.further_steps_and_clauses(task);
    }

    /// The step after a `then` that was just passed.
    pub(super) fn step_after_then(&mut self, task: &mut DraftTask<'s>) {
        if self.peek().is_none_or(TokenKind::resumes_task) {
            self.mistake(self.previous_range(), MistakeKind::MissingStep);
        } else {
            task.steps.extend(self.step());
        }
    }

    /// One step, or what stands in its place.
    pub(super) fn step(&mut self) -> Option<Step> {
        match self.peek()? {
            TokenKind::Step(kind) => {
                self.advance();
                let (shortest_us, longest_us) = self.durations(kind)?;
                return Some(Step {
                    kind,
                    shortest_us,
                    longest_us,
                });
            }
            TokenKind::Keyword(Keyword::Then) => {
                self.mistake(self.range(), MistakeKind::MissingStep);
                return None;
            }
            TokenKind::Number => {
                let duration = self.excerpt();
                self.mistake(self.range(), MistakeKind::MissingStepWord { duration });
                self.skip_duration();
                return None;
            }
            kind if kind.is_run() => {
                let word = self.excerpt();
                let words = StepKind::ALL.map(StepKind::word);
                let step_follows = self.peek_beyond(1).is_some_and(TokenKind::begins_step);
                let meant = meant_step(self.text()).filter(|_| !step_follows);
                let suggestion = match meant {
                    Some(step) => Some(step.word()),
                    None => self.suggestions.nearest(self.text(), words),
                };
                self.mistake(self.range(), MistakeKind::UnknownStep { word, suggestion });
                self.advance();
                if self.skip_duration() {
                    return None;
                }
            }
            _ => {
                let word = self.excerpt();
                let suggestion = None;
                self.mistake(self.range(), MistakeKind::UnknownStep { word, suggestion });
                self.skip_to(|kind| kind.begins_step() || kind.resumes_task());
            }
        }
        // The mistake was something before a step, and the step is here.
        if self.is_at_any(TokenKind::begins_step) {
            self.step()
        } else {
            None
        }
    }
}

/// The step that `word` is meant as, which is the word of none.
pub(super) fn meant_step(word: &str) -> Option<StepKind> {
    let is_meant = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut steps = FOREIGN_WORDS.iter();
    steps
        .find(|(_, words)| is_meant(words))
        .map(|(step, _)| *step)
}

use super::attempt_mistake::AttemptMistake;
use super::clause::Clause;
use super::count::Count;
use super::duration_mistake::DurationMistake;
use super::excerpt::Excerpt;
use super::setting_mistake::SettingMistake;
use crate::graph::{AfterMode, IndexRange};

/// What is wrong. [`super::Mistake`] words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// A line starts with white space and no line stands above.
    NothingToContinue,
    /// A task or a setting starts with white space, so it would continue the line above.
    IndentedStatement,
    /// A line is neither a task nor a setting.
    NotAStatement { found: Excerpt },
    /// A line starts with a word that goes on with a task.
    ClauseAtLineStart { word: Excerpt },
    /// No `:` after a task's name.
    MissingColon { name: Excerpt },
    /// `=` for the `:` of a task, and how the task begins.
    EqualsForColon {
        head: Excerpt,
        step: &'static str,
        /// The step's duration, or one like it.
        duration: Excerpt,
    },

    /// A name that is no identifier, and one that is near.
    NotAName {
        text: Excerpt,
        suggestion: Option<Excerpt>,
    },
    /// A name with a character that nobody sees, which could make it look like another.
    HiddenInName { text: Excerpt, character: char },
    /// A word of the notation in the place of a name.
    ReservedName { word: Excerpt },
    /// A name that something else has already.
    DuplicateName {
        name: Excerpt,
        /// What has it.
        first: Named,
        /// Its line, from 1.
        first_line: usize,
    },

    /// `NAME[]` where a family is declared.
    EmptyFamily { family: Excerpt },
    /// A family's last index is below its first.
    BackwardIndices { first: u32, last: u32 },
    /// `[` or `..` without an index after it.
    MissingIndex,
    /// An index that is no whole number.
    NotAnIndex { text: Excerpt },
    /// An index above [`u32::MAX`].
    IndexTooLarge { text: Excerpt },
    /// A family's `[A]` without `..B`.
    MissingLastIndex { family: Excerpt },
    /// `[` without `]`.
    MissingClose,
    /// The line that takes the program over [`crate::graph::TASK_LIMIT`].
    TooManyTasks {
        /// How many tasks there are with it.
        count: u64,
    },
    /// The line that has most to do in a program of which a run has more than
    /// [`crate::graph::EVENT_LIMIT`] events. Only running it shows that.
    TooManyEvents {
        name: Excerpt,
        tasks: u32,
        /// How many each task has.
        steps: usize,
        /// How many each task has at most.
        attempts: u32,
    },

    /// A task without steps.
    MissingSteps { task: Excerpt },
    /// `then` without a step on one side.
    MissingStep,
    /// A duration where a step is due.
    MissingStepWord { duration: Excerpt },
    /// A word that is no step where one is due.
    UnknownStep {
        word: Excerpt,
        suggestion: Option<&'static str>,
    },
    /// Two steps without `then` between them.
    MissingThen,
    /// A step after a clause.
    StepAfterClause,

    /// A word that is neither `then` nor a clause where one is due.
    UnknownWord {
        word: Excerpt,
        suggestion: Option<&'static str>,
    },
    /// Other text where `then` or a clause is due.
    Unexpected { found: Excerpt },
    /// Brackets around the names of a clause.
    NeedlessBrackets,
    /// Other text among the names of a clause.
    UnexpectedInClause { found: Excerpt },
    /// A clause given a second time.
    DuplicateClause { clause: Clause },
    /// A second `after` that is of another kind than the first.
    TwoKindsOfAfter { first: AfterMode, second: AfterMode },
    /// `any` or `first` without `after`.
    MissingAfter { word: Excerpt },
    /// `all` or `of` between `after` and its names.
    NeedlessWord { mode: AfterMode, word: Excerpt },
    /// A clause, or a comma in it, without a name after it.
    MissingReference {
        /// What is to have the name.
        named: Named,
        previous: Excerpt,
    },
    /// A further name in a clause without a comma before it.
    MissingComma { found: Excerpt },
    /// `NAME[A..B]` where a task is referred to.
    RangeInReference { family: Excerpt },
    /// A pool's name with `[`…`]` after it.
    IndexOfPool { pool: Excerpt },
    /// Text after a clause that says all it can.
    TextAfterClause { previous: Excerpt, found: Excerpt },

    /// There is no number where one is due.
    MissingCount(Count),
    /// Text that is no whole number, or none of those that can stand here.
    NotACount { count: Count, text: Excerpt },
    /// `:` or `=` after a word that has none.
    NeedlessSign {
        sign: Excerpt,
        word: &'static str,
        /// How it is written.
        example: &'static str,
    },
    /// About a setting.
    Setting(SettingMistake),
    /// About a duration.
    Duration(DurationMistake),
    /// About a task's attempts.
    Attempt(AttemptMistake),
    /// A name that no task has.
    UnknownTask {
        name: Excerpt,
        suggestion: Option<Excerpt>,
    },
    /// A name that no pool has.
    UnknownPool {
        name: Excerpt,
        suggestion: Option<Excerpt>,
    },
    /// A pool's name where a task's is due.
    PoolAsTask { name: Excerpt },
    /// A task's name where a pool's is due.
    TaskAsPool { name: Excerpt },
    /// A pool named a second time in one `using`.
    PoolTwice { pool: Excerpt },
    /// A member of a single task.
    NotAFamily { task: Excerpt },
    /// A member that the family does not have.
    NoMember {
        family: Excerpt,
        indices: IndexRange,
        /// The index that is not among them.
        index: u32,
    },
    /// `NAME[i]` at a single task.
    SameIndexOutsideFamily { family: Excerpt },
    /// `NAME[i]` at a family that has a member which NAME does not have.
    SameIndexWithoutMember {
        family: Excerpt,
        indices: IndexRange,
        /// The first index that is not among them.
        index: u32,
    },
    /// Tasks that come after themselves.
    Cycle {
        /// The names in the order in which the tasks would have to run, each once. The mistake's
        /// range is where the first of them refers to the last.
        names: Vec<Excerpt>,
    },
}

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A pool.
    Pool,
    /// A task or a family.
    Task,
}

impl From<SettingMistake> for MistakeKind {
    fn from(mistake: SettingMistake) -> Self {
        MistakeKind::Setting(mistake)
    }
}

impl From<DurationMistake> for MistakeKind {
    fn from(mistake: DurationMistake) -> Self {
        MistakeKind::Duration(mistake)
    }
}

impl From<AttemptMistake> for MistakeKind {
    fn from(mistake: AttemptMistake) -> Self {
        MistakeKind::Attempt(mistake)
    }
}

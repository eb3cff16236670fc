use std::fmt;
use std::ops::Range;

use super::clause::Clause;
use super::excerpt::Excerpt;
use super::mistake_kind::{MistakeKind, Named};
use crate::graph::{AfterMode, TASK_LIMIT};
use crate::words::Language;

/// Something wrong at a place of the text. Its `Display` says to people what is wrong, what was
/// expected and, where something is near, what may have been meant. The words are safe to show:
/// long names are shortened, hidden characters are spelled out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes of the text. Never empty, and always between characters.
    pub range: Range<usize>,
    /// What.
    pub kind: MistakeKind,
}

/// What can follow a task's step or clause, up to the last that can.
const FURTHER_WORDS: &str = "'then', 'after', 'using', 'timeout', 'retry', 'fails'";

/// How many names of a cycle a message shows on each side of `…`.
const CYCLE_END_SHOWN: usize = 10;

impl Mistake {
    /// What is wrong, what was expected, and what may have been meant.
    pub fn say(&self, _language: Language) -> String {
        self.to_string()
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        use MistakeKind::*;
        match &self.kind {
            NothingToContinue => write!(
                f,
                "this line starts with white space, so it continues the line above, but there is none; \
                 start it in the first column"
            ),
            IndentedStatement => write!(
                f,
                "this line starts with white space, so it would continue the line above; \
                 start a task or a setting in the first column"
            ),
            NotAStatement { found } => write!(
                f,
                "expected a task, like 'render: cpu 120ms', or a setting, like 'pool db = 2'; \
                 found '{found}'"
            ),
            ClauseAtLineStart { word } => write!(
                f,
                "a line cannot begin with '{word}'; \
                 put white space before it if it goes on with the line above"
            ),
            MissingColon { name } => write!(
                f,
                "expected ':' after '{name}': a task is written 'render: cpu 120ms'"
            ),
            EqualsForColon {
                head,
                step,
                duration,
            } => write!(
                f,
                "a task is written with ':'; did you mean '{head}: {step} {duration}'?"
            ),

            NotAName { text, suggestion } => {
                write!(
                    f,
                    "'{text}' is not a name: a name has letters, digits and '_' only, \
                     and no digit at its start"
                )?;
                did_you_mean(f, suggestion)
            }
            ReservedName { word } => {
                write!(f, "'{word}' is a word of the notation and cannot be a name")
            }
            DuplicateName {
                name,
                first,
                first_line,
            } => {
                write!(
                    f,
                    "the name '{name}' is given twice; the {first} on line {first_line} has it already"
                )
            }

            EmptyFamily { family } => write!(
                f,
                "the family '{family}' is empty; expected its first and last index, like '[1..6]'"
            ),
            BackwardIndices { first, last } => write!(
                f,
                "the indices {first}..{last} run backwards; did you mean '{last}..{first}'?"
            ),
            MissingIndex => write!(f, "expected an index next, like '3'"),
            NotAnIndex { text } => write!(
                f,
                "'{text}' is not an index; expected a whole number from 0 to {}",
                u32::MAX
            ),
            IndexTooLarge { text } => write!(
                f,
                "the index '{text}' is too large; expected at most {}",
                u32::MAX
            ),
            MissingLastIndex { family } => write!(
                f,
                "expected '..' and a last index: the family '{family}' has a first and a last index, \
                 like '[1..6]'"
            ),
            MissingClose => write!(f, "this '[' is not closed; expected ']'"),
            TooManyTasks { count } => write!(
                f,
                "too many tasks: with this the program has {count}; expected at most {TASK_LIMIT}"
            ),

            MissingSteps { task } => write!(
                f,
                "the task '{task}' has no steps; expected at least one, like 'io 300ms'"
            ),
            MissingStep => write!(
                f,
                "expected a step on both sides of 'then', like 'io 300ms'"
            ),
            MissingStepWord { duration } => {
                write!(
                    f,
                    "expected 'io', 'cpu', 'block' or 'thread' before '{duration}'"
                )
            }
            UnknownStep { word, suggestion } => {
                write!(f, "unknown step '{word}'; ")?;
                match suggestion {
                    Some(suggestion) => write!(f, "did you mean '{suggestion}'?"),
                    None => write!(f, "expected 'io', 'cpu', 'block' or 'thread'"),
                }
            }
            MissingThen => write!(f, "expected 'then' between two steps"),
            StepAfterClause => write!(
                f,
                "all steps of a task stand before its clauses; move this before the first clause"
            ),

            UnknownWord { word, suggestion } => {
                write!(f, "unknown word '{word}'; ")?;
                match suggestion {
                    Some(suggestion) => write!(f, "did you mean '{suggestion}'?"),
                    None => write!(f, "expected {FURTHER_WORDS} or 'background'"),
                }
            }
            Unexpected { found } => write!(
                f,
                "expected {FURTHER_WORDS}, 'background' or the end of the line; found '{found}'"
            ),
            NeedlessBrackets => write!(f, "no brackets are needed around names; leave them out"),
            UnexpectedInClause { found } => {
                write!(f, "expected names with ',' between them; found '{found}'")
            }
            DuplicateClause { clause } => {
                let words = clause.words();
                write!(f, "'{words}' is given twice; ")?;
                match clause {
                    Clause::After(_) | Clause::Using => {
                        write!(f, "put all its names after one '{words}', with commas")
                    }
                    _ => write!(f, "a task has it once"),
                }
            }
            TwoKindsOfAfter { first, second } => {
                let first = Clause::After(*first).words();
                let second = Clause::After(*second).words();
                write!(
                    f,
                    "a task has one 'after' of one kind; \
                     '{second}' cannot stand beside its '{first}'"
                )
            }
            MissingAfter { word } => {
                write!(
                    f,
                    "expected 'after' before '{word}', like 'after {word} a, b'"
                )
            }
            NeedlessWord { mode, word } => {
                let words = Clause::After(*mode).words();
                match mode {
                    AfterMode::All => write!(f, "'{words}' alone waits for all of its tasks; ")?,
                    _ => write!(f, "the names stand right after '{words}'; ")?,
                }
                write!(f, "leave out '{word}'")
            }
            MissingReference { named, previous } => {
                write!(f, "expected the name of a {named} after '{previous}'")
            }
            MissingComma { found } => {
                write!(f, "expected ',' or a clause before '{found}'")
            }
            RangeInReference { family } => write!(
                f,
                "only one member can stand here, like '{family}[3]'; \
                 '{family}' alone is all of them"
            ),
            IndexOfPool { pool } => write!(
                f,
                "the pool '{pool}' has no members; expected its name alone"
            ),
            TextAfterClause { previous, found } => write!(
                f,
                "expected a further clause or the end of the line after '{previous}'; \
                 found '{found}'"
            ),

            MissingCount(count) => {
                let (words, example) = count.example();
                write!(f, "'{words}' has no number; expected one, like '{example}'")
            }
            NotACount { count, text } => {
                let (least, most) = count.range().into_inner();
                write!(
                    f,
                    "'{text}' cannot be {count}; expected a whole number from {least} to {most}"
                )
            }
            NeedlessSign {
                sign,
                word,
                example,
            } => write!(
                f,
                "no '{sign}' belongs after '{word}'; it is written '{example}'"
            ),
            Setting(mistake) => mistake.fmt(f),
            Duration(mistake) => mistake.fmt(f),
            Attempt(mistake) => mistake.fmt(f),

            UnknownTask { name, suggestion } => {
                write!(f, "unknown task '{name}'")?;
                did_you_mean(f, suggestion)
            }
            UnknownPool { name, suggestion } => {
                write!(f, "unknown pool '{name}'")?;
                match suggestion {
                    Some(_) => did_you_mean(f, suggestion),
                    None => write!(f, "; a pool is declared by 'pool {name} = 2'"),
                }
            }
            PoolAsTask { name } => write!(
                f,
                "'{name}' is a pool, not a task; 'using {name}' takes a pool"
            ),
            TaskAsPool { name } => write!(
                f,
                "'{name}' is a task, not a pool; 'after {name}' waits for a task"
            ),
            PoolTwice { pool } => {
                write!(f, "the pool '{pool}' is named twice; a task takes it once")
            }
            NotAFamily { task } => write!(
                f,
                "'{task}' is a single task and has no members; expected '{task}' alone"
            ),
            NoMember {
                family,
                indices,
                index,
            } => write!(
                f,
                "'{family}' has no member {index}; its indices are {}..{}",
                indices.first, indices.last
            ),
            SameIndexOutsideFamily { family } => write!(
                f,
                "'{family}[i]' can only stand in a family; expected '{family}' or one member, \
                 like '{family}[3]'"
            ),
            SameIndexWithoutMember {
                family,
                indices,
                index,
            } => write!(
                f,
                "this family has a member {index}, but '{family}' has none; \
                 the indices of '{family}' are {}..{}",
                indices.first, indices.last
            ),
            Cycle { names } => cycle(f, names),
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter, suggestion: &Option<Excerpt>) -> fmt::Result {
    match suggestion {
        Some(suggestion) => write!(f, "; did you mean '{suggestion}'?"),
        None => Ok(()),
    }
}

fn cycle(f: &mut fmt::Formatter, names: &[Excerpt]) -> fmt::Result {
    let Some(first) = names.first() else {
        return Ok(());
    };
    write!(f, "the task '{first}' comes after itself: ")?;
    let cut = CYCLE_END_SHOWN..names.len().saturating_sub(CYCLE_END_SHOWN);
    for (place, name) in names.iter().enumerate() {
        if !cut.contains(&place) {
            write!(f, "{name} → ")?;
        } else if place == cut.start {
            write!(f, "… → ")?;
        }
    }
    write!(f, "{first}")
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Named::Pool => "pool",
            Named::Task => "task",
        })
    }
}

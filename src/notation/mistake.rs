use std::fmt;
use std::ops::Range;

use super::clause::Clause;
use super::count::Count;
use super::excerpt::Excerpt;
use super::mistake_kind::{MistakeKind, Named};
use crate::graph::{AfterMode, EVENT_LIMIT, IndexRange, TASK_LIMIT};
use crate::lettering::quantity::grouped;
use crate::words::Language;
use crate::words::mistakes::{clauses, references, statements};

/// Something wrong at a place of the text. Its `Display` says it in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes of the text. Never empty, and always between characters.
    pub range: Range<usize>,
    /// What.
    pub kind: MistakeKind,
}

/// How many names of a cycle a message shows on each side of `…`.
const CYCLE_END_SHOWN: usize = 10;

impl Mistake {
    /// What is wrong, what was expected and, where something is near, what may have been meant, in
    /// words of `language`. They are safe to show: long names are shortened, hidden characters are
    /// spelled out.
    ///
    /// ```
    /// use interleave::notation::parse;
    /// use interleave::words::Language;
    ///
    /// let mistakes = parse("a: io").unwrap_err();
    /// assert_eq!(
    ///     mistakes.as_slice()[0].say(Language::Korean),
    ///     "'io' 단계에 시간이 없습니다. 'io 300ms'처럼 시간을 적으세요."
    /// );
    /// ```
    pub fn say(&self, language: Language) -> String {
        use MistakeKind::*;
        match &self.kind {
            NothingToContinue => statements::nothing_to_continue(language).to_owned(),
            IndentedStatement => statements::indented_statement(language).to_owned(),
            NotAStatement { found } => statements::not_a_statement(language, found),
            ClauseAtLineStart { word } => statements::clause_at_line_start(language, word),
            MissingColon { name } => statements::missing_colon(language, name),
            EqualsForColon {
                head,
                step,
                duration,
            } => statements::equals_for_colon(language, head, step, duration),

            NotAName {
                text,
                suggestion: None,
            } => statements::not_a_name(language, text),
            NotAName {
                text,
                suggestion: Some(near),
            } => statements::not_a_name_near(language, text, near),
            HiddenInName { text, character } => {
                let code_point = format!("U+{:04X}", u32::from(*character));
                statements::hidden_in_name(language, text, &code_point)
            }
            ReservedName { word } => statements::reserved_name(language, word),
            DuplicateName {
                name,
                first: Named::Pool,
                first_line,
            } => statements::name_of_pool(language, name, first_line),
            DuplicateName {
                name,
                first: Named::Task,
                first_line,
            } => statements::name_of_task(language, name, first_line),

            EmptyFamily { family } => statements::empty_family(language, family),
            BackwardIndices { first, last } => statements::backward_indices(language, first, last),
            MissingIndex => statements::missing_index(language).to_owned(),
            NotAnIndex { text } => statements::not_an_index(language, text, &u32::MAX),
            IndexTooLarge { text } => statements::index_too_large(language, text, &u32::MAX),
            MissingLastIndex { family } => statements::missing_last_index(language, family),
            MissingClose => statements::missing_close(language).to_owned(),
            TooManyTasks { count } => statements::too_many_tasks(language, count, &TASK_LIMIT),
            TooManyEvents {
                name,
                tasks,
                steps,
                attempts,
            } => {
                let factors = [u64::from(*tasks), *steps as u64, u64::from(*attempts)];
                let factors = factors.map(grouped).join(" × ");
                let most = grouped(EVENT_LIMIT as u64);
                statements::too_many_events(language, &most, name, &factors)
            }

            MissingSteps { task } => statements::missing_steps(language, task),
            MissingStep => statements::missing_step(language).to_owned(),
            MissingStepWord { duration } => statements::missing_step_word(language, duration),
            UnknownStep {
                word,
                suggestion: None,
            } => statements::unknown_step(language, word),
            UnknownStep {
                word,
                suggestion: Some(near),
            } => statements::unknown_step_near(language, word, near),
            MissingThen => statements::missing_then(language).to_owned(),
            StepAfterClause => statements::step_after_clause(language).to_owned(),

            UnknownWord {
                word,
                suggestion: None,
            } => clauses::unknown_word(language, word),
            UnknownWord {
                word,
                suggestion: Some(near),
            } => clauses::unknown_word_near(language, word, near),
            Unexpected { found } => clauses::unexpected(language, found),
            NeedlessBrackets => clauses::needless_brackets(language).to_owned(),
            UnexpectedInClause { found } => clauses::unexpected_in_clause(language, found),
            DuplicateClause {
                clause: clause @ (Clause::After(_) | Clause::Using),
            } => clauses::duplicate_list(language, &clause.words()),
            DuplicateClause { clause } => clauses::duplicate_clause(language, &clause.words()),
            TwoKindsOfAfter { first, second } => {
                let first = Clause::After(*first).words();
                clauses::two_kinds_of_after(language, &first, &Clause::After(*second).words())
            }
            MissingAfter { word } => clauses::missing_after(language, word),
            NeedlessWord {
                mode: AfterMode::All,
                word,
            } => clauses::needless_all(language, &Clause::After(AfterMode::All).words(), word),
            NeedlessWord { mode, word } => {
                clauses::needless_word(language, &Clause::After(*mode).words(), word)
            }
            MissingReference {
                named: Named::Pool,
                previous,
            } => clauses::missing_pool(language, previous),
            MissingReference {
                named: Named::Task,
                previous,
            } => clauses::missing_task(language, previous),
            MissingComma { found } => clauses::missing_comma(language, found),
            RangeInReference { family } => clauses::range_in_reference(language, family),
            IndexOfPool { pool } => clauses::index_of_pool(language, pool),
            TextAfterClause { previous, found } => {
                clauses::text_after_clause(language, previous, found)
            }

            MissingCount(count) => {
                let (words, example) = count.example();
                clauses::missing_count(language, &words, &example)
            }
            NotACount { count, text } => not_a_count(*count, text, language),
            NeedlessSign {
                sign,
                word,
                example,
            } => clauses::needless_sign(language, sign, word, example),
            Setting(mistake) => mistake.say(language),
            Duration(mistake) => mistake.say(language),
            Attempt(mistake) => mistake.say(language),

            UnknownTask {
                name,
                suggestion: None,
            } => references::unknown_task(language, name),
            UnknownTask {
                name,
                suggestion: Some(near),
            } => references::unknown_task_near(language, name, near),
            UnknownPool {
                name,
                suggestion: None,
            } => references::unknown_pool(language, name),
            UnknownPool {
                name,
                suggestion: Some(near),
            } => references::unknown_pool_near(language, name, near),
            PoolAsTask { name } => references::pool_as_task(language, name),
            TaskAsPool { name } => references::task_as_pool(language, name),
            PoolTwice { pool } => references::pool_twice(language, pool),
            NotAFamily { task } => references::not_a_family(language, task),
            NoMember {
                family,
                indices: IndexRange { first, last },
                index,
            } => references::no_member(language, family, index, first, last),
            SameIndexOutsideFamily { family } => {
                references::same_index_outside_family(language, family)
            }
            SameIndexWithoutMember {
                family,
                indices: IndexRange { first, last },
                index,
            } => references::same_index_without_member(language, family, index, first, last),
            Cycle { names } => cycle(names, language),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

fn not_a_count(count: Count, text: &Excerpt, language: Language) -> String {
    let say = match count {
        Count::PoolSize => clauses::not_a_pool_size,
        Count::Threads => clauses::not_a_thread_count,
        Count::Seed => clauses::not_a_seed,
        Count::Retries => clauses::not_a_retry_count,
        Count::Failures => clauses::not_a_failure_count,
    };
    let (least, most) = count.range().into_inner();
    say(language, text, &least, &most)
}

fn cycle(names: &[Excerpt], language: Language) -> String {
    let mut path = String::new();
    let cut = CYCLE_END_SHOWN..names.len().saturating_sub(CYCLE_END_SHOWN);
    for (place, name) in names.iter().enumerate() {
        if !cut.contains(&place) {
            path += &format!("{name} → ");
        } else if place == cut.start {
            path += "… → ";
        }
    }
    match names.first() {
        Some(first) => references::cycle(language, first, &format!("{path}{first}")),
        None => path,
    }
}

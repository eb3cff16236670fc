//! Mistakes about the clauses of a task and what they consist of.

use crate::words::words;

words! {
    unknown_word(word) =
        "unknown word '{word}'; expected 'then', 'after', 'using', 'timeout', 'retry', 'fails' or 'background'",
        "'{word}' 단어는 여기에 쓸 수 없습니다. 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' 중 하나를 쓰세요.";
    unknown_word_near(word, near) =
        "unknown word '{word}'; did you mean '{near}'?",
        "'{word}' 단어는 여기에 쓸 수 없습니다. 혹시 '{near}'인가요?";
    unexpected(found) =
        "expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found '{found}'",
        "'{found}' 대신 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' 중 하나가 오거나 줄이 끝나야 합니다.";
    needless_brackets =
        "no brackets are needed around names; leave them out",
        "이름에는 괄호가 필요 없습니다. 괄호를 빼세요.";
    unexpected_in_clause(found) =
        "expected names with ',' between them; found '{found}'",
        "'{found}' 대신 ',' 기호로 구분한 이름들이 와야 합니다.";
    duplicate_list(clause) =
        "'{clause}' is given twice; put all its names after one '{clause}', with commas",
        "'{clause}' 절이 두 번 쓰였습니다. 이름은 '{clause}' 하나에 모두 쉼표로 구분해 적으세요.";
    duplicate_clause(clause) =
        "'{clause}' is given twice; a task has it once",
        "'{clause}' 절이 두 번 쓰였습니다. 한 태스크에 한 번만 쓸 수 있습니다.";
    two_kinds_of_after(first, second) =
        "a task has one 'after' of one kind; '{second}' cannot stand beside its '{first}'",
        "한 태스크에는 한 종류의 'after' 하나만 쓸 수 있습니다. '{second}' 절은 이미 있는 '{first}' 절과 함께 쓸 수 없습니다.";
    missing_after(word) =
        "expected 'after' before '{word}', like 'after {word} a, b'",
        "'after {word} a, b'처럼 '{word}' 앞에 'after'가 있어야 합니다.";
    needless_all(clause, word) =
        "'{clause}' alone waits for all of its tasks; leave out '{word}'",
        "'{clause}'만 써도 적힌 태스크를 모두 기다립니다. '{word}' 단어를 빼세요.";
    needless_word(clause, word) =
        "the names stand right after '{clause}'; leave out '{word}'",
        "이름은 '{clause}' 바로 뒤에 옵니다. '{word}' 단어를 빼세요.";
    missing_pool(previous) =
        "expected the name of a pool after '{previous}'",
        "'{previous}' 뒤에 풀 이름이 와야 합니다.";
    missing_task(previous) =
        "expected the name of a task after '{previous}'",
        "'{previous}' 뒤에 태스크 이름이 와야 합니다.";
    missing_comma(found) =
        "expected ',' or a clause before '{found}'",
        "'{found}' 앞에 ',' 기호나 절이 있어야 합니다.";
    range_in_reference(family) =
        "only one member can stand here, like '{family}[3]'; '{family}' alone is all of them",
        "여기에는 '{family}[3]'처럼 멤버 하나만 적을 수 있습니다. '{family}'만 적으면 묶음 전체를 뜻합니다.";
    index_of_pool(pool) =
        "the pool '{pool}' has no members; expected its name alone",
        "'{pool}' 풀에는 멤버가 없습니다. 이름만 적으세요.";
    text_after_clause(previous, found) =
        "expected a further clause or the end of the line after '{previous}'; found '{found}'",
        "'{previous}' 뒤에는 '{found}' 대신 다른 절이 오거나 줄이 끝나야 합니다.";

    missing_count(words, example) =
        "'{words}' has no number; expected one, like '{example}'",
        "'{words}' 뒤에 숫자가 없습니다. '{example}'처럼 숫자를 적으세요.";
    not_a_pool_size(text, least, most) =
        "'{text}' cannot be a pool's size; expected a whole number from {least} to {most}",
        "'{text}' 값은 풀의 크기로 쓸 수 없습니다. {least}부터 {most}까지의 정수를 적으세요.";
    not_a_thread_count(text, least, most) =
        "'{text}' cannot be the number of threads; expected a whole number from {least} to {most}",
        "'{text}' 값은 스레드 개수로 쓸 수 없습니다. {least}부터 {most}까지의 정수를 적으세요.";
    not_a_seed(text, least, most) =
        "'{text}' cannot be a seed; expected a whole number from {least} to {most}",
        "'{text}' 값은 시드로 쓸 수 없습니다. {least}부터 {most}까지의 정수를 적으세요.";
    not_a_retry_count(text, least, most) =
        "'{text}' cannot be the number of further attempts; expected a whole number from {least} to {most}",
        "'{text}' 값은 재시도 횟수로 쓸 수 없습니다. {least}부터 {most}까지의 정수를 적으세요.";
    not_a_failure_count(text, least, most) =
        "'{text}' cannot be the number of attempts that fail; expected a whole number from {least} to {most}",
        "'{text}' 값은 실패하는 시도의 횟수로 쓸 수 없습니다. {least}부터 {most}까지의 정수를 적으세요.";
    needless_sign(sign, word, example) =
        "no '{sign}' belongs after '{word}'; it is written '{example}'",
        "'{word}' 뒤에는 '{sign}' 기호를 쓰지 않습니다. '{example}'처럼 씁니다.";
}

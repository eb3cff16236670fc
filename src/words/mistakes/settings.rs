//! Mistakes about settings.

use crate::words::words;

words! {
    unknown(word, near) =
        "unknown setting '{word}'; did you mean '{near}'?",
        "'{word}' 설정은 없습니다. 혹시 '{near}'인가요?";
    duplicate(setting, line) =
        "the setting '{setting}' is given twice; line {line} has it already",
        "'{setting}' 설정이 두 번 쓰였습니다. {line}번째 줄에 이미 있습니다.";
    text_after(previous, found) =
        "expected nothing more after '{previous}'; found '{found}'",
        "'{previous}' 뒤에는 더 올 것이 없습니다. '{found}' 부분을 빼세요.";
    missing_pool_word(pool) =
        "expected 'pool' before '{pool}': a pool is written 'pool db = 2'",
        "'{pool}' 앞에 'pool'이 있어야 합니다. 풀은 'pool db = 2'처럼 씁니다.";
    missing_pool_name =
        "expected a name after 'pool': a pool is written 'pool db = 2'",
        "'pool' 뒤에 이름이 와야 합니다. 풀은 'pool db = 2'처럼 씁니다.";
    missing_equals(pool) =
        "expected '=' after '{pool}': a pool is written 'pool db = 2'",
        "'{pool}' 뒤에 '=' 기호가 있어야 합니다. 풀은 'pool db = 2'처럼 씁니다.";
    missing_pool_size(pool) =
        "the pool '{pool}' has no size; expected a whole number, like 'pool db = 2'",
        "'{pool}' 풀의 크기가 없습니다. 'pool db = 2'처럼 정수를 적으세요.";
    missing_failure_word =
        "expected 'failure' after 'on', like 'on failure cancel'",
        "'on failure cancel'처럼 'on' 뒤에 'failure'가 와야 합니다.";
    other_failure_word(found) =
        "expected 'failure' after 'on', like 'on failure cancel'; found '{found}'",
        "'on failure cancel'처럼 'on' 뒤에는 '{found}' 대신 'failure'가 와야 합니다.";
    missing_on_failure =
        "expected 'cancel' or 'continue' after 'on failure'",
        "'on failure' 뒤에 'cancel'이나 'continue'가 와야 합니다.";
    unknown_on_failure(word) =
        "'{word}' cannot follow 'on failure'; expected 'cancel' or 'continue'",
        "'on failure' 뒤에는 '{word}' 단어가 올 수 없습니다. 'cancel'이나 'continue'를 쓰세요.";
    unknown_on_failure_near(word, near) =
        "'{word}' cannot follow 'on failure'; did you mean '{near}'?",
        "'on failure' 뒤에는 '{word}' 단어가 올 수 없습니다. 혹시 '{near}'인가요?";
}

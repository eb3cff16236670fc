//! Mistakes about `retry` and `fails`.

use crate::words::words;

words! {
    missing_backoff_word(duration) =
        "expected 'backoff' before '{duration}', like 'retry 2 backoff 100ms'",
        "'retry 2 backoff 100ms'처럼 '{duration}' 앞에 'backoff'가 있어야 합니다.";
    backoff_without_retry =
        "'backoff' stands right after 'retry' and its number, like 'retry 2 backoff 100ms'",
        "'backoff'는 'retry 2 backoff 100ms'처럼 'retry'와 그 숫자 바로 뒤에 와야 합니다.";
    backoff_too_long(wait) =
        "each backoff is twice as long as the one before it, so that the last would be {wait} long; expected at most 24 hours",
        "백오프는 매번 두 배로 길어지므로 마지막 백오프의 길이는 {wait}입니다. 24시간 이하여야 합니다.";
    hours(count) = "{count} hours", "{count}시간";
    days(count) = "{count} days", "{count}일";
    years(count) = "{count} years", "{count}년";
    most_years = "more than 500000 years", "50만 년 이상";
    not_a_failure(text) =
        "'{text}' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all",
        "'{text}'만으로는 어떤 시도가 실패하는지 알 수 없습니다. 'fails 2'처럼 횟수를 적거나 'fails 50%'처럼 확률을 적으세요. 모두 실패하게 하려면 'fails'만 적으세요.";
    chance_with_space(number) =
        "no white space can stand between a number and '%'; did you mean '{number}%'?",
        "숫자와 '%' 기호 사이에는 공백이 없어야 합니다. 혹시 '{number}%'인가요?";
    chance_too_large(text) =
        "the chance '{text}' is too large; expected at most 100%",
        "확률 '{text}' 값이 너무 큽니다. 100% 이하여야 합니다.";
}

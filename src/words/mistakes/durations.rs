//! Mistakes about durations.

use crate::words::words;

words! {
    missing_of_step(word) =
        "the step '{word}' has no duration; expected one, like '{word} 300ms'",
        "'{word}' 단계에 시간이 없습니다. '{word} 300ms'처럼 시간을 적으세요.";
    missing(word) =
        "'{word}' has no duration; expected one, like '{word} 300ms'",
        "'{word}' 뒤에 시간이 없습니다. '{word} 300ms'처럼 시간을 적으세요.";
    not_a_duration(text) =
        "'{text}' is not a duration; expected a number with a unit, like '300ms' or '1.5s'",
        "'{text}' 값은 시간이 아닙니다. '300ms'나 '1.5s'처럼 숫자에 단위를 붙여 적으세요.";
    without_unit(number, example) =
        "the duration '{number}' has no unit; expected 'us', 'ms', 's' or 'm', like '{number}{example}'",
        "시간 '{number}'에 단위가 없습니다. '{number}{example}'처럼 'us', 'ms', 's', 'm' 중 하나를 붙이세요.";
    without_units(shortest, longest) =
        "the durations '{shortest}..{longest}' have no unit; expected 'us', 'ms', 's' or 'm', like '{shortest}ms..{longest}ms'",
        "시간 '{shortest}..{longest}'에 단위가 없습니다. '{shortest}ms..{longest}ms'처럼 'us', 'ms', 's', 'm' 중 하나를 붙이세요.";
    with_space(number, unit) =
        "no white space can stand between a number and its unit; did you mean '{number}{unit}'?",
        "숫자와 단위 사이에는 공백이 없어야 합니다. 혹시 '{number}{unit}'인가요?";
    unknown_unit(unit) =
        "unknown unit '{unit}'; expected 'us', 'ms', 's' or 'm'",
        "'{unit}' 단위는 없습니다. 'us', 'ms', 's', 'm' 중 하나를 쓰세요.";
    unknown_unit_near(unit, near) =
        "unknown unit '{unit}'; did you mean '{near}'?",
        "'{unit}' 단위는 없습니다. 혹시 '{near}'인가요?";
    long_unit(unit) =
        "unknown unit '{unit}'; expected at most 24 hours, '1440m'",
        "'{unit}' 단위는 없습니다. 시간은 24시간, 즉 '1440m' 이하여야 합니다.";
    in_parts(near) =
        "a duration is one number with one unit; did you mean '{near}'?",
        "시간은 숫자 하나에 단위 하나를 붙여 씁니다. 혹시 '{near}'인가요?";
    with_comma(near) =
        "no ',' can stand in a duration; did you mean '{near}'?",
        "시간에는 ',' 기호를 쓸 수 없습니다. 혹시 '{near}'인가요?";
    with_comma_of_two(near, other) =
        "no ',' can stand in a duration; did you mean '{near}' or '{other}'?",
        "시간에는 ',' 기호를 쓸 수 없습니다. 혹시 '{near}' 또는 '{other}'인가요?";
    negative(text) =
        "the duration '{text}' is negative; expected 0 or more",
        "시간 '{text}' 값이 음수입니다. 0 이상이어야 합니다.";
    too_long(text) =
        "the duration '{text}' is too long; expected at most 24 hours, '1440m'",
        "시간 '{text}' 값이 너무 큽니다. 24시간, 즉 '1440m' 이하여야 합니다.";
    missing_bound =
        "expected a duration on both sides of '..', like '100ms..300ms'",
        "'100ms..300ms'처럼 '..' 기호의 앞뒤에 모두 시간이 있어야 합니다.";
    backward(shortest, longest) =
        "the durations {shortest}..{longest} run backwards; did you mean '{longest}..{shortest}'?",
        "시간 범위 {shortest}..{longest}의 앞뒤가 바뀌었습니다. 혹시 '{longest}..{shortest}'인가요?";
    without_dots(near) =
        "'..' stands between the shortest and the longest duration; did you mean '{near}'?",
        "가장 짧은 시간과 가장 긴 시간 사이에는 '..' 기호를 씁니다. 혹시 '{near}'인가요?";
    drawn_outside_step(word) =
        "only a step's duration can be drawn; expected one duration, like '{word} 300ms'",
        "시간을 무작위로 뽑는 것은 단계에서만 할 수 있습니다. '{word} 300ms'처럼 시간 하나를 적으세요.";
}

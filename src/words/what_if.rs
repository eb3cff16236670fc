//! What is said of programs like the one at hand: what would help it, and what other numbers do.

use super::words;

words! {
    what_helps = "What helps", "개선점";
    sweep = "Sweep", "스윕";

    pool_places(pool, from, to) =
        "`{pool}` from {from} to {to} places",
        "`{pool}` 풀의 자리 수: {from} → {to}";
    threads_to(from, to) = "threads from {from} to {to}", "스레드 수: {from} → {to}";
    on_thread(task) = "`{task}` in a thread", "`{task}` 태스크를 스레드에서 실행";
    all_on_threads(steps, threads) =
        "all {steps} steps in threads, {threads} of them",
        "{steps} 단계를 모두 스레드 {threads}개에서 실행";
    one_kind(word) = "`{word}`", "`{word}`";
    two_kinds(one, other) = "`{one}` and `{other}`", "`{one}` 및 `{other}`";
    own_index(task, on) =
        "each `{task}[i]` after its own `{on}[i]`",
        "`{task}[i]` 태스크마다 같은 번호의 `{on}[i]` 태스크만 기다리기";
    faster(task) = "`{task}` twice as fast", "`{task}` 태스크를 두 배 빠르게";
    longer_timeout(task, from, to) =
        "`{task}`: timeout from {from} to {to}",
        "`{task}` 태스크의 제한 시간: {from} → {to}";

    changes = "What would help", "도움이 되는 변경";
    now_takes(time) =
        "Predicted: it takes {time} now. Each change alone, by its own prediction:",
        "예측: 지금은 {time} 걸립니다. 변경을 하나씩 예측한 결과:";
    now_takes_and_does(time, done, tasks) =
        "Predicted: it takes {time} now, and {done} of {tasks} tasks succeed. Each change alone, by its own prediction:",
        "예측: 지금은 {time} 걸리고 태스크 {tasks}개 가운데 {done}개가 성공합니다. 변경을 하나씩 예측한 결과:";
    now_is(time) =
        "Predicted: it takes {time} now, and no change that was tried makes it better.",
        "예측: 지금은 {time} 걸립니다. 시도해 본 변경 가운데 더 나은 것은 없습니다.";
    predicted_to(from, to) = "predicted: {from} now, {to} then", "예측: 지금 {from}, 변경 후 {to}";
    one_more_succeeds = "1 more task succeeds", "태스크 1개 더 성공";
    more_succeed(count) = "{count} more tasks succeed", "태스크 {count}개 더 성공";
    more_changes(count) = "and {count} more that help less", "그보다 덜 도움이 되는 변경 {count}개 더";
    apply = "Apply", "적용";
    apply_it(change) = "Apply: {change}", "적용: {change}";
    applied(change) =
        "Applied: {change}. Undo in the editor brings the text back.",
        "적용함: {change}. 편집기에서 실행 취소하면 이전 글로 돌아갑니다.";
    no_gain(task) =
        "Nothing is gained by a faster `{task}` alone: something else takes as long.",
        "`{task}` 태스크만 빨라져서는 나아지지 않습니다. 그만큼 오래 걸리는 것이 또 있습니다.";
    more_no_gain(count) = "The same goes for {count} more.", "다른 태스크 {count}개도 그렇습니다.";
    helps_later =
        "Once the program has no mistakes, this is where it says what would help.",
        "프로그램에 오류가 없어지면 여기에 개선점이 나옵니다.";
    nothing_to_help = "There are no tasks yet, so nothing to improve.", "아직 태스크가 없어 개선할 것도 없습니다.";
    helps_failed = "What would help could not be predicted.", "개선점을 예측하지 못했습니다.";

    number = "Number", "숫자";
    places(pool) = "{pool}: places", "{pool}: 자리 수";
    threads = "threads", "스레드 수";
    members(task) = "{task}: members", "{task}: 개수";
    retries(task) = "{task}: retries", "{task}: 재시도 횟수";
    timeout(task) = "{task}: timeout", "{task}: 제한 시간";
    backoff(task) = "{task}: backoff", "{task}: 백오프";
    step(task, word) = "{task}: {word}", "{task}: {word}";
    step_of_several(task, word, place) = "{task}: {word}, step {place}", "{task}: {word}, 단계 {place}";
    more_numbers(count) = "and {count} more numbers", "그 밖에 숫자 {count}개";
    values = "Values", "값";
    values_tip(limit) =
        "A list such as 5, 10, 20, or a range such as 1..20: at most {limit} values",
        "5, 10, 20 같은 목록이나 1..20 같은 범위를 {limit}개까지 적습니다";
    value = "Value", "값";
    succeed = "Succeed", "성공";
    of_tasks(done, tasks) = "{done} of {tasks}", "{tasks}개 중 {done}개";
    no_program = "not a program", "프로그램이 아님";
    load(value) = "Load {value}", "{value} 넣기";
    load_tip = "Write this value into the program", "이 값을 프로그램에 적습니다";
    loaded(name, value) =
        "{name} is {value} now. Undo in the editor brings the text back.",
        "이제 {name} 값은 {value}입니다. 편집기에서 실행 취소하면 이전 글로 돌아갑니다.";
    table_of(name) = "Predicted by {name}", "{name}에 따른 예측";
    now = "now", "현재";
    all_predicted = "all predicted", "모두 예측";
    sweep_later =
        "Once the program has no mistakes, its numbers can be swept here.",
        "프로그램에 오류가 없어지면 여기에서 숫자를 바꿔 볼 수 있습니다.";
    nothing_to_sweep =
        "There is no number to sweep yet: a duration, a family's size, a pool, retries.",
        "아직 바꿔 볼 숫자가 없습니다. 시간, 태스크 묶음의 크기, 풀, 재시도 횟수를 바꿔 볼 수 있습니다.";
    sweep_failed = "These values could not be predicted.", "이 값들을 예측하지 못했습니다.";

    no_values(example) = "Write some values, such as {example}.", "{example}처럼 값을 적으세요.";
    not_a_count(text) =
        "“{text}” is not a whole number; write values such as 5, 10, 20 or 1..20.",
        "“{text}” 값은 정수가 아닙니다. 5, 10, 20이나 1..20처럼 적으세요.";
    not_a_time(why) = "{why}.", "{why}";
    half_a_range(text) =
        "The range “{text}” lacks a value on one side of its dots.",
        "“{text}” 범위에는 점의 한쪽에 값이 없습니다.";
    out_of_bounds(value, least, most) =
        "{value} is out of bounds: it can be from {least} to {most}.",
        "{value} 값은 범위를 벗어납니다. {least}부터 {most}까지 쓸 수 있습니다.";
    too_many_values(count, limit) =
        "These are {count} values; at most {limit} can be swept.",
        "값이 {count}개입니다. {limit}개까지 쓸 수 있습니다.";
}

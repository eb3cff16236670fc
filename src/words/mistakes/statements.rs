//! Mistakes about lines, names, families and steps.

use crate::words::words;

words! {
    nothing_to_continue =
        "this line starts with white space, so it continues the line above, but there is none; start it in the first column",
        "이 줄은 공백으로 시작해서 윗줄에 이어지는데 윗줄이 없습니다. 첫 칸부터 쓰세요.";
    indented_statement =
        "this line starts with white space, so it would continue the line above; start a task or a setting in the first column",
        "이 줄은 공백으로 시작해서 윗줄에 이어지게 됩니다. 태스크나 설정은 첫 칸부터 쓰세요.";
    not_a_statement(found) =
        "expected a task, like 'render: cpu 120ms', or a setting, like 'pool db = 2'; found '{found}'",
        "'{found}' 대신 'render: cpu 120ms' 같은 태스크나 'pool db = 2' 같은 설정이 와야 합니다.";
    clause_at_line_start(word) =
        "a line cannot begin with '{word}'; put white space before it if it goes on with the line above",
        "'{word}' 단어로는 줄을 시작할 수 없습니다. 윗줄에 이어지는 내용이라면 그 앞에 공백을 넣으세요.";
    missing_colon(name) =
        "expected ':' after '{name}': a task is written 'render: cpu 120ms'",
        "'{name}' 뒤에 ':' 기호가 있어야 합니다. 태스크는 'render: cpu 120ms'처럼 씁니다.";
    equals_for_colon(head, step, duration) =
        "a task is written with ':'; did you mean '{head}: {step} {duration}'?",
        "태스크 이름 뒤에는 ':' 기호를 씁니다. 혹시 '{head}: {step} {duration}'인가요?";

    not_a_name(text) =
        "'{text}' is not a name: a name has letters, digits and '_' only, and no digit at its start",
        "'{text}' 같은 이름은 쓸 수 없습니다. 이름에는 글자와 숫자와 '_' 기호만 쓸 수 있고, 숫자로 시작할 수 없습니다.";
    not_a_name_near(text, near) =
        "'{text}' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean '{near}'?",
        "'{text}' 같은 이름은 쓸 수 없습니다. 이름에는 글자와 숫자와 '_' 기호만 쓸 수 있고, 숫자로 시작할 수 없습니다. 혹시 '{near}'인가요?";
    hidden_in_name(text, code_point) =
        "the name '{text}' has a character that nobody sees, {code_point}; delete it",
        "'{text}' 이름에 보이지 않는 문자({code_point})가 있습니다. 그 문자를 지우세요.";
    reserved_name(word) =
        "'{word}' is a word of the notation and cannot be a name",
        "'{word}' 단어는 표기법의 예약어라서 이름으로 쓸 수 없습니다.";
    name_of_pool(name, line) =
        "the name '{name}' is given twice; the pool on line {line} has it already",
        "'{name}' 이름이 두 번 쓰였습니다. {line}번째 줄의 풀이 이미 쓰는 이름입니다.";
    name_of_task(name, line) =
        "the name '{name}' is given twice; the task on line {line} has it already",
        "'{name}' 이름이 두 번 쓰였습니다. {line}번째 줄의 태스크가 이미 쓰는 이름입니다.";

    empty_family(family) =
        "the family '{family}' is empty; expected its first and last index, like '[1..6]'",
        "'{family}' 묶음이 비어 있습니다. '[1..6]'처럼 첫 인덱스와 마지막 인덱스를 적으세요.";
    backward_indices(first, last) =
        "the indices {first}..{last} run backwards; did you mean '{last}..{first}'?",
        "인덱스 범위 {first}..{last}의 앞뒤가 바뀌었습니다. 혹시 '{last}..{first}'인가요?";
    missing_index =
        "expected an index next, like '3'",
        "바로 뒤에 '3' 같은 인덱스가 와야 합니다.";
    not_an_index(text, most) =
        "'{text}' is not an index; expected a whole number from 0 to {most}",
        "'{text}' 값은 인덱스로 쓸 수 없습니다. 0부터 {most}까지의 정수를 적으세요.";
    index_too_large(text, most) =
        "the index '{text}' is too large; expected at most {most}",
        "인덱스 '{text}' 값이 너무 큽니다. {most} 이하여야 합니다.";
    missing_last_index(family) =
        "expected '..' and a last index: the family '{family}' has a first and a last index, like '[1..6]'",
        "'..' 기호와 마지막 인덱스가 있어야 합니다. '{family}' 묶음에는 '[1..6]'처럼 첫 인덱스와 마지막 인덱스를 적습니다.";
    missing_close =
        "this '[' is not closed; expected ']'",
        "이 '[' 괄호가 닫히지 않았습니다. ']' 괄호로 닫으세요.";
    too_many_tasks(count, most) =
        "too many tasks: with this the program has {count}; expected at most {most}",
        "태스크가 너무 많습니다. 여기까지 {count}개인데, {most}개까지만 쓸 수 있습니다.";
    too_many_events(most, name, factors) =
        "a run of this program has more than {most} events, the most there may be; most of them come from '{name}', with {factors} (tasks × steps × attempts): lower one of these",
        "프로그램을 실행하면 이벤트가 한도인 {most}개를 넘습니다. 대부분 '{name}' 줄에서 나옵니다. 태스크 × 단계 × 시도가 {factors}입니다. 이 가운데 하나를 줄이세요.";

    missing_steps(task) =
        "the task '{task}' has no steps; expected at least one, like 'io 300ms'",
        "'{task}' 태스크에 단계가 없습니다. 'io 300ms' 같은 단계를 하나 이상 적으세요.";
    missing_step =
        "expected a step on both sides of 'then', like 'io 300ms'",
        "'then' 앞뒤에 모두 'io 300ms' 같은 단계가 있어야 합니다.";
    missing_step_word(duration) =
        "expected 'io', 'cpu', 'block' or 'thread' before '{duration}'",
        "'{duration}' 앞에 'io', 'cpu', 'block', 'thread' 중 하나가 있어야 합니다.";
    unknown_step(word) =
        "unknown step '{word}'; expected 'io', 'cpu', 'block' or 'thread'",
        "'{word}' 단계는 없습니다. 'io', 'cpu', 'block', 'thread' 중 하나를 쓰세요.";
    unknown_step_near(word, near) =
        "unknown step '{word}'; did you mean '{near}'?",
        "'{word}' 단계는 없습니다. 혹시 '{near}'인가요?";
    missing_then =
        "expected 'then' between two steps",
        "두 단계 사이에는 'then'이 있어야 합니다.";
    step_after_clause =
        "all steps of a task stand before its clauses; move this before the first clause",
        "태스크의 단계는 모두 절보다 앞에 와야 합니다. 이 단계를 첫 번째 절 앞으로 옮기세요.";
}

//! What the page says of programs in Python.

use super::words;

words! {
    python = "Python", "파이썬";
    written_as = "What the program is written in", "프로그램을 쓰는 방식";
    editor_hint = "# A program with asyncio, for example:", "# asyncio를 쓰는 프로그램입니다. 예를 들면:";
    first_program = "# Three downloads that wait at the same time", "# 동시에 기다리는 다운로드 세 개";
    first_program_meanwhile = "# the others go on meanwhile", "# 그동안 다른 코루틴이 이어 갑니다";

    loading = "Loading Python…", "파이썬을 불러오는 중…";
    loading_tip = "About 3 MB, once", "약 3 MB, 한 번만";
    not_loaded(reason) =
        "Python is not here: {reason}. Run tries again.",
        "파이썬을 불러오지 못했습니다: {reason}. 실행을 누르면 다시 시도합니다.";
    failed(reason) =
        "Python was stopped: {reason}. Your text is as it was. Run tries again.",
        "파이썬이 중단되었습니다: {reason}. 글은 그대로입니다. 실행을 누르면 다시 시도합니다.";
    given_up(limit) =
        "Not predicted: it computes for more than {limit}, and was stopped. Run runs it, for as long as it takes.",
        "예측하지 않음: 계산이 {limit} 넘게 걸려 멈췄습니다. 실행을 누르면 끝날 때까지 실행합니다.";

    output = "Output", "출력";
    no_output = "Nothing is written.", "출력이 없습니다.";
    no_output_yet = "Nothing is written yet.", "아직 출력이 없습니다.";
    output_later = "What the program writes is here once it is predicted or run.", "예측하거나 실행하면 프로그램의 출력이 여기에 나옵니다.";
    output_cut(count) = "{count} more lines are not shown.", "{count}줄이 더 있지만 보여 주지 않습니다.";
    to_moment(time) = "Show the moment {time}", "{time} 시점 보기";
    standard_error = "standard error", "표준 오류";
    to_line(line) = "Go to line {line}", "{line}번째 줄로 이동";

    one_stands_here(what) = "1 task stands here: {what}", "여기에 태스크 1개: {what}";
    many_stand_here(count, what) = "{count} tasks stand here: {what}", "여기에 태스크 {count}개: {what}";

    world = "World", "환경";
    world_tip =
        "What Python programs meet: chance, and the network",
        "파이썬 프로그램이 만나는 우연과 네트워크를 정합니다";
    world_title = "Simulated world", "시뮬레이션 환경";
    world_note =
        "A page has no network and no disk. Programs get simulated ones: each open, read and write of a file takes 5 ms, each message between a client and a server of the program 1 ms, and what `aiohttp`, `requests` and `httpx` are answered stands here.",
        "웹 페이지에는 네트워크와 디스크가 없으므로 시뮬레이션으로 대신합니다. 파일을 열거나 읽고 쓸 때마다 5 ms, 프로그램 안의 클라이언트와 서버가 주고받는 메시지는 하나에 1 ms가 걸립니다. `aiohttp`, `requests`, `httpx` 요청에 대한 응답은 아래 규칙대로 옵니다.";
    seed = "Seed of random", "난수 시드";
    rules = "The first line that fits answers. `*` is anything, `N` a number.", "맞는 첫 줄이 응답합니다. `*` 자리에는 무엇이든, `N` 자리에는 숫자가 옵니다.";
    rule_url = "URL", "URL 주소";
    rule_after = "After", "걸리는 시간";
    rule_answer = "Answer", "응답";
    url_of(number) = "URL of rule {number}", "규칙 {number} URL";
    after_of(number) = "Time of rule {number}", "규칙 {number} 걸리는 시간";
    answer_of(number) = "Answer of rule {number}", "규칙 {number} 응답";
    add_rule = "Add a rule", "규칙 추가";
    remove_rule(number) = "Remove rule {number}", "규칙 {number} 삭제";
    usual_world = "As it was at first", "처음 상태로";
    wrong_url =
        "This is no URL. Write a host or a path without spaces, such as `*.example.com` or `*/delay/N`.",
        "URL이 아닙니다. `*.example.com` 또는 `*/delay/N` 같은 호스트나 경로를 공백 없이 쓰세요.";
    wrong_after =
        "This is no time. Write one such as `200 ms`, `1.5 s` or `N s`.",
        "시간이 아닙니다. 예를 들어 `200 ms`, `1.5 s`, `N s` 형식으로 쓰세요.";
    wrong_answer =
        "This is no answer. Write a status from 100 to 599, such as `200`, `404 JSON`, `200 HTML` or `503 empty`, or `no connection`.",
        "응답이 아닙니다. 100부터 599까지의 상태를 쓰거나(예: `200`, `404 JSON`, `200 HTML`, `503 empty`) 연결할 수 없음을 뜻하는 `no connection` 응답을 쓰세요.";
    no_number =
        "This rule takes a number from the URL. Write `N` as a part of its path, as in `*/delay/N`.",
        "이 규칙은 URL에서 숫자를 가져옵니다. `*/delay/N` 같은 주소로, 경로 한 부분에 문자 `N` 하나를 쓰세요.";

    open_as_python = "Open as Python program", "파이썬 프로그램으로 열기";
    open_as_python_tip = "Put this script into the Python tab, to change and run it", "이 스크립트를 파이썬 탭에서 고치고 실행합니다";
    opened_export =
        "The script stands here in place of your Python program.",
        "지금 파이썬 프로그램 대신 스크립트를 열었습니다.";

    waits_for_task(task, other) = "`{task}` waits for `{other}`.", "`{task}` 태스크가 `{other}` 태스크를 기다립니다.";
    waits_for_tasks(task) = "`{task}` waits for several tasks.", "`{task}` 태스크가 여러 태스크를 기다립니다.";
    waits_for_shared(task, name) = "`{task}` waits for `{name}`.", "`{task}` 태스크가 `{name}` 객체를 기다립니다.";
    waits_for_future(task) = "`{task}` waits for a future.", "`{task}` 태스크가 퓨처를 기다립니다.";
    waiting = "Waiting for others", "다른 것을 기다림";
    waiting_for(name) = "Waiting for {name}", "{name} 대기";
    threads(busy) = "Threads · {busy}", "스레드 · {busy}";
    waiting_for_pool = "waiting for a lock or queue", "락이나 큐 기다림";
}

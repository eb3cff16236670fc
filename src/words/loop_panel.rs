//! What the loop panel says: its parts, and the sentence on what just happened.

use super::words;

words! {
    event_loop = "Event loop", "이벤트 루프";
    loop_at = "Loop at", "루프 시각";
    running = "Running", "실행 중";
    ready = "Ready, in order", "준비됨, 순서대로";
    timers = "Timers, in order", "타이머, 순서대로";
    waiting = "Waiting for tasks", "태스크를 기다림";
    happened = "What just happened", "방금 일어난 일";
    due = "due", "기한 됨";
    then = "then", "다음";
    pool(name, held, size) = "Pool {name} · {held} of {size}", "풀 {name} · {held}/{size}";
    threads(busy, count) = "Threads · {busy} of {count}", "스레드 · {busy}/{count}";

    nothing = "Nothing has happened yet.", "아직 아무 일도 일어나지 않았습니다.";
    taken(task) = "The loop takes `{task}` from the ready queue.", "루프가 준비 큐에서 `{task}` 태스크를 꺼냅니다.";
    gives_back(task) = "`{task}` gives the loop back, which it has held.", "`{task}` 태스크가 붙잡고 있던 루프를 돌려줍니다.";
    releases(task, pool) = "`{task}` gives back its place in `{pool}`.", "`{task}` 태스크가 `{pool}` 풀의 자리를 돌려줍니다.";
    thread_since(task, time) = "`{task}` has run in a thread since {time}.", "`{task}` 태스크가 {time}부터 스레드에서 실행되고 있습니다.";
    thread_begins(task) = "`{task}` begins to run in a thread.", "`{task}` 태스크가 스레드에서 실행되기 시작합니다.";
    timer_due(task) = "The timer of `{task}` is due: it is ready.", "`{task}` 태스크의 타이머 기한이 되어 준비되었습니다.";
    lets_go_on(by, task) = "`{by}` lets `{task}` go on: it is ready.", "`{by}` 태스크 덕분에 `{task}` 태스크가 준비되었습니다.";
    is_ready(task) = "`{task}` is ready, at the end of the queue.", "`{task}` 태스크가 준비되어 큐의 끝에 섭니다.";
    computes(task) = "`{task}` computes and holds the loop", "`{task}` 태스크가 계산하며 루프를 붙잡습니다";
    computes_until(task, time) = "`{task}` computes and holds the loop until {time}", "`{task}` 태스크가 계산하며 {time}까지 루프를 붙잡습니다";
    blocks(task) = "`{task}` blocks and holds the loop", "`{task}` 태스크가 블로킹으로 루프를 붙잡습니다";
    blocks_until(task, time) = "`{task}` blocks and holds the loop until {time}", "`{task}` 태스크가 블로킹으로 {time}까지 루프를 붙잡습니다";
    sentence(what) = "{what}.", "{what}.";
    one_late(what) = "{what}; one timer that is due has to wait.", "{what}. 기한이 된 타이머 하나가 기다려야 합니다.";
    many_late(what, count) = "{what}; {count} timers that are due have to wait.", "{what}. 기한이 된 타이머 {count}개가 기다려야 합니다.";
    takes_over(task, pool, by) =
        "`{task}` takes the place in `{pool}` that `{by}` gave back.",
        "`{task}` 태스크가 `{by}` 태스크가 돌려준 `{pool}` 풀의 자리를 차지합니다.";
    takes(task, pool) = "`{task}` takes a free place in `{pool}`.", "`{task}` 태스크가 `{pool}` 풀의 빈자리를 차지합니다.";
    waits_for_timer(task, time) =
        "`{task}` waits for its timer, due at {time}; the loop is free.",
        "`{task}` 태스크가 {time}에 기한이 되는 타이머를 기다립니다. 루프는 비어 있습니다.";
    waits_for_only_place(task, pool) =
        "`{task}` waits for `{pool}`, whose place is taken.",
        "`{task}` 태스크가 자리가 찬 `{pool}` 풀을 기다립니다.";
    waits_for_place(task, pool, size) =
        "`{task}` waits for `{pool}`, whose {size} places are taken.",
        "`{task}` 태스크가 자리 {size}개가 모두 찬 `{pool}` 풀을 기다립니다.";
    waits_for_thread(task) = "`{task}` waits for a thread; all are busy.", "`{task}` 태스크가 스레드를 기다립니다. 모두 쓰이고 있습니다.";
    waits_for_its_thread(task) =
        "`{task}` waits for its thread; the loop is free.",
        "`{task}` 태스크가 자기 스레드를 기다립니다. 루프는 비어 있습니다.";
    waits_for_all(task, names) = "`{task}` waits for what it comes after: {names}.", "`{task}` 태스크가 앞선 태스크를 기다립니다: {names}.";
    waits_for_first(task, names) = "`{task}` waits for the first of {names}.", "`{task}` 태스크가 다음 가운데 먼저 끝나는 것을 기다립니다: {names}.";
    times_out(task) = "`{task}` is stopped at its timeout.", "`{task}` 태스크가 제한 시간에 멈춥니다.";
    attempt_fails(task) = "This attempt of `{task}` fails.", "`{task}` 태스크의 이번 시도가 실패합니다.";
    is_skipped(task) =
        "What `{task}` comes after can no longer succeed: it is skipped.",
        "`{task}` 태스크에 앞선 것이 성공할 수 없게 되어 건너뜁니다.";
    is_done(task) = "`{task}` is done.", "`{task}` 태스크가 끝났습니다.";
    has_failed(task) = "`{task}` has failed.", "`{task}` 태스크가 실패했습니다.";
    ends_without(task) = "`{task}` ends without having succeeded.", "`{task}` 태스크가 성공하지 못하고 끝납니다.";
    waits_for_ever(task) =
        "`{task}` waits for ever: nothing is ready, and no timer is set.",
        "`{task}` 태스크가 영원히 기다립니다. 준비된 것도, 맞춰 둔 타이머도 없습니다.";
}

//! What stands around the editor, the graph and the timeline.

use super::words;

words! {
    tagline = "See what waiting together saves", "함께 기다리면 얼마나 절약되는지 봅니다";
    share = "Share", "공유";
    share_tip = "Copy a link that holds the whole program", "프로그램 전체를 담은 링크를 복사합니다";
    link_copied = "Link copied", "링크를 복사했습니다";
    language = "Language", "언어";

    task_graph = "Task graph", "태스크 그래프";
    editor_hint = "# One line is one task, for example:", "# 한 줄이 태스크 하나입니다. 예를 들면:";
    first_program =
        "# Load a page: the user, then six posts two at a time",
        "# 페이지 불러오기: 사용자, 그다음 글 여섯 개를 둘씩";
    mistakes = "Mistakes", "오류";
    one_mistake = "1 mistake", "오류 1개";
    many_mistakes(count) = "{count} mistakes", "오류 {count}개";
    more_mistakes(count) = "and {count} more", "그 밖에 {count}개 더";
    saved = "saved", "저장됨";
    not_saved = "not saved: the browser has no room for it", "저장 안 됨: 브라우저에 자리가 없음";
    never_saved = "not saved: the browser's settings forbid it", "저장 안 됨: 브라우저 설정에서 금지됨";
    programs_of_others =
        "Another tab, or an earlier one, has another program. Undo shows it here.",
        "다른 탭이나 이전 탭에 다른 프로그램이 있습니다. 실행 취소를 누르면 여기에 보여 줍니다.";

    overview = "Overview", "개요";
    beside = "Beside the program", "프로그램 옆";
    graph = "Graph", "그래프";
    as_python = "As Python", "파이썬으로";
    script = "Python script", "파이썬 스크립트";
    script_later = "The script is here once the program has no mistakes.", "프로그램에 오류가 없어지면 여기에 스크립트가 나옵니다.";
    script_cut(count) =
        "{count} more lines are not shown. Copy and Download have them all.",
        "{count}줄이 더 있습니다. 복사와 다운로드에는 모두 들어 있습니다.";
    copy = "Copy", "복사";
    copied = "Copied", "복사했습니다";
    download = "Download", "다운로드";
    script_not_copied =
        "The browser did not let the script be copied. Select its text, or download it.",
        "브라우저가 스크립트 복사를 허용하지 않았습니다. 글을 직접 선택하거나 다운로드하세요.";
    script_not_downloaded =
        "The browser did not let the script be downloaded. Copy it instead.",
        "브라우저가 스크립트 다운로드를 허용하지 않았습니다. 대신 복사하세요.";
    stale = "of the last program without mistakes", "오류가 없던 마지막 프로그램의 것";

    sequential = "Sequential", "순차";
    concurrent = "Concurrent", "동시";
    speed_up = "Speed-up", "속도 향상";
    waiting = "Waiting", "대기";
    waiting_tip =
        "How much of the concurrent run the loop had nothing to do but wait",
        "동시 실행에서 루프가 기다리기만 한 시간의 비율";
    loop_busy = "Loop busy", "루프 사용";
    loop_busy_tip =
        "How much of the concurrent run cpu and block held the loop",
        "동시 실행에서 cpu와 block이 루프를 붙잡은 시간의 비율";
    at_once = "Most at once", "최대 동시";
    at_once_tip = "The most tasks that were in a step at once", "한순간에 단계를 수행한 태스크의 최대 개수";
    lost = "Loop held", "루프 지연";
    lost_tip =
        "How long the loop was held while a task could have gone on",
        "이어 갈 수 있는 태스크가 있는데도 루프가 붙잡혀 있던 시간";
    predicted = "predicted", "예측";
    running = "running", "실행 중";
    measured = "measured", "측정";
    measured_at(pace) = "measured at {pace}", "{pace} 속도로 측정";
    measured_at_several = "measured at several speeds", "여러 속도로 측정";
    predicted_so(figure) = "predicted {figure}", "예측 {figure}";
    deadlock = "deadlock", "교착 상태";

    run_over(sequential, concurrent) =
        "The run is over: sequential {sequential}, concurrent {concurrent}.",
        "실행이 끝났습니다: 순차 {sequential}, 동시 {concurrent}.";
    run_over_in_deadlock(sequential, concurrent) =
        "The run is over: sequential {sequential}, concurrent deadlocked at {concurrent}.",
        "실행이 끝났습니다: 순차 {sequential}, 동시는 {concurrent}에 교착 상태.";

    run = "Run", "실행";
    run_tip = "Run both programs live, side by side", "두 프로그램을 나란히 실제로 실행합니다";
    pause = "Pause", "일시정지";
    pause_tip = "Stop the time of both runs", "두 실행의 시간을 멈춥니다";
    resume = "Resume", "계속";
    resume_tip = "Let both runs go on", "두 실행을 이어 갑니다";
    reset = "Reset", "초기화";
    reset_tip = "Back to the prediction", "예측으로 돌아갑니다";
    step = "Step", "다음 단계";
    step_tip = "To the next event of the loop", "루프의 다음 이벤트로 갑니다";
    step_back = "Step back", "이전 단계";
    step_back_tip = "To the event before", "바로 앞 이벤트로 갑니다";
    speed = "Speed", "속도";
    speed_tip =
        "How fast the run goes; fit lasts about eight seconds",
        "실행의 빠르기. 맞춤은 약 8초가 걸립니다";
    speed_fit = "fit", "맞춤";

    undo = "Undo", "실행 취소";
    dismiss = "Dismiss", "닫기";
    text_back = "Your text is back.", "이전 글로 되돌렸습니다.";
    opened(name) = "Opened {name} in place of your program.", "지금 프로그램 대신 {name} 파일을 열었습니다.";
    opened_link = "Opened the link's program in place of yours.", "지금 프로그램 대신 링크의 프로그램을 열었습니다.";
    text_as_it_was(why) = "{why} Your text is as it was.", "{why} 글은 그대로입니다.";
    link_not_copied(address) =
        "The browser did not let the link be copied. Here it is: {address}",
        "브라우저가 링크 복사를 허용하지 않았습니다. 링크는 다음과 같습니다: {address}";
    not_predicted(reason) = "This program could not be predicted: {reason}. Run tries again.", "이 프로그램을 예측하지 못했습니다: {reason}. 실행을 누르면 다시 시도합니다.";
    run_stopped(reason) = "The run was stopped: {reason}.", "실행이 중단되었습니다: {reason}.";
    no_workers = "the browser allows no workers here", "브라우저가 여기서 워커를 허용하지 않음";
    worker_not_loaded = "a part of the page could not be loaded", "페이지의 일부를 불러오지 못함";
    worker_silent = "its worker no longer answers", "워커가 응답하지 않음";
    worker_ended = "its worker was ended from outside", "워커가 외부에서 종료됨";
    worker_garbled = "its worker is of another version than the page; reload the page", "워커와 페이지의 판이 다름. 페이지를 새로 고치세요";
    worker_crashed(what) = "its worker crashed, with the words “{what}”", "워커에 문제가 생김: “{what}”";
    out_of_memory = "it needs more memory than there is", "메모리가 모자람";
    more_memory_than(megabytes) = "it needs more than {megabytes} MB of memory", "메모리가 {megabytes} MB보다 많이 필요함";
    too_many_events(most) = "more than {most} things happened, and no more are recorded", "기록할 수 있는 사건 {most}개를 넘음";
    mistake_to_run = "the program to run has a mistake", "실행할 프로그램에 오류가 있음";
    browser_lacks(what) = "the browser lacks what a run needs: {what}", "실행에 필요한 것이 브라우저에 없음: {what}";
    file_unread(name) = "{name} could not be read.", "{name} 파일을 읽지 못했습니다.";
    file_too_long(name, megabytes) =
        "{name} has {megabytes} MB; a program may have 1 MB.",
        "{name} 파일은 {megabytes} MB입니다. 프로그램은 1 MB까지입니다.";
    file_not_text(name) = "{name} is not a text file in UTF-8.", "{name} 파일은 UTF-8 텍스트 파일이 아닙니다.";
    link_damaged =
        "This link is damaged: a part of it is missing or was changed. Copy it again, from its beginning to its end.",
        "이 링크는 손상되었습니다. 일부가 빠졌거나 바뀌었습니다. 처음부터 끝까지 다시 복사하세요.";
    link_of_other_version(key) =
        "This link was made by another version of Interleave ({key}). Reload the page to have the newest one.",
        "이 링크는 다른 판의 Interleave가 만들었습니다({key}). 페이지를 새로 고쳐 최신판을 쓰세요.";
    link_too_long =
        "The program in this link is too long; a program may have 1 MB.",
        "이 링크의 프로그램은 너무 깁니다. 프로그램은 1 MB까지입니다.";
    link_not_text =
        "What is in this link is not the text of a program.",
        "이 링크에 든 것은 프로그램의 글이 아닙니다.";

    program_too_long =
        "The program is too long for a link; a program may have 1 MB.",
        "프로그램이 링크에 담기에는 너무 깁니다. 프로그램은 1 MB까지입니다.";
    program_not_text =
        "The program has control characters that no text has, so no link can hold it.",
        "프로그램에 글에 쓰이지 않는 제어 문자가 있어 링크에 담을 수 없습니다.";

    nothing_to_run(example) =
        "Nothing to run yet. One line is one task, such as {example}.",
        "아직 실행할 것이 없습니다. 한 줄이 태스크 하나입니다. 예: {example}.";
    start_with_example = "Start with an example", "예제로 시작";
    last_without_mistakes = "This is the last program without mistakes.", "오류가 없던 마지막 프로그램입니다.";
    remark_of(remark, source) = "{remark} ({source})", "{remark} ({source})";
    failed_at(task, time) = "{task} failed at {time}.", "{task} 태스크가 {time}에 실패했습니다.";
    failed_at_after(task, time, attempts) =
        "{task} failed at {time}, after {attempts} attempts.",
        "{task} 태스크가 {attempts}번 시도한 끝에 {time}에 실패했습니다.";
    timed_out_at(task, time) = "{task} timed out at {time}.", "{task} 태스크가 {time}에 시간을 초과했습니다.";
    timed_out_at_after(task, time, attempts) =
        "{task} timed out at {time}, after {attempts} attempts.",
        "{task} 태스크가 {attempts}번 시도한 끝에 {time}에 시간을 초과했습니다.";
    of_the_others(counts) = "Of the other tasks: {counts}.", "다른 태스크: {counts}.";
    count_failed(count) = "{count} failed too", "{count}개도 실패";
    count_cancelled(count) = "{count} cancelled", "{count}개 취소됨";
    count_skipped(count) = "{count} skipped", "{count}개 건너뜀";
    deadlock_of_one(time) = "Deadlock at {time}: 1 task waits for ever.", "{time}에 교착 상태: 태스크 1개가 영원히 기다립니다.";
    deadlock_of(time, count) =
        "Deadlock at {time}: {count} tasks wait for ever.",
        "{time}에 교착 상태: 태스크 {count}개가 영원히 기다립니다.";
    holds_and_waits(task, held, wanted) =
        "{task} holds {held} and waits for {wanted}",
        "{task}: {held} 풀을 잡고 {wanted} 풀을 기다림";
}

//! What the timeline says, on the page and in the picture that is taken away.

use super::words;

words! {
    timeline = "Timeline", "타임라인";
    sequential = "Sequential", "순차";
    concurrent = "Concurrent", "동시";
    nothing_saved = "Nothing saved: the tasks never wait at the same time", "절약 없음: 동시에 기다리는 태스크가 없음";
    deadlock = "Deadlock: the marked tasks wait for ever", "교착 상태: 표시된 태스크가 영원히 기다림";
    tasks = "Tasks", "태스크 목록";
    task = "Task", "태스크";
    predicted = "predicted", "예측";
    measured = "measured", "측정";
    start = "start", "시작";
    end = "end", "끝";
    outcome = "outcome", "결과";
    difference = "difference", "차이";
    of_source(column, source) = "{column}, {source}", "{column}, {source}값";
    more_tasks(count) = "{count} more tasks are not listed.", "태스크 {count}개는 목록에 없습니다.";
    playhead = "Playhead", "재생 헤드";
    playhead_tip = "Drag to look at a moment; Escape takes it away", "끌어서 한 순간을 봅니다. Esc를 누르면 사라집니다";
    no_moment = "no moment chosen", "선택한 순간 없음";
    zoom_in = "Zoom in", "확대";
    zoom_in_tip = "Zoom in (+, Ctrl and wheel, pinch)", "확대 (+, Ctrl과 휠, 두 손가락 벌리기)";
    zoom_out = "Zoom out", "축소";
    zoom_out_tip = "Zoom out (−)", "축소 (−)";
    fit = "Fit", "맞춤";
    fit_tip = "Show all of the axis (0)", "시간축 전체 보기 (0)";
    causes = "Causes", "원인";
    causes_tip = "Arrows from whoever let a task go on", "태스크를 이어 가게 한 쪽에서 오는 화살표";
    saved(time) = "{time} saved by waiting together", "함께 기다려 {time} 절약";
    saved_short(time) = "{time} saved", "{time} 절약";
    summary(sequential, concurrent) =
        "Timeline: sequential {sequential}, concurrent {concurrent}",
        "타임라인: 순차 {sequential}, 동시 {concurrent}";
    summary_of_deadlock(sequential, concurrent) =
        "Timeline: sequential {sequential}, concurrent deadlocked at {concurrent}",
        "타임라인: 순차 {sequential}, 동시는 {concurrent}에 교착 상태";
    last_end(time, difference) = "last end {time}, {difference}", "마지막 끝 {time}, {difference}";
    mean_difference(difference) = "mean difference {difference}", "평균 차이 {difference}";
    stretch = "Drag this end to change the duration", "이 끝을 끌면 소요 시간이 바뀝니다";
    stretch_drawn =
        "The duration is drawn: change its range in the text",
        "무작위로 뽑는 소요 시간입니다. 범위는 글에서 바꿉니다";
    more_rows(count) = "… {count} more", "… {count}개 더";
    counted(count, kind) = "{count} {kind}", "{kind} {count}개";

    since_ended(by) = "since {by} ended", "{by} 태스크가 끝나서 시작";
    since_place(by) = "since {by} gave back its place", "{by} 태스크가 자리를 돌려줘서 시작";
    since_thread(by) = "since {by} was done with its thread", "{by} 태스크가 스레드를 비워서 시작";
    since_loop(by) = "since {by} gave back the loop", "{by} 태스크가 루프를 돌려줘서 시작";
    since_cancelled(by) = "since {by} cancelled it", "{by} 태스크가 취소해서 시작";
    until_ended(by) = "until {by} ended", "{by} 태스크가 끝날 때까지";
    until_place(by) = "until {by} gave back its place", "{by} 태스크가 자리를 돌려줄 때까지";
    until_thread(by) = "until {by} was done with its thread", "{by} 태스크가 스레드를 비울 때까지";
    until_loop(by) = "until {by} gave back the loop", "{by} 태스크가 루프를 돌려줄 때까지";
    until_cancelled(by) = "until {by} cancelled it", "{by} 태스크가 취소할 때까지";

    waiting_for_task = "waiting for a task", "태스크 기다림";
    waiting_for_pool = "waiting for a pool", "풀 기다림";
    waiting_for_thread = "waiting for a thread", "스레드 기다림";
    backoff = "backoff", "백오프";
    ready = "ready, loop busy", "준비됨, 루프 바쁨";
    critical_path = "critical path", "임계 경로";

    done = "done", "완료";
    failed = "failed", "실패";
    timed_out = "failed: timed out", "실패: 시간 초과";
    cancelled = "cancelled", "취소됨";
    skipped = "skipped", "건너뜀";
    deadlocked = "deadlocked", "교착";
    failed_or_deadlocked = "failed or deadlocked", "실패 또는 교착";
    cancelled_or_skipped = "cancelled or skipped", "취소됨 또는 건너뜀";
}

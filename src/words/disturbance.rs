//! What is said of a live run that something got in the way of.

use super::words;

words! {
    measured_disturbed = "measured, disturbed", "측정, 방해받음";
    and_disturbed(how) = "{how}, disturbed", "{how}, 방해받음";
    disturbed_run = "This run was disturbed.", "이 실행은 방해를 받았습니다.";
    consequence =
        "Its times are not what the program alone would have taken; run it again for those.",
        "그래서 이 시간은 프로그램만의 시간이 아닙니다. 제대로 재려면 다시 실행하세요.";
    in_run(run, what) = "{run}: {what}.", "{run}: {what}.";
    in_run_hidden(run, what) =
        "{run}: {what}, while the tab was in the background.",
        "{run}: {what}(탭이 뒤에 가려져 있던 때).";
    in_run_frozen(run, what) =
        "{run}: {what}, while the browser had frozen the tab.",
        "{run}: {what}(브라우저가 탭을 멈춰 둔 때).";
    late(at, by) = "what was due at {at} came {by} late", "{at}에 와야 할 것이 {by} 늦게 옴";
    stalled(at, by) = "a step stood still for {by} at {at}", "{at}에 단계 하나가 {by} 동안 멈춤";
    clock_ahead(at, by) =
        "after {at} the computer's clock jumped {by} ahead: it slept, or its clock was set",
        "{at} 뒤에 컴퓨터 시계가 {by} 앞으로 건너뜀(절전 상태였거나 시계를 고침)";
    clock_back(at, by) =
        "after {at} the computer's clock was set {by} back",
        "{at} 뒤에 컴퓨터 시계가 {by} 뒤로 돌아감";
    and_more(count) = "And {count} more.", "그 밖에 {count}번 더.";
    list = "Disturbances", "방해 목록";
    run = "run", "실행";
    what = "what happened", "있었던 일";
    tab = "tab", "탭";
    hidden = "in the background", "뒤에 가려짐";
    frozen = "frozen", "멈춰 있음";
}

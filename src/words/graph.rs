//! What the picture of the program says.

use super::words;

words! {
    summary(nodes, edges) = "Graph: {nodes}, {edges}", "그래프: {nodes}, {edges}";
    one_node = "1 node", "노드 1개";
    nodes(count) = "{count} nodes", "노드 {count}개";
    one_edge = "1 edge", "간선 1개";
    edges(count) = "{count} edges", "간선 {count}개";
    too_large(count) =
        "The graph of {count} nodes is too large to draw here.",
        "노드가 {count}개인 그래프는 여기에 그리기에 너무 큽니다.";

    zoom_in = "Zoom in the graph", "그래프 확대";
    zoom_in_tip = "Zoom in (+, Ctrl and wheel, pinch, double click on a node)", "확대 (+, Ctrl과 휠, 두 손가락 벌리기, 노드 두 번 클릭)";
    zoom_out = "Zoom out the graph", "그래프 축소";
    zoom_out_tip = "Zoom out (−)", "축소 (−)";
    fit = "Fit the graph", "그래프 맞춤";
    fit_tip = "As large as it fits and can be read (0)", "읽을 수 있는 크기로 맞춤 (0)";
    tasks = "Tasks of the graph", "그래프의 태스크";

    node_after(names) = "after {names}", "선행: {names}";
    more_names(names, count) = "{names} and {count} more", "{names} 외 {count}개";
    at_most(time) = "at most {time}", "최대 {time}";
    done_of(done, count) = "done {done} of {count}", "{count}개 중 {done}개 완료";
    counted(count, state) = "{count} {state}", "{state} {count}개";
    on_critical_path = "on the critical path", "임계 경로에 있음";
    background = "in the background", "백그라운드";

    not_started = "not started", "시작 전";
    waits = "waiting", "대기 중";
    runs = "running", "실행 중";
}

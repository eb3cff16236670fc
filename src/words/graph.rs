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
}

use std::time::{Duration, Instant};

use super::*;
use crate::graph::{Node, Reference, Step, StepKind};

/// A program of one task for each list, which says after which tasks it comes.
fn program(after: &[&[usize]]) -> Program {
    let node = |(place, after): (usize, &&[usize])| Node {
        name: format!("task{place}"),
        steps: vec![Step::of(StepKind::Io, 1_000)],
        after: after.iter().map(|&node| Reference::All { node }).collect(),
        ..Node::default()
    };
    Program::new(Vec::new(), after.iter().enumerate().map(node).collect())
}

/// A program of `count` tasks, each after `degree` earlier ones that look drawn by lot.
fn tangle(count: usize, degree: usize) -> Program {
    let mut state = 7_u64;
    let after: Vec<Vec<usize>> = (0..count)
        .map(|node| {
            let mut draw = || {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1);
                (state >> 33) as usize % node.max(1)
            };
            (0..degree.min(node)).map(|_| draw()).collect()
        })
        .collect();
    program(&after.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn check(layout: &Layout) {
    for (place, one) in layout.nodes.iter().enumerate() {
        assert!(one.0 >= Layout::NODE_WIDTH / 2.0 && one.1 >= Layout::NODE_HEIGHT / 2.0);
        assert!(one.0 + Layout::NODE_WIDTH / 2.0 <= layout.width + 0.01);
        assert!(one.1 + Layout::NODE_HEIGHT / 2.0 <= layout.height + 0.01);
        for other in &layout.nodes[place + 1..] {
            let apart = (one.0 - other.0).abs() >= Layout::NODE_WIDTH
                || (one.1 - other.1).abs() >= Layout::NODE_HEIGHT;
            assert!(apart, "{one:?} {other:?}");
        }
    }
    for &(from, to) in &layout.edges {
        assert!(layout.nodes[from].0 + Layout::NODE_WIDTH < layout.nodes[to].0);
    }
    for (x, y) in layout.routes.iter().flatten() {
        let mut nodes = layout.nodes.iter();
        let hit = nodes.find(|node| node.0 == *x && (node.1 - y).abs() < Layout::NODE_HEIGHT / 2.0);
        assert_eq!(hit, None, "an edge passes behind a node at {x} {y}");
    }
}

#[test]
fn no_two_nodes_overlap_and_edges_go_right() {
    check(&layout(&program(&[&[], &[0], &[0], &[2], &[1, 3]])).unwrap());
    for (count, degree) in [(1, 0), (5, 2), (40, 2), (60, 0), (120, 1), (300, 2)] {
        check(&layout(&tangle(count, degree)).unwrap());
    }
}

#[test]
fn an_empty_program_has_an_empty_picture() {
    let layout = layout(&program(&[])).unwrap();
    assert_eq!((layout.width, layout.height), (0.0, 0.0));
}

#[test]
fn three_independent_tasks_stand_in_a_column() {
    let layout = layout(&program(&[&[], &[], &[]])).unwrap();
    assert!(layout.nodes.is_sorted_by(|one, other| one.1 < other.1));
    assert_eq!(layout.width, Layout::NODE_WIDTH);
}

#[test]
fn a_fan_keeps_source_order() {
    let layout = layout(&program(&[&[], &[0], &[0], &[0], &[0], &[1, 2, 3, 4]])).unwrap();
    assert!(layout.nodes[1..5].is_sorted_by(|one, other| one.1 < other.1));
}

#[test]
fn edges_that_follow_from_others_are_kept() {
    let layout = layout(&program(&[&[], &[0], &[0, 1]])).unwrap();
    assert_eq!(layout.edges, [(0, 1), (0, 2), (1, 2)]);
}

#[test]
fn an_edge_passes_the_layers_between_its_ends() {
    let layout = layout(&program(&[&[], &[0], &[1], &[0, 2]])).unwrap();
    let long = layout.edges.iter().position(|&edge| edge == (0, 3));
    let route = &layout.routes[long.unwrap()];
    let xs: Vec<f64> = route.iter().map(|&(x, _)| x).collect();
    assert_eq!(xs, [layout.nodes[1].0, layout.nodes[2].0]);
    assert_eq!(layout.routes.iter().flatten().count(), 2);
}

#[test]
fn what_fans_out_stands_in_the_middle_of_what_follows() {
    let mut after: Vec<&[usize]> = vec![&[0]; 31];
    after[0] = &[];
    let layout = layout(&program(&after)).unwrap();
    assert!((layout.nodes[0].1 - layout.height / 2.0).abs() < 1.0);
}

#[test]
fn the_same_program_looks_the_same() {
    let program = tangle(80, 2);
    assert_eq!(layout(&program), layout(&program));
}

#[test]
fn a_large_program_is_laid_out_at_once() {
    let chain: Vec<Vec<usize>> = (0..300)
        .map(|node: usize| (node.saturating_sub(9)..node).collect())
        .collect();
    let chain = program(&chain.iter().map(Vec::as_slice).collect::<Vec<_>>());
    for program in [tangle(300, 3), tangle(300, 9), chain] {
        let start = Instant::now();
        check(&layout(&program).unwrap());
        // Many times what it takes, for machines that are busy.
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn a_program_too_large_has_no_layout() {
    assert_eq!(layout(&tangle(301, 0)), None);
    assert_eq!(layout(&tangle(300, 40)), None);
}

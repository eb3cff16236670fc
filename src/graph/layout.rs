mod rows;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use self::rows::Rows;
use super::Program;

/// The most nodes that are laid out.
pub const LAYOUT_NODE_LIMIT: usize = 300;

/// The most edges that are laid out.
pub const LAYOUT_EDGE_LIMIT: usize = 3_000;

const LAYER_GAP: f64 = 58.0;
const PART_GAP: f64 = 30.0;

/// How much wider than high a picture of several parts should be.
const ASPECT: f64 = 3.0;

/// Where the nodes of a program go in a picture that is read from left to right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// The centre of each node, in order of [`Program::nodes`].
    pub nodes: Vec<(f64, f64)>,
    /// From a node to one that comes after it, as places in [`Program::nodes`].
    pub edges: Vec<(usize, usize)>,
    /// For each edge the places between nodes at which it passes layers, in their order: each is
    /// the middle of a level stretch as wide as a node.
    pub routes: Vec<Vec<(f64, f64)>>,
    /// The picture's width, which the outermost nodes touch.
    pub width: f64,
    /// The picture's height, which the outermost nodes and edges touch.
    pub height: f64,
}

impl Layout {
    /// A node's width.
    pub const NODE_WIDTH: f64 = 148.0;
    /// A node's height.
    pub const NODE_HEIGHT: f64 = 36.0;
    /// From a layer's middle to the next one's.
    pub const LAYER_PITCH: f64 = Layout::NODE_WIDTH + LAYER_GAP;
    /// From a node's middle to the next one's of its layer, at the least.
    pub const ROW_PITCH: f64 = Layout::NODE_HEIGHT + rows::NODE_GAP;
}

/// Lays `program`'s nodes out in layers, each to the right of what it comes after. None where
/// there are more than [`LAYOUT_NODE_LIMIT`] nodes or [`LAYOUT_EDGE_LIMIT`] edges.
pub fn layout(program: &Program) -> Option<Layout> {
    let count = program.nodes().len();
    if count > LAYOUT_NODE_LIMIT {
        return None;
    }
    let edges = edges(program);
    if edges.len() > LAYOUT_EDGE_LIMIT {
        return None;
    }
    let depths = depths(count, &edges)?;
    let parts = parts(count, &edges)
        .into_iter()
        .map(|members| Part::new(&members, &edges, &depths))
        .collect::<Vec<_>>();
    Some(pack(count, edges, &parts))
}

/// Every pair of nodes of which one comes after the other, once, in source order.
fn edges(program: &Program) -> Vec<(usize, usize)> {
    let mut edges = BTreeSet::new();
    for (node, after) in program.nodes().iter().enumerate() {
        for reference in &after.after {
            edges.insert((reference.node(), node));
        }
    }
    edges.into_iter().collect()
}

/// The length of the longest path to each node. None where the edges go in a circle, which they
/// never do in a program without mistakes.
fn depths(count: usize, edges: &[(usize, usize)]) -> Option<Vec<usize>> {
    let mut depths = vec![0; count];
    for _ in 0..=count {
        let mut settled = true;
        for &(from, to) in edges {
            if depths[to] <= depths[from] {
                depths[to] = depths[from] + 1;
                settled = false;
            }
        }
        if settled {
            return Some(depths);
        }
    }
    None
}

/// The nodes that hang together, each part in source order, the parts in order of their first.
fn parts(count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut first: Vec<usize> = (0..count).collect();
    fn find(first: &mut [usize], mut node: usize) -> usize {
        while first[node] != node {
            first[node] = first[first[node]];
            node = first[node];
        }
        node
    }
    for &(from, to) in edges {
        let (from, to) = (find(&mut first, from), find(&mut first, to));
        first[from.max(to)] = from.min(to);
    }
    let mut parts = vec![Vec::new(); count];
    for node in 0..count {
        parts[find(&mut first, node)].push(node);
    }
    parts.retain(|members| !members.is_empty());
    parts
}

/// Nodes that hang together, laid out by themselves.
struct Part {
    /// Each node with its centre.
    places: Vec<(usize, (f64, f64))>,
    /// Each edge, by its place among all, with where it passes layers.
    routes: Vec<(usize, Vec<(f64, f64)>)>,
    width: f64,
    height: f64,
}

impl Part {
    fn new(members: &[usize], edges: &[(usize, usize)], depths: &[usize]) -> Self {
        let rows = Rows::new(members, edges, depths);
        let (top, bottom) = rows.bounds();
        let at = |depth: usize, y: f64| {
            let x = depth as f64 * Layout::LAYER_PITCH + Layout::NODE_WIDTH / 2.0;
            (x, y - top)
        };
        let last = members.iter().map(|&node| depths[node]).max().unwrap_or(0);
        let node = |&node: &usize| (node, at(depths[node], rows.of_node(node)));
        let route = |(edge, first, ys): (usize, usize, Vec<f64>)| {
            let points = ys.into_iter().enumerate();
            (
                edge,
                points.map(|(place, y)| at(first + place, y)).collect(),
            )
        };
        Part {
            places: members.iter().map(node).collect(),
            routes: rows.routes().map(route).collect(),
            width: last as f64 * Layout::LAYER_PITCH + Layout::NODE_WIDTH,
            height: bottom - top,
        }
    }
}

/// Puts the parts beside and below one another, as words in lines.
fn pack(count: usize, edges: Vec<(usize, usize)>, parts: &[Part]) -> Layout {
    let area: f64 = parts
        .iter()
        .map(|part| (part.width + PART_GAP) * (part.height + PART_GAP))
        .sum();
    let widest = parts.iter().map(|part| part.width).fold(0.0, f64::max);
    let line_width = widest.max((area * ASPECT).sqrt());
    let mut layout = Layout {
        nodes: vec![(0.0, 0.0); count],
        routes: vec![Vec::new(); edges.len()],
        edges,
        width: 0.0,
        height: 0.0,
    };
    let (mut x, mut y) = (0.0, 0.0);
    for part in parts {
        if x > 0.0 && x + part.width > line_width {
            x = 0.0;
            y = layout.height + PART_GAP;
        }
        for &(node, (inner_x, inner_y)) in &part.places {
            layout.nodes[node] = (x + inner_x, y + inner_y);
        }
        for (edge, points) in &part.routes {
            let points = points.iter();
            let moved = points.map(|&(inner_x, inner_y)| (x + inner_x, y + inner_y));
            layout.routes[*edge] = moved.collect();
        }
        layout.width = layout.width.max(x + part.width);
        layout.height = layout.height.max(y + part.height);
        x += part.width + PART_GAP;
    }
    layout
}

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rust_sugiyama::configure::{Config, RankingType};
use serde::{Deserialize, Serialize};

use super::Program;

/// The most nodes that are laid out.
pub const LAYOUT_NODE_LIMIT: usize = 300;

/// The most edges that are laid out.
pub const LAYOUT_EDGE_LIMIT: usize = 3_000;

/// Edges that pass many layers cost a place in each of them. Where all together would take more
/// places than this, the longest have no say in where the nodes go.
const PASSED_LAYERS_LIMIT: usize = 600;

/// The most nodes of which neighbours are swapped to save crossings, which takes the most time.
const TRANSPOSED_LIMIT: usize = 100;

const ROW_GAP: f64 = 30.0;
const LAYER_GAP: f64 = 66.0;
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
    /// The picture's width, which the outermost nodes touch.
    pub width: f64,
    /// The picture's height, which the outermost nodes touch.
    pub height: f64,
}

impl Layout {
    /// A node's width.
    pub const NODE_WIDTH: f64 = 148.0;
    /// A node's height.
    pub const NODE_HEIGHT: f64 = 36.0;
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
        .map(|members| Part::new(members, &edges, &depths))
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
    width: f64,
    height: f64,
}

impl Part {
    fn new(members: Vec<usize>, edges: &[(usize, usize)], depths: &[usize]) -> Self {
        let lines = if members.len() == 1 {
            vec![(members[0], 0.0)]
        } else {
            lines(&members, edges, depths)
        };
        let layers = layers(lines, depths);
        let top = edge(&layers, f64::min) - Layout::NODE_HEIGHT / 2.0;
        let bottom = edge(&layers, f64::max) + Layout::NODE_HEIGHT / 2.0;
        let pitch = Layout::NODE_WIDTH + LAYER_GAP;
        let mut places = Vec::with_capacity(members.len());
        for (place, layer) in layers.iter().enumerate() {
            let x = place as f64 * pitch + Layout::NODE_WIDTH / 2.0;
            places.extend(layer.iter().map(|&(node, y)| (node, (x, y - top))));
        }
        Part {
            places,
            width: layers.len() as f64 * pitch - LAYER_GAP,
            height: bottom - top,
        }
    }
}

fn edge(layers: &[Vec<(usize, f64)>], choose: fn(f64, f64) -> f64) -> f64 {
    let ys = layers.iter().flatten().map(|&(_, y)| y);
    ys.reduce(choose).unwrap_or(0.0)
}

/// The height at which each node goes.
fn lines(members: &[usize], edges: &[(usize, usize)], depths: &[usize]) -> Vec<(usize, f64)> {
    let size = (Layout::NODE_HEIGHT, Layout::NODE_WIDTH);
    let vertices: Vec<_> = members.iter().map(|&node| (node as u32, size)).collect();
    let mut chosen: Vec<(usize, usize)> = edges
        .iter()
        .copied()
        .filter(|(_, to)| members.binary_search(to).is_ok())
        .collect();
    chosen.sort_by_key(|&(from, to)| depths[to] - depths[from]);
    let mut passed = 0;
    chosen.retain(|&(from, to)| {
        passed += depths[to] - depths[from] - 1;
        passed <= PASSED_LAYERS_LIMIT
    });
    // The layers' first order is that in which a search in depth finds their nodes, and the edge
    // that was added last is searched first.
    chosen.sort_unstable_by(|one, other| other.cmp(one));
    let chosen: Vec<_> = chosen
        .into_iter()
        .map(|(from, to)| (from as u32, to as u32))
        .collect();
    let config = Config {
        vertex_spacing: ROW_GAP,
        ranking_type: RankingType::Up,
        transpose: members.len() <= TRANSPOSED_LIMIT,
        ..Config::default()
    };
    let mut lines: Vec<(usize, f64)> =
        rust_sugiyama::from_vertices_and_edges(&vertices, &chosen, &config)
            .into_iter()
            .flat_map(|(places, ..)| places)
            .map(|(place, (y, _))| (members[place], y))
            .collect();
    lines.sort_unstable_by_key(|&(node, _)| node);
    lines
}

/// The nodes layer by layer, from top to bottom, none nearer to another than the gap.
fn layers(lines: Vec<(usize, f64)>, depths: &[usize]) -> Vec<Vec<(usize, f64)>> {
    let mut layers = Vec::new();
    for (node, y) in lines {
        let depth = depths[node];
        layers.resize(layers.len().max(depth + 1), Vec::new());
        layers[depth].push((node, y));
    }
    for layer in &mut layers {
        layer.sort_by(|one, other| one.1.total_cmp(&other.1));
        let mut least = f64::NEG_INFINITY;
        for (_, y) in layer {
            *y = y.max(least);
            least = *y + Layout::NODE_HEIGHT + ROW_GAP;
        }
    }
    layers
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
        layout.width = layout.width.max(x + part.width);
        layout.height = layout.height.max(y + part.height);
        x += part.width + PART_GAP;
    }
    layout
}

#[cfg(test)]
mod tests;

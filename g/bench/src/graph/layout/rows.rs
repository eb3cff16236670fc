//! The heights of what stands in the layers: of nodes, and of edges that pass between them.

use rust_sugiyama::configure::{Config, RankingType};

use super::Layout;

/// Between two nodes of a layer.
pub(super) const NODE_GAP: f64 = 22.0;
/// Between a node and an edge that passes it.
const PASS_GAP: f64 = 13.0;
/// Between two edges that pass a layer side by side.
const EDGE_GAP: f64 = 12.0;

/// Edges that pass many layers cost a place in each of them. Where all together would take more
/// places than this, the longest have no say in where the nodes go.
const PASSED_LAYERS_LIMIT: usize = 600;

/// The most nodes and places of edges of which neighbours are swapped to save crossings, which
/// takes the most time.
const TRANSPOSED_LIMIT: usize = 1000;

/// How often everything is drawn to the middle of what it is tied to, at most, and the least
/// movement after which it is done once more.
const SWEEPS: usize = 80;
const SETTLED: f64 = 0.5;

/// How much more than a node a place of an edge wants to be in line with its neighbours.
const STRAIGHTNESS: f64 = 3.0;

/// Nodes that hang together and the edges between them, each at its height.
pub(super) struct Rows<'a> {
    members: &'a [usize],
    /// The layer of each: of the members, then of the places at which edges pass a layer.
    layer_of: Vec<usize>,
    /// The same, from top to bottom.
    layers: Vec<Vec<usize>>,
    ys: Vec<f64>,
    /// Each edge that passes a layer: its place among all, its ends, and its places.
    passing: Vec<Passing>,
}

struct Passing {
    edge: usize,
    from: usize,
    to: usize,
    /// The first of its places; none where it has no say.
    first: Option<usize>,
}

impl<'a> Rows<'a> {
    /// Finds a height for each of `members`, places in the program in ascending order, so that
    /// few of the `edges` cross. `depths` are the layers.
    pub(super) fn new(members: &'a [usize], edges: &[(usize, usize)], depths: &[usize]) -> Self {
        let place = |node: &usize| members.binary_search(node).ok();
        let mut inner: Vec<(usize, usize, usize)> = edges
            .iter()
            .enumerate()
            .filter_map(|(edge, (from, to))| Some((edge, place(from)?, place(to)?)))
            .collect();
        let mut rows = Rows {
            members,
            layer_of: members.iter().map(|&node| depths[node]).collect(),
            layers: Vec::new(),
            ys: Vec::new(),
            passing: Vec::new(),
        };
        inner.sort_by_key(|&(_, from, to)| rows.layer_of[to] - rows.layer_of[from]);
        let links = rows.link(&inner);
        rows.order(&links);
        rows.settle(&links);
        rows
    }

    /// The height of a node's middle.
    pub(super) fn of_node(&self, node: usize) -> f64 {
        let place = self.members.binary_search(&node);
        place.map_or(0.0, |place| self.ys[place])
    }

    /// The top of the topmost, and the bottom of the lowest.
    pub(super) fn bounds(&self) -> (f64, f64) {
        let ends = (0..self.ys.len()).map(|one| (self.ys[one], self.half(one)));
        ends.fold((f64::MAX, f64::MIN), |(top, bottom), (y, half)| {
            (top.min(y - half), bottom.max(y + half))
        })
    }

    /// Each edge that passes a layer, by its place among all: the first layer, and the heights at
    /// which it passes that one and the next ones.
    pub(super) fn routes(&self) -> impl Iterator<Item = (usize, usize, Vec<f64>)> {
        self.passing.iter().map(|passing| {
            let (begin, end) = (self.layer_of[passing.from], self.layer_of[passing.to]);
            let height = |layer: usize| match passing.first {
                Some(first) => self.ys[first + layer - begin - 1],
                None => {
                    let share = (layer - begin) as f64 / (end - begin) as f64;
                    let (from, to) = (self.ys[passing.from], self.ys[passing.to]);
                    self.beside_nodes(layer, from + (to - from) * share)
                }
            };
            let heights = (begin + 1..end).map(height).collect();
            (passing.edge, begin + 1, heights)
        })
    }

    /// The height next to `y` at which no node of the layer stands.
    fn beside_nodes(&self, layer: usize, y: f64) -> f64 {
        let away = Layout::NODE_HEIGHT / 2.0 + NODE_GAP / 3.0;
        let nodes = self.layers[layer].iter().filter(|&&one| self.is_node(one));
        let hit = nodes
            .map(|&one| self.ys[one])
            .find(|at| (at - y).abs() < away);
        match hit {
            Some(at) if y < at => at - away,
            Some(at) => at + away,
            None => y,
        }
    }

    /// Gives each edge a place in the layers that it passes, and returns what is tied to what,
    /// each time from one layer to the next.
    fn link(&mut self, inner: &[(usize, usize, usize)]) -> Vec<(usize, usize)> {
        let mut links = Vec::with_capacity(inner.len());
        for &(edge, from, to) in inner {
            let (begin, end) = (self.layer_of[from], self.layer_of[to]);
            let taken = self.layer_of.len() - self.members.len();
            let has_say = taken + (end - begin - 1) <= PASSED_LAYERS_LIMIT;
            let first = has_say.then_some(self.layer_of.len());
            if has_say {
                let mut last = from;
                for layer in begin + 1..end {
                    self.layer_of.push(layer);
                    links.push((last, self.layer_of.len() - 1));
                    last = self.layer_of.len() - 1;
                }
                links.push((last, to));
            }
            if end - begin > 1 {
                self.passing.push(Passing {
                    edge,
                    from,
                    to,
                    first,
                });
            }
        }
        links
    }

    /// Has the library find the order within the layers, and the first heights.
    fn order(&mut self, links: &[(usize, usize)]) {
        let count = self.layer_of.len();
        let size = |one| (2.0 * self.half(one), Layout::NODE_WIDTH);
        let vertices: Vec<_> = (0..count).map(|one| (one as u32, size(one))).collect();
        // The layers' first order is that in which a search in depth finds their nodes, and the
        // edge that was added last is searched first.
        let mut links: Vec<_> = links
            .iter()
            .map(|&(from, to)| (from as u32, to as u32))
            .collect();
        links.sort_unstable_by(|one, other| other.cmp(one));
        let config = Config {
            vertex_spacing: NODE_GAP,
            ranking_type: RankingType::Up,
            transpose: count <= TRANSPOSED_LIMIT,
            ..Config::default()
        };
        self.ys = vec![0.0; count];
        if !links.is_empty() {
            let found = rust_sugiyama::from_vertices_and_edges(&vertices, &links, &config);
            for (one, (y, _)) in found.into_iter().flat_map(|(places, ..)| places) {
                self.ys[one] = y;
            }
        }
        let last = self.layer_of.iter().max().copied().unwrap_or(0);
        self.layers = vec![Vec::new(); last + 1];
        for one in 0..count {
            self.layers[self.layer_of[one]].push(one);
        }
        for layer in &mut self.layers {
            layer.sort_by(|&one, &other| self.ys[one].total_cmp(&self.ys[other]));
        }
    }

    /// Draws each to the middle of what it is tied to, as far as the order within its layer and
    /// the gaps there allow. The library has early layers off the middle of what follows.
    fn settle(&mut self, links: &[(usize, usize)]) {
        let mut tied = vec![Vec::new(); self.ys.len()];
        for &(from, to) in links {
            tied[from].push(to);
            tied[to].push(from);
        }
        let last = self.layers.len();
        for sweep in 0..SWEEPS {
            let mut moved: f64 = 0.0;
            for step in 0..last {
                let layer = if sweep % 2 == 0 {
                    step
                } else {
                    last - 1 - step
                };
                moved = moved.max(self.settle_layer(layer, &tied));
            }
            if moved < SETTLED {
                break;
            }
        }
    }

    /// Returns how far what moved furthest did.
    fn settle_layer(&mut self, layer: usize, tied: &[Vec<usize>]) -> f64 {
        let mut offset = 0.0;
        let mut offsets = Vec::with_capacity(self.layers[layer].len());
        let mut blocks: Vec<Block> = Vec::new();
        for (place, &one) in self.layers[layer].iter().enumerate() {
            if place > 0 {
                offset += self.pitch(self.layers[layer][place - 1], one);
            }
            offsets.push(offset);
            let (wanted, weight) = self.wanted(one, &tied[one]);
            let mut block = Block {
                middle: wanted - offset,
                weight,
                count: 1,
            };
            // What would overlap moves as one, to the middle of where its parts would go.
            while let Some(above) = blocks.pop_if(|above| above.middle >= block.middle) {
                block = above.with(block);
            }
            blocks.push(block);
        }
        let middles = blocks
            .iter()
            .flat_map(|block| std::iter::repeat_n(block.middle, block.count));
        let mut moved: f64 = 0.0;
        for ((&one, offset), middle) in self.layers[layer].iter().zip(offsets).zip(middles) {
            moved = moved.max((self.ys[one] - (middle + offset)).abs());
            self.ys[one] = middle + offset;
        }
        moved
    }

    /// Where it would go had it the layer to itself, and how much it wants to.
    fn wanted(&self, one: usize, tied: &[usize]) -> (f64, f64) {
        let own = if self.is_node(one) { 1.0 } else { STRAIGHTNESS };
        let mut sum = 0.0;
        let mut weights = 0.0;
        for &other in tied {
            let weight = if self.is_node(other) {
                1.0
            } else {
                STRAIGHTNESS
            };
            sum += weight * self.ys[other];
            weights += weight;
        }
        match weights {
            0.0 => (self.ys[one], own),
            _ => (sum / weights, own),
        }
    }

    /// From the middle of one to the middle of the next, at the least.
    fn pitch(&self, one: usize, next: usize) -> f64 {
        let gap = match (self.is_node(one), self.is_node(next)) {
            (true, true) => NODE_GAP,
            (false, false) => EDGE_GAP,
            _ => PASS_GAP,
        };
        self.half(one) + gap + self.half(next)
    }

    fn half(&self, one: usize) -> f64 {
        if self.is_node(one) {
            Layout::NODE_HEIGHT / 2.0
        } else {
            0.0
        }
    }

    fn is_node(&self, one: usize) -> bool {
        one < self.members.len()
    }
}

/// Neighbours of a layer that stand as close as they may.
struct Block {
    middle: f64,
    weight: f64,
    count: usize,
}

impl Block {
    fn with(self, below: Block) -> Block {
        let weight = self.weight + below.weight;
        Block {
            middle: (self.middle * self.weight + below.middle * below.weight) / weight,
            weight,
            count: self.count + below.count,
        }
    }
}

use std::fmt::Write;

use crate::graph::Layout;

/// The room around the outermost nodes.
pub const MARGIN: f64 = 14.0;

/// From one layer to the next, and from one node of a layer to the next, where layers are rows.
const DOWN_PITCH: (f64, f64) = (76.0, Layout::NODE_WIDTH + 16.0);

/// Where the nodes go in the room there is: from left to right as laid out, or turned to go from
/// top to bottom. All of it is to the right of 0 and below 0, its margin included.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The centre of each node.
    pub nodes: Vec<(f64, f64)>,
    /// For each edge the path from the side of a node to the opposite side of one that comes
    /// after it, as SVG has it.
    pub curves: Vec<String>,
    /// The picture's width, its margin included.
    pub width: f64,
    /// The picture's height, its margin included.
    pub height: f64,
    /// The centre of the first layer, which is where one begins to read.
    pub first: (f64, f64),
    /// Whether it is read from top to bottom.
    pub goes_down: bool,
}

impl Placement {
    /// Turns the layout where the room is `narrow` and the picture is narrower for it.
    pub fn new(layout: &Layout, narrow: bool) -> Self {
        let turn = Turn::of(layout, narrow);
        let nodes: Vec<_> = layout.nodes.iter().map(|&node| turn.place(node)).collect();
        let curve = |(&(from, to), route): (&(usize, usize), &Vec<(f64, f64)>)| {
            let route = route.iter().map(|&point| turn.place(point));
            turn.curve(nodes[from], route, nodes[to])
        };
        Placement {
            curves: layout.edges.iter().zip(&layout.routes).map(curve).collect(),
            first: first(&nodes, turn.goes_down),
            nodes,
            width: turn.width,
            height: turn.height,
            goes_down: turn.goes_down,
        }
    }
}

/// The centre of the nodes that stand at the beginning of the reading direction.
fn first(nodes: &[(f64, f64)], goes_down: bool) -> (f64, f64) {
    let along = |&(x, y): &(f64, f64)| if goes_down { y } else { x };
    let least = nodes.iter().map(along).fold(f64::MAX, f64::min);
    let firsts = nodes.iter().filter(|node| along(node) == least);
    let (x, y, count) = firsts.fold((0.0, 0.0, 0.0), |(x, y, count), node| {
        (x + node.0, y + node.1, count + 1.0)
    });
    if count == 0.0 {
        (0.0, 0.0)
    } else {
        (x / count, y / count)
    }
}

/// How places of a layout become places of the picture.
struct Turn {
    goes_down: bool,
    along: f64,
    across: f64,
    width: f64,
    height: f64,
}

impl Turn {
    fn of(layout: &Layout, narrow: bool) -> Self {
        let along = DOWN_PITCH.0 / Layout::LAYER_PITCH;
        let across = DOWN_PITCH.1 / Layout::ROW_PITCH;
        let turned_width = (layout.height - Layout::NODE_HEIGHT) * across + Layout::NODE_WIDTH;
        let goes_down = narrow && turned_width < layout.width;
        let (width, height) = if goes_down {
            let height = (layout.width - Layout::NODE_WIDTH) * along + Layout::NODE_HEIGHT;
            (turned_width, height)
        } else {
            (layout.width, layout.height)
        };
        Turn {
            goes_down,
            along,
            across,
            width: width + 2.0 * MARGIN,
            height: height + 2.0 * MARGIN,
        }
    }

    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (half_width, half_height) = (Layout::NODE_WIDTH / 2.0, Layout::NODE_HEIGHT / 2.0);
        let (x, y) = if self.goes_down {
            (
                (y - half_height) * self.across + half_width,
                (x - half_width) * self.along + half_height,
            )
        } else {
            (x, y)
        };
        (x + MARGIN, y + MARGIN)
    }

    /// From node to node, straight through each layer that it passes and bent between them.
    fn curve(
        &self,
        from: (f64, f64),
        route: impl Iterator<Item = (f64, f64)>,
        to: (f64, f64),
    ) -> String {
        let half = match self.goes_down {
            true => Layout::NODE_HEIGHT / 2.0,
            false => Layout::NODE_WIDTH / 2.0,
        };
        let forward = |(x, y): (f64, f64), by: f64| match self.goes_down {
            true => (x, y + by),
            false => (x + by, y),
        };
        let mut path = String::new();
        let mut at = forward(from, half);
        // Writing to a string cannot fail.
        let _ = write!(path, "M{:.1} {:.1}", at.0, at.1);
        for place in route.chain([to]) {
            let next = forward(place, -half);
            let gap = if self.goes_down {
                next.1 - at.1
            } else {
                next.0 - at.0
            };
            let bend = (gap / 2.0).min(90.0);
            let (leave, arrive) = (forward(at, bend), forward(next, -bend));
            let _ = write!(
                path,
                "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
                leave.0, leave.1, arrive.0, arrive.1, next.0, next.1
            );
            if place != to {
                at = forward(place, half);
                let _ = write!(path, "L{:.1} {:.1}", at.0, at.1);
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A node, two after it, and one after both and the first.
    fn diamond() -> Layout {
        let (left, top) = (Layout::NODE_WIDTH / 2.0, Layout::NODE_HEIGHT / 2.0);
        let (layer, row) = (Layout::LAYER_PITCH, Layout::ROW_PITCH);
        Layout {
            nodes: vec![
                (left, top + row / 2.0),
                (left + layer, top),
                (left + layer, top + row),
                (left + 2.0 * layer, top + row / 2.0),
            ],
            edges: vec![(0, 1), (0, 2), (1, 3), (2, 3), (0, 3)],
            routes: vec![
                vec![],
                vec![],
                vec![],
                vec![],
                vec![(left + layer, top + row / 2.0)],
            ],
            width: Layout::NODE_WIDTH + 2.0 * layer,
            height: Layout::NODE_HEIGHT + row,
        }
    }

    #[test]
    fn where_there_is_room_nothing_is_turned() {
        let moved = |&(x, y): &(f64, f64)| (x + MARGIN, y + MARGIN);
        let nodes: Vec<_> = diamond().nodes.iter().map(moved).collect();
        assert_eq!(Placement::new(&diamond(), false).nodes, nodes);
    }

    #[test]
    fn in_narrow_room_layers_are_rows() {
        let placement = Placement::new(&diamond(), true);
        assert!(placement.width < 390.0);
        let [first, left, right, last] = placement.nodes[..] else {
            unreachable!("there are four nodes");
        };
        assert!(right.0 - left.0 > Layout::NODE_WIDTH);
        assert!(first.1 < left.1 && left.1 == right.1 && left.1 < last.1);
        assert_eq!(placement.first, first);
    }

    #[test]
    fn an_edge_goes_straight_through_the_layer_that_it_passes() {
        let placement = Placement::new(&diamond(), false);
        let ((left, top), (right, _)) = (placement.nodes[1], placement.nodes[2]);
        let y = top + Layout::ROW_PITCH / 2.0;
        let half = Layout::NODE_WIDTH / 2.0;
        let stretch = format!("{:.1} {y:.1}L{:.1} {y:.1}C", left - half, right + half);
        let curve = &placement.curves[4];
        assert!(curve.contains(&stretch), "{stretch} is not in {curve}");
    }

    #[test]
    fn a_column_stays_one() {
        let half = Layout::NODE_HEIGHT / 2.0;
        let column = Layout {
            nodes: vec![(74.0, half), (74.0, half + 60.0)],
            edges: Vec::new(),
            routes: Vec::new(),
            width: Layout::NODE_WIDTH,
            height: Layout::NODE_HEIGHT + 60.0,
        };
        let placement = Placement::new(&column, true);
        assert_eq!(placement.nodes[0].0, placement.nodes[1].0);
    }
}

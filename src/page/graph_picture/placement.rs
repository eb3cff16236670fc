use crate::graph::Layout;

/// The room around the outermost nodes.
const MARGIN: f64 = 14.0;

/// From one layer to the next, and from one node of a layer to the next, where layers are rows.
const DOWN_PITCH: (f64, f64) = (72.0, Layout::NODE_WIDTH + 16.0);

/// The same where layers are columns, as [`Layout`] has them.
const RIGHT_PITCH: (f64, f64) = (Layout::NODE_WIDTH + 66.0, Layout::NODE_HEIGHT + 30.0);

/// Where the nodes go in the room there is: from left to right as laid out, or turned to go from
/// top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The centre of each node.
    pub nodes: Vec<(f64, f64)>,
    /// The picture's width, its margin included.
    pub width: f64,
    /// The picture's height, its margin included.
    pub height: f64,
    goes_down: bool,
}

impl Placement {
    /// Turns the layout where the room is `narrow` and the picture is narrower for it.
    pub fn new(layout: &Layout, narrow: bool) -> Self {
        let along = DOWN_PITCH.0 / RIGHT_PITCH.0;
        let across = DOWN_PITCH.1 / RIGHT_PITCH.1;
        let (half_width, half_height) = (Layout::NODE_WIDTH / 2.0, Layout::NODE_HEIGHT / 2.0);
        let turn = |(x, y): (f64, f64)| {
            (
                (y - half_height) * across + half_width,
                (x - half_width) * along + half_height,
            )
        };
        let turned_width = (layout.height - 2.0 * half_height) * across + 2.0 * half_width;
        let goes_down = narrow && turned_width < layout.width;
        let (nodes, width, height) = if goes_down {
            let height = (layout.width - 2.0 * half_width) * along + 2.0 * half_height;
            let nodes = layout.nodes.iter().map(|&node| turn(node)).collect();
            (nodes, turned_width, height)
        } else {
            (layout.nodes.clone(), layout.width, layout.height)
        };
        Placement {
            nodes,
            width: width + 2.0 * MARGIN,
            height: height + 2.0 * MARGIN,
            goes_down,
        }
    }

    /// The share of the height that the first node is below the top.
    pub fn first_share(&self) -> f64 {
        let y = self.nodes.first().map_or(0.0, |&(_, y)| y);
        (y + MARGIN) / self.height
    }

    /// The picture's `viewBox`.
    pub fn view_box(&self) -> String {
        format!("{0} {0} {1} {2}", -MARGIN, self.width, self.height)
    }

    /// The path from the side of a node to the opposite side of one that comes after it.
    pub fn curve(&self, (from, to): (usize, usize)) -> String {
        let ((x, y), (to_x, to_y)) = (self.nodes[from], self.nodes[to]);
        let bend = |distance: f64| (distance / 2.0).min(90.0);
        if self.goes_down {
            let (y, to_y) = (
                y + Layout::NODE_HEIGHT / 2.0,
                to_y - Layout::NODE_HEIGHT / 2.0,
            );
            let bend = bend(to_y - y);
            let (leave, arrive) = (y + bend, to_y - bend);
            format!("M{x:.1} {y:.1}C{x:.1} {leave:.1} {to_x:.1} {arrive:.1} {to_x:.1} {to_y:.1}")
        } else {
            let (x, to_x) = (
                x + Layout::NODE_WIDTH / 2.0,
                to_x - Layout::NODE_WIDTH / 2.0,
            );
            let bend = bend(to_x - x);
            let (leave, arrive) = (x + bend, to_x - bend);
            format!("M{x:.1} {y:.1}C{leave:.1} {y:.1} {arrive:.1} {to_y:.1} {to_x:.1} {to_y:.1}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A node, two after it, and one after both.
    fn diamond() -> Layout {
        let (left, top) = (Layout::NODE_WIDTH / 2.0, Layout::NODE_HEIGHT / 2.0);
        let (layer, row) = RIGHT_PITCH;
        Layout {
            nodes: vec![
                (left, top + row / 2.0),
                (left + layer, top),
                (left + layer, top + row),
                (left + 2.0 * layer, top + row / 2.0),
            ],
            edges: vec![(0, 1), (0, 2), (1, 3), (2, 3)],
            width: Layout::NODE_WIDTH + 2.0 * layer,
            height: Layout::NODE_HEIGHT + row,
        }
    }

    #[test]
    fn where_there_is_room_nothing_is_turned() {
        assert_eq!(Placement::new(&diamond(), false).nodes, diamond().nodes);
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
    }

    #[test]
    fn a_column_stays_one() {
        let half = Layout::NODE_HEIGHT / 2.0;
        let column = Layout {
            nodes: vec![(74.0, half), (74.0, half + 60.0)],
            edges: Vec::new(),
            width: Layout::NODE_WIDTH,
            height: Layout::NODE_HEIGHT + 60.0,
        };
        assert_eq!(Placement::new(&column, true).nodes, column.nodes);
    }
}

use crate::graph::Layout;

use super::placement::Placement;

/// Where a key goes from node to node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Left,
    Right,
    Up,
    Down,
    /// To the first in the program.
    First,
    /// To the last in the program.
    Last,
}

impl Way {
    /// The way that a key means, by its name in the browser.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Way::Left,
            "ArrowRight" => Way::Right,
            "ArrowUp" => Way::Up,
            "ArrowDown" => Way::Down,
            "Home" => Way::First,
            "End" => Way::Last,
            _ => return None,
        })
    }

    /// Its step to the right and down.
    pub fn step(self) -> (f64, f64) {
        match self {
            Way::Left => (-1.0, 0.0),
            Way::Right => (1.0, 0.0),
            Way::Up => (0.0, -1.0),
            Way::Down => (0.0, 1.0),
            Way::First | Way::Last => (0.0, 0.0),
        }
    }

    /// The node that it leads to: along the picture to the nearest that an edge leads to or from,
    /// and else to the nearest one there.
    pub fn from(
        self,
        node: usize,
        placement: &Placement,
        edges: &[(usize, usize)],
    ) -> Option<usize> {
        let count = placement.nodes.len();
        let (right, down) = match self {
            Way::First => return (count > 0).then_some(0),
            Way::Last => return count.checked_sub(1),
            _ => self.step(),
        };
        let &(x, y) = placement.nodes.get(node)?;
        // Where layers are as far from each other as nodes of a layer.
        let (wide, high) = match placement.goes_down {
            true => (Layout::NODE_WIDTH, Layout::NODE_HEIGHT),
            false => (Layout::LAYER_PITCH, Layout::ROW_PITCH),
        };
        let is_tied = |other: usize| {
            let mut edges = edges.iter();
            edges.any(|&edge| edge == (node, other) || edge == (other, node))
        };
        let distance = |&other: &usize| {
            let (to_x, to_y) = placement.nodes[other];
            let (across, along) = ((to_x - x) / wide, (to_y - y) / high);
            let ahead = across * right + along * down;
            let aside = (across * down).abs() + (along * right).abs();
            (ahead > 0.01).then_some(ahead + 3.0 * aside)
        };
        let leads_along = placement.goes_down == matches!(self, Way::Up | Way::Down);
        let nearest = |others: &mut dyn Iterator<Item = usize>| {
            let others = others.filter_map(|other| Some((distance(&other)?, other)));
            others
                .min_by(|one, other| one.0.total_cmp(&other.0))
                .map(|(_, other)| other)
        };
        let tied = leads_along.then(|| nearest(&mut (0..count).filter(|&other| is_tied(other))));
        tied.flatten().or_else(|| nearest(&mut (0..count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::layout;

    fn picture(text: &str) -> (Placement, Vec<(usize, usize)>) {
        let program = crate::notation::parse(text).expect("no mistake").program;
        let layout = layout(&program).expect("few nodes");
        (Placement::new(&layout, false), layout.edges)
    }

    /// Where these ways lead one after the other from the first node.
    fn walk(text: &str, ways: &[Way]) -> Vec<usize> {
        let (placement, edges) = picture(text);
        let mut node = 0;
        let mut nodes = Vec::new();
        for way in ways {
            node = way.from(node, &placement, &edges).unwrap_or(node);
            nodes.push(node);
        }
        nodes
    }

    const DIAMOND: &str = "a: io 1s\nb: io 1s after a\nc: io 1s after a\nd: io 1s after b, c";

    #[test]
    fn arrows_go_along_edges_and_within_a_layer() {
        use Way::{Down, Left, Right, Up};
        assert_eq!(
            walk(DIAMOND, &[Right, Down, Right, Left, Down, Up, Left]),
            [1, 2, 3, 1, 2, 1, 0]
        );
    }

    #[test]
    fn at_the_end_an_arrow_leads_nowhere() {
        assert_eq!(
            walk(DIAMOND, &[Way::Left, Way::Last, Way::Right]),
            [0, 3, 3]
        );
    }

    #[test]
    fn parts_that_no_edge_ties_are_reached_too() {
        let apart = "a: io 1s\nb: io 1s after a\nc: io 1s\nd: io 1s after c";
        let (placement, edges) = picture(apart);
        let mut reached = vec![0];
        let mut place = 0;
        while let Some(&node) = reached.get(place) {
            for way in [Way::Left, Way::Right, Way::Up, Way::Down] {
                if let Some(next) = way.from(node, &placement, &edges)
                    && !reached.contains(&next)
                {
                    reached.push(next);
                }
            }
            place += 1;
        }
        assert_eq!(reached.len(), 4);
    }
}

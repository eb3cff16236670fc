use super::Node;

/// Cycles among `nodes`: lines that come after themselves. Each is a list of places in `nodes`,
/// every one coming after the one before it in the list, and the first after the last. No node is
/// in two of them. There is none exactly if no task comes after itself: a reference leads
/// from every member of its node to a member of the other, so round a cycle of nodes one comes
/// from any task to tasks of the same node again and again, and at last to one for the second
/// time.
///
/// Takes time linear in the number of nodes and references, and no deeper stack for longer chains.
///
/// ```
/// use interleave::graph::{Node, Reference, cycles};
///
/// let node = |name: &str, after: usize| Node {
///     name: name.to_owned(),
///     after: vec![Reference::All { node: after }],
///     ..Node::default()
/// };
/// let nodes = [node("a", 1), node("b", 2), node("c", 0)];
/// assert_eq!(cycles(&nodes), [[2, 1, 0]]);
/// ```
pub fn cycles(nodes: &[Node]) -> Vec<Vec<usize>> {
    let mut search = Search {
        nodes,
        path: Vec::new(),
        states: vec![State::New; nodes.len()],
        cycles: Vec::new(),
    };
    for node in 0..nodes.len() {
        if search.states[node] == State::New {
            search.walk_from(node);
        }
    }
    search.cycles
}

/// A walk in depth along the references.
struct Search<'n> {
    nodes: &'n [Node],
    /// The way from where the walk began to where it is.
    path: Vec<Visit>,
    states: Vec<State>,
    cycles: Vec<Vec<usize>>,
}

/// A node on the path.
struct Visit {
    node: usize,
    /// How many of its references have been followed.
    followed: usize,
    /// How many nodes of the path, up to this one, end with the last that is in a cycle found.
    in_cycle: usize,
}

/// How far the walk is with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the path, at this place.
    OnPath(usize),
    Done,
}

impl Search<'_> {
    fn walk_from(&mut self, node: usize) {
        self.visit(node);
        while let Some(last) = self.path.last_mut() {
            let node = last.node;
            let Some(reference) = self.nodes[node].after.get(last.followed) else {
                self.states[node] = State::Done;
                self.path.pop();
                continue;
            };
            last.followed += 1;
            match self.states[reference.node()] {
                State::New => self.visit(reference.node()),
                State::OnPath(place) => self.close_cycle(place),
                State::Done => {}
            }
        }
    }

    fn visit(&mut self, node: usize) {
        self.states[node] = State::OnPath(self.path.len());
        let in_cycle = self.path.last().map_or(0, |visit| visit.in_cycle);
        self.path.push(Visit {
            node,
            followed: 0,
            in_cycle,
        });
    }

    /// Keeps the cycle from `place` to the path's end, unless one of its nodes is in one already.
    fn close_cycle(&mut self, place: usize) {
        let overlaps = self.path.last().is_some_and(|last| last.in_cycle > place);
        if overlaps {
            return;
        }
        for (end, visit) in (place + 1..).zip(&mut self.path[place..]) {
            visit.in_cycle = end;
        }
        let cycle = self.path[place..].iter().rev().map(|visit| visit.node);
        self.cycles.push(cycle.collect());
    }
}

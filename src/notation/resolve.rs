use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};

use super::draft::{Draft, DraftReference, DraftTask, Member, Shape, Written};
use super::excerpt::Excerpt;
use super::mistake::Mistake;
use super::mistake_kind::{MistakeKind, Named};
use super::suggest::Suggestions;
use crate::graph::{self, IndexRange, Node, Pool, Program, Reference, TASK_LIMIT};

/// Makes the program of a draft: looks up what its names stand for, and checks what concerns more
/// than one line. There is no program if there are mistakes, found here or before.
pub(super) fn resolve(
    draft: Draft,
    mistakes: &mut Vec<Mistake>,
    suggestions: &mut Suggestions,
) -> Option<Program> {
    let names = Names::of(&draft, mistakes);
    let mut resolver = Resolver {
        draft: &draft,
        names,
        mistakes,
        suggestions,
    };
    resolver.check_task_count();
    let nodes: Vec<Node> = draft.tasks.iter().map(|task| resolver.node(task)).collect();
    resolver.check_cycles(&nodes);
    if !resolver.mistakes.is_empty() {
        return None;
    }
    let pools = draft.pools.iter().map(|pool| Pool {
        name: pool.name.text.to_owned(),
        size: pool.size,
    });
    Some(Program::new(pools.collect(), nodes).with_settings(draft.settings.values))
}

/// What each name stands for.
struct Names<'s> {
    meanings: HashMap<&'s str, Meaning>,
}

/// What a name stands for. By mistake it can be a pool and a task at once, or several of them.
#[derive(Default)]
struct Meaning {
    /// The first pool of that name, as a place in the draft.
    pool: Option<usize>,
    /// The first task of that name, as a place in the draft.
    task: Option<usize>,
    /// Whether it was given more than once, so that nobody can tell which is meant.
    ambiguous: bool,
}

impl<'s> Names<'s> {
    /// The names that `draft` declares. Those given twice go to `mistakes`.
    fn of(draft: &Draft<'s>, mistakes: &mut Vec<Mistake>) -> Self {
        let pools = draft.pools.iter().enumerate();
        let tasks = draft.tasks.iter().enumerate();
        let mut declared: Vec<(&Written, usize, Named, usize)> = pools
            .map(|(place, pool)| (&pool.name, pool.line, Named::Pool, place))
            .chain(tasks.map(|(place, task)| (&task.name, task.line, Named::Task, place)))
            .collect();
        declared.sort_by_key(|(_, line, _, _)| *line);

        let mut firsts: HashMap<&str, (Named, usize)> = HashMap::with_capacity(declared.len());
        let mut meanings: HashMap<&str, Meaning> = HashMap::with_capacity(declared.len());
        for (name, line, named, place) in declared {
            let meaning = meanings.entry(name.text).or_default();
            match firsts.entry(name.text) {
                Entry::Vacant(entry) => {
                    entry.insert((named, line));
                }
                Entry::Occupied(entry) => {
                    let (first, first_line) = *entry.get();
                    meaning.ambiguous = true;
                    mistakes.push(Mistake {
                        range: name.range.clone(),
                        kind: MistakeKind::DuplicateName {
                            name: Excerpt::of(name.text),
                            first,
                            first_line,
                        },
                    });
                }
            }
            match named {
                Named::Pool => meaning.pool.get_or_insert(place),
                Named::Task => meaning.task.get_or_insert(place),
            };
        }
        Names { meanings }
    }
}

struct Resolver<'d, 's> {
    draft: &'d Draft<'s>,
    names: Names<'s>,
    mistakes: &'d mut Vec<Mistake>,
    suggestions: &'d mut Suggestions,
}

impl Resolver<'_, '_> {
    /// Says which line takes the program over the limit, and which families do so alone.
    fn check_task_count(&mut self) {
        let mut count = 0;
        let mut said = false;
        for task in &self.draft.tasks {
            let own = match task.shape {
                Shape::Family(indices) => u64::from(indices.last - indices.first) + 1,
                Shape::Single | Shape::Unclear => 1,
            };
            count += own;
            let too_many_alone = own > u64::from(TASK_LIMIT);
            if too_many_alone || (!said && count > u64::from(TASK_LIMIT)) {
                said |= !too_many_alone;
                self.mistake(task.head.clone(), MistakeKind::TooManyTasks { count });
            }
            if too_many_alone {
                count -= own;
            }
        }
    }

    fn node(&mut self, task: &DraftTask) -> Node {
        // Of a doubtful name only its mistakes count: it is looked up and closes no cycle.
        let after: Vec<Reference> = task
            .after
            .iter()
            .filter_map(|written| {
                let reference = self.reference(task.shape, written);
                reference.filter(|_| !written.doubtful)
            })
            .collect();
        Node {
            name: task.name.text.to_owned(),
            indices: match task.shape {
                Shape::Family(indices) => Some(indices),
                Shape::Single | Shape::Unclear => None,
            },
            steps: task.steps.clone(),
            after: without_repeats(after),
            after_mode: task.after_mode,
            using: self.pools(&task.using),
            timeout_us: task.timeout_us,
            retry: task.retry,
            fails: task.fails,
            background: task.background,
        }
    }

    /// What `written`, in a line of shape `own`, refers to; none if that is a mistake or if
    /// nobody can tell.
    fn reference(&mut self, own: Shape, written: &DraftReference) -> Option<Reference> {
        let name = &written.name;
        let meaning = self.names.meanings.get(name.text);
        let Some(node) = meaning.and_then(|meaning| meaning.task) else {
            let is_pool = meaning.is_some();
            self.no_task(written, is_pool);
            return None;
        };
        if meaning.is_some_and(|meaning| meaning.ambiguous) {
            return None;
        }
        let theirs = self.draft.tasks[node].shape;
        let kind = match (written.member, theirs) {
            (Member::All, _) => return Some(Reference::All { node }),
            (Member::Unclear, _) => return None,
            (Member::SameIndex, _) if own == Shape::Single => {
                let family = Excerpt::of(name.text);
                MistakeKind::SameIndexOutsideFamily { family }
            }
            (Member::Index(_) | Member::SameIndex, Shape::Single) => {
                let task = Excerpt::of(name.text);
                MistakeKind::NotAFamily { task }
            }
            (Member::Index(index), Shape::Family(indices)) if !indices.contains(index) => {
                let family = Excerpt::of(name.text);
                MistakeKind::NoMember {
                    family,
                    indices,
                    index,
                }
            }
            (Member::Index(index), _) => return Some(Reference::Member { node, index }),
            (Member::SameIndex, _) => match first_missing(own, theirs) {
                Some((index, indices)) => {
                    let family = Excerpt::of(name.text);
                    MistakeKind::SameIndexWithoutMember {
                        family,
                        indices,
                        index,
                    }
                }
                None => return Some(Reference::SameIndex { node }),
            },
        };
        self.mistake(written.range.clone(), kind);
        None
    }

    /// Says that the name of `written` is no task's.
    fn no_task(&mut self, written: &DraftReference, is_pool: bool) {
        let name = Excerpt::of(written.name.text);
        let kind = if is_pool {
            MistakeKind::PoolAsTask { name }
        } else if written.doubtful {
            return;
        } else if written.name.reserved {
            MistakeKind::ReservedName { word: name }
        } else {
            let tasks = self.draft.tasks.iter().map(|task| task.name.text);
            let suggestion = self.suggestions.nearest(written.name.text, tasks);
            let suggestion = suggestion.map(Excerpt::of);
            MistakeKind::UnknownTask { name, suggestion }
        };
        self.mistake(written.name.range.clone(), kind);
    }

    /// The pools that the names of a `using` stand for.
    fn pools(&mut self, using: &[DraftReference]) -> Vec<usize> {
        let mut taken = HashSet::with_capacity(using.len());
        let mut pools = Vec::with_capacity(using.len());
        for written in using {
            let name = &written.name;
            let meaning = self.names.meanings.get(name.text);
            if let Some(pool) = meaning.and_then(|meaning| meaning.pool) {
                if taken.insert(pool) {
                    pools.push(pool);
                } else {
                    let pool = Excerpt::of(name.text);
                    self.mistake(name.range.clone(), MistakeKind::PoolTwice { pool });
                }
            } else {
                let is_task = meaning.is_some();
                self.no_pool(written, is_task);
            }
        }
        pools
    }

    /// Says that the name of `written` is no pool's.
    fn no_pool(&mut self, written: &DraftReference, is_task: bool) {
        let name = Excerpt::of(written.name.text);
        let kind = if is_task {
            MistakeKind::TaskAsPool { name }
        } else if written.doubtful {
            return;
        } else if written.name.reserved {
            MistakeKind::ReservedName { word: name }
        } else {
            let pools = self.draft.pools.iter().map(|pool| pool.name.text);
            let suggestion = self.suggestions.nearest(written.name.text, pools);
            let suggestion = suggestion.map(Excerpt::of);
            MistakeKind::UnknownPool { name, suggestion }
        };
        self.mistake(written.name.range.clone(), kind);
    }

    /// Says which tasks come after themselves, at the first line of each cycle.
    fn check_cycles(&mut self, nodes: &[Node]) {
        for mut cycle in graph::cycles(nodes) {
            let first = (0..cycle.len()).min_by_key(|&place| cycle[place]);
            cycle.rotate_left(first.unwrap_or(0));
            let (Some(&first), Some(&last)) = (cycle.first(), cycle.last()) else {
                continue;
            };
            let task = &self.draft.tasks[first];
            let range = task
                .after
                .iter()
                .find(|written| !written.doubtful && written.name.text == nodes[last].name)
                .map_or(task.head.clone(), |written| written.range.clone());
            let names = cycle
                .iter()
                .map(|&node| Excerpt::of(&nodes[node].name))
                .collect();
            self.mistake(range, MistakeKind::Cycle { names });
        }
    }

    fn mistake(&mut self, range: std::ops::Range<usize>, kind: MistakeKind) {
        self.mistakes.push(Mistake { range, kind });
    }
}

/// The first index of the family `own` that the family `theirs` does not have, and the indices
/// that it has; none if there is no such index, or if a mistake hides it.
fn first_missing(own: Shape, theirs: Shape) -> Option<(u32, IndexRange)> {
    let (Shape::Family(own), Shape::Family(theirs)) = (own, theirs) else {
        return None;
    };
    let index = if !theirs.contains(own.first) {
        own.first
    } else if !theirs.contains(own.last) {
        theirs.last + 1
    } else {
        return None;
    };
    Some((index, theirs))
}

/// Naming a task twice in an `after` is the same as naming it once, and no mistake: whoever waits
/// for a task waits for it once, and a family beside one of its members says no more than the
/// family alone. A pool named twice in a `using` is a mistake: it would have to be taken twice.
fn without_repeats(mut after: Vec<Reference>) -> Vec<Reference> {
    let mut seen = HashSet::with_capacity(after.len());
    after.retain(|reference| seen.insert(*reference));
    after
}

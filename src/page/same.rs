use std::rc::Rc;

/// Whether both are the same thing, or both are nothing. What is shared is never compared by its
/// contents: it may be large, and a change makes a new one.
pub(super) fn same<T>(one: &Option<Rc<T>>, other: &Option<Rc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

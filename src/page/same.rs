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

/// Something shared, or nothing; equal to itself alone.
pub(super) struct Shared<T>(pub(super) Option<Rc<T>>);

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

use std::rc::Rc;

use crate::what_if::TextEdit;

/// A change of the program's text that is one step of undo. No two are equal, so that the same can
/// be made again.
#[derive(Clone, Debug)]
pub struct TextChange(Rc<(Rc<str>, Vec<TextEdit>)>);

impl TextChange {
    /// `edits` of the text `before`.
    pub fn new(before: Rc<str>, edits: Vec<TextEdit>) -> Self {
        TextChange(Rc::new((before, edits)))
    }

    /// The text that it is a change of.
    pub fn before(&self) -> &Rc<str> {
        &self.0.0
    }

    /// What is written anew.
    pub fn edits(&self) -> &[TextEdit] {
        &self.0.1
    }
}

impl PartialEq for TextChange {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

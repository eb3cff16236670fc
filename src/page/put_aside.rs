//! The texts of other tabs. All tabs keep the text that a next visit begins with in one place; what
//! stood there of another tab is put aside, so that it can be had back.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// So many texts are put aside; then the oldest goes.
const MOST: usize = 5;

/// A text that was put aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside<'t> {
    /// Whose it is: a tab.
    pub tab: Cow<'t, str>,
    /// The text.
    pub text: Cow<'t, str>,
    /// The name by which it was opened or saved, if any.
    pub name: Option<Cow<'t, str>>,
}

/// The texts that were put aside, one of each tab, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PutAside<'t>(Vec<Aside<'t>>);

impl<'t> PutAside<'t> {
    /// Those that are kept as `value`; none where that is something else.
    pub fn read(value: Option<&'t str>) -> Self {
        let read = value.and_then(|value| serde_json::from_str(value).ok());
        read.unwrap_or_default()
    }

    /// How they are kept; none where there are none.
    pub fn written(&self) -> Option<String> {
        // Only a map whose keys are no strings can't be written.
        let written = serde_json::to_string(self).unwrap_or_default();
        (!self.0.is_empty()).then_some(written)
    }

    /// Puts a tab's text aside, in place of its earlier one.
    pub fn put(&mut self, aside: Aside<'t>) {
        self.forget(&aside.tab);
        self.0.push(aside);
        let too_many = self.0.len().saturating_sub(MOST);
        self.0.drain(..too_many);
    }

    /// The text of this tab is not aside any more.
    pub fn forget(&mut self, tab: &str) {
        self.0.retain(|aside| aside.tab != tab);
    }

    /// All of them, the newest last.
    pub fn all(self) -> Vec<Aside<'t>> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aside<'t>(tab: &'t str, text: &'t str) -> Aside<'t> {
        Aside {
            tab: tab.into(),
            text: text.into(),
            name: None,
        }
    }

    #[test]
    fn what_was_put_aside_is_read_as_it_was_written() {
        let mut all = PutAside::default();
        assert_eq!(all.written(), None);
        all.put(aside("1", "a: io 1s # \"두\"\n"));
        all.put(Aside {
            name: Some("mine".into()),
            ..aside("2", "")
        });
        let written = all.written();
        assert_eq!(PutAside::read(written.as_deref()), all);
    }

    #[test]
    fn each_tab_has_one_text_aside_its_last() {
        let mut all = PutAside::default();
        for (tab, text) in [("1", "a"), ("2", "b"), ("1", "c")] {
            all.put(aside(tab, text));
        }
        assert_eq!(all.clone().all(), [aside("2", "b"), aside("1", "c")]);
        all.forget("1");
        assert_eq!(all.all(), [aside("2", "b")]);
    }

    #[test]
    fn the_oldest_goes_where_there_are_too_many() {
        let tabs: Vec<_> = (0..9).map(|tab| tab.to_string()).collect();
        let mut all = PutAside::default();
        tabs.iter().for_each(|tab| all.put(aside(tab, "a")));
        let left: Vec<_> = all.all().into_iter().map(|aside| aside.tab).collect();
        assert_eq!(left, ["4", "5", "6", "7", "8"]);
    }

    #[test]
    fn what_is_no_list_of_texts_is_none() {
        for value in [
            None,
            Some(""),
            Some("}{"),
            Some("[{\"tab\":1}]"),
            Some("\"a\""),
        ] {
            assert_eq!(PutAside::read(value), PutAside::default(), "{value:?}");
        }
    }
}

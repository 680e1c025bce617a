//! Lists whose elements have names: each one meets itself when the list is drawn again.

use super::{Kept, Shown, remove};
use crate::view::View;

/// Makes room in a list whose elements all have an `id`: what has gone is taken out, and what is new gets a place of its own, so that
/// whoever types in one of the others keeps the field, the words and the focus. Those that change their order are written over where they
/// stand. Any other list is left as it is, and drawn place by place.
pub(super) fn meet(old: &mut Vec<Shown>, new: &[View]) {
    let Some(named) = new.iter().map(View::name).collect::<Option<Vec<&str>>>() else { return };
    if !old.iter().all(|shown| shown.name().is_some()) {
        return;
    }
    let mut at = 0;
    while let Some(shown) = old.get(at) {
        if shown.name().is_some_and(|name| named.contains(&name)) {
            at += 1;
        } else {
            remove(old.remove(at));
        }
    }
    for (at, name) in named.iter().enumerate() {
        let is_new = old.iter().all(|shown| shown.name() != Some(name));
        if is_new && at < old.len() {
            old.insert(at, Shown::None);
        }
    }
}

impl Shown {
    fn name(&self) -> Option<&str> {
        let Self::Element(element) = self else { return None };
        element.facts.iter().find_map(|(name, kept)| {
            let Kept::Set(word) = kept else { return None };
            word.as_deref().filter(|_| *name == "id")
        })
    }
}

//! A small table by scope: a sorted list, because a phone holds a handful of scopes and each more kind of tree costs it kilobytes.

use crate::scope::Scope;

/// Values by scope, each scope once, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByScope<V>(Vec<(Scope, V)>);

impl<V> Default for ByScope<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> ByScope<V> {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The scope's value.
    #[must_use]
    pub fn get(&self, scope: &Scope) -> Option<&V> {
        self.0.iter().find(|(known, _)| known == scope).map(|(_, value)| value)
    }

    /// The scope's value, to be changed.
    pub fn get_mut(&mut self, scope: &Scope) -> Option<&mut V> {
        self.0.iter_mut().find(|(known, _)| known == scope).map(|(_, value)| value)
    }

    /// Is there one?
    #[must_use]
    pub fn contains_key(&self, scope: &Scope) -> bool {
        self.get(scope).is_some()
    }

    /// Takes the scope's value out.
    pub fn remove(&mut self, scope: &Scope) -> Option<V> {
        let at = self.0.iter().position(|(known, _)| known == scope)?;
        Some(self.0.remove(at).1)
    }

    /// The scope's value is now this.
    pub fn insert(&mut self, scope: Scope, value: V) {
        self.remove(&scope);
        self.or_insert_with(scope, || value);
    }

    /// The scope's value; if there is none, this one first.
    pub fn or_insert_with(&mut self, scope: Scope, value: impl FnOnce() -> V) -> &mut V {
        let at = self.0.iter().take_while(|(known, _)| *known < scope).count();
        if self.0.get(at).is_none_or(|(known, _)| *known != scope) {
            self.0.insert(at, (scope, value()));
        }
        &mut self.0[at].1
    }

    /// All, in the order of the scopes.
    pub fn iter(&self) -> impl Iterator<Item = (&Scope, &V)> {
        self.0.iter().map(|(scope, value)| (scope, value))
    }
}

impl<V: Default> ByScope<V> {
    /// The scope's value; if there is none, an empty one first.
    pub fn or_default(&mut self, scope: Scope) -> &mut V {
        self.or_insert_with(scope, V::default)
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::ids::UnitId;
    use uuid::Uuid;

    fn unit(number: u128) -> Scope {
        Scope::Unit(UnitId(Uuid::from_u128(number)))
    }

    #[test]
    fn each_scope_once_and_in_order() {
        let mut table = ByScope::default();
        for number in [5, 1, 3, 1, 5] {
            table.insert(unit(number), number);
        }
        *table.or_default(unit(3)) += 10;
        table.or_insert_with(unit(2), || 2);
        assert_eq!(table.remove(&unit(5)), Some(5));
        assert!(table.remove(&unit(5)).is_none() && !table.contains_key(&unit(5)));
        let all: Vec<_> = table.iter().map(|(scope, value)| (*scope, *value)).collect();
        assert_eq!(all, [(unit(1), 1), (unit(2), 2), (unit(3), 13)]);
    }
}

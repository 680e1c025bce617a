//! Sums over the tree of units, made when somebody looks. Pure: units in, units out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::ids::{EmployeeId, UnitId};
use crate::unit::Unit;

/// Levels of a tree of offices; deeper means that somebody has tied a knot.
pub const LEVELS_MAX: usize = 16;

/// The units of an agency, by their place.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    units: BTreeMap<UnitId, Unit>,
    below: BTreeMap<UnitId, Vec<UnitId>>,
}

impl Tree {
    /// The tree of these units.
    #[must_use]
    pub fn of(units: impl IntoIterator<Item = Unit>) -> Self {
        let units: BTreeMap<UnitId, Unit> = units.into_iter().map(|unit| (unit.id, unit)).collect();
        let mut below: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
        for unit in units.values() {
            if let Some(parent) = unit.parent {
                below.entry(parent).or_default().push(unit.id);
            }
        }
        Self { units, below }
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(&id)
    }

    /// The units directly below.
    #[must_use]
    pub fn children(&self, id: UnitId) -> &[UnitId] {
        self.below.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The unit and everything below it, each once.
    #[must_use]
    pub fn subtree(&self, id: UnitId) -> BTreeSet<UnitId> {
        let mut all = BTreeSet::from([id]);
        let mut next = vec![id];
        while let Some(unit) = next.pop() {
            next.extend(self.children(unit).iter().copied().filter(|child| all.insert(*child)));
        }
        all
    }

    /// The units above, the nearest first.
    #[must_use]
    pub fn above(&self, id: UnitId) -> Vec<&Unit> {
        let mut above = Vec::new();
        let mut next = self.unit(id).and_then(|unit| unit.parent);
        while let Some(unit) = next.and_then(|id| self.unit(id)).filter(|_| above.len() < LEVELS_MAX) {
            above.push(unit);
            next = unit.parent;
        }
        above
    }

    /// Does this person lead the unit or one above it at that moment, as its head or in the head's place?
    #[must_use]
    pub fn is_led_by(&self, id: UnitId, who: EmployeeId, now: DateTime<Utc>) -> bool {
        let leads = |unit: &Unit| unit.is_led_by(who, unit.today(now));
        self.unit(id).is_some_and(leads) || self.above(id).into_iter().any(leads)
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::unit::UnitKind;
    use crate::zone::Zone;
    use uuid::Uuid;

    fn id(number: u128) -> UnitId {
        UnitId(Uuid::from_u128(number))
    }

    fn unit(number: u128, parent: Option<u128>, head: Option<u128>) -> Unit {
        let head = head.map(|head| EmployeeId(Uuid::from_u128(head)));
        let (name, kind) = (String::new(), UnitKind::default());
        Unit { id: id(number), name, parent: parent.map(id), head, zone: Zone::Wib, kind, acting: Vec::new(), rev: 1 }
    }

    #[test]
    fn a_subtree_holds_each_unit_once_also_when_somebody_tied_a_knot() {
        let tree = Tree::of([
            unit(1, None, Some(9)),
            unit(2, Some(1), None),
            unit(3, Some(2), Some(8)),
            unit(4, Some(1), None),
            unit(5, Some(6), None),
            unit(6, Some(5), None),
        ]);
        assert_eq!(tree.subtree(id(1)), BTreeSet::from([id(1), id(2), id(3), id(4)]));
        assert_eq!(tree.subtree(id(5)), BTreeSet::from([id(5), id(6)]));
        let who = |number| EmployeeId(Uuid::from_u128(number));
        let now = DateTime::default();
        assert!(tree.is_led_by(id(3), who(9), now) && tree.is_led_by(id(3), who(8), now));
        assert!(!tree.is_led_by(id(4), who(8), now) && !tree.is_led_by(id(5), who(9), now));
        assert_eq!(tree.above(id(5)).len(), LEVELS_MAX);
    }
}

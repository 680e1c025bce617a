//! Units: from the texts in the cells to a tree. The same name under the same parent is the same unit.

use std::collections::{BTreeSet, HashMap};

use shared::ids::{EmployeeId, UnitId};
use shared::unit::{SetUnit, Unit};
use shared::zone::Zone;

/// Between the parts of a path. With blanks around, because names such as `Umum/Kepegawaian` have a stroke of their own.
const SEPARATORS: [&str; 2] = [" / ", " > "];

/// The parts of a path from the top. An agency from a column of its own stands above, unless the unit's text begins with it.
#[must_use]
pub fn path(agency: &str, unit: &str) -> Vec<String> {
    let unit = split(unit);
    let mut path = split(agency);
    let begins_so = !path.is_empty() && unit.len() >= path.len() && path.iter().zip(&unit).all(|(a, b)| same(a, b));
    if begins_so {
        return unit;
    }
    path.extend(unit);
    path
}

fn split(text: &str) -> Vec<String> {
    let text = SEPARATORS.iter().fold(format!(" {text} "), |text, separator| text.replace(separator, " \u{0} "));
    text.split('\u{0}').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

pub(super) fn same(a: &str, b: &str) -> bool {
    bare(a) == bare(b)
}

/// A name as it is compared: without case and blanks.
fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The units that there are, and those that the file adds.
#[derive(Debug, Default)]
pub struct Tree {
    units: HashMap<UnitId, SetUnit>,
    by_place: HashMap<(Option<UnitId>, String), UnitId>,
    /// New ones, parents first.
    new: Vec<UnitId>,
}

impl Tree {
    /// The tree of the office. Of twins the older stays the one that is meant.
    #[must_use]
    pub fn of(units: &[Unit]) -> Self {
        let mut tree = Self::default();
        let mut units: Vec<&Unit> = units.iter().collect();
        units.sort_by_key(|unit| unit.id);
        for unit in units {
            tree.by_place.entry((unit.parent, bare(&unit.name))).or_insert(unit.id);
            let Unit { id, parent, head, zone, .. } = *unit;
            tree.units.insert(id, SetUnit { id, name: unit.name.clone(), parent, head, zone, was: None });
        }
        tree
    }

    /// The unit at this path; what is missing of it is added, in the zone of its parent (`zone` at the top). `mint` gives
    /// new ids. None for an empty path.
    pub fn place(&mut self, path: &[String], zone: Zone, mint: &mut impl FnMut() -> UnitId) -> Option<UnitId> {
        let mut above: Option<UnitId> = None;
        for name in path {
            let key = (above, bare(name));
            let unit = self.by_place.get(&key).copied();
            above = Some(unit.unwrap_or_else(|| {
                let id = mint();
                let zone = above.and_then(|above| self.units.get(&above)).map_or(zone, |above| above.zone);
                self.units.insert(id, SetUnit { id, name: name.clone(), parent: above, head: None, zone, was: None });
                self.by_place.insert(key, id);
                self.new.push(id);
                id
            }));
        }
        above
    }

    /// The unit with this id.
    #[must_use]
    pub fn get(&self, unit: UnitId) -> Option<&SetUnit> {
        self.units.get(&unit)
    }

    /// New units as commands, parents first, without heads: those are not there yet.
    #[must_use]
    pub fn new_units(&self) -> Vec<SetUnit> {
        self.new.iter().filter_map(|id| self.units.get(id)).cloned().collect()
    }

    /// The unit's parent and everything above.
    #[must_use]
    pub fn above(&self, unit: UnitId) -> Vec<UnitId> {
        let mut above = Vec::new();
        let mut next = self.units.get(&unit).and_then(|unit| unit.parent);
        while let Some(unit) = next.filter(|unit| !above.contains(unit)) {
            above.push(unit);
            next = self.units.get(&unit).and_then(|unit| unit.parent);
        }
        above
    }

    /// The names from the top down to this unit.
    #[must_use]
    pub fn names(&self, unit: UnitId) -> Vec<String> {
        let line = std::iter::once(unit).chain(self.above(unit));
        let mut names: Vec<String> = line.filter_map(|unit| Some(self.units.get(&unit)?.name.clone())).collect();
        names.reverse();
        names
    }

    /// Units directly below each unit.
    #[must_use]
    pub fn children(&self) -> HashMap<UnitId, BTreeSet<UnitId>> {
        let mut children: HashMap<UnitId, BTreeSet<UnitId>> = HashMap::new();
        for unit in self.units.values() {
            if let Some(parent) = unit.parent {
                children.entry(parent).or_default().insert(unit.id);
            }
        }
        children
    }

    /// Who leads the unit, as the office has it.
    #[must_use]
    pub fn head(&self, unit: UnitId) -> Option<EmployeeId> {
        self.units.get(&unit)?.head
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn texts_become_paths() {
        let table: [(&str, &str, &[&str]); 8] = [
            ("", "Dinas X", &["Dinas X"]),
            ("", "Dinas X / Bidang Y", &["Dinas X", "Bidang Y"]),
            ("", "Dinas X > Bidang Y > Seksi Z", &["Dinas X", "Bidang Y", "Seksi Z"]),
            ("", "Sub Bagian Umum/Kepegawaian", &["Sub Bagian Umum/Kepegawaian"]),
            ("", " / Dinas X /  / Y / ", &["Dinas X", "Y"]),
            ("", "", &[]),
            ("Dinas X", "Bidang Y", &["Dinas X", "Bidang Y"]),
            ("DINAS X", "Dinas  x / Bidang Y", &["Dinas  x", "Bidang Y"]),
        ];
        for (agency, unit, expected) in table {
            assert_eq!(path(agency, unit), expected, "{unit}");
        }
    }

    #[test]
    fn the_same_name_under_the_same_parent_is_the_same_unit() {
        let id = |number| UnitId(Uuid::from_u128(number));
        let (name, kind, acting) = ("Dinas X".into(), Default::default(), Vec::new());
        let office = Unit { id: id(1), name, parent: None, head: None, zone: Zone::Wit, kind, acting, rev: 1 };
        let mut tree = Tree::of(&[office]);
        let mut last = 1;
        let mut mint = || {
            last += 1;
            id(last)
        };
        let mut place = |text| tree.place(&path("", text), Zone::Wib, &mut mint).unwrap();
        assert_eq!(place("dinas  X"), id(1));
        assert_eq!(place("Dinas X / Sekretariat"), id(2));
        assert_eq!(place("DINAS X > Sekre tariat"), id(2));
        assert_eq!(place("Dinas Y / Sekretariat"), id(4));
        assert_eq!(tree.new_units().iter().map(|unit| unit.id).collect::<Vec<_>>(), [id(2), id(3), id(4)]);
        assert_eq!(tree.get(id(2)).unwrap().zone, Zone::Wit, "children live in their parent's zone");
        assert_eq!(tree.get(id(4)).unwrap().zone, Zone::Wib);
        assert_eq!(tree.above(id(4)), [id(3)]);
    }
}

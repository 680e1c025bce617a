//! The part of the agency that an admin imports into: a unit and everything below it. Nothing outside of it is touched, and
//! what the file says of units is read from there on.

use std::collections::BTreeSet;

use shared::ids::UnitId;
use shared::nip::Nip;
use shared::unit::Unit;

use super::check::Checked;
use super::known::Known;
use super::problem::{Fault, Problem};
use super::table::{Column, Place, RawRow};
use super::units::{Tree, same};

/// A unit and everything below it.
pub(super) struct Realm {
    units: BTreeSet<UnitId>,
    /// Names from the top of the agency down to the unit.
    path: Vec<String>,
}

impl Realm {
    /// The realm that begins at this unit.
    pub(super) fn of(units: &[Unit], top: UnitId) -> Self {
        let tree = Tree::of(units);
        let inside = units.iter().map(|unit| unit.id).filter(|unit| *unit == top || tree.above(*unit).contains(&top));
        Self { units: inside.collect(), path: tree.names(top) }
    }

    /// Does the unit lie in it?
    pub(super) fn has(&self, unit: UnitId) -> bool {
        self.units.contains(&unit)
    }

    /// The path from the top of the agency: the file may begin there, at this unit, or below it. None for a path that begins
    /// above this unit and leads elsewhere.
    fn full(&self, said: &[String]) -> Option<Vec<String>> {
        let begins = |with: &[String]| {
            said.len() >= with.len() && with.iter().zip(said).all(|(ours, theirs)| same(ours, theirs))
        };
        let above = match (0..self.path.len()).find(|from| begins(&self.path[*from..])) {
            Some(above) => above,
            None if said.first().is_some_and(|first| self.path.iter().any(|name| same(name, first))) => return None,
            None => self.path.len(),
        };
        Some(self.path[..above].iter().chain(said).cloned().collect())
    }

    /// Leaves out who belongs elsewhere, with the reason, and reads the units of the others from here on.
    pub(super) fn keep_inside(&self, checked: &mut Checked, rows: &[RawRow], known: &Known) {
        let moves_in = |nip: &Nip| known.employee(nip).is_none_or(|person| self.has(person.unit));
        let mut found = BTreeSet::new();
        checked.good.retain_mut(|person| {
            let path = if person.kept.unit { Some(Vec::new()) } else { self.full(&person.unit) };
            let (Some(path), true) = (path, moves_in(&person.nip)) else {
                found.insert(person.row);
                return false;
            };
            person.unit = path;
            true
        });
        checked.report(&found, rows, &Fault::Elsewhere);
    }
}

impl Checked {
    /// Leaves these rows out, for this reason.
    pub(super) fn leave_out(&mut self, found: &BTreeSet<usize>, rows: &[RawRow], fault: &Fault) {
        self.good.retain(|person| !found.contains(&person.row));
        self.report(found, rows, fault);
    }

    fn report(&mut self, found: &BTreeSet<usize>, rows: &[RawRow], fault: &Fault) {
        let problem = |row: &usize| {
            let raw = rows.iter().find(|raw| raw.row == *row);
            let place = raw.and_then(|raw| raw.cell(Column::Nip)).map(|cell| (*cell.place).clone());
            let place = place.unwrap_or_else(|| Place::new(0, Column::Nip.title()));
            Problem::new(*row, place, fault.clone())
        };
        self.bad_rows += found.len();
        self.problems.extend(found.iter().map(problem));
        self.problems.sort_by(|a, b| (a.row, &a.column, a.code).cmp(&(b.row, &b.column, b.code)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_from_the_admins_own_on() {
        let realm = Realm { units: BTreeSet::new(), path: vec!["Kota".into(), "Dinas X".into()] };
        let table: [(&[&str], &[&str]); 4] = [
            (&["Kota", "Dinas X", "Bidang Y"], &["Kota", "Dinas X", "Bidang Y"]),
            (&["DINAS  X", "Bidang Y"], &["Kota", "DINAS  X", "Bidang Y"]),
            (&["dinas x"], &["Kota", "dinas x"]),
            (&["Bidang Y"], &["Kota", "Dinas X", "Bidang Y"]),
        ];
        for (said, expected) in table {
            let said: Vec<String> = said.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(realm.full(&said).unwrap(), expected, "{said:?}");
        }
        assert_eq!(realm.full(&["Kota".to_owned(), "Dinas Z".to_owned()]), None, "that is another's");
    }
}

//! Heads of units: who reads a unit's board. The file does not say it; the lines of superiors do.
//!
//! 1. A member of the unit who is under nobody else in it, and has people in the unit or directly below it: the one with
//!    the most. So a kepala bidang is found also where sub-coordinators stand between.
//! 2. Nobody such: the superior of most members, rather one who is a member of the unit above.
//! 3. No members: the superior of most heads of the units directly below.
//!
//! A present head who qualifies as well as anybody stays, and so does one whose last people have left the unit.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use shared::ids::{EmployeeId, UnitId};

use super::units::Tree;

/// Where somebody stands after the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Home unit.
    pub unit: UnitId,
    /// Direct superior.
    pub superior: Option<EmployeeId>,
}

/// Everybody's seat, as far as it matters.
pub type Seats = HashMap<EmployeeId, Seat>;

/// Heads that change in the touched units, and in units above them that have no members.
#[must_use]
pub fn choose(tree: &Tree, seats: &Seats, touched: &BTreeSet<UnitId>) -> Vec<(UnitId, EmployeeId)> {
    let mut members: HashMap<UnitId, Vec<EmployeeId>> = HashMap::new();
    let mut people_of: HashMap<EmployeeId, Vec<UnitId>> = HashMap::new();
    for (person, seat) in seats {
        members.entry(seat.unit).or_default().push(*person);
        if let Some(superior) = seat.superior {
            people_of.entry(superior).or_default().push(seat.unit);
        }
    }
    let memberless = |unit: &UnitId| !members.contains_key(unit);
    let above: BTreeSet<UnitId> = touched.iter().flat_map(|unit| tree.above(*unit)).filter(memberless).collect();
    let mut units: Vec<UnitId> = touched.union(&above).copied().collect();
    units.sort_by_cached_key(|unit| (Reverse(tree.above(*unit).len()), *unit));
    let all = Choice { tree, seats, members, people_of, children: tree.children() };
    let mut changes: BTreeMap<UnitId, EmployeeId> = BTreeMap::new();
    for unit in units {
        let now = tree.head(unit);
        if let Some(head) = all.head(unit, now, &changes).filter(|head| Some(*head) != now) {
            changes.insert(unit, head);
        }
    }
    changes.into_iter().collect()
}

struct Choice<'a> {
    tree: &'a Tree,
    seats: &'a Seats,
    members: HashMap<UnitId, Vec<EmployeeId>>,
    people_of: HashMap<EmployeeId, Vec<UnitId>>,
    children: HashMap<UnitId, BTreeSet<UnitId>>,
}

impl Choice<'_> {
    fn head(&self, unit: UnitId, now: Option<EmployeeId>, chosen: &BTreeMap<UnitId, EmployeeId>) -> Option<EmployeeId> {
        let Some(members) = self.members.get(&unit) else {
            let below = self.children.get(&unit).into_iter().flatten();
            let heads = below.filter_map(|child| chosen.get(child).copied().or_else(|| self.tree.head(*child)));
            return most(votes(heads.filter_map(|head| self.seats.get(&head)?.superior)), now);
        };
        let leaders: BTreeMap<EmployeeId, usize> =
            members.iter().filter_map(|member| Some((*member, self.people_below(*member, unit)?))).collect();
        if let Some(now) = now.filter(|now| leaders.contains_key(now)) {
            return Some(now);
        }
        if !leaders.is_empty() {
            return most(leaders, now);
        }
        if let Some(now) = now.filter(|now| members.contains(now)) {
            return Some(now);
        }
        let superiors = votes(members.iter().filter_map(|member| self.seats.get(member)?.superior));
        let parent = self.tree.get(unit).and_then(|unit| unit.parent);
        let near = |person: &EmployeeId| parent.is_some() && self.seats.get(person).map(|seat| seat.unit) == parent;
        let (near, far): (BTreeMap<_, _>, BTreeMap<_, _>) = superiors.into_iter().partition(|(person, _)| near(person));
        most(if near.is_empty() { far } else { near }, now)
    }

    /// How many people a member has in the unit and directly below it; none for who has nobody, or a superior inside.
    fn people_below(&self, member: EmployeeId, unit: UnitId) -> Option<usize> {
        let superior = self.seats.get(&member)?.superior;
        let inside = |person: EmployeeId| self.seats.get(&person).is_some_and(|seat| seat.unit == unit);
        if superior.is_some_and(inside) {
            return None;
        }
        let children = self.children.get(&unit);
        let near = |of: &&UnitId| **of == unit || children.is_some_and(|children| children.contains(of));
        let count = self.people_of.get(&member)?.iter().filter(near).count();
        (count > 0).then_some(count)
    }
}

fn votes(people: impl Iterator<Item = EmployeeId>) -> BTreeMap<EmployeeId, usize> {
    let mut votes = BTreeMap::new();
    for person in people {
        *votes.entry(person).or_insert(0) += 1;
    }
    votes
}

/// The one with the most; among equals the present head, then the smallest id, so that the answer is always the same.
fn most(votes: BTreeMap<EmployeeId, usize>, now: Option<EmployeeId>) -> Option<EmployeeId> {
    let best = votes.into_iter().max_by_key(|(person, count)| (*count, Some(*person) == now, Reverse(*person)));
    best.map(|(person, _)| person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::unit::Unit;
    use uuid::Uuid;

    fn unit(number: u128) -> UnitId {
        UnitId(Uuid::from_u128(number))
    }

    fn person(number: u128) -> EmployeeId {
        EmployeeId(Uuid::from_u128(number))
    }

    /// The units 1 > 2 > 3, the people as (person, unit, superior), a present head of unit 2.
    fn heads(people: &[(u128, u128, u128)], now: Option<u128>) -> Vec<(UnitId, EmployeeId)> {
        let row = |id: u128, parent: Option<u128>, head: Option<u128>| Unit {
            id: unit(id),
            name: id.to_string(),
            parent: parent.map(unit),
            head: head.map(person),
            zone: Default::default(),
            kind: Default::default(),
            acting: Vec::new(),
            rev: 1,
        };
        let tree = Tree::of(&[row(1, None, None), row(2, Some(1), now), row(3, Some(2), None)]);
        let seat =
            |of: u128, superior: u128| Seat { unit: unit(of), superior: (superior > 0).then(|| person(superior)) };
        let seats: Seats = people.iter().map(|(id, of, superior)| (person(*id), seat(*of, *superior))).collect();
        let touched = people.iter().map(|(_, of, _)| unit(*of)).collect();
        choose(&tree, &seats, &touched)
    }

    #[test]
    fn the_lines_of_superiors_tell_the_heads() {
        let two = |head: u128| vec![(unit(2), person(head))];
        let of_two = |mut heads: Vec<(UnitId, EmployeeId)>| {
            heads.retain(|(of, _)| *of == unit(2));
            heads
        };
        type Case<'a> = (&'a str, &'a [(u128, u128, u128)], Option<u128>, Vec<(UnitId, EmployeeId)>);
        let table: [Case<'_>; 9] = [
            ("a member leads", &[(10, 2, 0), (11, 2, 10), (12, 2, 10)], None, two(10)),
            (
                "also over sub-coordinators",
                &[(10, 2, 0), (11, 2, 10), (12, 2, 11), (13, 2, 11), (14, 2, 11)],
                None,
                two(10),
            ),
            ("also with people only below", &[(10, 2, 9), (11, 3, 10)], None, two(10)),
            ("the superior above leads", &[(9, 1, 0), (10, 2, 9), (11, 2, 8), (12, 2, 8)], None, two(9)),
            ("outside, by majority", &[(10, 2, 9), (11, 2, 8), (12, 2, 8)], None, two(8)),
            ("no superior, no head", &[(10, 2, 0), (11, 2, 0)], None, vec![]),
            (
                "the present one stays",
                &[(10, 2, 0), (11, 2, 10), (12, 2, 0), (13, 2, 12), (14, 2, 12)],
                Some(10),
                vec![],
            ),
            ("also without people", &[(9, 1, 0), (10, 2, 9), (11, 2, 9)], Some(10), vec![]),
            ("unless moved away", &[(10, 1, 0), (12, 2, 0), (13, 2, 12)], Some(10), two(12)),
        ];
        for (name, people, now, expected) in table {
            assert_eq!(of_two(heads(people, now)), expected, "{name}");
        }
    }

    #[test]
    fn a_unit_without_members_is_led_by_the_superior_of_its_heads() {
        let heads = heads(&[(10, 3, 9), (11, 3, 10)], None);
        assert_eq!(heads, [(unit(2), person(9)), (unit(3), person(10))], "and 9 has no superior to lead unit 1");
    }
}

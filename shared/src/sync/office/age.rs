//! What is old enough to go, as a question of numbers: nobody looks at a whole log to find where its old part ends.

use chrono::{DateTime, TimeDelta, Utc};

use crate::scope::Scope;
use crate::sync::checksum;

/// Days for which a change stays in its log. A phone that was away for longer is sent its scopes whole: a download, no loss. A quarter,
/// because then everybody has been in the office once. A row that is gone needs no longer time: who comes from before the floor gets
/// the rows that there are.
pub const CHANGE_DAYS: i64 = 90;
/// Days of silence after which an incarnation's place is forgotten. If it speaks again its next place does not follow, so it renumbers;
/// what it had sent is known by its ids. A year, because somebody may be on long leave with a phone in the drawer.
pub const DEVICE_DAYS: i64 = 365;
/// Days after which a photo that was begun and that nobody has touched since is cleared away. It only costs the phone what it had sent.
pub const PARCEL_DAYS: i64 = 7;
/// Changes that leave a log in one transaction.
pub const STRIDE: u64 = 500;
/// In one round of so many a scope's sum is counted anew.
pub const ROUNDS: u64 = 16;

/// The day before which changes are old.
#[must_use]
pub fn changes_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(CHANGE_DAYS)
}

/// The day before which silence counts.
#[must_use]
pub fn devices_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(DEVICE_DAYS)
}

/// The day before which a photo that was begun counts as given up.
#[must_use]
pub fn parcels_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(PARCEL_DAYS)
}

/// The search for the last old change of a log: the times of a log only grow, so a few looks are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// Up to here they are old.
    old: u64,
    /// From here on they are not; one behind the head at first.
    young: u64,
    /// Nothing has been looked at yet: most logs have nothing old, and the first change tells.
    fresh: bool,
}

impl Search {
    /// In the log of a scope with this floor and head.
    #[must_use]
    pub const fn new(floor: u64, head: u64) -> Self {
        Self { old: floor, young: head.saturating_add(1), fresh: true }
    }

    /// The place to look at next; none when it is found.
    #[must_use]
    pub const fn next(&self) -> Option<u64> {
        match self.young.saturating_sub(self.old) {
            0 | 1 => None,
            _ if self.fresh => Some(self.old + 1),
            apart => Some(self.old + apart / 2),
        }
    }

    /// What was seen there: when the change was made. A place with nothing was compacted meanwhile.
    pub fn told(&mut self, place: u64, made_at: Option<DateTime<Utc>>, before: DateTime<Utc>) {
        self.fresh = false;
        if made_at.is_none_or(|at| at < before) {
            self.old = self.old.max(place);
        } else {
            self.young = self.young.min(place);
        }
    }

    /// The last old change; the floor when there is none.
    #[must_use]
    pub const fn found(&self) -> u64 {
        self.old
    }
}

/// The floors on the way up, one transaction each.
pub fn strides(floor: u64, upto: u64) -> impl Iterator<Item = u64> {
    let mut at = floor;
    std::iter::from_fn(move || {
        let next = upto.min(at.saturating_add(STRIDE));
        (next > at).then(|| {
            at = next;
            next
        })
    })
}

/// Is this scope's sum counted anew in this round? Every scope once in [`ROUNDS`], and never all of them at once.
#[must_use]
pub fn is_counted(scope: Scope, round: u64) -> bool {
    let name = crate::row::Key { kind: String::new(), id: scope.to_string() };
    u64::from(checksum::of(&name, 0)) % ROUNDS == round % ROUNDS
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use uuid::Uuid;

    use super::*;
    use crate::ids::EmployeeId;

    fn day(number: u64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(i64::try_from(number).unwrap())
    }

    /// Searches a log in which change n was made on day n; tells what was found, and after how many looks.
    fn search(floor: u64, head: u64, before: u64) -> (u64, u32) {
        let (mut search, mut looks) = (Search::new(floor, head), 0);
        while let Some(place) = search.next() {
            assert!(floor < place && place <= head, "outside the log: {place}");
            search.told(place, Some(day(place)), day(before));
            looks += 1;
        }
        (search.found(), looks)
    }

    #[test]
    fn the_last_old_change_is_found_in_a_few_looks() {
        for (floor, head) in [(0_u64, 0_u64), (0, 1), (5, 5), (5, 6), (0, 20), (7, 40)] {
            for before in 0..=head + 2 {
                let expected = before.saturating_sub(1).clamp(floor, head.max(floor));
                assert_eq!(search(floor, head, before).0, expected, "{floor}..{head} before {before}");
            }
        }
        assert_eq!(search(0, 1_000_000, 0), (0, 1), "nothing old: one look");
        let (found, looks) = search(0, 1_000_000, 777_778);
        assert_eq!(found, 777_777);
        assert!(looks <= 22, "{looks}");
    }

    #[test]
    fn a_place_that_another_node_has_emptied_counts_as_old() {
        let mut search = Search::new(0, 8);
        search.told(1, None, day(5));
        search.told(4, Some(day(4)), day(5));
        search.told(6, Some(day(6)), day(5));
        search.told(5, Some(day(5)), day(5));
        assert_eq!((search.next(), search.found()), (None, 4));
    }

    #[test]
    fn a_floor_rises_in_strides() {
        assert_eq!(strides(3, 3).count(), 0);
        assert_eq!(strides(7, 3).count(), 0);
        assert_eq!(
            strides(10, 10 + 2 * STRIDE + 1).collect::<Vec<_>>(),
            [10 + STRIDE, 10 + 2 * STRIDE, 11 + 2 * STRIDE]
        );
    }

    #[test]
    fn every_scope_is_counted_once_in_so_many_rounds() {
        let scopes = (0..200).map(|number| Scope::Own(EmployeeId(Uuid::from_u128(number))));
        for scope in scopes.chain([Scope::Office]) {
            assert_eq!((0..ROUNDS).filter(|round| is_counted(scope, *round)).count(), 1, "{scope}");
        }
    }
}

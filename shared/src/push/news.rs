//! News: what counts as news for a person, and when a device may ring because of it. Quiet at night, at most one in a quarter of an hour,
//! and never while the person is there to see it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use crate::change::Op;
use crate::entry::Review;
use crate::ids::EmployeeId;
use crate::plan::Side;
use crate::row::{Key, Row};
use crate::zone::Zone;

/// Minutes between two notices.
pub const PAUSE_MINUTES: i64 = 15;
/// Minutes after the person's last contact in which they are taken to be there. Contacts are noted every five minutes.
pub const THERE_MINUTES: i64 = 6;
/// The hour, where the unit is, from which nothing rings.
pub const NIGHT_FROM: u32 = 21;
/// The hour from which it may ring again.
pub const NIGHT_UNTIL: u32 = 6;

/// May a device ring now? `told`: the last notice; `there`: the person's last contact, from any device.
#[must_use]
pub fn may_ring(now: DateTime<Utc>, zone: Zone, told: Option<DateTime<Utc>>, there: Option<DateTime<Utc>>) -> bool {
    let hour = zone.local(now).hour();
    let is_night = !(NIGHT_UNTIL..NIGHT_FROM).contains(&hour);
    let past = |moment: Option<DateTime<Utc>>, minutes| {
        moment.is_none_or(|moment| now - moment >= TimeDelta::minutes(minutes))
    };
    !is_night && past(told, PAUSE_MINUTES) && past(there, THERE_MINUTES)
}

/// What has arrived for one person since they were told last, read from their log in its order.
#[derive(Debug)]
pub struct Arrived {
    who: EmployeeId,
    /// Whatever came before their last contact they have fetched.
    there: Option<DateTime<Utc>>,
    fresh: BTreeMap<Key, bool>,
}

impl Arrived {
    /// Nothing yet.
    #[must_use]
    pub const fn new(who: EmployeeId, there: Option<DateTime<Utc>>) -> Self {
        Self { who, there, fresh: BTreeMap::new() }
    }

    /// Hears the next change of the person's log. A later one about the same thing counts: what was read meanwhile is no news.
    pub fn hear(&mut self, op: &Op, at: DateTime<Utc>) {
        let Some(key) = op.key() else { return };
        let is_fresh = match op {
            Op::Put { row } => is_news(row, self.who, at) && self.there.is_none_or(|there| at > there),
            Op::Drop { .. } => false,
        };
        self.fresh.insert(key, is_fresh);
    }

    /// Is there anything to tell?
    #[must_use]
    pub fn any(&self) -> bool {
        self.fresh.values().any(|fresh| *fresh)
    }
}

/// Is this row, as it was put into the person's log at that moment, something that another person has done for them?
#[must_use]
pub fn is_news(row: &Row, who: EmployeeId, at: DateTime<Utc>) -> bool {
    match row {
        Row::Remark(remark) => remark.to == who && remark.author != who && remark.read_at.is_none(),
        Row::Entry(entry) => entry.owner == who && entry.review == Review::Approved,
        Row::Plan(plan) => plan.owner == who && plan.turn == Some(Side::Owner),
        Row::Asked(asked) => asked.person == who && asked.list.iter().any(|one| one.answered_at == Some(at)),
        Row::Echo(echo) => echo.id.reader == who && echo.is_new(),
        Row::Templates(_) | Row::Team(_) => false,
        Row::Unit(_) | Row::Employee(_) | Row::Draft(_) | Row::Counter(_) | Row::Absences(_) | Row::Opened(_) => false,
        #[cfg(feature = "office")]
        Row::Account(_) | Row::Goal(_) | Row::Service(_) | Row::Response(_) | Row::Claim(_) => false,
        #[cfg(feature = "office")]
        Row::Admin(_) | Row::Career(_) | Row::Dialogue(_) => false,
        Row::Terms(_) | Row::Expectation(_) | Row::Unknown => false,
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::ids::{EntryId, RemarkId};
    use crate::remark::{Remark, RemarkKind};
    use uuid::Uuid;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn person(number: u128) -> EmployeeId {
        EmployeeId(Uuid::from_u128(number))
    }

    fn remark(read: Option<&str>) -> Op {
        let row = Row::Remark(Remark {
            id: RemarkId(Uuid::from_u128(9)),
            entry: EntryId(Uuid::from_u128(8)),
            owner: person(1),
            author: person(2),
            author_name: "Zulkifli".to_owned(),
            to: person(1),
            kind: RemarkKind::Note,
            text: "Rapi.".to_owned(),
            shape: None,
            asks: false,
            reply_to: None,
            unit: None,
            team: None,
            at: utc("2026-11-26T02:00:00Z"),
            read_at: read.map(utc),
            rev: 1,
        });
        Op::Put { row }
    }

    fn heard(who: u128, there: Option<&str>, ops: &[(Op, &str)]) -> bool {
        let mut arrived = Arrived::new(person(who), there.map(utc));
        ops.iter().for_each(|(op, at)| arrived.hear(op, utc(at)));
        arrived.any()
    }

    #[test]
    fn a_remark_is_news_for_its_reader_until_it_is_read() {
        let came = (remark(None), "2026-11-26T02:00:00Z");
        assert!(heard(1, None, std::slice::from_ref(&came)));
        assert!(!heard(2, None, std::slice::from_ref(&came)), "no news for who wrote it");
        let read = (remark(Some("2026-11-26T02:05:00Z")), "2026-11-26T02:05:00Z");
        assert!(!heard(1, None, &[came, read]));
    }

    #[test]
    fn what_was_fetched_is_no_news() {
        let came = [(remark(None), "2026-11-26T02:00:00Z")];
        assert!(!heard(1, Some("2026-11-26T02:00:30Z"), &came));
        assert!(heard(1, Some("2026-11-26T01:59:00Z"), &came));
    }

    #[test]
    fn nothing_rings_at_night_or_twice_in_a_quarter_or_while_the_person_is_there() {
        let ask = |now: &str, told: Option<&str>, there: Option<&str>| {
            may_ring(utc(now), Zone::Wita, told.map(utc), there.map(utc))
        };
        // 21.00 and 06.00 in Makassar.
        let hours = [("12:59:59", true), ("13:00:00", false), ("21:59:59", false), ("22:00:00", true)];
        for (time, may) in hours {
            assert_eq!(ask(&format!("2026-11-26T{time}Z"), None, None), may, "{time}");
        }
        let noon = "2026-11-26T04:00:00Z";
        assert!(!ask(noon, Some("2026-11-26T03:45:01Z"), None) && ask(noon, Some("2026-11-26T03:45:00Z"), None));
        assert!(!ask(noon, None, Some("2026-11-26T03:54:01Z")) && ask(noon, None, Some("2026-11-26T03:54:00Z")));
    }
}

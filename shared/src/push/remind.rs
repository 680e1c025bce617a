//! The reminder: at 15.30 where the person's unit is, once on a working day, to who has asked for it and has written nothing yet.
//! Leave, illness and duty elsewhere ask for no entry, and so for no reminder.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::absence::{Absences, Expected, expected};
use crate::calendar::{Calendar, Week};
use crate::zone::Zone;

/// Minutes of the day, where the unit is, at which the reminder goes out.
pub const MINUTE: u32 = 15 * 60 + 30;
/// Minutes after which it is too late: a server that was down at 15.30 still reminds at 16.00, and not at night.
pub const MINUTES_MAX: i64 = 90;

/// The moment of the reminder on that day.
fn moment(day: NaiveDate, zone: Zone) -> Option<DateTime<Utc>> {
    let time = NaiveTime::from_hms_opt(MINUTE / 60, MINUTE % 60, 0)?;
    let ahead = TimeDelta::hours(i64::from(zone.offset_hours()));
    Some(day.and_time(time).and_utc() - ahead)
}

/// The day whose reminder is due now. None when it is not the hour, when this day has been settled already, and when the wish is
/// younger than the hour: whoever has just switched it on sits before the app.
#[must_use]
pub fn due(now: DateTime<Utc>, zone: Zone, settled: Option<NaiveDate>, since: DateTime<Utc>) -> Option<NaiveDate> {
    let day = zone.local_date(now);
    let moment = moment(day, zone)?;
    let open = moment <= now && now - moment < TimeDelta::minutes(MINUTES_MAX);
    (open && since < moment && settled.is_none_or(|settled| settled < day)).then_some(day)
}

/// Is an entry of that day missing, so that a reminder is right? A year without an official list of holidays reminds nobody: better
/// silent than wrong on a holiday.
#[must_use]
pub fn is_missed(day: NaiveDate, absences: Option<&Absences>, has_entry: bool) -> bool {
    !has_entry && expected(day, absences, Calendar::official(), &Week::office()) == Ok(Expected::Entry)
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::absence::{Absence, AbsenceKind};
    use crate::ids::{AbsenceId, AbsencesId, EmployeeId};
    use uuid::Uuid;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn it_is_due_at_half_past_three_where_the_unit_is_and_once() {
        let since = utc("2026-11-01T00:00:00Z");
        let today = Some(day("2026-11-26"));
        for (zone, before, at, last, late) in [
            (Zone::Wib, "08:29:59", "08:30:00", "09:59:59", "10:00:00"),
            (Zone::Wita, "07:29:59", "07:30:00", "08:59:59", "09:00:00"),
            (Zone::Wit, "06:29:59", "06:30:00", "07:59:59", "08:00:00"),
        ] {
            let ask = |time: &str, settled| due(utc(&format!("2026-11-26T{time}Z")), zone, settled, since);
            assert_eq!([before, at, last, late].map(|time| ask(time, None)), [None, today, today, None], "{zone:?}");
            assert_eq!(ask(at, today), None, "once a day");
            assert_eq!(ask(at, Some(day("2026-11-25"))), today, "yesterday's does not count");
        }
    }

    #[test]
    fn who_has_just_switched_it_on_is_not_reminded_in_the_same_hour() {
        let now = utc("2026-11-26T08:40:00Z");
        assert_eq!(due(now, Zone::Wib, None, utc("2026-11-26T08:35:00Z")), None);
        assert_eq!(due(now, Zone::Wib, None, utc("2026-11-26T08:29:00Z")), Some(day("2026-11-26")));
    }

    #[test]
    fn only_a_working_day_without_an_entry_and_without_leave_is_missed() {
        let leave = Absence {
            id: AbsenceId(Uuid::nil()),
            kind: AbsenceKind::Leave,
            from: day("2026-11-26"),
            until: day("2026-11-27"),
            note: String::new(),
            by: None,
            by_name: String::new(),
            at: Default::default(),
            known_at: None,
        };
        let person = EmployeeId(Uuid::nil());
        let absences =
            Absences { id: AbsencesId(Uuid::nil()), person, list: vec![leave], taken: Vec::new(), unit: None, rev: 1 };
        let table = [
            ("2026-11-25", false, true),
            ("2026-11-25", true, false),
            ("2026-11-26", false, false),
            ("2026-11-28", false, false),
            ("2026-12-25", false, false),
            ("2019-11-25", false, false),
        ];
        for (date, has_entry, missed) in table {
            assert_eq!(is_missed(day(date), Some(&absences), has_entry), missed, "{date}, entry {has_entry}");
        }
        assert!(is_missed(day("2026-11-26"), None, false));
    }
}

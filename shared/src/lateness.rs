//! How late was it written down? Counted in working days, by the phone's own clock, where the unit is: a lack of network makes
//! nobody late, and neither do holidays, leave, or a weekend. A late entry is marked, never refused.
//!
//! In time is until the end of the working day after the work. So what was done on Friday is in time on Monday.

use chrono::{DateTime, NaiveDate, Utc};

use crate::absence::{Absences, Expected, expected};
use crate::calendar::{Calendar, CalendarMissing, Week};
use crate::zone::Zone;

/// Working days after the work within which an entry is in time.
const IN_TIME_DAYS: u32 = 1;

/// By how many working days the entry is late; 0 is in time. Days on which the person was away do not count.
///
/// # Errors
/// A year on the way has no list of holidays. Then nobody can say, and nobody is called late.
pub fn late_days(
    work_date: NaiveDate,
    claimed_at: DateTime<Utc>,
    zone: Zone,
    absences: Option<&Absences>,
    calendar: &Calendar,
) -> Result<u32, CalendarMissing> {
    let written = zone.local_date(claimed_at);
    let mut days = 0_u32;
    for day in work_date.iter_days().skip(1).take_while(|day| *day <= written) {
        days += u32::from(expected(day, absences, calendar, &Week::office())? == Expected::Entry);
    }
    Ok(days.saturating_sub(IN_TIME_DAYS))
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use uuid::Uuid;

    use super::*;
    use crate::absence::{Absence, AbsenceKind};
    use crate::ids::{AbsenceId, AbsencesId, EmployeeId};

    fn late(work_date: &str, claimed_at: &str, zone: Zone, absences: Option<&Absences>) -> Option<u32> {
        late_days(work_date.parse().unwrap(), claimed_at.parse().unwrap(), zone, absences, Calendar::official()).ok()
    }

    #[test]
    fn in_time_is_until_the_end_of_the_next_working_day_where_the_unit_is() {
        // 14 August 2026 is a Friday; 17 August, a Monday, is Independence Day.
        let table = [
            ("2026-08-11", "2026-08-11T03:00:00Z", Zone::Wib, 0, "the same day"),
            ("2026-08-11", "2026-08-12T16:59:59Z", Zone::Wib, 0, "the last second of the next day in Jakarta"),
            ("2026-08-11", "2026-08-12T17:00:00Z", Zone::Wib, 1, "a second later"),
            ("2026-08-11", "2026-08-12T15:30:00Z", Zone::Wita, 0, "23.30 in Makassar"),
            ("2026-08-11", "2026-08-12T16:00:00Z", Zone::Wita, 1, "midnight in Makassar"),
            ("2026-08-11", "2026-08-12T14:59:59Z", Zone::Wit, 0, "the last second of the next day in Jayapura"),
            ("2026-08-11", "2026-08-12T15:00:00Z", Zone::Wit, 1, "midnight in Jayapura"),
            ("2026-08-14", "2026-08-16T03:00:00Z", Zone::Wib, 0, "on a Sunday"),
            ("2026-08-14", "2026-08-18T03:00:00Z", Zone::Wib, 0, "the first working day after a long weekend"),
            ("2026-08-14", "2026-08-19T03:00:00Z", Zone::Wib, 1, "the second one"),
            ("2026-08-15", "2026-08-18T03:00:00Z", Zone::Wib, 0, "work on a Saturday"),
            ("2026-08-10", "2026-08-14T03:00:00Z", Zone::Wib, 3, "three working days late"),
            ("2026-08-11", "2026-08-10T03:00:00Z", Zone::Wib, 0, "a clock that is slow"),
        ];
        for (work_date, claimed_at, zone, wanted, case) in table {
            assert_eq!(late(work_date, claimed_at, zone, None), Some(wanted), "{case}");
        }
    }

    #[test]
    fn who_was_away_is_not_late_for_those_days() {
        let away = Absence {
            id: AbsenceId(Uuid::nil()),
            kind: AbsenceKind::Leave,
            from: "2026-08-11".parse().unwrap(),
            until: "2026-08-13".parse().unwrap(),
            note: String::new(),
            by: None,
            by_name: String::new(),
            at: Default::default(),
            known_at: None,
        };
        let absences = Absences {
            id: AbsencesId(Uuid::nil()),
            person: EmployeeId(Uuid::nil()),
            list: vec![away],
            taken: Vec::new(),
            unit: None,
            rev: 1,
        };
        assert_eq!(late("2026-08-10", "2026-08-14T03:00:00Z", Zone::Wib, Some(&absences)), Some(0));
        assert_eq!(late("2026-08-10", "2026-08-14T03:00:00Z", Zone::Wib, None), Some(3));
    }

    #[test]
    fn without_a_calendar_nobody_can_say() {
        assert_eq!(late("2025-08-11", "2026-08-12T03:00:00Z", Zone::Wib, None), None);
        assert_eq!(late("2025-08-11", "2025-08-11T03:00:00Z", Zone::Wib, None), Some(0), "no day lies between");
    }
}

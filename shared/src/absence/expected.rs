//! Is an entry expected of a person on a day? One answer for boards, reminders and completeness.

use chrono::NaiveDate;

use super::{AbsenceKind, Absences};
use crate::calendar::{Calendar, CalendarMissing, Week};

/// What a day asks of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An entry.
    Entry,
    /// Nothing: the office is closed.
    Closed,
    /// Nothing: the person is away.
    Away(AbsenceKind),
}

/// What this day asks of somebody with these days away (none: nobody has written any). A day off stays a day off within a
/// leave, so that the leave's working days can be counted.
///
/// # Errors
/// The year has no official list of holidays.
pub fn expected(
    day: NaiveDate,
    absences: Option<&Absences>,
    calendar: &Calendar,
    week: &Week,
) -> Result<Expected, CalendarMissing> {
    if !calendar.is_working(day, week)? {
        return Ok(Expected::Closed);
    }
    let away = absences.and_then(|absences| absences.on(day));
    Ok(away.map_or(Expected::Entry, |absence| Expected::Away(absence.kind)))
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::super::Absence;
    use super::*;
    use crate::ids::{AbsenceId, AbsencesId, EmployeeId};
    use uuid::Uuid;

    #[test]
    fn a_day_asks_for_an_entry_unless_the_office_is_closed_or_the_person_away() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let away = |kind, from, until| Absence {
            id: AbsenceId(Uuid::nil()),
            kind,
            from,
            until,
            note: String::new(),
            by: None,
            by_name: String::new(),
            at: Default::default(),
            known_at: None,
        };
        let list =
            vec![away(AbsenceKind::Duty, day(8, 11), day(8, 11)), away(AbsenceKind::Leave, day(8, 14), day(8, 18))];
        let absences = Absences {
            id: AbsencesId(Uuid::nil()),
            person: EmployeeId(Uuid::nil()),
            list,
            taken: Vec::new(),
            unit: None,
            rev: 1,
        };
        let ask = |day| expected(day, Some(&absences), Calendar::official(), &Week::office());
        let table = [
            (day(8, 10), Expected::Entry),
            (day(8, 11), Expected::Away(AbsenceKind::Duty)),
            (day(8, 12), Expected::Entry),
            (day(8, 14), Expected::Away(AbsenceKind::Leave)),
            (day(8, 15), Expected::Closed),
            (day(8, 17), Expected::Closed),
            (day(8, 18), Expected::Away(AbsenceKind::Leave)),
            (day(8, 19), Expected::Entry),
        ];
        for (of, wanted) in table {
            assert_eq!(ask(of), Ok(wanted), "{of}");
        }
        let unknown = NaiveDate::from_ymd_opt(2019, 8, 12).unwrap();
        assert_eq!(ask(unknown), Err(CalendarMissing { year: 2019 }));
        assert_eq!(expected(day(8, 14), None, Calendar::official(), &Week::office()), Ok(Expected::Entry));
    }
}

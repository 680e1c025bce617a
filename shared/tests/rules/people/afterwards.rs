//! Days away that somebody writes for themselves when they have passed: marked, told to the superior, and not the last word.

use teladan_shared::absence::{AbsenceAnswer, Absences, AnswerAbsence};
use teladan_shared::calendar::Calendar;
use teladan_shared::complete::{Complete, complete};
use teladan_shared::refusal::OfficeFault;
use teladan_shared::zone::Zone;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

fn answer(id: u128, answer: AbsenceAnswer) -> Action {
    Action::AnswerAbsence(AnswerAbsence { id: AbsenceId(Uuid::from_u128(id)), person: STAFF, answer })
}

fn back(reason: &str) -> AbsenceAnswer {
    AbsenceAnswer::TakeBack { reason: reason.into() }
}

fn list(house: &House) -> &Absences {
    house.rows.absences(Absences::of(STAFF)).unwrap()
}

/// Thursday 9 July to Thursday 16 July, seen on Tuesday 14 July.
fn figures(house: &House) -> Complete {
    let days = (day("2026-07-09"), day("2026-07-16"));
    complete(&house.rows, STAFF, days, (day("2026-07-14"), None), Calendar::official()).unwrap()
}

#[test]
fn a_day_counts_as_written_afterwards_when_it_had_passed_where_the_unit_is() {
    let mut house = town();
    // From Friday to Wednesday, written on Tuesday the 14th: two working days had passed.
    house.done(by(STAFF), away(1, AbsenceKind::Sick, "2026-07-10", "2026-07-15"));
    let days = figures(&house);
    assert_eq!((days.sum.away, days.away_afterwards), (3, 2));
    assert_eq!(list(&house).unanswered(Zone::Wib).count(), 1);
    // At 22.30 UTC it is the 15th in Jayapura and the 15th in Jakarta; at 15.30 UTC only in Jayapura.
    let one = &list(&house).list[0];
    let at = |text: &str| teladan_shared::absence::Absence { at: text.parse().unwrap(), ..one.clone() };
    let evening = at("2026-07-14T15:30:00Z");
    assert!(evening.is_afterwards(STAFF, day("2026-07-14"), Zone::Wit));
    assert!(!evening.is_afterwards(STAFF, day("2026-07-14"), Zone::Wib));
    // What the superior or an admin writes is their word, and needs no mark.
    for who in [HEAD, ADMIN] {
        let mut house = town();
        house.done(by(who), away(1, AbsenceKind::Sick, "2026-07-10", "2026-07-15"));
        assert_eq!((figures(&house).away_afterwards, list(&house).unanswered(Zone::Wib).count()), (0, 0));
    }
    let mut house = town();
    house.done(by(STAFF), away(1, AbsenceKind::Leave, "2026-07-14", "2026-07-15"));
    assert_eq!(list(&house).unanswered(Zone::Wib).count(), 0, "today is in time");
}

#[test]
fn the_superior_says_that_it_is_known_or_takes_it_back_with_a_reason() {
    let mut house = town();
    house.done(by(STAFF), away(1, AbsenceKind::Sick, "2026-07-10", "2026-07-13"));
    let keep = answer(1, AbsenceAnswer::Keep);
    for (who, expected) in [
        (STAFF, Err(Refusal::Office(OfficeFault::OwnMatter))),
        (OTHER, Err(Refusal::NotFound)),
        (STRANGER, Err(Refusal::NotFound)),
        (HEAD, Ok(1)),
        (ADMIN, Ok(1)),
    ] {
        assert_eq!(house.asked(&by(who), &keep), expected, "{who}");
        assert_eq!(asked_narrowly(&house, &by(who), &keep), expected, "{who}, narrowly");
    }
    assert_eq!(house.asked(&by(HEAD), &answer(9, AbsenceAnswer::Keep)), Err(Refusal::NotFound));
    let unexplained = Err(Refusal::Office(OfficeFault::ReasonMissing));
    assert_eq!(house.asked(&by(HEAD), &answer(1, back(" "))), unexplained);
    house.done(by(HEAD), keep.clone());
    assert_eq!(list(&house).unanswered(Zone::Wib).count(), 0, "told once");
    assert_eq!(house.asked(&by(HEAD), &keep), Ok(0), "twice is once");
    assert_eq!(figures(&house).away_afterwards, 2, "the mark stays");
    house.done(by(HEAD), answer(1, back("Anda hadir di rapat.")));
    let taken = &list(&house).taken[0];
    assert_eq!((taken.reason.as_str(), taken.by_name.as_str()), ("Anda hadir di rapat.", "Zulkifli"));
    assert_eq!((list(&house).list.len(), figures(&house).sum.away), (0, 0), "it keeps nobody away");
    house.done(by(STAFF), away(2, AbsenceKind::Sick, "2026-07-10", "2026-07-10"));
    assert_eq!(list(&house).unanswered(Zone::Wib).count(), 1, "the days are free again, and told again");
}

#[test]
fn what_somebody_else_wrote_is_not_answered_and_the_list_of_the_taken_ends() {
    let mut house = town();
    house.done(by(ADMIN), away(1, AbsenceKind::Sick, "2026-07-10", "2026-07-13"));
    assert_eq!(house.asked(&by(HEAD), &answer(1, back("Hadir."))), Err(Refusal::NotAllowed));
    for turn in 0..30 {
        house.done(by(STAFF), away(100 + turn, AbsenceKind::Sick, "2026-07-07", "2026-07-07"));
        house.done(by(HEAD), answer(100 + turn, back("Hadir.")));
    }
    assert_eq!(list(&house).taken.len(), 20);
    assert_eq!(list(&house).taken[19].absence.id, AbsenceId(Uuid::from_u128(129)));
}

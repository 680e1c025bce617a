//! Days away, what undoes an import, and what goes along with a move.

use chrono::NaiveDate;
use teladan_shared::absence::{AbsenceKind, Absences, WithdrawAbsence};
use teladan_shared::account::{CloseAccount, OpenAccount};
use teladan_shared::command::Action;
use teladan_shared::employee::{Career, CarryRows, EraseEmployee, RestoreEmployee, SetEmployee};
use teladan_shared::entry::ReturnEntry;
use teladan_shared::ids::{AbsenceId, AccountId, EmployeeId};
use teladan_shared::nip::Nip;
use teladan_shared::refusal::Refusal;
use teladan_shared::row::{Key, Row};
use teladan_shared::rule::decide;
use teladan_shared::scope::Scope;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn days_away_do_not_overlap_and_are_taken_back_by_who_wrote_them() {
    let mut house = town();
    let add = |id, from, until| away(id, AbsenceKind::Leave, from, until);
    house.done(by(STAFF), add(1, "2026-07-20", "2026-07-22"));
    let taken = Err(Refusal::PeriodTaken { from: day("2026-07-20"), until: day("2026-07-22") });
    let table = [
        ("inside", STAFF, add(2, "2026-07-21", "2026-07-21"), taken.clone()),
        ("touching", STAFF, add(2, "2026-07-22", "2026-07-24"), taken),
        ("after", STAFF, add(2, "2026-07-23", "2026-07-24"), Ok(1)),
        ("the superior", HEAD, add(2, "2026-07-23", "2026-07-24"), Ok(1)),
        ("the admin", ADMIN, add(2, "2026-07-23", "2026-07-24"), Ok(1)),
        ("a colleague", OTHER, add(2, "2026-07-23", "2026-07-24"), Err(Refusal::NotFound)),
        ("another dinas", STRANGER, add(2, "2026-07-23", "2026-07-24"), Err(Refusal::NotFound)),
        ("reversed", STAFF, add(2, "2026-07-24", "2026-07-23"), Err(Refusal::PeriodUnsound { days_max: 400 })),
        ("the same again", STAFF, add(1, "2026-08-20", "2026-08-22"), Err(Refusal::AlreadyThere)),
    ];
    for (what, who, action, expected) in table {
        assert_eq!(house.asked(&by(who), &action), expected, "{what}");
        assert_eq!(asked_narrowly(&house, &by(who), &action), expected, "{what}, narrowly");
    }
    house.done(by(HEAD), add(3, "2026-07-01", "2026-07-02"));
    let absences = house.rows.absences(Absences::of(STAFF)).unwrap();
    let days: Vec<NaiveDate> = absences.list.iter().map(|absence| absence.from).collect();
    assert_eq!(days, [day("2026-07-01"), day("2026-07-20")], "in order");
    assert_eq!(absences.on(day("2026-07-22")).unwrap().kind, AbsenceKind::Leave);
    assert_eq!(absences.on(day("2026-07-23")), None);
    let withdraw = |id| Action::WithdrawAbsence(WithdrawAbsence { id: AbsenceId(Uuid::from_u128(id)), person: STAFF });
    assert_eq!(house.asked(&by(STAFF), &withdraw(3)), Err(Refusal::NotAllowed), "the head wrote it");
    assert_eq!(house.asked(&by(OTHER), &withdraw(1)), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(STAFF), &withdraw(7)), Err(Refusal::NotFound));
    house.done(by(STAFF), withdraw(1));
    house.done(by(HEAD), withdraw(3));
    assert!(house.rows.absences(Absences::of(STAFF)).unwrap().list.is_empty());
}

#[test]
fn what_undoes_an_import_does_not_undo_what_came_after() {
    let mut house = town();
    let new = EmployeeId(Uuid::from_u128(0x130));
    house.done(by(ADMIN), person(new, "Baru", DINAS, Some(BOSS)));
    let (id, nip) = (AccountId(Uuid::from_u128(0x131)), Nip::parse("198609262015051001").unwrap());
    house.done(by(ADMIN), Action::OpenAccount(OpenAccount { id, nip, employee: new }));
    let as_it_was = SetEmployee {
        id: STAFF,
        name: "Rahmawati".into(),
        rank: "III/a".into(),
        position: "Analis".into(),
        unit: UNIT,
        superior: Some(HEAD),
    };
    house.done(by(ADMIN), Action::SetEmployee(SetEmployee { position: "Ahli".into(), ..as_it_was.clone() }));
    let back = |base| Action::RestoreEmployee(RestoreEmployee { base, set: as_it_was.clone() });
    assert_eq!(house.asked(&by(ADMIN).within(), &back(1)), Err(Refusal::ChangedSinceSeen));
    house.done(by(ADMIN).within(), back(2));
    assert_eq!(house.rows.employee(STAFF).unwrap().position, "Analis");
    let erase = |base| Action::EraseEmployee(EraseEmployee { id: new, base });
    assert_eq!(house.asked(&by(ADMIN).within(), &erase(2)), Err(Refusal::ChangedSinceSeen));
    house.done(by(ADMIN).within(), Action::CloseAccount(CloseAccount { id }));
    house.done(by(ADMIN).within(), erase(1));
    let left = [Key::from(new), Key::from(id), Key::from(Career::of(new))];
    assert!(left.iter().all(|key| !house.rows.has(key)));
    assert!(!house.rows.iter().any(|row| matches!(row, Row::Claim(_))), "the NIP is free again");
}

#[test]
fn what_is_under_way_goes_along_to_the_new_board() {
    let mut house = town();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    let (remark, reason) = (REMARK, "Samakan angkanya.".into());
    house.done(by(HEAD), Action::ReturnEntry(ReturnEntry { entry: ENTRY, base: 1, remark, reason }));
    house.done(operator(), person(STAFF, "Rahmawati", UNIT, Some(BOSS)));
    let rows = vec![Key::from(ENTRY), Key::from(PLAN), Key::from(OTHER), Key::from(REMARK), Key::from(STAFF)];
    let carry = Action::CarryRows(CarryRows { person: STAFF, rows });
    assert_eq!(house.asked(&by(ADMIN), &carry), Err(Refusal::NotAllowed));
    let changes = decide(&carry, &house.rows, &operator()).unwrap();
    assert_eq!(changes.len(), 4, "nobody else's, and nothing else");
    let letter = changes.iter().find(|change| change.op.key() == Some(Key::from(REMARK))).unwrap();
    assert!(letter.scopes.contains(&Scope::Own(STAFF)), "it stays with its reader");
    assert!(changes.iter().all(|change| change.scopes.contains(&Scope::Unit(DINAS))));
    assert_eq!(asked_narrowly(&house, &operator(), &carry), Ok(4));
}

#[test]
fn a_board_does_not_miss_who_is_away() {
    let mut house = town();
    house.done(by(STAFF), away(1, AbsenceKind::Duty, "2026-07-14", "2026-07-14"));
    let away_on = |of| {
        let board = board(&house.rows, day(of), &[]);
        board.lines.iter().map(|line| line.away).collect::<Vec<_>>()
    };
    assert_eq!(away_on("2026-07-14"), [Some(AbsenceKind::Duty), None]);
    assert_eq!(away_on("2026-07-15"), [None, None]);
}

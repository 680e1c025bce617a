//! A dialogue whose superior changes: the next one goes on, and reads nothing that was said to the one before.

use teladan_shared::dialogue::{Dialogue, DialogueState, Step};
use teladan_shared::employee::Employee;
use teladan_shared::ids::EmployeeId;
use teladan_shared::refusal::Refusal;
use teladan_shared::row::Row;
use teladan_shared::unit::{Acting, ActingKind, Unit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{NOW, agree, note, on, opened, step, the};
use crate::house::*;

/// From now on this one is the superior of STAFF.
fn given_to(house: &mut House, superior: EmployeeId) {
    let staff = house.rows.employee(STAFF).unwrap().clone();
    house.rows.put(Row::Employee(Employee { superior: Some(superior), ..staff }));
}

/// Somebody stands in for the head on one day.
fn stands_in(house: &mut House, person: EmployeeId, date: &str) {
    let unit = house.rows.unit(UNIT).unwrap().clone();
    let (name, kind, from, until) = ("Suparman".into(), ActingKind::Plh, day(date), day(date));
    house.rows.put(Row::Unit(Unit { acting: vec![Acting { person, name, kind, from, until }], ..unit }));
}

/// A dialogue in which both have written and agreed on something.
fn begun() -> House {
    let mut house = opened();
    house.done(by(STAFF), note("Saya lelah, jangan sampaikan.", 0));
    house.done(by(HEAD), note("Beri waktu.", 0));
    house.done(by(HEAD), step(agree(1, "2026-08-01")));
    house
}

fn read(house: &House, reader: EmployeeId) -> Dialogue {
    the(house, NOW).clone().for_reader(reader)
}

fn said(one: &Dialogue) -> (&str, &str) {
    (&one.person_note.text, &one.superior_note.text)
}

#[test]
fn the_next_superior_writes_agrees_and_closes_without_reading_what_was_said_before() {
    let mut house = begun();
    given_to(&mut house, OTHER);
    let seen = read(&house, OTHER);
    assert_eq!((said(&seen), seen.actions.len(), seen.earlier.len()), (("", ""), 1, 0));
    // What is written rests on what was shown.
    house.done(by(OTHER), note("Mari kita mulai.", seen.superior_note.version));
    assert_eq!((the(&house, NOW).superior, the(&house, NOW).superior_name.as_str()), (Some(OTHER), "Suparman"));
    assert_eq!(said(&read(&house, OTHER)), ("", "Mari kita mulai."));
    let own = read(&house, STAFF);
    assert_eq!(said(&own), ("", "Mari kita mulai."));
    let before = &own.earlier[0];
    assert_eq!(
        (before.superior_name.as_str(), before.person_note.text.as_str()),
        ("Zulkifli", "Saya lelah, jangan sampaikan.")
    );
    assert_eq!(
        house.asked(&by(STAFF), &note("Saya lelah. Dan lagi", 1)),
        Err(Refusal::ChangedSinceSeen),
        "for the other one"
    );
    house.done(by(STAFF), note("Siap.", own.person_note.version));
    house.done(by(OTHER), step(Step::Close { base: the(&house, NOW).rev }));
    assert_eq!(the(&house, NOW).state, DialogueState::Closed);
    assert_eq!(house.asked(&by(HEAD), &note("Saya lagi", 1)), Err(Refusal::NotFound), "no longer the superior");
    // Nobody else reads it when it is closed.
    given_to(&mut house, HEAD);
    assert_eq!(said(&read(&house, HEAD)), ("Saya lelah, jangan sampaikan.", "Beri waktu."), "one's own, and no more");
}

#[test]
fn the_head_goes_on_where_they_were_when_nobody_stands_in_any_more() {
    let mut house = begun();
    stands_in(&mut house, OTHER, "2026-07-15");
    assert_eq!(said(&read(&house, OTHER)), ("", ""));
    house.done(on(OTHER, "2026-07-15"), note("Saya Plh. hari ini.", 0));
    assert_eq!(said(&read(&house, HEAD)), ("Saya lelah, jangan sampaikan.", "Beri waktu."));
    let base = read(&house, HEAD).superior_note.version;
    house.done(on(HEAD, "2026-07-16"), note("Beri waktu dua pekan.", base));
    let own = read(&house, STAFF);
    assert_eq!(said(&own), ("Saya lelah, jangan sampaikan.", "Beri waktu dua pekan."));
    assert_eq!(own.earlier.iter().map(|one| one.superior).collect::<Vec<_>>(), [OTHER], "nothing is lost");
    house.done(on(STAFF, "2026-07-16"), note("Terima kasih.", own.person_note.version));
    assert_eq!(read(&house, HEAD).person_note.text, "Terima kasih.");
}

#[test]
fn what_the_person_writes_after_the_change_is_for_the_new_superior() {
    let mut house = begun();
    given_to(&mut house, OTHER);
    let now = on(STAFF, "2026-07-15").now;
    let shown = the(&house, NOW).clone().of_today(house.rows.employee(STAFF).unwrap(), &house.rows, now);
    assert_eq!((said(&shown), shown.superior), (("", ""), Some(OTHER)), "as the door shows it");
    house.done(on(STAFF, "2026-07-15"), note("Kepada Bapak.", shown.person_note.version));
    assert_eq!(said(&read(&house, OTHER)), ("Kepada Bapak.", ""));
    assert_eq!(read(&house, HEAD).person_note.text, "Saya lelah, jangan sampaikan.");
}

//! Two admins with the form of one unit open at once: what each has changed stays, and what both have changed is refused to the second.

use teladan_shared::command::Action;
use teladan_shared::refusal::Refusal;
use teladan_shared::unit::{SetUnit, UnitWas};
use teladan_shared::zone::Zone;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

/// A form that began with the unit as it is in this house.
fn form(house: &House) -> SetUnit {
    let was = UnitWas::of(house.rows.unit(SEKSI).unwrap());
    let UnitWas { name, parent, head, zone } = was.clone();
    SetUnit { id: SEKSI, name, parent, head, zone, was: Some(was) }
}

fn now(house: &House) -> UnitWas {
    UnitWas::of(house.rows.unit(SEKSI).unwrap())
}

#[test]
fn what_another_admin_has_written_beside_it_stays() {
    let mut house = town();
    let mine = SetUnit { name: "Seksi Kearsipan".into(), ..form(&house) };
    let theirs = SetUnit { parent: Some(DINAS), head: Some(BOSS), zone: Zone::Wita, ..form(&house) };
    house.done(by(CITY_ADMIN), Action::SetUnit(theirs));
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &Action::SetUnit(mine.clone())), Ok(1));
    house.done(by(ADMIN), Action::SetUnit(mine));
    let both = UnitWas { name: "Seksi Kearsipan".into(), parent: Some(DINAS), head: Some(BOSS), zone: Zone::Wita };
    assert_eq!(now(&house), both);
}

#[test]
fn what_both_have_changed_is_refused_unless_they_agree() {
    let mut house = town();
    let begun = form(&house);
    let named = |name: &str| Action::SetUnit(SetUnit { name: name.into(), ..begun.clone() });
    house.done(by(CITY_ADMIN), named("Seksi Kearsipan"));
    assert_eq!(house.asked(&by(ADMIN), &named("Seksi Dokumen")), Err(Refusal::ChangedSinceSeen));
    assert_eq!(house.asked(&by(ADMIN), &named("Seksi Kearsipan")), Ok(1), "the same");
    let whole = Action::SetUnit(SetUnit { was: None, name: "Seksi Dokumen".into(), ..begun });
    assert_eq!(house.asked(&by(ADMIN), &whole), Ok(1), "who does not tell what they saw writes it whole");
}

#[test]
fn the_rights_are_those_for_what_is_written() {
    let mut house = town();
    let begun = form(&house);
    let away = SetUnit { parent: Some(ELSEWHERE), ..begun.clone() };
    assert_eq!(house.asked(&by(ADMIN), &Action::SetUnit(away.clone())), Err(Refusal::NotFound));
    // To say that it was there before moves nothing.
    let lie = SetUnit { was: Some(UnitWas { parent: Some(ELSEWHERE), ..begun.was.clone().unwrap() }), ..away };
    house.done(by(ADMIN), Action::SetUnit(lie));
    assert_eq!(now(&house).parent, Some(UNIT));
}

//! Acting posts: Plt. and Plh.

use chrono::{DateTime, Utc};
use teladan_shared::actor::Actor;
use teladan_shared::command::Action;
use teladan_shared::entry::ApproveEntry;
use teladan_shared::ids::EmployeeId;
use teladan_shared::refusal::Refusal;
use teladan_shared::rule::Ctx;
use teladan_shared::unit::{ActingKind, EndActing, SetActing};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

fn at(employee: EmployeeId, moment: &str) -> Ctx {
    let now: DateTime<Utc> = moment.parse().unwrap();
    Ctx::on_server(Actor::Employee { employee }, now, now)
}

#[test]
fn whoever_stands_in_reviews_while_it_runs_and_not_a_day_longer() {
    let mut house = town();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-13")));
    let approve = Action::ApproveEntry(ApproveEntry { entry: ENTRY, base: 1 });
    let acting = |from: &str, until: &str| {
        let (kind, from, until) = (ActingKind::Plh, day(from), day(until));
        Action::SetActing(SetActing { unit: UNIT, person: OTHER, kind, from, until })
    };
    assert_eq!(house.asked(&by(OTHER), &acting("2026-07-14", "2026-07-16")), Err(Refusal::NotAllowed));
    house.done(by(ADMIN), acting("2026-07-14", "2026-07-16"));
    let table = [
        // In Jakarta the 14th begins at 17.00 of the 13th.
        ("2026-07-13T16:59:59Z", false),
        ("2026-07-13T17:00:00Z", true),
        ("2026-07-16T16:59:59Z", true),
        ("2026-07-16T17:00:00Z", false),
    ];
    for (moment, may) in table {
        let expected = if may { Ok(1) } else { Err(Refusal::NotFound) };
        assert_eq!(house.asked(&at(OTHER, moment), &approve), expected, "{moment}");
        assert_eq!(asked_narrowly(&house, &at(OTHER, moment), &approve), expected, "{moment}, narrowly");
        assert_eq!(house.asked(&at(HEAD, moment), &approve), Ok(1), "the head as well");
        let unit = house.rows.unit(UNIT).unwrap();
        let today = unit.today(moment.parse().unwrap());
        assert_eq!((unit.is_led_by(OTHER, today), unit.is_led_by(HEAD, today)), (may, true));
    }
    let taken = Refusal::PeriodTaken { from: day("2026-07-14"), until: day("2026-07-16") };
    assert_eq!(house.asked(&by(ADMIN), &acting("2026-07-16", "2026-07-20")), Err(taken));
    let end = Action::EndActing(EndActing { unit: UNIT, from: day("2026-07-14") });
    house.done(at(ADMIN, "2026-07-15T05:00:00Z"), end);
    assert_eq!(house.asked(&at(OTHER, "2026-07-15T05:00:01Z"), &approve), Err(Refusal::NotFound));
    assert_eq!(house.rows.unit(UNIT).unwrap().acting[0].until, day("2026-07-14"), "what was, stays in the book");
}

#[test]
fn who_stands_in_does_not_assess_themselves_or_people_of_another_head() {
    let mut house = town();
    let acting = SetActing {
        unit: UNIT,
        person: OTHER,
        kind: ActingKind::Plt,
        from: day("2026-07-01"),
        until: day("2026-07-31"),
    };
    house.done(operator(), Action::SetActing(acting));
    let assessed = |id| house.rows.employee(id).unwrap().is_assessed_by(OTHER, &house.rows, by(OTHER).now);
    let table = [(STAFF, true), (OTHER, false), (HEAD, false), (ADMIN, false), (STRANGER, false)];
    for (who, expected) in table {
        assert_eq!(assessed(who), expected, "{who}");
    }
}

//! What the two hear of a dialogue on their own phones, what of it is new, and what the person does there without a network.

use teladan_shared::command::Action;
use teladan_shared::dialogue::{Deed, Dialogue, DialogueId, Doer, Echo, EchoId, OwnStep, Quarter, Step, StepDialogue};
use teladan_shared::ids::{AgreedId, EmployeeId};
use teladan_shared::refusal::{FeedbackFault, Refusal};
use teladan_shared::row::Row;
use teladan_shared::unit::{Acting, ActingKind};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

const DIALOGUE: DialogueId = DialogueId { person: STAFF, quarter: Quarter { year: 2026, number: 3 } };

fn step(step: Step) -> Action {
    Action::StepDialogue(StepDialogue { person: STAFF, quarter: DIALOGUE.quarter, step })
}

fn note(text: &str, base: u32) -> Action {
    step(Step::Note { text: text.into(), base })
}

fn own(deed: Deed) -> OwnStep {
    OwnStep::new(DIALOGUE, deed)
}

fn does(own: OwnStep) -> Action {
    Action::OwnStep(own)
}

fn heard(house: &House, reader: EmployeeId) -> Option<&Echo> {
    house.rows.echo(EchoId { reader, dialogue: DIALOGUE })
}

fn news(house: &House, reader: EmployeeId) -> (Vec<Deed>, bool) {
    heard(house, reader).map(|echo| (echo.news.clone(), echo.is_new())).unwrap_or_default()
}

fn on_the_phone(house: &House) -> Dialogue {
    serde_json::from_str(&heard(house, STAFF).unwrap().body).unwrap()
}

#[test]
fn each_hears_what_the_other_does_and_nobody_else_hears_anything() {
    let mut house = House::new();
    house.done(by(STAFF), step(Step::Open));
    assert_eq!(news(&house, STAFF), (vec![], false), "nobody hears of themselves");
    assert_eq!(news(&house, HEAD), (vec![Deed::Open], true));
    assert_eq!(heard(&house, HEAD).unwrap().by_name, "Rahmawati");
    house.done(by(STAFF), note("Loket ramai.", 0));
    house.done(by(STAFF), note("Loket ramai sekali.", 1));
    assert_eq!(news(&house, HEAD).0, [Deed::Open, Deed::Note], "each kind once");
    house.done(by(HEAD), step(Step::Open));
    let action = AgreedId(Uuid::from_u128(1));
    let agree = Step::Agree { action, text: "Pelatihan".into(), due: day("2026-08-01"), doer: Doer::Person };
    house.done(by(HEAD), step(agree));
    house.done(by(HEAD), step(Step::Settle { action, done: false, explanation: "Penuh.".into() }));
    assert_eq!(news(&house, STAFF), (vec![Deed::Open, Deed::Agree, Deed::NotMet], true));
    let echo = heard(&house, STAFF).unwrap();
    assert_eq!((&*echo.by_name, echo.at), ("Zulkifli", Some(by(HEAD).now)));
    let readers: Vec<EmployeeId> = house
        .rows
        .iter()
        .filter_map(|row| if let Row::Echo(echo) = row { Some(echo.id.reader) } else { None })
        .collect();
    assert_eq!(readers, [HEAD, STAFF]);
}

#[test]
fn the_dialogue_lies_on_the_phone_of_the_person_and_on_no_other() {
    let mut house = House::new();
    for (who, action) in [(STAFF, step(Step::Open)), (STAFF, note("kata pegawai", 0)), (HEAD, step(Step::Open))] {
        house.done(by(who), action);
        assert_eq!(Some(&on_the_phone(&house)), house.rows.dialogue(DIALOGUE), "as the office has it, whoever wrote");
    }
    house.done(by(HEAD), note("kata atasan", 0));
    assert_eq!(on_the_phone(&house).superior_note.text, "kata atasan");
    assert_eq!(heard(&house, HEAD).unwrap().body, "", "a superior's phone holds nobody else's record");
}

#[test]
fn what_was_read_is_read_and_what_came_after_is_not() {
    let mut house = House::new();
    house.done(by(HEAD), step(Step::Open));
    house.done(by(HEAD), note("satu", 0));
    let read = |base| does(OwnStep { base, ..own(Deed::Read) });
    assert_eq!(house.asked(&by(OTHER), &read(2)), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(HEAD), &read(2)), Err(Refusal::NotFound), "the superior has heard nothing");
    house.done(by(HEAD), note("dua", 1));
    house.done(by(STAFF), read(2));
    assert_eq!(news(&house, STAFF), (vec![Deed::Open, Deed::Note], true), "the third came while two were read");
    assert_eq!(house.asked(&by(STAFF), &read(1)), Ok(0), "a late reader takes nothing back");
    house.done(by(STAFF), read(900));
    assert!(!news(&house, STAFF).1);
    house.done(by(HEAD), step(Step::Close { base: 3 }));
    assert_eq!(news(&house, STAFF), (vec![Deed::Close], true), "what was read is not told again");
    assert_eq!(heard(&house, STAFF).unwrap().read, 3);
}

#[test]
fn the_person_does_through_the_queue_what_they_may_and_nobody_does_it_for_them() {
    let mut house = House::new();
    assert_eq!(house.asked(&by(HEAD), &does(own(Deed::Open))), Err(Refusal::NotFound));
    house.done(by(STAFF), does(own(Deed::Open)));
    let words = |deed, text: &str| OwnStep { text: text.into(), ..own(deed) };
    house.done(by(STAFF), does(words(Deed::Note, "Saya ingin bicara tentang loket.")));
    house.done(by(HEAD), step(Step::Open));
    let action = Some(AgreedId(Uuid::from_u128(1)));
    let agree = OwnStep {
        action,
        due: Some(day("2026-08-01")),
        doer: Some(Doer::Superior),
        ..words(Deed::Agree, "Satu orang lagi tiap Senin")
    };
    house.done(by(STAFF), does(agree.clone()));
    let unfinished = OwnStep { due: None, ..agree };
    assert_eq!(house.asked(&by(STAFF), &does(unfinished)), Err(Refusal::NotFound), "without a day it is no step");
    house.done(by(STAFF), does(OwnStep { action, ..words(Deed::NotMet, "Belum ada orang.") }));
    house.done(by(STAFF), does(OwnStep { action, ..own(Deed::Done) }));
    assert_eq!(house.asked(&by(STAFF), &does(own(Deed::Close))), Err(Refusal::NotAllowed), "the superior closes it");
    let [open, note, agreed, not_met, done] = [Deed::Open, Deed::Note, Deed::Agree, Deed::NotMet, Deed::Done];
    assert_eq!(news(&house, HEAD).0, [open, note, agreed, not_met, done]);
    house.done(by(HEAD), step(Step::Close { base: house.rows.dialogue(DIALOGUE).unwrap().rev }));
    house.done(by(STAFF), does(words(Deed::Reply, "Baik, Pak.")));
    assert_eq!(house.rows.dialogue(DIALOGUE).unwrap().reply, "Baik, Pak.");
}

#[test]
fn the_phone_foresees_what_the_office_will_say() {
    let mut house = House::new();
    let (today, now) = (day("2026-07-14"), by(STAFF).now);
    let words = |text: &str, base| OwnStep { text: text.into(), base, ..own(Deed::Note) };
    assert_eq!(words("a", 0).after(None, today, now), Err(Refusal::NotFound));
    let asked = own(Deed::Open).after(None, today, now).unwrap();
    let first = words("satu", 0).after(Some(&asked), today, now).unwrap();
    let second = words("dua", 1).after(Some(&first), today, now).unwrap();
    let stale = words("dari HP lain", 1).after(Some(&second), today, now);
    assert_eq!(stale, Err(Refusal::ChangedSinceSeen));
    let early = own(Deed::Open).after(None, day("2026-06-30"), now);
    assert_eq!(early, Err(Refusal::Feedback(FeedbackFault::QuarterNotBegun)));
    for step in [own(Deed::Open), words("satu", 0), words("dua", 1)] {
        house.done(by(STAFF), does(step));
    }
    let office = Dialogue { rev: 0, ..house.rows.dialogue(DIALOGUE).unwrap().clone() };
    assert_eq!(second, office, "the same rule");
}

#[test]
fn who_assesses_the_person_now_is_told() {
    let mut house = House::new();
    house.done(by(HEAD), step(Step::Open));
    let mut person = house.rows.employee(STAFF).unwrap().clone();
    person.superior = Some(OTHER);
    house.rows.put(Row::Employee(person.clone()));
    // What is written rests on what the door shows: the dialogue in the hands of whoever assesses now.
    let base = |house: &House| {
        let dialogue = house.rows.dialogue(DIALOGUE).unwrap().clone();
        dialogue.of_today(house.rows.employee(STAFF).unwrap(), &house.rows, by(STAFF).now).person_note.version
    };
    house.done(by(STAFF), note("Saya pindah.", base(&house)));
    assert_eq!((news(&house, HEAD).1, news(&house, OTHER).1), (false, true), "the new superior, not the one before");
    person.superior = None;
    let mut unit = house.rows.unit(UNIT).unwrap().clone();
    unit.head = None;
    let (name, kind, from, until) = ("Zulkifli".into(), ActingKind::Plt, day("2026-07-01"), day("2026-07-31"));
    unit.acting = vec![Acting { person: HEAD, name, kind, from, until }];
    house.rows.put(Row::Employee(person));
    house.rows.put(Row::Unit(unit));
    house.done(by(STAFF), note("Kursi atasan kosong.", base(&house)));
    assert_eq!(news(&house, HEAD), (vec![Deed::Note], true), "who stands in");
}

#[test]
fn a_step_is_the_same_in_the_queue() {
    let action = AgreedId(Uuid::from_u128(1));
    let text = || "kata".to_owned();
    for step in [
        Step::Open,
        Step::Note { text: text(), base: 3 },
        Step::Agree { action, text: text(), due: day("2026-08-01"), doer: Doer::Both },
        Step::Withdraw { action },
        Step::Settle { action, done: true, explanation: String::new() },
        Step::Settle { action, done: false, explanation: text() },
        Step::Close { base: 4 },
        Step::Reply { text: text() },
    ] {
        assert_eq!(OwnStep::of(DIALOGUE, step.clone()).step(), Some(step));
    }
}

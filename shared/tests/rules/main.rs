//! The rules, by tables: an office of three people, and what each of them may do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use chrono::{DateTime, Utc};
use teladan_shared::actor::Actor;
use teladan_shared::board::ItemState;
use teladan_shared::command::Action;
use teladan_shared::employee::SetEmployee;
use teladan_shared::entry::{ApproveEntry, Content, Photo, ReturnEntry, ReviseEntry, SeeEntry};
use teladan_shared::ids::{CounterId, PlanId, ResponseId};
use teladan_shared::plan::AgreePlan;
use teladan_shared::quantity::Quantity;
use teladan_shared::refusal::{FeedbackFault, Refusal};
use teladan_shared::remark::{ReadRemark, RemarkKind, WriteRemark};
use teladan_shared::response::{LeaveResponse, Score};
use teladan_shared::rule::Ctx;
use teladan_shared::together::Together;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod attention;
mod complete;
mod day;
mod dialogue;
mod echo;
mod feedback;
mod golden;
mod house;
mod merge;
mod opened;
mod people;
mod plan;
mod plan_part;
mod plan_talk;
mod plan_tree;
mod rollup;
mod team;
mod template;
mod wire;

use house::*;

#[test]
fn an_entry_is_refused_for_its_first_fault() {
    let house = House::new();
    let photo = |bytes| Photo { sha256: "a".repeat(64), bytes };
    let with = |change: fn(&mut Content)| {
        let mut good = content("kerja", 3, "2026-07-14");
        change(&mut good);
        house.asked(&by(STAFF), &entry(good))
    };
    assert_eq!(with(|_| ()), Ok(2));
    assert_eq!(with(|c| c.text = " \n".into()), Err(Refusal::TextMissing));
    assert_eq!(with(|c| c.text = "x".repeat(2001)), Err(Refusal::TextTooLong { characters_max: 2000 }));
    assert_eq!(with(|c| c.work_date = day("2026-07-15")), Err(Refusal::FutureDate { today: day("2026-07-14") }));
    assert_eq!(with(|c| c.quantity = Quantity::ZERO), Err(Refusal::QuantityNotCountable));
    let outside = Refusal::OutsidePlan { from: day("2026-07-01"), until: day("2026-09-30") };
    assert_eq!(with(|c| c.work_date = day("2026-06-30")), Err(outside));
    assert_eq!(with(|c| c.plan = Some(PlanId(Uuid::from_u128(99)))), Err(Refusal::NotFound));
    assert_eq!(with(|c| (c.plan, c.quantity) = (None, Quantity::ZERO)), Ok(1));
    let mut many = content("kerja", 3, "2026-07-14");
    many.photos = vec![photo(1); 5];
    assert_eq!(house.asked(&by(STAFF), &entry(many)), Err(Refusal::TooManyPhotos { photos_max: 4 }));
    let mut large = content("kerja", 3, "2026-07-14");
    large.photos = vec![photo(300_001)];
    assert_eq!(house.asked(&by(STAFF), &entry(large)), Err(Refusal::PhotoTooLarge { kilobytes_max: 300 }));
}

#[test]
fn late_evening_in_jakarta_is_still_today() {
    let house = House::new();
    let now: DateTime<Utc> = "2026-07-14T16:59:00Z".parse().unwrap();
    let ctx = Ctx::on_server(Actor::Employee { employee: STAFF }, now, now);
    assert_eq!(house.asked(&ctx, &entry(content("kerja", 1, "2026-07-14"))), Ok(2));
    assert!(matches!(house.asked(&ctx, &entry(content("kerja", 1, "2026-07-15"))), Err(Refusal::FutureDate { .. })));
}

#[test]
fn bji_3_nobody_counts_towards_a_plan_of_another_or_one_not_agreed() {
    let mut house = House::new();
    assert_eq!(house.asked(&by(OTHER), &entry(content("kerja", 1, "2026-07-14"))), Err(Refusal::NotFound));
    let mut mine = house.proposed();
    (mine.id, mine.owner) = (PlanId(Uuid::from_u128(50)), OTHER);
    let id = mine.id;
    house.done(by(OTHER), Action::ProposePlan(Box::new(mine)));
    let mut early = content("kerja", 1, "2026-07-14");
    early.plan = Some(id);
    assert_eq!(house.asked(&by(OTHER), &entry(early.clone())), Err(Refusal::PlanNotAgreed));
    assert_eq!(house.asked(&by(OTHER), &Action::AgreePlan(AgreePlan { plan: id, base: 1 })), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(STAFF), &Action::AgreePlan(AgreePlan { plan: id, base: 1 })), Err(Refusal::NotFound));
    assert_eq!(
        house.asked(&by(HEAD), &Action::AgreePlan(AgreePlan { plan: id, base: 7 })),
        Err(Refusal::ChangedSinceSeen)
    );
    house.done(by(HEAD), Action::AgreePlan(AgreePlan { plan: id, base: 1 }));
    assert_eq!(house.asked(&by(OTHER), &entry(early)), Ok(2));
}

#[test]
fn progress_follows_every_revision() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    let done = |house: &House| house.rows.plan(PLAN).unwrap().done.to_string();
    assert_eq!(done(&house), "7");
    let revise = |base, content| Action::ReviseEntry(ReviseEntry { entry: ENTRY, base, content, seen: None });
    house.done(by(STAFF), revise(1, content("sembilan", 9, "2026-07-13")));
    assert_eq!(done(&house), "9");
    assert_eq!(house.asked(&by(STAFF), &revise(1, content("lama", 1, "2026-07-13"))), Err(Refusal::ChangedSinceSeen));
    let mut extra = content("tambahan", 0, "2026-07-13");
    extra.plan = None;
    house.done(by(STAFF), revise(2, extra));
    assert_eq!(done(&house), "0");
    house.done(by(STAFF), revise(3, content("kembali", 4, "2026-07-13")));
    assert_eq!(done(&house), "4");
}

#[test]
fn only_the_superior_reviews_and_only_what_was_seen() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    let approve = |base| Action::ApproveEntry(ApproveEntry { entry: ENTRY, base });
    assert_eq!(house.asked(&by(STAFF), &approve(1)), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(OTHER), &approve(1)), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(HEAD), &approve(2)), Err(Refusal::ChangedSinceSeen));
    house.done(by(HEAD), Action::SeeEntry(SeeEntry { entry: ENTRY, base: 1 }));
    assert_eq!(house.rows.entry(ENTRY).unwrap().state(), ItemState::Seen);
    let send_back = |reason: &str| {
        Action::ReturnEntry(ReturnEntry { entry: ENTRY, base: 1, remark: REMARK, reason: reason.into() })
    };
    assert_eq!(house.asked(&by(HEAD), &send_back(" ")), Err(Refusal::Feedback(FeedbackFault::WordsMissing)));
    house.done(by(HEAD), send_back("samakan dengan register"));
    assert_eq!(house.rows.entry(ENTRY).unwrap().state(), ItemState::Returned);
    house.done(
        by(STAFF),
        Action::ReviseEntry(ReviseEntry {
            entry: ENTRY,
            base: 1,
            content: content("enam", 6, "2026-07-14"),
            seen: None,
        }),
    );
    assert_eq!(house.rows.entry(ENTRY).unwrap().state(), ItemState::Sent, "it waits anew");
    house.done(by(HEAD), approve(2));
    let again = Action::ReviseEntry(ReviseEntry {
        entry: ENTRY,
        base: 2,
        content: content("lima", 5, "2026-07-14"),
        seen: None,
    });
    assert_eq!(house.asked(&by(STAFF), &again), Err(Refusal::EntryApproved));
}

#[test]
fn a_remark_reaches_the_other_and_marks_the_entry_as_seen() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    let write = |kind, text: &str| Action::WriteRemark(WriteRemark::plain(REMARK, ENTRY, kind, text.into()));
    assert_eq!(
        house.asked(&by(HEAD), &write(RemarkKind::Note, "")),
        Err(Refusal::Feedback(FeedbackFault::WordsMissing))
    );
    assert_eq!(house.asked(&by(OTHER), &write(RemarkKind::Note, "hai")), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(HEAD), &write(RemarkKind::Return, "hai")), Err(Refusal::NotAllowed));
    house.done(by(HEAD), write(RemarkKind::Thanks, ""));
    assert_eq!(house.rows.entry(ENTRY).unwrap().state(), ItemState::Seen);
    assert_eq!(house.rows.remark(REMARK).unwrap().to, STAFF);
    assert_eq!(house.asked(&by(HEAD), &Action::ReadRemark(ReadRemark { remark: REMARK })), Err(Refusal::NotFound));
    house.done(by(STAFF), Action::ReadRemark(ReadRemark { remark: REMARK }));
    assert!(house.rows.remark(REMARK).unwrap().read_at.is_some());
}

#[test]
fn nobody_becomes_their_own_superior() {
    let house = House::new();
    let set = |superior| {
        let (name, rank, position) = ("Zulkifli".into(), String::new(), String::new());
        Action::SetEmployee(SetEmployee { id: HEAD, name, rank, position, unit: UNIT, superior })
    };
    let now = by(HEAD).now;
    let operator = Ctx::on_server(Actor::Operator, now, now);
    assert_eq!(house.asked(&operator, &set(Some(HEAD))), Err(Refusal::SuperiorCycle));
    assert_eq!(house.asked(&operator, &set(Some(STAFF))), Err(Refusal::SuperiorCycle));
    assert_eq!(house.asked(&operator, &set(None)), Ok(2));
    assert_eq!(house.asked(&by(HEAD), &set(None)), Err(Refusal::NotAllowed));
}

#[test]
fn staff_cannot_speak_as_citizens() {
    let house = House::new();
    let action = Action::LeaveResponse(LeaveResponse {
        id: ResponseId(Uuid::from_u128(8)),
        counter: CounterId(Uuid::from_u128(9)),
        score: Score::try_from(4).unwrap(),
        text: String::new(),
        reference: "ABCD2345".into(),
    });
    assert_eq!(house.asked(&by(STAFF), &action), Err(Refusal::NotAllowed));
    assert!(Score::try_from(0).is_err() && Score::try_from(5).is_err());
}

#[test]
fn asking_for_rows_ends() {
    let house = House::new();
    let action = entry(content("tujuh", 7, "2026-07-14"));
    let (_, round) = house.handed_out(&by(STAFF), &action);
    assert!(round <= 3, "{round} rounds");
}

#[test]
fn the_board_shows_everyone_by_alphabet_and_sums_up() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("sepuluh", 10, "2026-07-14")));
    let days = [day("2026-07-13"), day("2026-07-14")];
    let board = board(&house.rows, day("2026-07-14"), &days);
    let names: Vec<&str> = board.lines.iter().map(|line| line.employee.name.as_str()).collect();
    assert_eq!(names, ["Rahmawati", "Suparman"]);
    assert_eq!((board.recorded(), board.waiting(), board.progress.percent), (1, 1, 50));
    assert_eq!(board.without_plan(), 1, "Suparman has no plan, and is left out of the mean");
    let days: Vec<_> = board.lines[0].days.iter().map(|day| (day.date, day.entries)).collect();
    assert_eq!(days, [(day("2026-07-13"), 0), (day("2026-07-14"), 1)]);
}

#[test]
fn a_group_happens_whole_or_not_at_all() {
    let mut house = House::new();
    let group = |base| {
        let first = entry(content("tujuh", 7, "2026-07-14"));
        let again = content("sembilan", 9, "2026-07-14");
        let then = Action::ReviseEntry(ReviseEntry { entry: ENTRY, base, content: again, seen: None });
        Action::Together(Together { actions: vec![first, then] })
    };
    assert_eq!(
        house.asked(&by(STAFF), &group(2)),
        Err(Refusal::ChangedSinceSeen),
        "the second fails, so the first does"
    );
    house.done(by(STAFF), group(1));
    assert_eq!(house.rows.entry(ENTRY).unwrap().version, 2);
    assert_eq!(house.rows.plan(PLAN).unwrap().done, Quantity::whole(9));
}

#[test]
fn an_empty_group_and_a_group_in_a_group_are_not_understood() {
    let house = House::new();
    let empty = Action::Together(Together { actions: vec![] });
    let nested = Action::Together(Together { actions: vec![empty.clone()] });
    assert_eq!(house.asked(&by(STAFF), &empty), Err(Refusal::Unreadable));
    assert_eq!(house.asked(&by(STAFF), &nested), Err(Refusal::Unreadable));
}

//! Work for a team: when an entry may say so, what reaches the team, and what its leader may say.

use std::collections::BTreeSet;

use teladan_shared::command::Action;
use teladan_shared::employee::CarryRows;
use teladan_shared::entry::{
    ApproveEntry, Content, FlagEntry, More, RecordEntry, ReturnEntry, ReviseEntry, SettleEntry,
};
use teladan_shared::feedback::open_questions;
use teladan_shared::ids::RemarkId;
use teladan_shared::merge::Field;
use teladan_shared::refusal::{Refusal, TeamFault};
use teladan_shared::remark::{ReadRemark, RemarkKind, WriteRemark};
use teladan_shared::row::Key;
use teladan_shared::rule::Ctx;
use teladan_shared::scope::Scope;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{OTHER_TEAM, TEAM, heard, leave, set, with_team};
use crate::house::*;
use crate::people::{BOSS, CITY_ADMIN, ELSEWHERE, STRANGER, asked_narrowly, operator, person};

fn for_team(text: &str, date: &str) -> Content {
    let more = Box::new(More { team: Some(TEAM), ..More::default() });
    Content { more, ..content(text, 1, date) }
}

fn revise(base: u32, content: Content) -> Action {
    Action::ReviseEntry(ReviseEntry { entry: ENTRY, base, content, seen: None })
}

fn says(id: u128, kind: RemarkKind, text: &str) -> WriteRemark {
    WriteRemark::plain(RemarkId(Uuid::from_u128(id)), ENTRY, kind, text.into())
}

fn is_heard(house: &mut House, ctx: &Ctx, action: &Action, kinds: &[&str]) -> BTreeSet<String> {
    let all = heard(house, ctx, action);
    let to_team: BTreeSet<String> =
        all.iter().filter(|(_, scope)| *scope == Scope::Team(TEAM)).map(|(kind, _)| kind.clone()).collect();
    assert_eq!(to_team, kinds.iter().map(|kind| (*kind).to_owned()).collect(), "{action:?}");
    all.into_iter().filter(|(_, scope)| *scope == Scope::Own(STAFF)).map(|(kind, _)| kind).collect()
}

#[test]
fn bny_3_an_entry_is_for_a_team_only_while_its_owner_is_in_it() {
    let mut house = with_team();
    let no = || Err(Refusal::Team(TeamFault::NotInTeam));
    let table = [
        ("a member", STAFF, entry(for_team("posyandu", "2026-07-14")), Ok(2)),
        ("before joining", STAFF, entry(for_team("posyandu", "2026-07-09")), no()),
        ("a colleague", OTHER, entry(Content { plan: None, ..for_team("posyandu", "2026-07-14") }), no()),
        ("the leader", STRANGER, entry(Content { plan: None, ..for_team("rapat", "2026-07-14") }), Ok(1)),
    ];
    for (what, who, action, expected) in table {
        assert_eq!(house.asked(&by(who), &action), expected, "{what}");
        assert_eq!(asked_narrowly(&house, &by(who), &action), expected, "{what}, narrowly");
    }
    let mut elsewhere = for_team("posyandu", "2026-07-14");
    elsewhere.more.team = Some(OTHER_TEAM);
    assert_eq!(house.asked(&by(STAFF), &entry(elsewhere)), no(), "a team that is not there");
    house.done(by(CITY_ADMIN), set(|set| (set.base, set.until) = (2, day("2026-07-13"))));
    assert_eq!(house.asked(&by(STAFF), &entry(for_team("posyandu", "2026-07-14"))), no(), "the team has ended");
    assert_eq!(house.asked(&by(STAFF), &entry(for_team("posyandu", "2026-07-13"))), Ok(2));
}

#[test]
fn bny_3_what_was_written_for_a_team_stays_when_its_writer_leaves() {
    let mut house = with_team();
    house.done(by(STAFF), entry(for_team("posyandu", "2026-07-14")));
    house.done(by(CITY_ADMIN), leave(STAFF, "2026-07-10", "2026-07-13"));
    let same_day = revise(1, for_team("posyandu, diperbaiki", "2026-07-14"));
    assert_eq!(asked_narrowly(&house, &by(STAFF), &same_day), Ok(2));
    let no = Err(Refusal::Team(TeamFault::NotInTeam));
    assert_eq!(house.asked(&by(STAFF), &revise(1, for_team("posyandu", "2026-07-09"))), no, "to another day");
    let settle = |value: &str| {
        let (field, value, seen) = (Field::WorkDate, value.into(), vec!["2026-07-14".into()]);
        Action::SettleEntry(SettleEntry { entry: ENTRY, field, value, seen })
    };
    assert_eq!(asked_narrowly(&house, &by(STAFF), &settle("2026-07-09")), no);
    assert_eq!(asked_narrowly(&house, &by(STAFF), &settle("2026-07-13")), Ok(2), "while they were in it");
}

#[test]
fn bny_3_every_change_of_the_entry_reaches_the_team_and_nothing_else_of_its_owner_does() {
    let mut house = with_team();
    let own = is_heard(&mut house, &by(STAFF), &entry(for_team("posyandu", "2026-07-14")), &["entry"]);
    assert!(own.contains("plan"), "the plan is the owner's and the superior's");
    let flag = Action::FlagEntry(FlagEntry { entry: ENTRY, on: true });
    is_heard(&mut house, &by(STAFF), &flag, &["entry"]);
    is_heard(&mut house, &by(STAFF), &revise(1, for_team("dua posyandu", "2026-07-14")), &["entry"]);
    is_heard(&mut house, &by(HEAD), &Action::WriteRemark(says(1, RemarkKind::Note, "Bagus.")), &["entry", "remark"]);
    let read = Action::ReadRemark(ReadRemark { remark: RemarkId(Uuid::from_u128(1)) });
    is_heard(&mut house, &by(STAFF), &read, &["remark"]);
    let (remark, reason) = (RemarkId(Uuid::from_u128(2)), "Samakan angkanya.".into());
    let back = Action::ReturnEntry(ReturnEntry { entry: ENTRY, base: 2, remark, reason });
    is_heard(&mut house, &by(HEAD), &back, &["entry", "remark"]);
    let said = Key::from(RemarkId(Uuid::from_u128(1)));
    let carry =
        Action::CarryRows(CarryRows { person: STAFF, rows: vec![Key::from(ENTRY), Key::from(PLAN), said.clone()] });
    is_heard(&mut house, &operator(), &carry, &["entry", "remark"]);
    let alone = Action::CarryRows(CarryRows { person: STAFF, rows: vec![said] });
    assert!(house.handed_out(&operator(), &alone).0.entry(ENTRY).is_some(), "a remark's entry says who hears it");
    is_heard(&mut house, &by(HEAD), &Action::ApproveEntry(ApproveEntry { entry: ENTRY, base: 2 }), &["entry"]);
    let id = teladan_shared::ids::EntryId(Uuid::from_u128(0x300));
    let plain = RecordEntry { id, content: content("loket", 1, "2026-07-14"), draft: None };
    is_heard(&mut house, &by(STAFF), &Action::RecordEntry(plain), &[]);
}

#[test]
fn bny_3_an_entry_that_is_no_longer_for_the_team_leaves_its_sight() {
    let mut house = with_team();
    house.done(by(STAFF), entry(for_team("posyandu", "2026-07-14")));
    let off = revise(
        1,
        Content {
            more: Box::new(More { links: vec!["https://a.id".into()], ..More::default() }),
            ..content("loket", 1, "2026-07-14")
        },
    );
    let own = is_heard(&mut house, &by(STAFF), &off, &["-entry"]);
    assert!(own.contains("entry"));
    assert_eq!(house.rows.entry(ENTRY).unwrap().more.team, None, "and is there for everybody else");
    is_heard(&mut house, &by(STAFF), &revise(2, for_team("posyandu", "2026-07-14")), &["entry"]);
}

#[test]
fn plm_5_the_leader_remarks_and_the_assessor_approves() {
    let mut house = with_team();
    house.done(by(STAFF), entry(for_team("posyandu", "2026-07-14")));
    let ask = Action::WriteRemark(says(1, RemarkKind::Question, "Berapa balita?"));
    let (remark, reason) = (RemarkId(Uuid::from_u128(2)), "Ulangi.".into());
    let table = [
        ("the leader asks", STRANGER, ask.clone(), Ok(1)),
        ("a colleague", OTHER, ask.clone(), Err(Refusal::NotFound)),
        (
            "whoever asks for feedback",
            STRANGER,
            Action::WriteRemark(WriteRemark { asks: true, ..says(1, RemarkKind::Note, "") }),
            Err(Refusal::NotAllowed),
        ),
        (
            "the leader approves",
            STRANGER,
            Action::ApproveEntry(ApproveEntry { entry: ENTRY, base: 1 }),
            Err(Refusal::NotFound),
        ),
        (
            "the leader returns",
            STRANGER,
            Action::ReturnEntry(ReturnEntry { entry: ENTRY, base: 1, remark, reason }),
            Err(Refusal::NotFound),
        ),
        ("the leader flags", STRANGER, Action::FlagEntry(FlagEntry { entry: ENTRY, on: true }), Err(Refusal::NotFound)),
    ];
    for (what, who, action, expected) in table {
        assert_eq!(house.asked(&by(who), &action), expected, "{what}");
        assert_eq!(asked_narrowly(&house, &by(who), &action), expected, "{what}, narrowly");
    }
    is_heard(&mut house, &by(STRANGER), &ask, &["remark"]);
    let (entry, remark) = (house.rows.entry(ENTRY).unwrap(), house.rows.remark(RemarkId(Uuid::from_u128(1))).unwrap());
    assert_eq!((remark.to, remark.team), (STAFF, Some(TEAM)));
    assert_eq!((entry.seen_at, entry.answer_seconds), (None, None), "the assessor has neither seen nor answered");
    house.done(by(HEAD), Action::WriteRemark(says(3, RemarkKind::Thanks, "")));
    assert!(house.rows.entry(ENTRY).unwrap().answer_seconds.is_some());
    assert_eq!(house.rows.remark(RemarkId(Uuid::from_u128(3))).unwrap().team, None);
}

#[test]
fn plm_5_a_leaders_words_are_not_the_answer_that_was_asked_of_the_assessor() {
    let mut house = with_team();
    house.done(by(STAFF), entry(for_team("posyandu", "2026-07-14")));
    let ask = Action::WriteRemark(WriteRemark { asks: true, ..says(1, RemarkKind::Question, "Sudah benar?") });
    house.done(by(STAFF), ask);
    house.done(by(STRANGER), Action::WriteRemark(says(2, RemarkKind::Note, "Bagus.")));
    let asks = |house: &House| (house.rows.entry(ENTRY).unwrap().asks, open_questions(&house.rows).len());
    assert_eq!(asks(&house), (true, 1));
    house.done(by(HEAD), Action::WriteRemark(says(3, RemarkKind::Note, "Sudah.")));
    assert_eq!(asks(&house), (false, 0));
}

#[test]
fn plm_5_an_answer_goes_to_whoever_asked() {
    let mut house = with_team();
    house.done(by(STAFF), entry(for_team("posyandu", "2026-07-14")));
    house.done(by(STRANGER), Action::WriteRemark(says(1, RemarkKind::Question, "Berapa balita?")));
    house.done(by(HEAD), Action::WriteRemark(says(2, RemarkKind::Note, "Bagus.")));
    let reply = |id, to: Option<u128>| {
        let reply_to = to.map(|to| RemarkId(Uuid::from_u128(to)));
        Action::WriteRemark(WriteRemark { reply_to, ..says(id, RemarkKind::Note, "Dua puluh.") })
    };
    for (id, to, reader, of) in [(3, Some(1), STRANGER, Some(TEAM)), (4, Some(2), HEAD, None), (5, None, HEAD, None)] {
        assert_eq!(asked_narrowly(&house, &by(STAFF), &reply(id, to)), Ok(1));
        house.done(by(STAFF), reply(id, to));
        let remark = house.rows.remark(RemarkId(Uuid::from_u128(id))).unwrap();
        assert_eq!((remark.to, remark.team), (reader, of), "{to:?}");
    }
    house.done(by(CITY_ADMIN), set(|set| (set.base, set.leader) = (2, BOSS)));
    house.done(by(STAFF), reply(6, Some(1)));
    assert_eq!(house.rows.remark(RemarkId(Uuid::from_u128(6))).unwrap().to, HEAD, "who asked leads no longer");
}

#[test]
fn plm_5_a_leader_of_yesterday_and_one_of_long_ago_say_nothing() {
    let mut house = with_team();
    house.done(by(STAFF), entry(for_team("posyandu", "2026-07-14")));
    let say = Action::WriteRemark(says(1, RemarkKind::Note, "Bagus."));
    let at = |moment: &str| {
        let now = moment.parse().unwrap();
        Ctx::on_server(teladan_shared::actor::Actor::Employee { employee: STRANGER }, now, now)
    };
    assert_eq!(house.asked(&at("2027-04-02T07:00:00Z"), &say), Ok(1), "a quarter for the report");
    assert_eq!(house.asked(&at("2027-04-03T07:00:00Z"), &say), Err(Refusal::NotFound));
    house.done(by(CITY_ADMIN), set(|set| (set.base, set.leader) = (2, BOSS)));
    assert_eq!(house.asked(&by(STRANGER), &say), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(BOSS), &say), Ok(1));
    house.done(operator(), person(STAFF, "Rahmawati", ELSEWHERE, None));
    assert_eq!(house.asked(&by(BOSS), &say), Ok(1), "wherever the member is");
}

#[test]
fn bny_3_two_devices_and_the_team() {
    let mut house = with_team();
    house.done(by(STAFF), entry(content("posyandu", 1, "2026-07-14")));
    let seen = Some(content("posyandu", 1, "2026-07-14"));
    house.done(
        by(STAFF),
        Action::ReviseEntry(ReviseEntry {
            entry: ENTRY,
            base: 1,
            content: for_team("posyandu", "2026-07-14"),
            seen: seen.clone(),
        }),
    );
    let words = Action::ReviseEntry(ReviseEntry {
        entry: ENTRY,
        base: 1,
        content: content("dua posyandu", 1, "2026-07-14"),
        seen,
    });
    house.done(by(STAFF), words);
    let entry = house.rows.entry(ENTRY).unwrap();
    assert_eq!(
        (entry.text.as_str(), entry.more.team),
        ("dua posyandu", Some(TEAM)),
        "the words of one, the team of the other"
    );
}

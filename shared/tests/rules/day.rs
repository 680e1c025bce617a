//! The day: what an entry says besides its fields, when it is late, what comes again, and on how many working days there is one.

use teladan_shared::absence::{AbsenceKind, AddAbsence};
use teladan_shared::again::{copy, last_day, often, unfinished};
use teladan_shared::calendar::Calendar;
use teladan_shared::command::Action;
use teladan_shared::complete::{Kind, complete};
use teladan_shared::entry::{Adoption, Content, Doing, Entry, More, RecordEntry, ReviseEntry, Special};
use teladan_shared::ids::{AbsenceId, EntryId};
use teladan_shared::refusal::Refusal;
use teladan_shared::row::{Row, Rows};
use teladan_shared::rule::Ctx;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(0x700 + number))
}

fn record(number: u128, content: Content) -> Action {
    Action::RecordEntry(RecordEntry { id: id(number), content, draft: None })
}

fn saying(more: More) -> Content {
    Content { more: Box::new(more), ..content("melayani loket", 3, "2026-07-14") }
}

fn at(time: &str) -> Ctx {
    let now = time.parse().unwrap();
    Ctx { now, claimed_at: now, received_at: Some(now), ..by(STAFF) }
}

fn of(rows: &Rows, number: u128) -> &Entry {
    rows.entry(id(number)).unwrap()
}

fn blocked() -> More {
    More { doing: Doing::Blocked, obstacle: " listrik padam ".into(), ..More::default() }
}

#[test]
fn plm_6_four_fields_are_enough_and_three_of_them_are_filled_in() {
    let lean = Content { plan: None, quantity: Default::default(), ..content("apel pagi", 0, "2026-07-14") };
    let wire = serde_json::to_value(&lean).unwrap();
    let wanted: Vec<&String> = wire.as_object().unwrap().keys().collect();
    assert!(!wanted.iter().any(|name| *name == "more"), "what is not said does not travel");
    let mut house = House::new();
    house.done(by(STAFF), record(1, lean));
    // Each field taken away by itself: these are what must be there, and no more than four of them.
    let full = serde_json::to_value(saying(blocked())).unwrap();
    let lacking = |name: &&String| {
        let mut without = full.clone();
        without.as_object_mut().unwrap().remove(*name);
        serde_json::from_value::<Content>(without).is_err()
    };
    let required: Vec<&String> = full.as_object().unwrap().keys().filter(lacking).collect();
    assert_eq!(required, ["text", "work_date"]);
}

#[test]
fn an_entry_says_how_far_it_has_come() {
    let mut house = House::new();
    house.done(by(STAFF), record(1, saying(blocked())));
    assert_eq!(of(&house.rows, 1).more.obstacle, "listrik padam", "kept without blanks");
    let mute = More { obstacle: String::new(), ..blocked() };
    let refused = house.asked(&by(STAFF), &record(2, saying(mute))).unwrap_err();
    assert_eq!(refused.spoken().code, "obstacle_missing");
}

#[test]
fn dmi_2_an_innovation_is_an_entry_with_its_effect() {
    let mut house = House::new();
    let idea = Special::Innovation { adoption: Adoption::Tried, effect: "antrean turun separuh".into() };
    house.done(by(STAFF), record(1, saying(More { special: Some(idea.clone()), ..More::default() })));
    assert_eq!(of(&house.rows, 1).more.special, Some(idea));
}

#[test]
fn a_build_that_knows_less_takes_nothing_away() {
    let mut house = House::new();
    house.done(by(STAFF), record(1, saying(blocked())));
    let old = |base, seen| {
        let content = content("melayani dua loket", 4, "2026-07-14");
        Action::ReviseEntry(ReviseEntry { entry: id(1), base, content, seen })
    };
    house.done(by(STAFF), old(1, Some(content("melayani loket", 3, "2026-07-14"))));
    assert_eq!(
        (of(&house.rows, 1).text.as_str(), of(&house.rows, 1).more.doing),
        ("melayani dua loket", Doing::Blocked)
    );
    house.done(by(STAFF), old(of(&house.rows, 1).version, None));
    assert_eq!(of(&house.rows, 1).more.obstacle, "listrik padam");
}

#[test]
fn two_devices_that_contradict_each_other_are_told() {
    let mut house = House::new();
    let seen = saying(More::default());
    house.done(by(STAFF), record(1, seen.clone()));
    let revise = |more| {
        Action::ReviseEntry(ReviseEntry { entry: id(1), base: 1, content: saying(more), seen: Some(seen.clone()) })
    };
    house.done(by(STAFF), revise(blocked()));
    let going = More { doing: Doing::Going, ..More::default() };
    assert_eq!(house.asked(&by(STAFF), &revise(going)), Err(Refusal::ChangedSinceSeen));
    house.done(by(STAFF), revise(More { links: vec!["https://a.go.id".into()], ..More::default() }));
    let now = &of(&house.rows, 1).more;
    assert_eq!((now.doing, now.links.len()), (Doing::Blocked, 1), "what does not contradict comes together");
}

#[test]
fn the_office_says_how_late_and_a_phone_does_not() {
    let mut house = House::new();
    // 10 July 2026 is a Friday.
    house.done(at("2026-07-15T03:00:00Z"), record(1, content("surat", 1, "2026-07-10")));
    assert_eq!((of(&house.rows, 1).late_days, of(&house.rows, 1).is_late()), (Some(2), true));
    house.done(at("2026-07-13T16:00:00Z"), record(2, content("surat", 1, "2026-07-10")));
    assert_eq!((of(&house.rows, 2).late_days, of(&house.rows, 2).is_late()), (Some(0), false));
    let phone = Ctx { received_at: None, ..at("2026-07-15T03:00:00Z") };
    house.done(phone, record(3, content("surat", 1, "2026-07-10")));
    assert_eq!(of(&house.rows, 3).late_days, None);
    // It arrives days later for lack of a network: what the phone claims counts.
    let late_line = Ctx { claimed_at: "2026-07-10T03:00:00Z".parse().unwrap(), ..at("2026-07-20T03:00:00Z") };
    house.done(late_line, record(4, content("surat", 1, "2026-07-10")));
    assert_eq!(of(&house.rows, 4).late_days, Some(0));
    // Another date, said later, is judged by when the entry was first written.
    let content = content("surat", 1, "2026-07-06");
    house.done(
        at("2026-07-20T03:00:00Z"),
        Action::ReviseEntry(ReviseEntry { entry: id(4), base: 1, content, seen: None }),
    );
    assert_eq!(of(&house.rows, 4).late_days, Some(3));
}

#[test]
fn plm_6_completeness_counts_working_days_and_neither_leave_nor_holidays() {
    let mut house = House::new();
    let away = AddAbsence {
        id: AbsenceId(Uuid::from_u128(9)),
        person: STAFF,
        kind: AbsenceKind::Duty,
        from: day("2026-07-08"),
        until: day("2026-07-08"),
        note: String::new(),
    };
    house.done(by(STAFF), Action::AddAbsence(away));
    for (number, date) in [(1, "2026-07-06"), (2, "2026-07-06"), (3, "2026-07-09"), (4, "2026-07-11")] {
        house.done(by(STAFF), record(number, content("surat", 1, date)));
    }
    let ask = |from: &str, until: &str| {
        let days = (day(from), day(until));
        complete(&house.rows, STAFF, days, (day("2026-07-14"), None), Calendar::official()).unwrap()
    };
    let week = ask("2026-07-06", "2026-07-15");
    let kinds: Vec<Kind> = week.days.iter().map(|day| day.kind).collect();
    let duty = Kind::Away(AbsenceKind::Duty);
    let (written, missing, closed, open) = (Kind::Written, Kind::Missing, Kind::Closed, Kind::Open);
    assert_eq!(kinds, [written, missing, duty, written, missing, closed, closed, missing, open, open]);
    assert_eq!((week.sum.written, week.sum.expected, week.sum.away), (2, 5, 1));
    assert_eq!((week.days[0].entries, week.days[0].late), (2, 2));
    assert_eq!(week.days[5].entries, 1, "work on a Saturday is shown, and asked of nobody");
    let early = ask("2026-07-01", "2026-07-06");
    assert_eq!(
        (early.days[0].kind, early.sum.written, early.sum.expected),
        (Kind::Before, 1, 1),
        "before the first entry"
    );
    // 17 August is a holiday.
    let ask = |from: &str, until: &str, today: &str| {
        complete(&house.rows, STAFF, (day(from), day(until)), (day(today), None), Calendar::official())
    };
    let august = ask("2026-08-14", "2026-08-18", "2026-08-19");
    assert_eq!(august.map(|days| (days.sum.written, days.sum.expected)), Ok((0, 2)));
    let unknown = ask("2025-12-31", "2026-01-02", "2026-07-14");
    assert_eq!(unknown.map_err(|missing| missing.year), Err(2025));
}

#[test]
fn what_comes_again_is_offered() {
    let mut house = House::new();
    let say = |text: &str, date: &str, more: More| Content { more: Box::new(more), ..content(text, 2, date) };
    let going = More { doing: Doing::Going, ..More::default() };
    for (number, said) in [
        (1, say("legalisir akta", "2026-07-09", More::default())),
        (2, say("legalisir akta", "2026-07-10", More::default())),
        (3, say("arsip 2019", "2026-07-10", going.clone())),
        (4, say("rapat", "2026-07-13", More::default())),
        (5, say("rekap", "2026-07-13", blocked())),
    ] {
        house.done(by(STAFF), record(number, said));
    }
    let today = day("2026-07-14");
    let texts = |all: Vec<&Entry>| all.into_iter().map(|entry| entry.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(last_day(&house.rows, STAFF, today)), ["rapat", "rekap"], "Monday's, and not Friday's");
    assert_eq!(texts(last_day(&house.rows, STAFF, day("2026-07-13"))), ["legalisir akta", "arsip 2019"]);
    assert_eq!(texts(unfinished(&house.rows, STAFF, today)), ["rekap", "arsip 2019"]);
    let most = often(&house.rows, STAFF, today, 2);
    let most: Vec<_> = most.iter().map(|often| (often.text.as_str(), often.times)).collect();
    assert_eq!(most, [("legalisir akta", 2), ("rekap", 1)]);
    assert!(often(&house.rows, OTHER, today, 2).is_empty(), "nobody is offered another's words");
    let next = copy(of(&house.rows, 3), &house.rows, today);
    assert_eq!((next.work_date, next.more.follows, next.more.doing), (today, Some(id(3)), Doing::Done));
    house.done(by(STAFF), record(6, next));
    assert_eq!(texts(unfinished(&house.rows, STAFF, today)), ["rekap"], "it has been gone on with");
    let after = copy(of(&house.rows, 4), &house.rows, day("2027-01-04"));
    assert_eq!((after.plan, after.quantity), (None, Default::default()), "the plan does not run then");
    assert!(!house.rows.iter().any(|row| matches!(row, Row::Unknown)));
}

#[test]
fn the_board_tells_where_something_stands_in_the_way_once_for_each_entry() {
    let mut house = House::new();
    house.done(by(STAFF), record(1, saying(blocked())));
    house.done(by(STAFF), record(2, saying(More::default())));
    let blocked_on = |day| {
        let board = board(&house.rows, day, &[day]);
        board.lines.iter().map(|line| line.blocked().count()).sum::<usize>()
    };
    let written = of(&house.rows, 1).work_date;
    assert_eq!(blocked_on(written), 1, "it stands among the day's and among what waits");
    assert_eq!(blocked_on(written + chrono::Days::new(3)), 1, "it waits still");
}

#[test]
fn dmi_7_when_it_first_arrived_outlives_revisions_and_a_clock_that_was_set_back_is_seen() {
    let mut rows = House::new();
    let written = |time: &str, claimed: &str| Ctx { claimed_at: claimed.parse().unwrap(), ..at(time) };
    rows.done(written("2026-07-13T03:00:00Z", "2026-07-13T02:00:00Z"), record(1, content("apel", 3, "2026-07-13")));
    let revise = |base| {
        let content = content("apel pagi", 3, "2026-07-13");
        Action::ReviseEntry(ReviseEntry { entry: id(1), base, content, seen: None })
    };
    for (base, time) in [(1, "2026-07-14T03:00:00Z"), (2, "2026-07-15T03:00:00Z")] {
        rows.done(at(time), revise(base));
        let entry = of(&rows.rows, 1);
        assert_eq!(entry.first_received(), Some(at("2026-07-13T03:00:00Z").now));
        assert_eq!(entry.received_at, Some(at(time).now), "what was revised waits anew");
        assert!(!entry.is_apart(), "a revision two days later says nothing of the clock");
    }
    let table = [
        ("2026-07-14T03:00:00Z", "2026-07-13T03:00:00Z", false, "a day without a network"),
        ("2026-07-14T03:00:01Z", "2026-07-13T03:00:00Z", true, "a second more"),
        ("2026-07-14T03:00:00Z", "2026-07-07T03:00:00Z", true, "a clock set back by a week"),
        ("2026-07-14T03:00:00Z", "2026-07-16T03:00:00Z", true, "or forward"),
    ];
    for (time, claimed, apart, case) in table {
        let mut rows = House::new();
        rows.done(written(time, claimed), record(1, content("apel", 3, "2026-07-07")));
        assert_eq!(of(&rows.rows, 1).is_apart(), apart, "{case}");
    }
    // Set back by a week, work of that week looks as if written in time: that is why it is told.
    let mut rows = House::new();
    rows.done(written("2026-07-14T03:00:00Z", "2026-07-07T03:00:00Z"), record(1, content("apel", 3, "2026-07-07")));
    assert!(!of(&rows.rows, 1).is_late() && of(&rows.rows, 1).is_apart());
}

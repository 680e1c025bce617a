//! Sums kept by the writer: they follow every command, a recount agrees with them, and a tampered one is found.

use chrono::{Days, NaiveDate};
use shared::absence::{AbsenceKind, AddAbsence};
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::entry::{ApproveEntry, Content, RecordEntry, ReturnEntry, ReviseEntry};
use shared::ids::{AbsenceId, EmployeeId, EntryId, RemarkId, UnitId};
use shared::plan::part::Part;
use shared::rollup::period::{self, Period};
use shared::rollup::{Counts, PlanSums};
use shared::row::{Key, Row};
use shared::unit::SetUnit;
use teladan_server::http::units::{self, Reader};
use teladan_server::rollup;

use crate::support::{Small, accepted, new_id, today};

async fn day(small: &Small, day: NaiveDate, unit: UnitId) -> Counts {
    let kept = small.office.db.kept(day, day, today(), Part::month(day)).await.unwrap();
    kept.days.get(&(day, unit)).copied().unwrap_or_default()
}

/// A second unit with a head, and the member of staff moved there.
async fn moves(small: &Small) -> (UnitId, EmployeeId) {
    let (unit, head) = (UnitId(new_id()), EmployeeId(new_id()));
    let parent = Some(small.unit);
    let set = |head| {
        Action::SetUnit(SetUnit { id: unit, name: "Seksi".into(), parent, head, zone: Default::default(), was: None })
    };
    let person = |id, superior| {
        let (name, rank, position) = ("Rahmawati".into(), "III/a".into(), "Analis".into());
        Action::SetEmployee(SetEmployee { id, name, rank, position, unit, superior })
    };
    accepted(&small.office, Actor::Operator, set(None)).await;
    accepted(&small.office, Actor::Operator, person(head, Some(small.head))).await;
    accepted(&small.office, Actor::Operator, set(Some(head))).await;
    accepted(&small.office, Actor::Operator, person(small.staff, Some(head))).await;
    (unit, head)
}

/// A day's worth of everything: entries on two days, an answer, a revision to another day, a move, and what comes after it.
async fn worked() -> (Small, UnitId) {
    let small = Small::in_memory().await;
    let [first, second, third] = [(); 3].map(|()| EntryId(new_id()));
    let yesterday = today() - Days::new(1);
    accepted(&small.office, small.as_staff(), small.entry(first, 3)).await;
    accepted(&small.office, small.as_staff(), small.entry(second, 4)).await;
    let content = Content {
        plan: Some(small.plan),
        text: "pindah hari".into(),
        quantity: shared::quantity::Quantity::whole(4),
        work_date: yesterday,
        photos: Vec::new(),
        more: Default::default(),
    };
    let revise = ReviseEntry { entry: second, base: 1, content: content.clone(), seen: None };
    accepted(&small.office, small.as_staff(), Action::ReviseEntry(revise)).await;
    accepted(&small.office, small.as_head(), Action::ApproveEntry(ApproveEntry { entry: first, base: 1 })).await;
    let (id, person) = (AbsenceId(new_id()), small.staff);
    let (from, until) = (today() + Days::new(3), today() + Days::new(4));
    let leave = AddAbsence { id, person, kind: AbsenceKind::Leave, from, until, note: String::new() };
    accepted(&small.office, small.as_staff(), Action::AddAbsence(leave)).await;
    let (unit, head) = moves(&small).await;
    accepted(&small.office, small.as_staff(), small.entry(third, 5)).await;
    let remark = RemarkId(new_id());
    let back = ReturnEntry { entry: second, base: 2, remark, reason: "samakan angkanya".into() };
    accepted(&small.office, Actor::Employee { employee: head }, Action::ReturnEntry(back)).await;
    (small, unit)
}

#[tokio::test]
async fn plm_5_sums_follow_entries_between_days_and_people_between_units() {
    let (small, unit) = worked().await;
    let yesterday = today() - Days::new(1);
    let there = day(&small, today(), small.unit).await;
    assert_eq!((there.entries, there.people, there.approved, there.answered), (1, 1, 1, 1));
    let back = day(&small, yesterday, small.unit).await;
    assert_eq!((back.entries, back.people, back.returned, back.waiting), (1, 1, 1, 0), "it stays where it was done");
    let moved = day(&small, today(), unit).await;
    assert_eq!((moved.entries, moved.people, moved.waiting), (1, 1, 1));
    let kept = small.office.db.kept(today(), today(), today(), Part::month(today())).await.unwrap();
    assert_eq!((kept.staff[&small.unit], kept.staff[&unit]), (1, 2));
    assert_eq!(kept.plans[&small.unit].plans, 1);
    let tallies = small.office.db.tallies(unit, yesterday, today()).await.unwrap();
    assert!(matches!(&tallies[..], [(day, who, one)] if *day == today() && *who == small.staff && one.entries == 1));
}

#[tokio::test]
async fn bny_3_a_board_holds_what_was_done_of_the_months_share() {
    let small = Small::in_memory().await;
    let part = Part::month(today());
    let due = async || {
        let kept = small.office.db.kept(today(), today(), today(), part).await.unwrap();
        kept.due.get(&small.unit).copied().unwrap_or_default()
    };
    let before = due().await;
    assert_eq!((before.plans, before.percent), (1, 0), "a share on which nobody has worked is a true zero");
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    let asked = period::Asked::from(Period::Bulan);
    let (board, _) = units::read(&small.office, Reader::Head(small.head), small.unit, asked).await.unwrap().unwrap();
    let Row::Plan(plan) = small.office.db.row(Key::from(small.plan)).await.unwrap().unwrap() else { panic!("no plan") };
    let share = plan.due(part).unwrap();
    assert_eq!((board.part(), share.done), (part, shared::quantity::Quantity::whole(3)));
    assert!(share.percent().unwrap() > 0, "{share:?}");
    assert_eq!(board.total.due, PlanSums::of_part(&plan, part));
    assert_eq!(due().await, board.total.due);
    let line = board.people.iter().find(|line| line.who == small.staff).unwrap();
    assert_eq!(line.figures.due, board.total.due, "the same for the person");
    assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0);
}

#[tokio::test]
async fn a_recount_agrees_with_what_was_kept() {
    let (small, _) = worked().await;
    let report = rollup::recount(&small.office).await.unwrap();
    assert!(report.places >= 6, "{report:?}");
    assert_eq!(report.differed, 0);
    let report = rollup::check_some(&small.office, 7, 40).await.unwrap();
    assert_eq!((report.differed, small.office.rollups.told().1), (0, 0));
}

#[tokio::test]
async fn a_database_from_before_there_were_sums_is_counted_once() {
    let (small, unit) = worked().await;
    let before = [day(&small, today(), small.unit).await, day(&small, today(), unit).await];
    small.office.db.drop_rollups().await.unwrap();
    assert_eq!(day(&small, today(), unit).await, Counts::default());
    let report = rollup::prepare(&small.office).await.unwrap().unwrap();
    assert!(report.differed >= 5, "{report:?}");
    assert_eq!([day(&small, today(), small.unit).await, day(&small, today(), unit).await], before);
    assert_eq!(rollup::prepare(&small.office).await.unwrap(), None, "once");
    assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0);
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 1)).await;
    assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0, "and kept from there on");
}

#[tokio::test]
async fn a_tampered_sum_is_found_by_the_check_and_put_right_by_the_recount() {
    for table in ["rollup", "tally", "span", "part", "staff", "away"] {
        let (small, _) = worked().await;
        small.office.db.tamper_with_rollups(table).await.unwrap();
        let report = rollup::check_some(&small.office, 7, 60).await.unwrap();
        assert!(report.differed > 0, "{table}");
        assert_eq!(small.office.rollups.told(), (report.places, report.differed));
        let report = rollup::recount(&small.office).await.unwrap();
        assert!(report.differed > 0, "{table}");
        assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writers_of_one_day_lose_no_count() {
    let small = std::sync::Arc::new(Small::in_memory().await);
    let writers = (0..16).map(|_| {
        let small = small.clone();
        tokio::spawn(async move {
            let entry = small.entry(EntryId(new_id()), 1);
            accepted(&small.office, small.as_staff(), entry).await;
        })
    });
    for writer in futures::future::join_all(writers).await {
        writer.unwrap();
    }
    let counts = day(&small, today(), small.unit).await;
    assert_eq!((counts.entries, counts.people, counts.waiting), (16, 1, 16));
    assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0);
}

#[tokio::test]
async fn a_recount_while_people_write_ends_with_the_truth() {
    let small = std::sync::Arc::new(Small::in_memory().await);
    let writer = {
        let small = small.clone();
        tokio::spawn(async move {
            for _ in 0..30 {
                let content = RecordEntry { id: EntryId(new_id()), content: content(&small), draft: None };
                accepted(&small.office, small.as_staff(), Action::RecordEntry(content)).await;
            }
        })
    };
    while !writer.is_finished() {
        rollup::recount(&small.office).await.unwrap();
    }
    writer.await.unwrap();
    assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0);
    assert_eq!(day(&small, today(), small.unit).await.entries, 30);
}

fn content(small: &Small) -> Content {
    Content {
        plan: Some(small.plan),
        text: "sambil dihitung".into(),
        quantity: shared::quantity::Quantity::whole(1),
        work_date: today(),
        photos: Vec::new(),
        more: Default::default(),
    }
}

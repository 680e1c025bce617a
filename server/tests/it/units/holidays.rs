//! Boards through the Lebaran of 2026: on holidays and joint leave nothing is expected of anybody, and what a board counts for people is what
//! the person's own page counts. The office works on 16, 17, 25, 26 and 27 March.

use chrono::{DateTime, NaiveDate, Utc};
use shared::absence::{AbsenceKind, AddAbsence};
use shared::calendar::Calendar;
use shared::complete::{Sum, complete};
use shared::entry::{Content, RecordEntry, ReviseEntry};
use shared::ids::{AbsenceId, EmployeeId};
use shared::rollup::board::{Care, Figures, UnitBoard};
use shared::rollup::period::{Asked, Period};
use shared::row::{Row, Rows};
use shared::scope::Scope;
use teladan_server::http::units::{Reader, read_at};

use super::*;
use crate::support::Small;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn write(small: &Small, who: EmployeeId, days: &[&str]) {
    for date in days {
        let (text, quantity, work_date) = ("loket".into(), Default::default(), day(date));
        let content = Content { plan: None, text, quantity, work_date, photos: vec![], more: Box::default() };
        let record = RecordEntry { id: EntryId(new_id()), content, draft: None };
        accepted(&small.office, Actor::Employee { employee: who }, Action::RecordEntry(record)).await;
    }
}

/// The head's board from 12 March on, at noon of a day.
async fn board(small: &Small, today: &str) -> UnitBoard {
    let now: DateTime<Utc> = format!("{today}T05:00:00Z").parse().unwrap();
    let asked = Asked { period: Period::Bebas, from: Some(day("2026-03-12")), until: None };
    read_at(&small.office, Reader::Head(small.head), small.unit, asked, now).await.unwrap().unwrap().0
}

fn sum(figures: &Figures) -> Sum {
    Sum { written: figures.written_days, expected: figures.expected_days, away: figures.away_days }
}

async fn own_page(small: &Small, who: EmployeeId, today: &str) -> Sum {
    let mut rows = Rows::default();
    for kind in ["entry", "absences"] {
        small.office.db.of_kind(Scope::Own(who), kind).await.unwrap().into_iter().for_each(|row| rows.put(row));
    }
    assert!(rows.iter().all(|row| matches!(row, Row::Entry(_) | Row::Absences(_))));
    let days = (day("2026-03-12"), day(today));
    complete(&rows, who, days, (day(today), None), Calendar::official()).unwrap().sum
}

#[tokio::test]
async fn bji_2_no_board_expects_an_entry_on_a_holiday() {
    let small = Small::in_memory().await;
    write(&small, small.staff, &["2026-03-13", "2026-03-16", "2026-03-19", "2026-03-25"]).await;
    write(&small, small.head, &["2026-03-12", "2026-03-17"]).await;
    let (id, kind) = (AbsenceId(new_id()), AbsenceKind::Leave);
    let (from, until) = (day("2026-03-17"), day("2026-03-25"));
    let away = AddAbsence { id, person: small.staff, kind, from, until, note: String::new() };
    accepted(&small.office, small.as_staff(), Action::AddAbsence(away)).await;
    for today in ["2026-03-13", "2026-03-17", "2026-03-20", "2026-03-25", "2026-03-26", "2026-03-27"] {
        let board = board(&small, today).await;
        for line in &board.people {
            assert_eq!(sum(&line.figures), own_page(&small, line.who, today).await, "{} on {today}", line.name);
        }
    }
    let lebaran = board(&small, "2026-03-20").await;
    let total = lebaran.total;
    assert_eq!((total.staff, total.expected(), total.missing(), total.off), (2, 0, 0, 1), "one is away, one at home");
    assert_ne!(total.care(true), Some(Care::FewRecorded));
    // Thursday to Tuesday: 12, 13, 16 and 17 March; on the last of them one of two was away.
    assert_eq!((total.written_days, total.expected_days, total.away_days), (4, 7, 1));
    let works = board(&small, "2026-03-26").await;
    assert_eq!((works.total.expected(), works.total.missing(), works.total.off), (2, 2, 0));
    assert_eq!(
        works.total.expected_days, 8,
        "Wednesday: of two one is away, and sums do not say that it is they who wrote"
    );
    assert_eq!(works.unknown_year, None);
}

#[tokio::test]
async fn bji_2_before_somebody_began_and_where_no_list_of_holidays_is_nobody_is_missing() {
    let small = Small::in_memory().await;
    write(&small, small.staff, &["2026-03-16"]).await;
    write(&small, small.head, &["2026-03-17"]).await;
    let begun = board(&small, "2026-03-27").await;
    let of = |name: &str| begun.people.iter().find(|line| line.name == name).map(|line| sum(&line.figures)).unwrap();
    assert_eq!(of("Rahmawati"), Sum { written: 1, expected: 4, away: 0 });
    assert_eq!(of("Zulkifli"), Sum { written: 1, expected: 3, away: 0 }, "from their own first entry");
    assert_eq!(begun.total.expected_days, 8, "from the first entry of the office");
    let now: DateTime<Utc> = "2030-03-27T05:00:00Z".parse().unwrap();
    let reader = Reader::Head(small.head);
    let later = read_at(&small.office, reader, small.unit, Period::Bulan.into(), now).await.unwrap().unwrap().0;
    assert_eq!(later.unknown_year, Some(2030));
    assert_eq!((later.total.expected_days, later.total.missing(), later.total.off), (0, 0, 2));
    assert!(later.people.iter().all(|line| line.figures.missing() == 0 && line.figures.expected_days == 0));
    let firsts = small.office.db.firsts(&[small.staff, small.head, EmployeeId(new_id())]).await.unwrap();
    let firsts: Vec<_> = firsts.iter().map(|first| (first.who, first.day.to_string())).collect();
    assert_eq!(firsts, [(small.staff, "2026-03-16".to_owned()), (small.head, "2026-03-17".to_owned())]);
    assert_eq!(small.office.db.began().await.unwrap(), Some(day("2026-03-16")));
}

#[tokio::test]
async fn bji_2_first_days_that_are_known_are_asked_for_up_to_that_day_and_never_stale() {
    let small = Small::in_memory().await;
    let first = async || small.office.db.firsts(&[small.staff]).await.unwrap().first().map(|first| first.day);
    assert_eq!(first().await, None);
    write(&small, small.staff, &["2026-03-16", "2026-03-17", "2026-03-25"]).await;
    assert_eq!(first().await, Some(day("2026-03-16")));
    assert_eq!(small.office.db.began().await.unwrap(), Some(day("2026-03-16")));
    let (db, witness) = small.office.db.clone().witnessed();
    db.firsts(&[small.staff]).await.unwrap();
    db.began().await.unwrap();
    for asked in witness.take() {
        for reading in db.readings(&asked).await.unwrap() {
            assert_eq!(reading.rows, Some(1), "{}", reading.select);
        }
    }
    write(&small, small.staff, &["2026-03-12"]).await;
    assert_eq!(first().await, Some(day("2026-03-12")), "an earlier one is found");
    assert_eq!(small.office.db.began().await.unwrap(), Some(day("2026-03-12")));
    let rows = small.office.db.of_kind(Scope::Own(small.staff), "entry").await.unwrap().into_iter();
    let entries = rows.filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None });
    let entry = entries.into_iter().find(|entry| entry.work_date == day("2026-03-12")).unwrap();
    let content = Content { work_date: day("2026-03-26"), ..Content::of(&entry) };
    let revise = ReviseEntry { entry: entry.id, base: entry.version, content, seen: None };
    accepted(&small.office, Actor::Employee { employee: small.staff }, Action::ReviseEntry(revise)).await;
    assert_eq!(first().await, Some(day("2026-03-16")), "it has gone to a later day");
}

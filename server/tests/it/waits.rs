//! What still waits is on the board, however long ago the work was; what is done is not.

use axum::http::StatusCode;
use chrono::Days;
use serde_json::Value;
use shared::command::Action;
use shared::entry::{ApproveEntry, Content, RecordEntry, ReturnEntry, ReviseEntry};
use shared::ids::{EntryId, RemarkId};
use shared::remark::{RemarkKind, WriteRemark};

use crate::doors::{HEAD_NIP, House, get};
use crate::support::{accepted, new_id, today};

fn content(days_back: u64) -> Content {
    Content {
        plan: None,
        text: format!("Menata arsip, {days_back} hari lalu"),
        quantity: Default::default(),
        work_date: today() - Days::new(days_back),
        photos: Vec::new(),
        more: Default::default(),
    }
}

/// An entry about work of so many days ago, written now.
async fn recorded(house: &House, days_back: u64) -> EntryId {
    let id = EntryId(new_id());
    let record = RecordEntry { id, content: content(days_back), draft: None };
    accepted(&house.small.office, house.small.as_staff(), Action::RecordEntry(record)).await;
    id
}

async fn rows(house: &House, path: &str, cookie: &str) -> Vec<Value> {
    let answer = house.ask(get(path, cookie)).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.body["rows"].as_array().unwrap().clone()
}

fn has(rows: &[Value], kind: &str, id: impl std::fmt::Display) -> bool {
    rows.iter().any(|row| row[kind]["id"] == id.to_string().as_str())
}

#[tokio::test]
async fn dmi_1_what_waits_is_on_the_board_whatever_its_day_until_it_is_done() {
    let house = House::new().await;
    let small = &house.small;
    let head = house.signed_in(HEAD_NIP).await;
    let board = format!("/api/board/{}", small.unit);
    let [open, returned, asked, done] = [
        recorded(&house, 20).await,
        recorded(&house, 40).await,
        recorded(&house, 200).await,
        recorded(&house, 41).await,
    ];
    let approve = |entry, base| Action::ApproveEntry(ApproveEntry { entry, base });
    let words = |id, entry, asks| {
        let plain = WriteRemark::plain(id, entry, RemarkKind::Note, "Sudah benar?".into());
        Action::WriteRemark(WriteRemark { asks, ..plain })
    };
    let [reason, question, answer] = [(); 3].map(|()| RemarkId(new_id()));
    let send_back = ReturnEntry { entry: returned, base: 1, remark: reason, reason: "Samakan angkanya.".into() };
    accepted(&small.office, small.as_head(), Action::ReturnEntry(send_back)).await;
    accepted(&small.office, small.as_head(), approve(asked, 1)).await;
    accepted(&small.office, small.as_staff(), words(question, asked, true)).await;
    accepted(&small.office, small.as_head(), approve(done, 1)).await;
    let now = rows(&house, &board, &head).await;
    for (id, there) in [(open, true), (returned, true), (asked, true), (done, false)] {
        assert_eq!(has(&now, "entry", id), there, "{id}");
    }
    assert!(has(&now, "remark", reason) && has(&now, "remark", question), "with what was said about it");
    // The owner revises, and on another day at that; the superior approves and answers: nothing waits any more.
    let revise = ReviseEntry { entry: returned, base: 1, content: content(39), seen: None };
    accepted(&small.office, small.as_staff(), Action::ReviseEntry(revise)).await;
    assert!(has(&rows(&house, &board, &head).await, "entry", returned), "under its new day");
    for (entry, base) in [(open, 1), (returned, 2)] {
        accepted(&small.office, small.as_head(), approve(entry, base)).await;
    }
    accepted(&small.office, small.as_head(), words(answer, asked, false)).await;
    let now = rows(&house, &board, &head).await;
    for id in [open, returned, asked, done] {
        assert!(!has(&now, "entry", id), "{id}");
    }
}

#[tokio::test]
async fn the_page_of_a_person_shows_what_waits_from_before_its_quarter() {
    let house = House::new().await;
    let entry = recorded(&house, 120).await;
    let head = house.signed_in(HEAD_NIP).await;
    let page = format!("/api/person/{}", house.small.staff);
    assert!(has(&rows(&house, &page, &head).await, "entry", entry));
    let approve = Action::ApproveEntry(ApproveEntry { entry, base: 1 });
    accepted(&house.small.office, house.small.as_head(), approve).await;
    assert!(!has(&rows(&house, &page, &head).await, "entry", entry));
}

#[tokio::test]
async fn more_than_a_board_tells_at_once_is_said_and_comes_when_the_oldest_are_done() {
    let house = House::new().await;
    let small = &house.small;
    let mut all = Vec::new();
    for back in 0..70 {
        all.push(recorded(&house, 20 + back).await);
    }
    let head = house.signed_in(HEAD_NIP).await;
    let board = format!("/api/board/{}", small.unit);
    let told = house.ask(get(&board, &head)).await.body;
    assert_eq!(told["more"], true);
    let known = told["rows"].as_array().unwrap();
    assert!(has(known, "entry", all[69]), "the oldest");
    assert!(!has(known, "entry", all[0]), "the newest of them waits for its turn");
    for entry in all.iter().rev().take(20) {
        let approve = Action::ApproveEntry(ApproveEntry { entry: *entry, base: 1 });
        accepted(&small.office, small.as_head(), approve).await;
    }
    let told = house.ask(get(&board, &head)).await.body;
    assert_eq!(told["more"], Value::Null);
    assert!(has(told["rows"].as_array().unwrap(), "entry", all[0]));
}

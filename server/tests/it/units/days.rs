//! Days of a board: who is away on them, free periods, the heads below, and who stands in for a head while it runs.

use chrono::Days;
use shared::absence::{AbsenceKind, AddAbsence, WithdrawAbsence};
use shared::calendar::Calendar;
use shared::complete::is_working;
use shared::entry::{Content, RecordEntry};
use shared::ids::AbsenceId;
use shared::unit::{ActingKind, EndActing, SetActing};

use super::*;
use crate::support::today;

/// Somebody is away, from so many days before today to so many after.
async fn away(house: &House, person: shared::ids::EmployeeId, kind: AbsenceKind, before: u64, after: u64) -> AbsenceId {
    let id = AbsenceId(new_id());
    let (from, until) = (today() - Days::new(before), today() + Days::new(after));
    let add = AddAbsence { id, person, kind, from, until, note: String::new() };
    accepted(&house.small.office, Actor::Employee { employee: person }, Action::AddAbsence(add)).await;
    id
}

#[tokio::test]
async fn plm_6_whoever_is_away_is_taken_off_and_whoever_writes_all_the_same_is_not() {
    let house = House::new().await;
    let small = &house.small;
    let head = house.signed_in(HEAD_NIP).await;
    let path = format!("/api/units/{}/board", small.unit);
    let total = async || house.ask(get(&path, &head)).await.body["total"].clone();
    assert_eq!((total().await["staff"].as_i64(), total().await["away"].as_i64()), (Some(2), Some(0)));
    let id = away(&house, small.staff, AbsenceKind::Leave, 3, 1).await;
    away(&house, small.head, AbsenceKind::Duty, 0, 0).await;
    assert_eq!(total().await["away"], 2);
    let week = house.ask(get(&format!("{path}?period=bebas&from={}", today() - Days::new(6)), &head)).await.body;
    let works = |ago| i64::from(is_working(today() - Days::new(ago), Calendar::official()).unwrap_or(false));
    let expected = (0..=3).map(works).sum::<i64>() + works(0);
    assert_eq!(week["total"]["away_days"], expected, "both, over the days of the period");
    let people = |body: &serde_json::Value| {
        let lines = body["people"].as_array().unwrap().iter();
        lines
            .map(|line| (line["away"].as_str().unwrap_or("").to_owned(), line["figures"]["away"].as_i64()))
            .collect::<Vec<_>>()
    };
    assert_eq!(people(&week), [("leave".to_owned(), Some(1)), ("duty".to_owned(), Some(1))]);
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    let now = house.ask(get(&path, &head)).await.body;
    assert_eq!((now["total"]["today"].as_i64(), now["total"]["away"].as_i64()), (Some(1), Some(1)));
    assert_eq!(people(&now)[0], ("leave".to_owned(), Some(0)));
    let back = WithdrawAbsence { id, person: small.staff };
    accepted(&small.office, small.as_staff(), Action::WithdrawAbsence(back)).await;
    let now = house.ask(get(&path, &head)).await.body;
    assert_eq!(people(&now)[0].0, "");
    assert_eq!(teladan_server::rollup::recount(&small.office).await.unwrap().differed, 0);
    small.office.db.drop_rollups().await.unwrap();
    assert!(teladan_server::rollup::recount(&small.office).await.unwrap().differed >= 4);
    assert_eq!(house.ask(get(&path, &head)).await.body["total"], now["total"], "counted anew it is the same");
}

#[tokio::test]
async fn bji_9_a_free_period_counts_its_days_and_says_what_is_wrong_with_it() {
    let house = House::new().await;
    let small = &house.small;
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    let head = house.signed_in(HEAD_NIP).await;
    let ask = async |question: &str| {
        house.ask(get(&format!("/api/units/{}/board?period=bebas{question}", small.unit), &head)).await
    };
    let ago = |days| (today() - Days::new(days)).to_string();
    let whole = ask(&format!("&from={}&until={}", ago(20), ago(0))).await.body;
    assert_eq!((whole["total"]["counts"]["entries"].as_i64(), whole["weekdays"].as_i64()), (Some(1), Some(15)));
    assert_eq!((whole["from"].as_str(), whole["until"].as_str()), (Some(&*ago(20)), Some(&*ago(0))));
    let past = ask(&format!("&from={}&until={}", ago(20), ago(1))).await.body;
    assert_eq!(past["total"]["counts"]["entries"], 0);
    assert_eq!(past["total"]["today"], 1, "today is today, whatever the period");
    assert_eq!(
        (past["people"][0]["figures"]["counts"]["entries"].as_i64(), past["people"][0]["figures"]["today"].as_i64()),
        (Some(0), Some(1))
    );
    assert_eq!(past["trend"].as_array().unwrap().len(), 0, "the entry came after the period");
    for question in
        ["", "&from=", "&from=abad", &format!("&from={}&until={}", ago(3), ago(4)), &format!("&from={}", ago(500))]
    {
        let answer = ask(question).await;
        assert_eq!(
            (answer.status, answer.body["code"].as_str()),
            (StatusCode::BAD_REQUEST, Some("period_unsound")),
            "{question}"
        );
        assert!(answer.body["id"].as_str().unwrap().contains("366") && !answer.body["en"].as_str().unwrap().is_empty());
    }
}

#[tokio::test]
async fn bji_9_the_heads_below_stand_beside_the_units_own_people_with_nobody_else_of_theirs() {
    let house = House::new().await;
    let small = &house.small;
    let seksi = below(&house).await;
    let [chief, clerk] = [(); 2].map(|()| shared::ids::EmployeeId(new_id()));
    let person = |id, name: &str, superior| {
        let (rank, position) = ("III/a".into(), "Analis".into());
        Action::SetEmployee(shared::employee::SetEmployee {
            id,
            name: name.into(),
            rank,
            position,
            unit: seksi,
            superior,
        })
    };
    accepted(&small.office, Actor::Operator, person(chief, "Kepala Seksi", Some(small.head))).await;
    accepted(&small.office, Actor::Operator, person(clerk, "Juru Tulis", Some(chief))).await;
    for who in [chief, clerk] {
        let content = Content {
            plan: None,
            text: "arsip".into(),
            quantity: Default::default(),
            work_date: today(),
            photos: vec![],
            more: Box::default(),
        };
        let record = RecordEntry { id: EntryId(new_id()), content, draft: None };
        accepted(&small.office, Actor::Employee { employee: who }, Action::RecordEntry(record)).await;
    }
    // Somebody who has left the unit still stands in its log.
    let gone = shared::ids::EmployeeId(new_id());
    let placed = |unit, superior| {
        let (name, rank, position) = ("Sudah Pindah".into(), "III/a".into(), "Analis".into());
        Action::SetEmployee(shared::employee::SetEmployee { id: gone, name, rank, position, unit, superior })
    };
    accepted(&small.office, Actor::Operator, placed(small.unit, Some(small.head))).await;
    accepted(&small.office, Actor::Operator, placed(seksi, Some(chief))).await;
    away(&house, chief, AbsenceKind::Duty, 0, 0).await;
    let head = house.signed_in(HEAD_NIP).await;
    let board = house.ask(get(&format!("/api/units/{}/board?period=minggu", small.unit), &head)).await.body;
    let assessed = board["assessed"].as_array().unwrap();
    assert_eq!(assessed.len(), 1);
    assert_eq!(
        (assessed[0]["name"].as_str(), assessed[0]["figures"]["counts"]["entries"].as_i64()),
        (Some("Kepala Seksi"), Some(1))
    );
    assert_eq!(assessed[0]["away"], "duty");
    assert!(!board.to_string().contains("Juru Tulis") && !board.to_string().contains("Sudah Pindah"));
    assert_eq!(board["people"].as_array().unwrap().len(), 2);
    assert_eq!(board["total"]["staff"], 5, "nobody is counted twice");
    let tv = television(&house, &head).await;
    assert!(house.ask(get("/api/tv/board", &tv)).await.body.get("assessed").is_none(), "a wall names nobody");
}

#[tokio::test]
async fn bji_9_whoever_stands_in_for_a_head_sees_the_unit_board_while_it_runs() {
    let house = House::new().await;
    let small = &house.small;
    let path = format!("/api/units/{}/board?period=minggu", small.unit);
    let staff = house.signed_in(STAFF_NIP).await;
    let acts = async |from, until| {
        let (unit, person, kind) = (small.unit, small.staff, ActingKind::Plh);
        accepted(&small.office, Actor::Operator, Action::SetActing(SetActing { unit, person, kind, from, until }))
            .await;
        house.ask(get(&path, &staff)).await.status
    };
    assert_eq!(acts(today() + Days::new(2), today() + Days::new(3)).await, StatusCode::NOT_FOUND, "not yet");
    assert_eq!(acts(today(), today() + Days::new(1)).await, StatusCode::OK);
    let end = EndActing { unit: small.unit, from: today() };
    accepted(&small.office, Actor::Operator, Action::EndActing(end)).await;
    assert_eq!(house.ask(get(&path, &staff)).await.status, StatusCode::NOT_FOUND, "no longer");
}

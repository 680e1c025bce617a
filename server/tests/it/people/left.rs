//! Whoever has left the unit is no more than a name on its board, and on its line.

use axum::body::Body;
use axum::http::StatusCode;
use serde_json::Value;
use shared::absence::{AbsenceKind, AddAbsence};
use shared::actor::Actor;
use shared::command::Action;
use shared::ids::{AbsenceId, EntryId};

use super::{Town, person};
use crate::doors::{HEAD_NIP, get};
use crate::support::{accepted, new_id, today, told};

/// How many rows of each kind there are about the member of staff.
fn kinds(rows: &Value, who: &str) -> [usize; 4] {
    let count = |kind: &str, whose: &str| rows.as_array().unwrap().iter().filter(|row| row[kind][whose] == who).count();
    [count("employee", "id"), count("plan", "owner"), count("entry", "owner"), count("absences", "person")]
}

#[tokio::test]
async fn who_has_left_leaves_no_work_on_the_board_and_none_on_its_line() {
    let town = Town::new().await;
    let (small, head) = (&town.house.small, town.house.signed_in(HEAD_NIP).await);
    let staff = small.staff.to_string();
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 7)).await;
    let (id, kind, from, until) = (AbsenceId(new_id()), AbsenceKind::Sick, today(), today());
    let add = AddAbsence { id, person: small.staff, kind, from, until, note: "Opname".into() };
    accepted(&small.office, small.as_staff(), Action::AddAbsence(add)).await;
    let board = format!("/api/board/{}", small.unit);
    let rows = async || town.house.ask(get(&board, &head)).await.body["rows"].clone();
    assert_eq!(kinds(&rows().await, &staff), [1; 4]);
    accepted(&small.office, Actor::Operator, person(small.staff, "Rahmawati", town.beside, Some(town.other))).await;
    assert_eq!(town.status(&format!("/api/person/{}", small.staff), &head).await, StatusCode::NOT_FOUND);
    assert_eq!(kinds(&rows().await, &staff), [1, 0, 0, 0], "a name");
    let line = town.house.response(get(&format!("/api/live?unit={}&after=0", small.unit), &head)).await;
    let mut line = Body::into_data_stream(line.into_body());
    let told = told(&mut line, &town.beside.to_string()).await;
    assert!(!told.contains("kutipan akta terbit") && !told.contains("Opname"), "{told}");
}

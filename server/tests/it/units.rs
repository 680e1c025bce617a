//! Boards of units, televisions and a person's page: who sees what, and that the rest is not there.

mod days;
mod holidays;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use shared::actor::Actor;
use shared::command::Action;
use shared::ids::{EntryId, UnitId};
use shared::unit::SetUnit;

use crate::doors::{HEAD_NIP, House, STAFF_NIP, get, post};
use crate::support::{accepted, new_id, told};

fn delete(path: &str, cookie: &str) -> Request<Body> {
    Request::delete(path).header(header::COOKIE, cookie).header(header::HOST, "localhost").body(Body::empty()).unwrap()
}

/// A unit below the small office's own, without anybody.
async fn below(house: &House) -> UnitId {
    let unit = UnitId(new_id());
    let (parent, head) = (Some(house.small.unit), None);
    let set = SetUnit { id: unit, name: "Seksi Arsip".into(), parent, head, zone: Default::default(), was: None };
    accepted(&house.small.office, Actor::Operator, Action::SetUnit(set)).await;
    unit
}

#[tokio::test]
async fn bji_9_a_head_sees_the_sums_of_everything_below_and_staff_see_no_board() {
    let house = House::new().await;
    let small = &house.small;
    let seksi = below(&house).await;
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    let (head, staff) = (house.signed_in(HEAD_NIP).await, house.signed_in(STAFF_NIP).await);
    for period in ["", "?period=hari", "?period=minggu", "?period=bulan", "?period=triwulan"] {
        let path = format!("/api/units/{}/board{period}", small.unit);
        let answer = house.ask(get(&path, &head)).await;
        assert_eq!(answer.status, StatusCode::OK, "{period}");
        let total = &answer.body["total"];
        assert_eq!((total["staff"].as_i64(), total["today"].as_i64()), (Some(2), Some(1)), "{period}");
        assert_eq!(total["counts"]["waiting"], 1);
        assert_eq!(total["plans"]["plans"], 1);
        let names: Vec<&str> =
            answer.body["people"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Rahmawati", "Zulkifli"], "by alphabet");
        assert_eq!(answer.body["units"][0]["unit"], seksi.to_string());
        assert_eq!(house.ask(get(&path, &staff)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.ask(get(&path, "")).await.status, StatusCode::UNAUTHORIZED);
    }
    let below = house.ask(get(&format!("/api/units/{seksi}/board"), &head)).await;
    assert_eq!(below.status, StatusCode::OK);
    assert_eq!(below.body["path"][0]["unit"], small.unit.to_string());
    let nowhere = format!("/api/units/{}/board", new_id());
    assert_eq!(house.ask(get(&nowhere, &head)).await.status, StatusCode::NOT_FOUND);
    let odd = format!("/api/units/{}/board?period=abad", small.unit);
    assert_eq!(house.ask(get(&odd, &head)).await.status, StatusCode::BAD_REQUEST);
    for door in ["live", "tv"] {
        let path = format!("/api/units/{}/{door}", small.unit);
        assert_eq!(house.ask(get(&path, &staff)).await.status, StatusCode::NOT_FOUND, "{door}");
    }
}

/// A television of the small office's unit: its cookie.
async fn television(house: &House, head: &str) -> String {
    let path = format!("/api/units/{}/tv", house.small.unit);
    let code = house.ask(post(&path, Some(head), &json!({ "label": "Ruang tunggu" }))).await;
    assert_eq!(code.status, StatusCode::CREATED);
    let code = code.body["code"].as_str().unwrap().to_lowercase();
    let paired = house.ask(post("/api/tv/pair", None, &json!({ "code": code }))).await;
    assert_eq!(paired.status, StatusCode::CREATED);
    let again = house.ask(post("/api/tv/pair", None, &json!({ "code": code }))).await;
    assert_eq!((again.status, again.body["code"].as_str()), (StatusCode::NOT_FOUND, Some("tv_code_unknown")), "once");
    let cookie = paired.cookie.unwrap();
    for part in ["__Host-teladan-tv=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn bji_9_a_television_sees_one_units_sums_and_nothing_else() {
    let house = House::new().await;
    let small = &house.small;
    let seksi = below(&house).await;
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    let (head, staff) = (house.signed_in(HEAD_NIP).await, house.signed_in(STAFF_NIP).await);
    let tv = television(&house, &head).await;
    let board = house.ask(get("/api/tv/board", &tv)).await;
    assert_eq!((board.status, board.body["total"]["today"].as_i64()), (StatusCode::OK, Some(1)));
    assert_eq!(board.body["people"], json!([]));
    assert!(!board.body.to_string().contains("Rahmawati"), "nobody is named");
    for path in [
        "/api/me".to_owned(),
        format!("/api/board/{}", small.unit),
        format!("/api/units/{}/board", small.unit),
        format!("/api/units/{seksi}/board"),
        format!("/api/units/{}/live", small.unit),
        format!("/api/units/{}/tv", small.unit),
        format!("/api/person/{}", small.staff),
        "/api/live".to_owned(),
    ] {
        assert_eq!(house.ask(get(&path, &tv)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let pull = house.ask(post("/api/sync/pull", Some(&tv), &json!({}))).await;
    assert_eq!(pull.status, StatusCode::NOT_FOUND);
    for somebody in [&head, &staff, &"__Host-teladan-tv=falsch".to_owned(), &String::new()] {
        assert_eq!(house.ask(get("/api/tv/board", somebody)).await.status, StatusCode::NOT_FOUND, "{somebody}");
    }
    let list = format!("/api/units/{}/tv", small.unit);
    let listed = house.ask(get(&list, &head)).await;
    assert_eq!(listed.body[0]["label"], "Ruang tunggu");
    assert!(!listed.body.to_string().contains(tv.split('=').nth(1).unwrap()), "a list holds no key");
    let one = format!("{list}/{}", listed.body[0]["id"].as_str().unwrap());
    assert_eq!(house.ask(delete(&one, &staff)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.ask(get("/api/tv/board", &tv)).await.status, StatusCode::OK);
    assert_eq!(house.ask(delete(&one, &head)).await.status, StatusCode::NO_CONTENT);
    assert_eq!(house.ask(get("/api/tv/board", &tv)).await.status, StatusCode::NOT_FOUND, "revoked");
    assert_eq!(house.ask(delete(&one, &head)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn plb_8_a_persons_page_is_the_same_for_both_and_names_who_looked() {
    let house = House::new().await;
    let small = &house.small;
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    let (head, staff) = (house.signed_in(HEAD_NIP).await, house.signed_in(STAFF_NIP).await);
    let path = format!("/api/person/{}", small.staff);
    let looks = |body: &serde_json::Value| {
        let rows = body["rows"].as_array().unwrap();
        rows.iter().filter_map(|row| row["opened"]["viewer_name"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let own = house.ask(get(&path, &staff)).await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(looks(&own.body).is_empty(), "looking at oneself is no look");
    for _ in 0..3 {
        let seen = house.ask(get(&path, &head)).await;
        assert_eq!(looks(&seen.body), ["Zulkifli"], "once a day, and said to the one who looks as well");
    }
    let own = house.ask(get(&path, &staff)).await.body;
    let theirs = house.ask(get(&path, &head)).await.body;
    assert_eq!(own["rows"], theirs["rows"]);
    let upwards = format!("/api/person/{}", small.head);
    assert_eq!(house.ask(get(&upwards, &staff)).await.status, StatusCode::NOT_FOUND);
    let nobody = format!("/api/person/{}", new_id());
    assert_eq!(house.ask(get(&nobody, &head)).await.status, StatusCode::NOT_FOUND);
    let scope = shared::scope::Scope::Own(small.staff);
    let pulled = small.office.db.of_kind(scope, "opened").await.unwrap();
    assert_eq!(pulled.len(), 1, "the person's phone gets it");
}

#[tokio::test]
async fn bji_5_an_entry_below_reaches_the_open_board_above() {
    let house = House::new().await;
    let small = &house.small;
    let head = house.signed_in(HEAD_NIP).await;
    let response = house.response(get(&format!("/api/units/{}/live", small.unit), &head)).await;
    assert_eq!(response.status(), StatusCode::OK);
    let mut line = response.into_body().into_data_stream();
    told(&mut line, "\"today\":0").await;
    accepted(&small.office, small.as_staff(), small.entry(EntryId(new_id()), 3)).await;
    told(&mut line, "\"today\":1").await;
}

#[tokio::test]
async fn guessing_the_code_of_a_television_is_slowed_down() {
    let house = House::new().await;
    let head = house.signed_in(HEAD_NIP).await;
    let path = format!("/api/units/{}/tv", house.small.unit);
    let made = house.ask(post(&path, Some(&head), &json!({ "label": "Ruang tunggu" }))).await.body;
    let pair = |code: &str| house.ask(post("/api/tv/pair", None, &json!({ "code": code })));
    for turn in 0..40 {
        let wrong = ["AAAA-AAA7", "?"][turn % 2];
        assert_eq!(pair(wrong).await.status, StatusCode::NOT_FOUND, "{turn}");
    }
    let slow = pair(made["code"].as_str().unwrap()).await;
    assert_eq!(
        (slow.status, &slow.body["code"]),
        (StatusCode::TOO_MANY_REQUESTS, &json!("slow_down")),
        "also the right one"
    );
}

//! Subscribing at the doors: what a device asks for, who takes it away, and where its address is not.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use shared::row::{Key, Row};
use shared::scope::Scope;
use teladan_server::db::push::StoredDevice;

use super::receiver::Receiver;
use super::{NEWS, REMIND};
use crate::doors::{HEAD_NIP, House, STAFF_NIP, get, post};

fn put(cookie: &str, body: &Value) -> Request<Body> {
    let request = Request::put("/api/push").header(header::CONTENT_TYPE, "application/json");
    request.header(header::COOKIE, cookie).body(Body::from(body.to_string())).unwrap()
}

fn delete(path: &str, cookie: &str) -> Request<Body> {
    Request::delete(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_device_is_asked_for_at_the_door_and_goes_with_the_session() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let db = &house.small.office.db;
    let cookie = house.signed_in(STAFF_NIP).await;
    let before = house.ask(get("/api/push", &cookie)).await.body;
    assert_eq!(before["wishes"], json!({ "remind": false, "news": false }));
    assert_eq!(before["key"], json!(house.small.office.push.as_ref().unwrap().public_key()));
    let sent = serde_json::to_value(receiver.subscription("hp", REMIND)).unwrap();
    assert_eq!(house.ask(put(&cookie, &sent)).await.status, StatusCode::NO_CONTENT);
    let answer = house.ask(get("/api/push", &cookie)).await.body;
    assert_eq!(answer["wishes"], json!({ "remind": true, "news": false }));
    assert!(!answer.to_string().contains("127.0.0.1"), "an address never comes out");

    let mut strange = sent.clone();
    for (endpoint, auth, code) in [
        ("https://example.com/a", "BTBZMqHH6r4Tts7J_aSIgg", "push_address_unknown"),
        ("https://fcm.googleapis.com/a", "pendek", "push_address_unknown"),
    ] {
        strange["endpoint"] = json!(endpoint);
        strange["auth"] = json!(auth);
        let answer = house.ask(put(&cookie, &strange)).await;
        assert_eq!((answer.status, &answer.body["code"]), (StatusCode::BAD_REQUEST, &json!(code)));
    }
    assert_eq!(house.ask(delete("/api/push", &cookie)).await.status, StatusCode::NO_CONTENT);
    assert!(db.push_devices(house.small.staff).await.unwrap().is_empty());

    house.ask(put(&cookie, &sent)).await;
    assert_eq!(db.push_devices(house.small.staff).await.unwrap().len(), 1);
    assert_eq!(house.ask(delete("/api/session", &cookie)).await.status, StatusCode::NO_CONTENT);
    assert!(db.push_devices(house.small.staff).await.unwrap().is_empty(), "signed out");
    assert!(db.notices_of(house.small.staff).await.unwrap().is_none());
}

#[tokio::test]
async fn another_person_in_the_same_browser_takes_the_bell_away_and_the_same_one_keeps_it() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let db = &house.small.office.db;
    let mark = "__Host-teladan-browser=tanda-yang-acak";
    let signs_in = async |nip: &str| {
        let body = json!({ "nip": nip, "password": "benar-sekali-7" });
        let session = house.ask(post("/api/session", Some(mark), &body)).await.cookie.unwrap();
        format!("{}; {mark}", session.split(';').next().unwrap())
    };
    let first = signs_in(STAFF_NIP).await;
    let sent = serde_json::to_value(receiver.subscription("hp", NEWS)).unwrap();
    house.ask(put(&first, &sent)).await;
    let session = |devices: &[StoredDevice]| devices[0].session.clone();
    let before = session(&db.push_devices(house.small.staff).await.unwrap());
    signs_in(STAFF_NIP).await;
    let after = session(&db.push_devices(house.small.staff).await.unwrap());
    assert_ne!(before, after, "it rings under the new session");
    let his = signs_in(HEAD_NIP).await;
    assert!(db.push_devices(house.small.staff).await.unwrap().is_empty(), "hers is gone");
    assert_eq!(house.ask(get("/api/push", &his)).await.body["wishes"]["news"], json!(false));
}

#[tokio::test]
async fn whoever_asks_again_and_again_is_slowed_down_and_no_address_is_anywhere_else() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let sent = serde_json::to_value(receiver.subscription("hp", REMIND)).unwrap();
    let mut answers = Vec::new();
    for _ in 0..21 {
        answers.push(house.ask(put(&cookie, &sent)).await.status);
    }
    assert_eq!(answers[19], StatusCode::NO_CONTENT);
    assert_eq!(answers[20], StatusCode::TOO_MANY_REQUESTS);
    let staff = house.small.staff;
    let Some(Row::Employee(row)) = house.small.office.db.row(Key::from(staff)).await.unwrap() else { panic!("gone") };
    assert!(!serde_json::to_string(&row).unwrap().contains("127.0.0.1"));
    let news = house.small.office.db.news(Scope::Own(staff), 0, &[]).await.unwrap();
    assert!(!serde_json::to_string(&news.changes).unwrap().contains("127.0.0.1"), "not in the log that phones pull");
}

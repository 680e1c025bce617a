//! A browser that has cleared its storage, at the doors: what it is told, and what the office remembers for that.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use shared::ids::{DeviceId, EntryId};
use shared::sync::talk::{PROTOCOL, Pull, Question};
use teladan_server::auth::token_hash;

use crate::doors::{HEAD_NIP, House, STAFF_NIP, get, post};
use crate::support::{new_id, order};

/// Somebody who signs in, and what their browser keeps of it.
struct Browser<'a> {
    house: &'a House,
    mark: Option<String>,
    session: String,
    /// What the office said of what it knew.
    known: Value,
}

impl<'a> Browser<'a> {
    async fn signs_in(house: &'a House, nip: &str, mark: Option<String>) -> Self {
        let request = post("/api/session", mark.as_deref(), &json!({ "nip": nip, "password": "benar-sekali-7" }));
        let response = house.response(request).await;
        assert_eq!(response.status(), StatusCode::CREATED);
        let set: Vec<String> = response
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .collect();
        let named = |name: &str| set.iter().find(|cookie| cookie.starts_with(name)).unwrap().clone();
        let (session, fresh) = (named("__Host-teladan="), named("__Host-teladan-browser="));
        for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=34560000"] {
            assert!(fresh.contains(part), "{fresh}");
        }
        let value = |cookie: &str| cookie.split(';').next().unwrap().to_owned();
        let body: Value = serde_json::from_slice(&to_bytes(response.into_body(), usize::MAX).await.unwrap()).unwrap();
        let fresh = value(&fresh);
        assert!(mark.is_none_or(|mark| mark == fresh), "a marked browser keeps its mark");
        Self { house, mark: Some(fresh), session: value(&session), known: body["known"].clone() }
    }

    fn cookies(&self) -> String {
        let mark = self.mark.as_deref().unwrap_or_default();
        format!("{}; {mark}", self.session)
    }

    async fn pulls(&self, device: DeviceId, outbox_len: u32) {
        let question = Question::News { cursors: Default::default(), upto: None, waiting: Vec::new() };
        let (build, owner, epoch) = ("test".to_owned(), None, None);
        let pull = Pull { protocol: PROTOCOL, build, owner, device, epoch, outbox_len, question };
        let body = serde_json::to_value(pull).unwrap();
        let answer = self.house.ask(post("/api/sync/pull", Some(&self.cookies()), &body)).await;
        assert_eq!(answer.status, StatusCode::OK);
    }

    async fn pushes(&self, device: DeviceId, seq: u64) {
        let action = self.house.small.entry(EntryId(new_id()), 1);
        let command = shared::command::Command { device, ..order(seq, action) };
        let body = json!({ "protocol": PROTOCOL, "device": device, "commands": [command] });
        let answer = self.house.ask(post("/api/sync/push", Some(&self.cookies()), &body)).await;
        assert_eq!((answer.status, answer.body["answers"].as_array().unwrap().len()), (StatusCode::CREATED, 1));
    }

    fn waiting(&self) -> Option<u64> {
        self.known["waiting"].as_u64()
    }
}

#[tokio::test]
async fn what_waited_at_the_last_contact_and_has_not_come_since_is_told_at_the_next_sign_in() {
    let house = House::new().await;
    let first = Browser::signs_in(&house, STAFF_NIP, None).await;
    assert_eq!(first.known, Value::Null, "nobody was here before");
    let device = DeviceId(new_id());
    first.pulls(device, 2).await;

    let again = Browser::signs_in(&house, STAFF_NIP, first.mark.clone()).await;
    assert_eq!((again.waiting(), &again.known["device"]), (Some(2), &json!(device)));
    again.pushes(device, 1).await;
    let later = Browser::signs_in(&house, STAFF_NIP, first.mark.clone()).await;
    assert_eq!(later.waiting(), Some(1), "one of the two has come");
    let at = |browser: &Browser| browser.known["heard_at"].as_str().unwrap().to_owned();
    assert!(at(&later) > at(&again), "and was heard later");

    let me = house.ask(get("/api/me", &later.cookies())).await;
    assert_eq!(me.body["known"]["waiting"], 1, "a page that starts is told the same");
}

#[tokio::test]
async fn another_person_and_another_browser_are_told_nothing() {
    let house = House::new().await;
    let first = Browser::signs_in(&house, STAFF_NIP, None).await;
    first.pulls(DeviceId(new_id()), 2).await;
    let other = Browser::signs_in(&house, HEAD_NIP, first.mark.clone()).await;
    assert_eq!(other.known, Value::Null);
    let elsewhere = Browser::signs_in(&house, STAFF_NIP, None).await;
    assert_eq!(elsewhere.known, Value::Null);
    assert_ne!(elsewhere.mark, first.mark);
}

#[tokio::test]
async fn a_contact_that_says_nothing_new_is_not_written() {
    let house = House::new().await;
    let browser = Browser::signs_in(&house, STAFF_NIP, None).await;
    let (device, who) = (DeviceId(new_id()), house.small.staff);
    let mark = browser.mark.clone().unwrap();
    let name = token_hash(mark.split_once('=').unwrap().1);
    let written = async || house.small.office.db.contact(&name, who).await.unwrap().unwrap().0;
    browser.pulls(device, 0).await;
    let before = written().await;
    browser.pulls(device, 0).await;
    assert_eq!(written().await, before);
    browser.pulls(device, 3).await;
    assert_eq!(written().await.waiting, 3);
}

#[tokio::test]
async fn a_session_from_before_there_were_marks_gets_one_and_strangers_note_nothing() {
    let house = House::new().await;
    let session = house.signed_in(STAFF_NIP).await;
    let asks = |cookies: String| house.response(get("/api/me", &cookies));
    let marked = asks(session.clone()).await.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(marked.starts_with("__Host-teladan-browser="));
    let mark = marked.split(';').next().unwrap();
    assert!(!asks(format!("{session}; {mark}")).await.headers().contains_key(header::SET_COOKIE));

    let note = |cookie: Option<&str>| post("/api/lost", cookie, &json!({ "waiting": 2 }));
    assert_eq!(house.response(note(Some(&session))).await.status(), StatusCode::NO_CONTENT);
    assert_eq!(house.response(note(None)).await.status(), StatusCode::UNAUTHORIZED);
    let torn: Request<Body> = post("/api/lost", Some(&session), &json!({ "waiting": "all of it" }));
    assert_eq!(house.ask(torn).await.body["code"], "unreadable_request");
}

//! The doors: who gets in, what they see, and how a door says no.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::account::OpenAccount;
use shared::actor::Actor;
use shared::command::Action;
use shared::entry::Photo;
use shared::ids::{AccountId, EmployeeId, EntryId};
use shared::nip::Nip;
use teladan_server::auth::hex;
use teladan_server::http::doors;
use tower::ServiceExt;

use crate::support::{Small, accepted, new_id, order};

pub const STAFF_NIP: &str = "199004172015032001";
pub const HEAD_NIP: &str = "197509211999031002";

/// A small office with its doors open and two people who can sign in.
pub struct House {
    pub small: Small,
    doors: Router,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub cookie: Option<String>,
    pub body: Value,
}

impl House {
    pub async fn new() -> Self {
        Self::over(Small::in_memory().await).await
    }

    /// The doors of one more node on an office that is there already.
    pub async fn over(small: Small) -> Self {
        for (nip, employee) in [(STAFF_NIP, small.staff), (HEAD_NIP, small.head)] {
            account(&small, nip, employee).await;
        }
        let doors = doors(small.office.clone());
        Self { small, doors }
    }

    pub async fn response(&self, request: Request<Body>) -> Response {
        self.doors.clone().oneshot(request).await.unwrap()
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.response(request).await;
        assert_eq!(response.headers()["x-teladan"], "1", "every answer of ours says so");
        assert!(response.headers().contains_key(header::CONTENT_SECURITY_POLICY));
        let status = response.status();
        let cookie = response.headers().get(header::SET_COOKIE).map(|value| value.to_str().unwrap().to_owned());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, cookie, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null) }
    }

    pub async fn signed_in(&self, nip: &str) -> String {
        let answer = self.ask(post("/api/session", None, &json!({ "nip": nip, "password": "benar-sekali-7" }))).await;
        assert_eq!(answer.status, StatusCode::CREATED);
        let cookie = answer.cookie.unwrap();
        for part in ["__Host-teladan=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        cookie.split(';').next().unwrap().to_owned()
    }
}

pub async fn account(small: &Small, nip: &str, employee: EmployeeId) {
    let id = AccountId(new_id());
    let open = OpenAccount { id, nip: Nip::parse(nip).unwrap(), employee };
    accepted(&small.office, Actor::Operator, Action::OpenAccount(open)).await;
    let hash = small.office.passwords.hash("benar-sekali-7".to_owned()).await.unwrap();
    small.office.db.keep_credential(&id.to_string(), &hash).await.unwrap();
}

pub fn post(path: &str, cookie: Option<&str>, body: &Value) -> Request<Body> {
    let request =
        Request::post(path).header(header::CONTENT_TYPE, "application/json").header(header::HOST, "localhost");
    let request = match cookie {
        Some(cookie) => request.header(header::COOKIE, cookie),
        None => request,
    };
    request.body(Body::from(body.to_string())).unwrap()
}

pub fn get(path: &str, cookie: &str) -> Request<Body> {
    Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()
}

pub fn push(action: Action) -> Value {
    let command = order(1, action);
    json!({ "protocol": 1, "device": command.device, "commands": [serde_json::to_value(&command).unwrap()] })
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_nip_get_the_same_answer() {
    let house = House::new().await;
    let mut codes = Vec::new();
    for nip in [STAFF_NIP, "198001012005011009", "bukan nip"] {
        let answer = house.ask(post("/api/session", None, &json!({ "nip": nip, "password": "salah" }))).await;
        assert!(answer.cookie.is_none());
        codes.push((answer.status, answer.body["code"].as_str().unwrap().to_owned()));
    }
    assert!(codes.iter().all(|code| *code == (StatusCode::UNAUTHORIZED, "wrong_password".to_owned())), "{codes:?}");
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let house = House::new().await;
    let wrong = json!({ "nip": STAFF_NIP, "password": "salah" });
    for _ in 0..5 {
        assert_eq!(house.ask(post("/api/session", None, &wrong)).await.status, StatusCode::UNAUTHORIZED);
    }
    let answer = house.ask(post("/api/session", None, &wrong)).await;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("slow_down")));
}

#[tokio::test]
async fn a_session_ends_for_good() {
    let house = House::new().await;
    let cookie = house.signed_in(STAFF_NIP).await;
    assert_eq!(house.ask(get("/api/me", &cookie)).await.status, StatusCode::OK);
    let out = Request::delete("/api/session").header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
    assert_eq!(house.ask(out).await.status, StatusCode::NO_CONTENT);
    let answer = house.ask(get("/api/me", &cookie)).await;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::UNAUTHORIZED, &json!("signed_out")));
}

#[tokio::test]
async fn every_door_is_closed_to_strangers_and_boards_to_colleagues() {
    let house = House::new().await;
    let board = format!("/api/board/{}", house.small.unit);
    let live = format!("/api/live?unit={}", house.small.unit);
    for path in ["/api/me", &board, &live, "/api/live"] {
        assert_eq!(house.ask(get(path, "")).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let staff = house.signed_in(STAFF_NIP).await;
    for path in [&board, &live] {
        assert_eq!(house.ask(get(path, &staff)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let head = house.signed_in(HEAD_NIP).await;
    assert_eq!(house.ask(get(&board, &head)).await.status, StatusCode::OK);
    assert_eq!(house.ask(get("/api/tidak-ada", &head)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_phone_gets_its_own_work_and_nothing_of_others() {
    let house = House::new().await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let entry = EntryId(new_id());
    let sent = push(house.small.entry(entry, 7));
    let answer = house.ask(post("/api/sync/push", Some(&cookie), &sent)).await;
    assert_eq!((answer.status, &answer.body["answers"][0]["verdict"]), (StatusCode::CREATED, &json!("accepted")));
    let id = &sent["commands"][0]["id"];
    let pull = json!({ "protocol": 1, "device": sent["device"], "cursors": {}, "waiting": [id] });
    let answer = house.ask(post("/api/sync/pull", Some(&cookie), &pull)).await;
    assert_eq!(answer.body["answers"][0]["id"], *id, "rows and verdict in one answer");
    let text = answer.body["deltas"].to_string();
    assert!(text.contains(&entry.to_string()) && !text.contains("account") && !text.contains(HEAD_NIP), "{text}");
    let foreign = json!({ "protocol": 1, "device": sent["device"], "waiting": [],
        "cursors": { format!("p:{}", house.small.head): 0, format!("t:{}", house.small.unit): 0 } });
    let head = format!("p:{}", house.small.head);
    let answer = house.ask(post("/api/sync/pull", Some(&cookie), &foreign)).await;
    assert!(answer.body["deltas"].as_array().unwrap().iter().all(|delta| delta["scope"] != json!(head)));
}

#[tokio::test]
async fn a_command_that_cannot_be_read_is_kept_and_blocks_nobody() {
    let house = House::new().await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let mut sent = push(house.small.entry(EntryId(new_id()), 7));
    let strange = json!({ "id": new_id(), "device": sent["device"], "seq": 1, "action": { "medal.award": {} } });
    sent["commands"].as_array_mut().unwrap().insert(0, strange.clone());
    let answer = house.ask(post("/api/sync/push", Some(&cookie), &sent)).await;
    assert_eq!(answer.body["answers"][0]["verdict"]["rejected"]["reason"]["code"], "unreadable");
    assert_eq!(answer.body["answers"][1]["verdict"], "accepted");
    let id = strange["id"].as_str().unwrap();
    assert!(house.small.office.db.verdict(id).await.unwrap().is_some(), "it is kept");
}

#[tokio::test]
async fn a_door_says_no_in_words() {
    let house = House::new().await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let raw = |path: &str, kind: &str, body: Vec<u8>| {
        let request = Request::post(path).header(header::CONTENT_TYPE, kind).header(header::COOKIE, &cookie);
        request.body(Body::from(body)).unwrap()
    };
    let table = [
        (raw("/api/sync/push", "application/json", vec![b' '; 300 * 1024]), 413, "too_large"),
        (raw("/api/sync/push", "text/plain", b"{}".to_vec()), 415, "wrong_type"),
        (raw("/api/sync/push", "application/json", b"{".to_vec()), 400, "unreadable_request"),
        (raw("/api/sync/pull", "application/json", b"{}".to_vec()), 400, "unreadable_request"),
    ];
    for (request, status, code) in table {
        let answer = house.ask(request).await;
        assert_eq!((answer.status.as_u16(), answer.body["code"].as_str()), (status, Some(code)));
        assert!(answer.body["id"].as_str().is_some_and(|sentence| sentence.ends_with('.')));
    }
}

#[tokio::test]
async fn requests_from_other_sites_are_turned_away() {
    let house = House::new().await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let from = |name: &str, value: &str| {
        let mut request = post("/api/sync/pull", Some(&cookie), &json!({}));
        request.headers_mut().insert(axum::http::HeaderName::try_from(name).unwrap(), value.parse().unwrap());
        request
    };
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        let answer = house.ask(from(name, value)).await;
        assert_eq!(
            (answer.status, &answer.body["code"]),
            (StatusCode::FORBIDDEN, &json!("other_site")),
            "{name}: {value}"
        );
    }
    assert_ne!(house.ask(from("origin", "http://localhost")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_photo_is_kept_whole_and_shown_only_with_its_entry() {
    let house = House::new().await;
    let (staff, head) = (house.signed_in(STAFF_NIP).await, house.signed_in(HEAD_NIP).await);
    let bytes = [b"\xff\xd8\xff".as_slice(), &[7_u8; 900]].concat();
    let sha256 = hex(&Sha256::digest(&bytes));
    let put = |name: &str, kind: &str, body: &[u8]| {
        let request = Request::put(format!("/api/photo/{name}")).header(header::CONTENT_TYPE, kind);
        request.header(header::COOKIE, &staff).body(Body::from(body.to_vec())).unwrap()
    };
    assert_eq!(house.ask(put(&"0".repeat(64), "image/jpeg", &bytes)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(house.ask(put(&sha256, "text/html", &bytes)).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(house.ask(put(&sha256, "image/png", &bytes)).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(house.ask(put(&sha256, "image/jpeg", &bytes)).await.status, StatusCode::CREATED);
    let entry = EntryId(new_id());
    let mut action = house.small.entry(entry, 1);
    if let Action::RecordEntry(record) = &mut action {
        record.content.photos = vec![Photo { sha256: sha256.clone(), bytes: 903 }];
    }
    accepted(&house.small.office, house.small.as_staff(), action).await;
    let path = format!("/api/entry/{entry}/photo/{sha256}");
    assert_eq!(house.ask(get(&path, &staff)).await.status, StatusCode::OK);
    assert_eq!(house.ask(get(&path, &head)).await.status, StatusCode::OK);
    assert_eq!(house.ask(get(&path, "")).await.status, StatusCode::UNAUTHORIZED);
    let stranger = EmployeeId(new_id());
    let person = shared::employee::SetEmployee {
        id: stranger,
        name: "Orang lain".into(),
        rank: String::new(),
        position: String::new(),
        unit: house.small.unit,
        superior: Some(house.small.head),
    };
    accepted(&house.small.office, Actor::Operator, Action::SetEmployee(person)).await;
    account(&house.small, "198801012012011001", stranger).await;
    let stranger = house.signed_in("198801012012011001").await;
    assert_eq!(house.ask(get(&path, &stranger)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_persons_queue_is_not_taken_as_anothers_and_a_later_protocol_is_refused_in_words() {
    let house = House::new().await;
    let his = house.signed_in(HEAD_NIP).await;
    let mut hers = push(house.small.entry(EntryId(new_id()), 7));
    hers["owner"] = json!(house.small.staff);
    for path in ["/api/sync/push", "/api/sync/pull"] {
        let mut asked = hers.clone();
        asked["question"] = json!({ "news": { "cursors": {}, "upto": null, "waiting": [] } });
        let answer = house.ask(post(path, Some(&his), &asked)).await;
        assert_eq!((answer.status, &answer.body["code"]), (StatusCode::UNAUTHORIZED, &json!("signed_out")), "{path}");
        asked["protocol"] = json!(60_000);
        let answer = house.ask(post(path, Some(&his), &asked)).await;
        assert_eq!(
            (answer.status, &answer.body["code"]),
            (StatusCode::BAD_REQUEST, &json!("protocol_unknown")),
            "{path}"
        );
    }
    let hers_alone = house.signed_in(STAFF_NIP).await;
    let answer = house.ask(post("/api/sync/push", Some(&hers_alone), &hers)).await;
    assert_eq!(answer.body["answers"][0]["verdict"], "accepted", "it waited for its owner");
}

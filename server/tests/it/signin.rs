//! Signing in while others try the same: a password that was replaced meanwhile, and guesses sent all at once.

use axum::http::StatusCode;
use futures::future::join_all;
use serde_json::json;
use shared::nip::Nip;
use shared::row::{ClaimKind, Row};
use teladan_server::office::Office;

use crate::doors::{House, STAFF_NIP, post};
use crate::support::Small;

async fn account(small: &Small) -> String {
    let nip = Nip::parse(STAFF_NIP).unwrap();
    match small.office.db.held(ClaimKind::Nip, nip.digits()).await.unwrap() {
        Some(Row::Account(account)) => account.id.to_string(),
        other => panic!("{other:?}"),
    }
}

/// How many got each of these answers.
async fn count(house: &House, path: &str, body: &serde_json::Value, times: usize) -> [usize; 2] {
    let answers = join_all((0..times).map(|_| house.ask(post(path, None, body)))).await;
    let braked = answers.iter().filter(|answer| answer.status == StatusCode::TOO_MANY_REQUESTS).count();
    [times - braked, braked]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_while_the_password_is_replaced_does_not_come_in_by_the_old_one() {
    let small = Small::in_memory().await;
    let (db, witness) = small.office.db.clone().witnessed();
    let small = Small { office: Office { db, ..small.office }, ..small };
    let house = House::over(small.clone()).await;
    let (account, office) = (account(&small).await, small.office.clone());
    let next = office.passwords.hash("kata-sandi-baru-9".to_owned()).await.unwrap();
    // Others stand before it in the queue, and it has read the old hash before it gets its turn.
    let others = (0..16).map(|_| office.passwords.hash("lain".to_owned()));
    let before = async { join_all(others).await };
    drop(witness.take());
    let typed = json!({ "nip": STAFF_NIP, "password": "benar-sekali-7" });
    let replaced = async {
        while !witness.take().iter().any(|asked| asked.text.contains("SELECT hash FROM")) {
            tokio::task::yield_now().await;
        }
        office.db.keep_credential(&account, &next).await.unwrap();
        office.db.close_sessions_of(small.staff).await.unwrap();
    };
    let (_, answer, ()) = tokio::join!(before, house.ask(post("/api/session", None, &typed)), replaced);
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::UNAUTHORIZED, &json!("wrong_password")));
    assert!(answer.cookie.is_none());
    assert!(!office.db.is_used(&account).await.unwrap());
    let typed = json!({ "nip": STAFF_NIP, "password": "kata-sandi-baru-9" });
    assert_eq!(house.ask(post("/api/session", None, &typed)).await.status, StatusCode::CREATED);
    assert!(office.db.is_used(&account).await.unwrap());
}

#[tokio::test]
async fn whose_account_is_gone_meanwhile_does_not_come_in() {
    let house = House::new().await;
    let (small, account) = (&house.small, account(&house.small).await);
    let id = account.parse().unwrap();
    let close = shared::command::Action::CloseAccount(shared::account::CloseAccount { id });
    let hash = small.office.db.credential(&account).await.unwrap().unwrap();
    let session = || teladan_server::db::session::StoredSession {
        employee: small.staff.to_string(),
        until: teladan_server::clock::now() + chrono::TimeDelta::days(1),
    };
    let opens = async |name: &str| small.office.db.sign_in((&account, &hash), name, session()).await.unwrap();
    assert!(opens("sebelum").await && small.office.db.session("sebelum").await.unwrap().is_some());
    crate::support::accepted(&small.office, shared::actor::Actor::Operator, close).await;
    assert!(!opens("sesudah").await && small.office.db.session("sesudah").await.unwrap().is_none());
}

#[tokio::test]
async fn guesses_sent_all_at_once_are_slowed_down_like_one_after_another() {
    let house = House::new().await;
    let wrong = json!({ "nip": STAFF_NIP, "password": "salah" });
    assert_eq!(count(&house, "/api/session", &wrong, 40).await, [5, 35]);
    assert_eq!(count(&house, "/api/tv/pair", &json!({ "code": "7KQM4X2T" }), 60).await, [40, 20]);
}

#[tokio::test]
async fn the_right_password_many_times_is_no_guessing() {
    let house = House::new().await;
    for _ in 0..8 {
        house.signed_in(STAFF_NIP).await;
    }
    assert_eq!(house.small.office.brake.begin(STAFF_NIP), Ok(()));
}

//! A citizen while the database does not answer as it should. Here and not beside the other server tests, because only
//! this crate can take a table from under an office.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::counter::OpenCounter;
use shared::ids::{CommandId, CounterId, DeviceId, ServiceId, UnitId};
use shared::service::SetService;
use shared::sync::wire::Verdict;
use shared::unit::SetUnit;
use tower::ServiceExt;
use uuid::Uuid;

use super::*;
use crate::assets::Assets;
use crate::db::{Db, vars};

async fn office() -> Office {
    let office = Office::new(Db::open("mem://", "test").await.unwrap(), Assets::default());
    let (unit, service) = (UnitId(Uuid::now_v7()), ServiceId(Uuid::now_v7()));
    let open = OpenCounter { id: CounterId(Uuid::now_v7()), code: "DUK-3".into(), name: "Loket 3".into(), service };
    for action in [
        Action::SetUnit(SetUnit {
            id: unit,
            name: "Dinas".into(),
            parent: None,
            head: None,
            zone: shared::zone::Zone::default(),
            was: None,
        }),
        Action::SetService(SetService { id: service, name: "Akta kelahiran".into(), unit }),
        Action::OpenCounter(open),
    ] {
        let made_at = crate::clock::now();
        let id = CommandId(Uuid::now_v7());
        let command = Command { id, device: DeviceId(Uuid::new_v4()), seq: 1, v: 1, made_at, action };
        let verdict = crate::command::run(&office, Actor::Operator, &command).await.unwrap();
        assert_eq!(verdict, Verdict::Accepted);
    }
    office
}

async fn send(office: &Office, body: String) -> (StatusCode, Option<u32>, String) {
    let request = Request::post("/f/DUK-3")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let response = door().with_state(office.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let retry = parts.headers.get(header::RETRY_AFTER).map(|value| value.to_str().unwrap().parse().unwrap());
    let page = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
    (parts.status, retry, page)
}

async fn run(office: &Office, batch: &'static str) {
    office.db.run(batch, vars([])).await.unwrap();
}

#[tokio::test]
async fn an_answer_outlives_a_database_that_is_away() {
    let office = office().await;
    let id = Uuid::now_v7();
    let body = format!("jawaban={id}&nilai=2&cerita=Antre+dua+jam");
    // What was chosen and typed is there, under the same identity, so that pressing again cannot count twice.
    let returned = |(status, retry, page): (StatusCode, Option<u32>, String)| {
        assert_eq!((status, retry), (StatusCode::SERVICE_UNAVAILABLE, Some(5)));
        for kept in [&format!("value=\"{id}\""), ">Antre dua jam</textarea>", "value=\"2\" required checked"] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
    };
    run(&office, "REMOVE TABLE response").await;
    returned(send(&office, body.clone()).await);
    run(&office, "DEFINE TABLE response; UPDATE claim SET row = { claim: {} }").await;
    returned(send(&office, body.clone()).await);
    let page = Request::get("/f/DUK-3").body(Body::empty()).unwrap();
    let away = door().with_state(office).oneshot(page).await.unwrap();
    assert_eq!((away.status(), &away.headers()[header::RETRY_AFTER]), (StatusCode::SERVICE_UNAVAILABLE, &5.into()));
}

#[tokio::test]
async fn pressing_again_is_enough_once_the_database_is_back() {
    let office = office().await;
    let body = format!("jawaban={}&nilai=2", Uuid::now_v7());
    run(&office, "REMOVE TABLE response").await;
    assert_eq!(send(&office, body.clone()).await.0, StatusCode::SERVICE_UNAVAILABLE);
    run(&office, "DEFINE TABLE response").await;
    for _ in 0..2 {
        assert_eq!(send(&office, body.clone()).await.0, StatusCode::SEE_OTHER);
    }
    let counter = keep::counter(&office, Some("DUK-3")).await.unwrap().unwrap();
    assert_eq!(counter.all.answers, [0, 1, 0, 0]);
}

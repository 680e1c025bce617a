//! Whoever assesses people without leading a unit: a board with these people alone, its live line, the queue and the dialogues.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use shared::actor::Actor;
use shared::command::Action;
use shared::counter::OpenCounter;
use shared::employee::SetEmployee;
use shared::entry::{ApproveEntry, Content, RecordEntry};
use shared::ids::{CounterId, EmployeeId, EntryId, ServiceId, UnitId};
use shared::service::SetService;
use shared::unit::SetUnit;

use crate::doors::{HEAD_NIP, House, account, get, post, push};
use crate::support::{accepted, new_id, today, told};

const SENIOR_NIP: &str = "198801012012011001";

/// The small office with a functional senior in it who assesses a junior. Rahmawati is the head's.
struct Bench {
    house: House,
    senior: EmployeeId,
    junior: EmployeeId,
    cookie: String,
}

impl Bench {
    async fn new() -> Self {
        let house = House::new().await;
        let [senior, junior] = [(); 2].map(|()| EmployeeId(new_id()));
        let small = house.small.clone();
        let bench = |house, cookie| Self { house, senior, junior, cookie };
        let bare = bench(house, String::new());
        bare.placed(senior, "Ferdinand Ohee", Some(small.head)).await;
        bare.placed(junior, "Obed Wanggai", Some(senior)).await;
        account(&small, SENIOR_NIP, senior).await;
        let cookie = bare.house.signed_in(SENIOR_NIP).await;
        Self { cookie, ..bare }
    }

    async fn placed(&self, id: EmployeeId, name: &str, superior: Option<EmployeeId>) {
        self.stands(id, name, self.house.small.unit, superior).await;
    }

    async fn stands(&self, id: EmployeeId, name: &str, unit: UnitId, superior: Option<EmployeeId>) {
        let (rank, position) = ("III/c".into(), "Analis".into());
        let set = SetEmployee { id, name: name.into(), rank, position, unit, superior };
        accepted(&self.house.small.office, Actor::Operator, Action::SetEmployee(set)).await;
    }

    async fn wrote(&self, who: EmployeeId, text: &str) -> EntryId {
        let id = EntryId(new_id());
        let (quantity, photos, more) = Default::default();
        let content = Content { plan: None, text: text.into(), quantity, work_date: today(), photos, more };
        let record = Action::RecordEntry(RecordEntry { id, content, draft: None });
        accepted(&self.house.small.office, Actor::Employee { employee: who }, record).await;
        id
    }

    fn board(&self) -> String {
        format!("/api/board/{}", self.house.small.unit)
    }

    async fn gives(&self, action: Action) -> Value {
        let answer = self.house.ask(post("/api/sync/push", Some(&self.cookie), &push(action))).await;
        answer.body["answers"][0]["verdict"].clone()
    }
}

fn has(rows: &[Value], kind: &str, id: impl std::fmt::Display) -> bool {
    rows.iter().any(|row| row[kind]["id"] == id.to_string().as_str())
}

#[tokio::test]
async fn bji_5_who_assesses_without_leading_sees_those_people_and_nobody_else() {
    let bench = Bench::new().await;
    let small = &bench.house.small;
    let (theirs, others) =
        (bench.wrote(bench.junior, "Menata arsip").await, bench.wrote(small.staff, "Melayani").await);
    let (service, counter) = (ServiceId(new_id()), CounterId(new_id()));
    let set = SetService { id: service, name: "Akta".into(), unit: small.unit };
    accepted(&small.office, Actor::Operator, Action::SetService(set)).await;
    let open = OpenCounter { id: counter, code: "7KQM4X2T".into(), name: "Loket 1".into(), service };
    accepted(&small.office, Actor::Operator, Action::OpenCounter(open)).await;
    let me = bench.house.ask(get("/api/me", &bench.cookie)).await.body;
    assert_eq!(me["boards"], json!([{ "unit": small.unit, "name": "Bidang Pendaftaran", "assessed": true }]));
    let rows = bench.house.ask(get(&bench.board(), &bench.cookie)).await.body["rows"].as_array().unwrap().clone();
    assert!(has(&rows, "entry", theirs) && has(&rows, "employee", bench.junior) && has(&rows, "unit", small.unit));
    for (kind, id) in [
        ("entry", others.to_string()),
        ("employee", small.staff.to_string()),
        ("plan", small.plan.to_string()),
        ("counter", counter.to_string()),
    ] {
        assert!(!has(&rows, kind, &id), "{kind}");
    }
    // The head has everything, and no such mark.
    let head = bench.house.signed_in(HEAD_NIP).await;
    let whole = bench.house.ask(get(&bench.board(), &head)).await.body["rows"].as_array().unwrap().clone();
    assert!(has(&whole, "entry", theirs) && has(&whole, "entry", others) && has(&whole, "counter", counter));
    assert_eq!(bench.house.ask(get("/api/me", &head)).await.body["boards"][0].get("assessed"), None);
    for path in [
        format!("/api/units/{}/board", small.unit),
        format!("/api/units/{}/tv", small.unit),
        format!("/api/person/{}", small.staff),
        format!("/api/dialogue/{}", small.staff),
    ] {
        assert_eq!(bench.house.ask(get(&path, &bench.cookie)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let dialogues = bench.house.ask(get("/api/dialogues", &bench.cookie)).await.body;
    assert_eq!(dialogues["lines"].as_array().unwrap().len(), 1);
    assert_eq!(dialogues["lines"][0]["person"], bench.junior.to_string());
    assert_eq!(bench.gives(Action::ApproveEntry(ApproveEntry { entry: theirs, base: 1 })).await, "accepted");
    let refused = bench.gives(Action::ApproveEntry(ApproveEntry { entry: others, base: 1 })).await;
    assert_eq!(refused["rejected"]["reason"]["code"], "not_found");
}

#[tokio::test]
async fn bji_5_the_live_line_tells_the_same_people_and_ends_with_the_last_of_them() {
    let bench = Bench::new().await;
    let small = &bench.house.small;
    let head = bench.house.ask(get(&bench.board(), &bench.cookie)).await.body["head"].as_u64().unwrap();
    let others = bench.wrote(small.staff, "Melayani").await;
    let theirs = bench.wrote(bench.junior, "Menata arsip").await;
    bench.placed(bench.junior, "Obed Wanggai", Some(small.head)).await;
    let after = bench.wrote(bench.junior, "Milik atasan lain").await;
    bench.placed(small.staff, "Rahmawati", Some(bench.senior)).await;
    let last = bench.wrote(small.staff, "Sekarang dinilai").await;
    let live =
        Request::get(format!("/api/live?unit={}&after={head}", small.unit)).header(header::COOKIE, &bench.cookie);
    let mut line = bench.house.response(live.body(Body::empty()).unwrap()).await.into_body().into_data_stream();
    let heard = told(&mut line, &last.to_string()).await;
    // When the line opens Rahmawati is theirs, so what she wrote is told; what Obed writes for another is not.
    assert!(heard.contains(&others.to_string()));
    assert!(!heard.contains(&theirs.to_string()) && !heard.contains(&after.to_string()), "{heard}");
    bench.placed(small.staff, "Rahmawati", Some(small.head)).await;
    let gone = format!(r#"{{"drop":{{"key":{{"kind":"employee","id":"{}"}}}}}}"#, small.staff);
    told(&mut line, &gone).await;
    let unseen = bench.wrote(small.staff, "Tidak lagi").await;
    // A change is told within milliseconds; two seconds are silence.
    let more = tokio::time::timeout(Duration::from_secs(2), told(&mut line, &unseen.to_string())).await;
    assert!(more.is_err(), "{more:?}");
    assert_eq!(bench.house.ask(get(&bench.board(), &bench.cookie)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bench.house.ask(get("/api/me", &bench.cookie)).await.body["boards"], json!([]));
}

#[tokio::test]
async fn bji_5_who_was_given_away_while_the_line_was_broken_leaves_the_board() {
    let bench = Bench::new().await;
    let small = &bench.house.small;
    let other = EmployeeId(new_id());
    bench.placed(other, "Yakomina", Some(bench.senior)).await;
    let head = bench.house.ask(get(&bench.board(), &bench.cookie)).await.body["head"].as_u64().unwrap();
    bench.placed(bench.junior, "Obed Wanggai", Some(small.head)).await;
    let line = bench.house.response(get(&format!("/api/live?unit={}&after={head}", small.unit), &bench.cookie)).await;
    let mut line = line.into_body().into_data_stream();
    let gone = format!(r#"{{"drop":{{"key":{{"kind":"employee","id":"{}"}}}}}}"#, bench.junior);
    let told = told(&mut line, &gone).await;
    assert!(!told.contains("Obed"), "{told}");
}

#[tokio::test]
async fn bji_5_who_comes_back_to_the_unit_does_not_get_back_whom_they_assessed_elsewhere() {
    let bench = Bench::new().await;
    let small = &bench.house.small;
    let [beside, far] = [(); 2].map(|()| UnitId(new_id()));
    for id in [beside, far] {
        let (name, zone) = ("Dinas lain".into(), Default::default());
        let set = SetUnit { id, name, parent: None, head: None, zone, was: None };
        accepted(&small.office, Actor::Operator, Action::SetUnit(set)).await;
    }
    let next = EmployeeId(new_id());
    bench.stands(next, "Sri Rahayu", beside, None).await;
    bench.stands(bench.junior, "Obed Wanggai", beside, Some(bench.senior)).await;
    bench.wrote(bench.junior, "Menata arsip").await;
    let board = async |cookie: &str| bench.house.ask(get(&bench.board(), cookie)).await;
    assert!(board(&bench.cookie).await.body.to_string().contains("Menata arsip"), "theirs, wherever they stand");
    bench.stands(bench.senior, "Ferdinand Ohee", far, None).await;
    bench.stands(bench.junior, "Obed Wanggai", beside, Some(next)).await;
    bench.placed(bench.senior, "Ferdinand Ohee", Some(small.head)).await;
    assert_eq!(board(&bench.cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bench.house.ask(get("/api/me", &bench.cookie)).await.body["boards"], json!([]));
    let head = bench.house.signed_in(HEAD_NIP).await;
    let whole = board(&head).await.body.to_string();
    assert!(!whole.contains("Menata arsip") && !whole.contains("Obed"), "nor does the head: {whole}");
}

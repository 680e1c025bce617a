//! People at the doors: who may look after whom, a wish that moves a person, acting posts, days away.

use axum::http::StatusCode;
use chrono::Days;
use serde_json::{Value, json};
use shared::absence::{AbsenceAnswer, AbsenceKind, AddAbsence, AnswerAbsence};
use shared::actor::Actor;
use shared::admin::{GiveAdmin, TakeAdmin};
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::ids::{AbsenceId, EmployeeId, EntryId, SuperiorRequestId, UnitId};
use shared::superior::{AnswerSuperior, Decision, RequestSuperior};
use shared::unit::{ActingKind, EndActing, SetActing, SetUnit};

mod carry;
mod coming;
mod dialogue;
mod import;
mod left;

use crate::doors::{HEAD_NIP, House, STAFF_NIP, account, get, post, push};
use crate::support::{accepted, new_id, today};

const ADMIN_NIP: &str = "198801012012011001";
const BOSS_NIP: &str = "197203151994032004";
const OTHER_NIP: &str = "199105052019031003";

/// The small office within a dinas, with an admin of the dinas and another dinas beside it.
struct Town {
    house: House,
    dinas: UnitId,
    beside: UnitId,
    boss: EmployeeId,
    admin: EmployeeId,
    other: EmployeeId,
}

fn unit(id: UnitId, name: &str, parent: Option<UnitId>, head: Option<EmployeeId>) -> Action {
    Action::SetUnit(SetUnit { id, name: name.into(), parent, head, zone: Default::default(), was: None })
}

fn person(id: EmployeeId, name: &str, unit: UnitId, superior: Option<EmployeeId>) -> Action {
    let (rank, position) = ("III/a".into(), "Analis".into());
    Action::SetEmployee(SetEmployee { id, name: name.into(), rank, position, unit, superior })
}

impl Town {
    async fn new() -> Self {
        let house = House::new().await;
        let [city, dinas, beside] = [(); 3].map(|()| UnitId(new_id()));
        let [boss, admin, other] = [(); 3].map(|()| EmployeeId(new_id()));
        let (small, order) = (house.small.clone(), |action| accepted(&house.small.office, Actor::Operator, action));
        order(unit(city, "Pemerintah Kota", None, None)).await;
        order(unit(dinas, "Dinas Kependudukan", Some(city), None)).await;
        order(unit(beside, "Dinas Kesehatan", Some(city), None)).await;
        order(unit(small.unit, "Bidang Pendaftaran", Some(dinas), Some(small.head))).await;
        order(person(boss, "Nurhayati Siregar", dinas, None)).await;
        order(unit(dinas, "Dinas Kependudukan", Some(city), Some(boss))).await;
        order(person(admin, "Sri Rahayu", dinas, Some(boss))).await;
        order(person(other, "Obed Wanggai", beside, None)).await;
        order(Action::GiveAdmin(GiveAdmin { person: admin, unit: dinas })).await;
        for (nip, who) in [(ADMIN_NIP, admin), (BOSS_NIP, boss), (OTHER_NIP, other)] {
            account(&house.small, nip, who).await;
        }
        Self { house, dinas, beside, boss, admin, other }
    }

    /// Asks for a wish or gives an order as whoever has this cookie; the verdict.
    async fn gives(&self, cookie: &str, action: Action) -> Value {
        let answer = self.house.ask(post("/api/sync/push", Some(cookie), &push(action))).await;
        assert_eq!(answer.status, StatusCode::CREATED);
        answer.body["answers"][0]["verdict"].clone()
    }

    async fn status(&self, path: &str, cookie: &str) -> StatusCode {
        self.house.ask(get(path, cookie)).await.status
    }

    fn wish(&self, wanted: EmployeeId) -> (SuperiorRequestId, Action) {
        let id = SuperiorRequestId(new_id());
        let (wanted, wanted_name) = (Some(wanted), "siapa".into());
        (id, Action::RequestSuperior(RequestSuperior { id, wanted, wanted_name, reason: "Saya pindah.".into() }))
    }

    fn answer(&self, request: SuperiorRequestId, base: u32) -> Action {
        let (person, superior) = (self.house.small.staff, self.boss);
        let decision = Decision::Approve { superior };
        Action::AnswerSuperior(AnswerSuperior { person, request, base, decision, answer: String::new() })
    }
}

fn accepted_verdict(verdict: &Value) -> bool {
    verdict == "accepted"
}

#[tokio::test]
async fn what_an_admin_sees_is_not_there_for_others() {
    let town = Town::new().await;
    let small = &town.house.small;
    let (staff, head) = (town.house.signed_in(STAFF_NIP).await, town.house.signed_in(HEAD_NIP).await);
    let (admin, other) = (town.house.signed_in(ADMIN_NIP).await, town.house.signed_in(OTHER_NIP).await);
    let ok = StatusCode::OK;
    let gone = StatusCode::NOT_FOUND;
    let table = [
        ("/api/people?q=siregar".to_owned(), [ok, ok, ok, ok]),
        ("/api/units".to_owned(), [gone, gone, ok, gone]),
        ("/api/requests".to_owned(), [gone, gone, ok, gone]),
        ("/api/import".to_owned(), [gone, gone, ok, gone]),
        (format!("/api/unit/{}/people", small.unit), [gone, gone, ok, gone]),
        (format!("/api/unit/{}/people", town.beside), [gone, gone, gone, gone]),
        (format!("/api/people/{}", small.staff), [ok, gone, ok, gone]),
        (format!("/api/people/{}", town.other), [gone, gone, gone, ok]),
    ];
    for (path, expected) in table {
        assert_eq!(town.status(&path, "").await, StatusCode::UNAUTHORIZED, "{path}");
        for (cookie, expected) in [&staff, &head, &admin, &other].into_iter().zip(expected) {
            assert_eq!(town.status(&path, cookie).await, expected, "{path}");
        }
    }
    let me = town.house.ask(get("/api/me", &admin)).await.body;
    assert_eq!(me["admin"], json!([{ "unit": town.dinas, "name": "Dinas Kependudukan" }]));
    assert_eq!(town.house.ask(get("/api/me", &staff)).await.body["admin"], json!([]));
    accepted(&small.office, Actor::Operator, Action::TakeAdmin(TakeAdmin { person: town.admin, unit: town.dinas }))
        .await;
    assert_eq!(town.status("/api/units", &admin).await, gone, "a right that was taken is gone at once");
}

#[tokio::test]
async fn people_are_found_by_the_beginnings_of_their_names_and_without_a_number() {
    let town = Town::new().await;
    let staff = town.house.signed_in(STAFF_NIP).await;
    let names = async |q: &str| {
        let found = town.house.ask(get(&format!("/api/people?q={q}"), &staff)).await.body;
        let found = found.as_array().unwrap().clone();
        found.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("SIREG").await, ["Nurhayati Siregar"]);
    assert_eq!(names("nurha%20sir").await, ["Nurhayati Siregar"]);
    assert_eq!(names("nurha%20wang").await, [""; 0]);
    assert_eq!(names("si").await, [""; 0], "two letters are too few");
    assert_eq!(names("~~~").await, [""; 0]);
    let found = town.house.ask(get("/api/people?q=wanggai", &staff)).await.body;
    let keys: Vec<&String> = found[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "name", "position", "unit"]);
    accepted(&town.house.small.office, Actor::Operator, person(town.other, "Obed Ohee", town.beside, None)).await;
    assert_eq!((names("wanggai").await.len(), names("ohee").await.len()), (0, 1), "the old name is not found any more");
}

#[tokio::test]
async fn a_wish_moves_the_person_and_their_work_to_the_new_board() {
    let town = Town::new().await;
    let small = &town.house.small;
    let (staff, admin) = (town.house.signed_in(STAFF_NIP).await, town.house.signed_in(ADMIN_NIP).await);
    let (boss, other) = (town.house.signed_in(BOSS_NIP).await, town.house.signed_in(OTHER_NIP).await);
    let entry = EntryId(new_id());
    accepted(&small.office, small.as_staff(), small.entry(entry, 7)).await;
    let board = format!("/api/board/{}", town.dinas);
    let on_board = async |what: &str, id: String| {
        let rows = town.house.ask(get(&board, &boss)).await.body["rows"].as_array().unwrap().clone();
        rows.iter().any(|row| row[what]["id"] == id.as_str())
    };
    assert!(!on_board("entry", entry.to_string()).await);
    let (request, wish) = town.wish(town.boss);
    assert!(accepted_verdict(&town.gives(&staff, wish).await));
    let waiting = town.house.ask(get("/api/requests", &admin)).await.body["waiting"].clone();
    assert_eq!(waiting[0]["asked"]["person_name"], "Rahmawati");
    assert_eq!(waiting[0]["wanted"]["name"], "Nurhayati Siregar");
    let refused = town.gives(&other, town.answer(request, 1)).await;
    assert_eq!(refused["rejected"]["reason"]["code"], "not_allowed");
    assert!(accepted_verdict(&town.gives(&admin, town.answer(request, 1)).await));
    assert_eq!(town.house.ask(get("/api/requests", &admin)).await.body["waiting"], json!([]));
    assert!(on_board("employee", small.staff.to_string()).await);
    assert!(on_board("entry", entry.to_string()).await, "what waits goes along");
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &staff)).await.body;
    assert_eq!(page["superior_name"], "Nurhayati Siregar");
    assert_eq!(page["career"][1]["by_name"], "Sri Rahayu");
    assert_eq!(page["asked"]["list"][0]["state"], "approved");
    let again = town.gives(&admin, town.answer(request, 1)).await;
    assert_eq!(again["rejected"]["reason"]["code"], "changed_since_seen");
}

#[tokio::test]
async fn whoever_stands_in_opens_the_board_while_it_runs() {
    let town = Town::new().await;
    let small = &town.house.small;
    let (other, head) = (town.house.signed_in(OTHER_NIP).await, town.house.signed_in(HEAD_NIP).await);
    let board = format!("/api/board/{}", small.unit);
    let live = format!("/api/live?unit={}&after=0", small.unit);
    let gone = StatusCode::NOT_FOUND;
    assert_eq!((town.status(&board, &other).await, town.status(&live, &other).await), (gone, gone));
    let (kind, from, until) = (ActingKind::Plt, today(), today() + Days::new(3));
    let acting = SetActing { unit: small.unit, person: town.other, kind, from, until };
    accepted(&small.office, Actor::Employee { employee: town.admin }, Action::SetActing(acting)).await;
    assert_eq!(town.status(&board, &other).await, StatusCode::OK);
    assert_eq!(town.status(&board, &head).await, StatusCode::OK, "the head as well");
    let me = town.house.ask(get("/api/me", &other)).await.body;
    assert_eq!(me["boards"][0]["unit"], json!(small.unit));
    let end = EndActing { unit: small.unit, from };
    accepted(&small.office, Actor::Employee { employee: town.admin }, Action::EndActing(end)).await;
    assert_eq!((town.status(&board, &other).await, town.status(&live, &other).await), (gone, gone));
    // A post that is to come gives nothing yet.
    let from = today() + Days::new(1);
    let acting = SetActing { unit: small.unit, person: town.other, kind, from, until };
    accepted(&small.office, Actor::Operator, Action::SetActing(acting)).await;
    assert_eq!(town.status(&board, &other).await, gone);
}

#[tokio::test]
async fn days_away_reach_the_board() {
    let town = Town::new().await;
    let small = &town.house.small;
    let head = town.house.signed_in(HEAD_NIP).await;
    let id = AbsenceId(new_id());
    let (kind, from, until) = (AbsenceKind::Duty, today(), today());
    let add = AddAbsence { id, person: small.staff, kind, from, until, note: "Rakor".into() };
    accepted(&small.office, small.as_staff(), Action::AddAbsence(add)).await;
    let rows = town.house.ask(get(&format!("/api/board/{}", small.unit), &head)).await.body["rows"].clone();
    let absences: Vec<&Value> = rows.as_array().unwrap().iter().filter_map(|row| row.get("absences")).collect();
    assert_eq!(absences.len(), 1);
    assert_eq!(absences[0]["list"][0]["kind"], "duty");
}

#[tokio::test]
async fn days_away_that_are_taken_back_leave_the_sums_and_reach_the_person() {
    let town = Town::new().await;
    let small = &town.house.small;
    let head = town.house.signed_in(HEAD_NIP).await;
    let id = AbsenceId(new_id());
    let (from, until) = (today() - Days::new(6), today());
    let add = AddAbsence { id, person: small.staff, kind: AbsenceKind::Sick, from, until, note: String::new() };
    accepted(&small.office, small.as_staff(), Action::AddAbsence(add)).await;
    let board = format!("/api/units/{}/board", small.unit);
    let away = || async { town.house.ask(get(&board, &head)).await.body.to_string().contains("\"away\":1") };
    assert!(away().await, "the sums know of it");
    let answer = AbsenceAnswer::TakeBack { reason: "Anda hadir.".into() };
    let action = Action::AnswerAbsence(AnswerAbsence { id, person: small.staff, answer });
    let other = town.house.signed_in(OTHER_NIP).await;
    assert_eq!(town.gives(&other, action.clone()).await["rejected"]["reason"]["code"], "not_found");
    assert!(accepted_verdict(&town.gives(&head, action).await));
    assert!(!away().await, "and of this");
    let staff = town.house.signed_in(STAFF_NIP).await;
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &staff)).await.body["absences"].clone();
    assert_eq!((&page["list"], &page["taken"][0]["reason"]), (&json!([]), &json!("Anda hadir.")), "{page}");
    assert_eq!(page["taken"][0]["by_name"], "Zulkifli");
}

//! What the region is for, written by an admin of the whole in an office that began empty. Acceptance BJI-1.

use axum::http::StatusCode;
use serde_json::json;
use shared::actor::Actor;
use shared::admin::GiveAdmin;
use shared::command::Action;
use shared::entry::{Content, RecordEntry};
use shared::goal::SetGoal;
use shared::ids::{EmployeeId, EntryId, GoalId, PlanId, UnitId};
use shared::plan::{Level, Perspective, PlanKind, ProposePlan, TiePlan};
use shared::quantity::Quantity;
use shared::unit::SetUnit;

use crate::doors::{HEAD_NIP, House, STAFF_NIP, get, post, push};
use crate::support::{about, accepted, neat, new_id, today};

fn goal(id: GoalId, name: &str, parent: Option<GoalId>) -> Action {
    Action::SetGoal(SetGoal { id, name: name.into(), parent, from: Some(2025), until: None, closed: false })
}

#[tokio::test]
async fn bji_1_from_a_daily_entry_one_climbs_to_what_an_admin_wrote() {
    let house = House::new().await;
    let small = house.small.clone();
    let (admin, head) = (house.signed_in(STAFF_NIP).await, house.signed_in(HEAD_NIP).await);
    let gives = async |cookie: &str, action: Action| {
        let answer = house.ask(post("/api/sync/push", Some(cookie), &push(action))).await;
        answer.body["answers"][0]["verdict"].clone()
    };
    let (mission, programme) = (GoalId(new_id()), GoalId(new_id()));
    assert_eq!(house.ask(get("/api/goals", &admin)).await.status, StatusCode::NOT_FOUND);
    let refused = gives(&admin, goal(mission, "Pelayanan yang tuntas", None)).await;
    assert_eq!(refused["rejected"]["reason"]["code"], "not_allowed");

    accepted(&small.office, Actor::Operator, Action::GiveAdmin(GiveAdmin { person: small.staff, unit: small.unit }))
        .await;
    assert_eq!(gives(&admin, goal(mission, "Pelayanan yang tuntas", None)).await, "accepted");
    assert_eq!(gives(&admin, goal(programme, "Program Pencatatan Sipil", Some(mission))).await, "accepted");
    let told = house.ask(get("/api/goals", &admin)).await.body;
    assert_eq!((&told["may_write"], told["goals"].as_array().unwrap().len()), (&json!(true), 2));

    let above = PlanId(new_id());
    let mut plan = ProposePlan {
        id: above,
        owner: small.head,
        result: "Kepemilikan akta meningkat".into(),
        measure: "laporan".into(),
        target: Quantity::whole(12),
        from: today(),
        until: today(),
        kind: PlanKind::Main,
        supports: None,
        goal: Some(programme),
        about: about("Laporan kendali", shared::plan::Aspect::Quantity),
        more: vec![neat()],
    };
    plan.about.perspective = Some(Perspective::Process);
    (plan.more[0].about.perspective, plan.more[0].about.level) = (Some(Perspective::Recipients), Level::Outcome);
    assert_eq!(gives(&head, Action::ProposePlan(Box::new(plan))).await, "accepted");
    let tie = TiePlan { plan: small.plan, base: 1, supports: Some(above), goal: None };
    assert_eq!(gives(&admin, Action::TiePlan(tie)).await, "accepted");
    let content = Content {
        plan: Some(small.plan),
        text: "7 kutipan akta".into(),
        quantity: Quantity::whole(7),
        work_date: today(),
        photos: Vec::new(),
        more: Default::default(),
    };
    let record = RecordEntry { id: EntryId(new_id()), content, draft: None };
    assert_eq!(gives(&admin, Action::RecordEntry(record)).await, "accepted");
    let up = house.ask(get(&format!("/api/plan/{}/up", small.plan), &admin)).await.body["rungs"].clone();
    let names: Vec<&str> = up.as_array().unwrap().iter().map(|rung| rung["name"].as_str().unwrap()).collect();
    assert_eq!(names[1..], ["Kepemilikan akta meningkat", "Program Pencatatan Sipil", "Pelayanan yang tuntas"]);
}

/// Who looks after a part only reads what the whole is for.
#[tokio::test]
async fn an_admin_of_a_part_reads_and_does_not_write() {
    let house = House::new().await;
    let small = house.small.clone();
    let part = UnitId(new_id());
    let (name, parent, head) = ("Seksi".to_owned(), Some(small.unit), None::<EmployeeId>);
    let set = SetUnit { id: part, name, parent, head, zone: Default::default(), was: None };
    accepted(&small.office, Actor::Operator, Action::SetUnit(set)).await;
    accepted(&small.office, Actor::Operator, Action::GiveAdmin(GiveAdmin { person: small.staff, unit: part })).await;
    accepted(&small.office, Actor::Operator, goal(GoalId(new_id()), "Pelayanan yang tuntas", None)).await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let told = house.ask(get("/api/goals", &cookie)).await.body;
    assert_eq!((&told["may_write"], &told["goals"][0]["name"]), (&json!(false), &json!("Pelayanan yang tuntas")));
    let write = push(goal(GoalId(new_id()), "Lain", None));
    let answer = house.ask(post("/api/sync/push", Some(&cookie), &write)).await.body;
    assert_eq!(answer["answers"][0]["verdict"]["rejected"]["reason"]["code"], "not_allowed");
}

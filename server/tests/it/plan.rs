//! Plans through the one writer and the doors: a tree up to the mission, a talk until both agree, and who may read it.
//! Acceptance BJI-1, PLM-10.

use axum::http::StatusCode;
use serde_json::json;
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::expectation::{SetExpectation, Special};
use shared::goal::{Goal, SetGoal};
use shared::ids::{EmployeeId, GoalId, PlanId};
use shared::plan::{AgreePlan, Deal, Level, OfferPlan, Perspective, PlanKind, ProposePlan, Terms, TiePlan};
use shared::quantity::Quantity;
use shared::refusal::Refusal;
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::sync::wire::Verdict;
use shared::unit::SetUnit;
use shared::zone::Zone;
use teladan_server::{clock, command};

use crate::doors::{HEAD_NIP, House, STAFF_NIP, get};
use crate::support::{Small, about, accepted, neat, new_id, order, today};

/// A small office in which the head's result serves a programme.
async fn town() -> (Small, PlanId) {
    let small = Small::in_memory().await;
    let (mission, programme) = (GoalId(new_id()), GoalId(new_id()));
    let goal = |id, name: &str, parent| {
        Action::SetGoal(SetGoal { id, name: name.into(), parent, from: None, until: None, closed: false })
    };
    accepted(&small.office, Actor::Operator, goal(mission, "Pelayanan yang tuntas", None)).await;
    accepted(&small.office, Actor::Operator, goal(programme, "Program Pencatatan Sipil", Some(mission))).await;
    let plan = ProposePlan { goal: Some(programme), ..led(&small) };
    let above = plan.id;
    accepted(&small.office, small.as_head(), Action::ProposePlan(Box::new(plan))).await;
    (small, above)
}

/// A result of the head.
fn led(small: &Small) -> ProposePlan {
    let mut plan = ProposePlan {
        id: PlanId(new_id()),
        owner: small.head,
        result: "Kepemilikan akta meningkat".into(),
        measure: "laporan".into(),
        target: Quantity::whole(12),
        from: today(),
        until: today() + chrono::Days::new(40),
        kind: PlanKind::Main,
        supports: None,
        goal: None,
        about: about("Laporan kendali", shared::plan::Aspect::Quantity),
        more: vec![neat()],
    };
    plan.about.perspective = Some(Perspective::Process);
    (plan.more[0].about.perspective, plan.more[0].about.level) = (Some(Perspective::Recipients), Level::Outcome);
    plan
}

async fn terms(small: &Small, plan: PlanId) -> Terms {
    match small.office.db.row(Key::from(Terms::id_of(plan))).await.unwrap() {
        Some(Row::Terms(terms)) => terms,
        other => unreachable!("no terms: {other:?}"),
    }
}

#[tokio::test]
async fn bji_1_from_a_result_one_climbs_to_the_mission_in_four_steps() {
    let (small, above) = town().await;
    let tie = TiePlan { plan: small.plan, base: 1, supports: Some(above), goal: None };
    accepted(&small.office, small.as_staff(), Action::TiePlan(tie)).await;
    let up = terms(&small, small.plan).await.up;
    assert_eq!((up.by.as_str(), up.programme.as_str()), ("Zulkifli", "Program Pencatatan Sipil"));
    let plan = small.plan;
    let house = House::over(small).await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let answer = house.ask(get(&format!("/api/plan/{plan}/up"), &cookie)).await;
    let rungs = answer.body["rungs"].as_array().unwrap();
    let kinds: Vec<&str> = rungs.iter().map(|rung| rung["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["result", "result", "programme", "mission"]);
    assert_eq!((rungs[1]["by"].as_str(), rungs[3]["name"].as_str()), (Some("Zulkifli"), Some("Pelayanan yang tuntas")));
}

#[tokio::test]
async fn plm_10_a_talk_goes_through_the_writer_until_both_agree() {
    let (small, _) = town().await;
    let row = small.office.db.row(Key::from(small.plan)).await.unwrap();
    let Some(Row::Plan(plan)) = row else { unreachable!("no plan") };
    let deal = Deal { target: Quantity::whole(200), ..terms(&small, small.plan).await.deal(&plan) };
    let offer = OfferPlan { plan: small.plan, base: 1, deal, words: "Dua loket tutup.".into() };
    accepted(&small.office, small.as_staff(), Action::OfferPlan(Box::new(offer.clone()))).await;
    let stale = Action::AgreePlan(AgreePlan { plan: small.plan, base: 1 });
    let verdict = command::run(&small.office, small.as_head(), &order(1, stale)).await.unwrap();
    assert_eq!(verdict, Verdict::Rejected { reason: Refusal::ChangedSinceSeen.spoken() });
    accepted(&small.office, small.as_head(), Action::AgreePlan(AgreePlan { plan: small.plan, base: 2 })).await;
    let Some(Row::Plan(plan)) = small.office.db.row(Key::from(small.plan)).await.unwrap() else { unreachable!() };
    assert_eq!((plan.target, plan.turn), (Quantity::whole(200), None));
    assert_eq!(terms(&small, small.plan).await.trail.len(), 3);
}

#[tokio::test]
async fn plans_are_read_by_the_person_and_those_above_and_are_not_there_for_others() {
    let (small, above) = town().await;
    let other = EmployeeId(new_id());
    let (name, rank, position) = ("Suparman".to_owned(), String::new(), String::new());
    let set = SetEmployee { id: other, name, rank, position, unit: small.unit, superior: Some(small.head) };
    accepted(&small.office, Actor::Operator, Action::SetEmployee(set)).await;
    let special = vec![Special { value: "loyal".into(), text: "Jaga berkas pemohon.".into() }];
    let year = today().format("%Y").to_string().parse().unwrap();
    let expected = SetExpectation { employee: small.staff, year, base: 0, special };
    accepted(&small.office, small.as_head(), Action::SetExpectation(expected)).await;
    let (staff, head, plan) = (small.staff, small.head, small.plan);
    let house = House::over(small).await;
    let (as_staff, as_head) = (house.signed_in(STAFF_NIP).await, house.signed_in(HEAD_NIP).await);
    let (ok, gone) = (StatusCode::OK, StatusCode::NOT_FOUND);
    for (path, by_staff, by_head) in [
        (format!("/api/employee/{staff}/plans"), ok, ok),
        (format!("/api/employee/{head}/plans"), gone, ok),
        (format!("/api/employee/{other}/plans"), gone, ok),
        (format!("/api/employee/{staff}/ties"), ok, ok),
        (format!("/api/employee/{head}/ties"), gone, ok),
        (format!("/api/employee/{other}/ties"), gone, ok),
        (format!("/api/plan/{plan}/up"), ok, ok),
        (format!("/api/plan/{above}/up"), gone, ok),
        (format!("/api/plan/{}/up", new_id()), gone, gone),
        (format!("/api/employee/{}/plans", new_id()), gone, gone),
    ] {
        assert_eq!(house.ask(get(&path, &as_staff)).await.status, by_staff, "{path} for staff");
        assert_eq!(house.ask(get(&path, &as_head)).await.status, by_head, "{path} for the head");
        assert_eq!(house.ask(get(&path, "x=y")).await.status, StatusCode::UNAUTHORIZED, "{path} for a stranger");
    }
    let told = house.ask(get(&format!("/api/employee/{staff}/plans"), &as_head)).await.body;
    let mut kinds: Vec<&String> =
        told["rows"].as_array().unwrap().iter().flat_map(|row| row.as_object().unwrap().keys()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["employee", "expectation", "plan", "terms", "unit"]);
    let ties = house.ask(get(&format!("/api/employee/{staff}/ties"), &as_staff)).await.body;
    assert_eq!(ties["results"][0]["name"], "Kepemilikan akta meningkat");
    assert_eq!((ties["superior"].as_str(), ties["programmes"].as_array().unwrap().len()), (Some("Zulkifli"), 0));
    let ties = house.ask(get(&format!("/api/employee/{head}/ties"), &as_head)).await.body;
    assert_eq!(ties["programmes"][0]["name"], "Program Pencatatan Sipil");
}

/// Half an hour after midnight on New Year's Day in Jayapura, when it is still the old year in Jakarta.
#[tokio::test]
async fn the_day_and_the_year_are_those_of_the_persons_unit() {
    let (small, _) = town().await;
    let date = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let moment: chrono::DateTime<chrono::Utc> = "2030-12-31T15:30:00Z".parse().unwrap();
    let run_out = ProposePlan {
        id: PlanId(new_id()),
        owner: small.head,
        result: "Arsip tahun lama".into(),
        until: date("2030-12-31"),
        goal: None,
        ..led(&small)
    };
    accepted(&small.office, small.as_head(), Action::ProposePlan(Box::new(run_out))).await;
    let special = vec![Special { value: "harmonis".into(), text: "Sapa lebih dulu.".into() }];
    let expected = SetExpectation { employee: small.staff, year: 2031, base: 0, special };
    accepted(&small.office, small.as_head(), Action::SetExpectation(expected)).await;
    let unit = |zone| {
        let (name, head) = ("Bidang Pendaftaran".into(), Some(small.head));
        Action::SetUnit(SetUnit { id: small.unit, name, parent: None, head, zone, was: None })
    };
    let programme = GoalId(new_id());
    let mission = small.office.db.of_kind(Scope::Office, "goal").await.unwrap();
    let mission = mission.iter().find_map(|row| if let Row::Goal(goal) = row { goal.parent } else { None });
    let ends = SetGoal {
        id: programme,
        name: "Sampai 2030".into(),
        parent: mission,
        from: None,
        until: Some(2030),
        closed: false,
    };
    accepted(&small.office, Actor::Operator, Action::SetGoal(ends)).await;
    let house = House::over(small.clone()).await;
    let cookie = clock::at(moment, house.signed_in(STAFF_NIP)).await;
    let head = clock::at(moment, house.signed_in(HEAD_NIP)).await;
    // The zone; results of the superior that run, programmes that run, whether the expectations of 2031 are there, the quarter.
    for (zone, results, programmes, expected, quarter) in [
        (Zone::Wib, 1, 2, false, json!({ "year": 2030, "number": 4 })),
        (Zone::Wit, 0, 1, true, json!({ "year": 2031, "number": 1 })),
    ] {
        accepted(&small.office, Actor::Operator, unit(zone)).await;
        let at = |path: String, cookie: &str| {
            let request = get(&path, cookie);
            clock::at(moment, house.ask(request))
        };
        let ties = at(format!("/api/employee/{}/ties", small.staff), &cookie).await.body;
        assert_eq!(ties["results"].as_array().unwrap().len(), results, "{zone:?}: {ties}");
        let ties = at(format!("/api/employee/{}/ties", small.head), &head).await.body;
        assert_eq!(ties["programmes"].as_array().unwrap().len(), programmes, "{zone:?}: {ties}");
        let plans = at(format!("/api/employee/{}/plans", small.staff), &cookie).await.body.to_string();
        assert_eq!(plans.contains("Sapa lebih dulu."), expected, "{zone:?}");
        let list = at("/api/dialogues".to_owned(), &head).await.body;
        assert_eq!((&list["quarter"], list["lines"].as_array().unwrap().len()), (&quarter, 1), "{zone:?}");
    }
}

#[tokio::test]
async fn bji_1_what_is_closed_is_offered_no_more_and_still_climbed_to() {
    let (small, above) = town().await;
    let house = House::over(small.clone()).await;
    let head = house.signed_in(HEAD_NIP).await;
    let programmes = || async {
        let ties = house.ask(get(&format!("/api/employee/{}/ties", small.head), &head)).await.body;
        ties["programmes"].as_array().unwrap().len()
    };
    assert_eq!(programmes().await, 1);
    let goals = small.office.db.of_kind(Scope::Office, "goal").await.unwrap();
    let goal = |is_mission: bool| {
        let mut goals =
            goals.iter().filter_map(|row| if let Row::Goal(goal) = row { Some(goal.clone()) } else { None });
        goals.find(|goal| goal.parent.is_none() == is_mission).unwrap()
    };
    for (is_mission, closed, offered) in [(true, true, 0), (true, false, 1), (false, true, 0)] {
        let Goal { id, name, parent, .. } = goal(is_mission);
        let set = SetGoal { id, name, parent, from: None, until: None, closed };
        accepted(&small.office, Actor::Operator, Action::SetGoal(set)).await;
        assert_eq!(programmes().await, offered, "mission {is_mission}, closed {closed}");
    }
    let up = house.ask(get(&format!("/api/plan/{above}/up"), &head)).await.body;
    assert_eq!(up["rungs"].as_array().unwrap().len(), 3, "{up}");
}

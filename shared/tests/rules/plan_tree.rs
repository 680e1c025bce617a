//! The tree above a plan: results, programme, mission. Acceptance BJI-1.

use teladan_shared::actor::Actor;
use teladan_shared::admin::GiveAdmin;
use teladan_shared::command::Action;
use teladan_shared::goal::SetGoal;
use teladan_shared::ids::{EmployeeId, GoalId, PlanId, UnitId};
use teladan_shared::plan::{Level, Perspective, PlanKind, ProposePlan, STEPS_MAX, StepKind, Terms, TiePlan, Up};
use teladan_shared::refusal::{OfficeFault, PlanFault, Refusal};
use teladan_shared::row::{Row, Rows};
use teladan_shared::rule::{Ctx, decide};
use teladan_shared::unit::SetUnit;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

const ABOVE: PlanId = PlanId(Uuid::from_u128(70));
const MISSION: GoalId = GoalId(Uuid::from_u128(71));
const PROGRAMME: GoalId = GoalId(Uuid::from_u128(72));

fn operator() -> Ctx {
    let now = by(HEAD).now;
    Ctx::on_server(Actor::Operator, now, now)
}

fn goal(id: GoalId, name: &str, parent: Option<GoalId>) -> Action {
    Action::SetGoal(SetGoal { id, name: name.into(), parent, from: None, until: None, closed: false })
}

/// HEAD leads the unit, and has a result that serves a programme under a mission.
fn town() -> House {
    let mut house = House::new();
    house.lead(HEAD);
    house.done(operator(), goal(MISSION, "Pelayanan publik yang mudah dan tuntas", None));
    house.done(operator(), goal(PROGRAMME, "Program Pencatatan Sipil", Some(MISSION)));
    let mut plan = ProposePlan { id: ABOVE, owner: HEAD, goal: Some(PROGRAMME), ..house.proposed() };
    (plan.result, plan.about.perspective) = ("Kepemilikan akta meningkat".into(), Some(Perspective::Process));
    (plan.more[0].about.perspective, plan.more[0].about.level) = (Some(Perspective::Recipients), Level::Outcome);
    house.done(by(HEAD), Action::ProposePlan(Box::new(plan)));
    house
}

fn tie(plan: PlanId, base: u32, supports: Option<PlanId>, goal: Option<GoalId>) -> Action {
    Action::TiePlan(TiePlan { plan, base, supports, goal })
}

fn up(house: &House, plan: PlanId) -> Up {
    house.rows.terms(Terms::id_of(plan)).unwrap().up.as_ref().clone()
}

#[test]
fn bji_1_from_a_result_one_sees_the_superiors_result_the_programme_and_the_mission() {
    let mut house = town();
    assert!(house.rows.plan(PLAN).unwrap().is_untied(), "nobody was blocked because the superior had no plan");
    house.done(by(STAFF), tie(PLAN, 1, Some(ABOVE), None));
    let (by_name, result) = ("Zulkifli".to_owned(), "Kepemilikan akta meningkat".to_owned());
    let programme = "Program Pencatatan Sipil".to_owned();
    let mission = "Pelayanan publik yang mudah dan tuntas".to_owned();
    let whole = Up { result, by: by_name, programme: programme.clone(), mission: mission.clone() };
    assert_eq!(up(&house, PLAN), whole);
    assert_eq!(up(&house, ABOVE), Up { programme, mission, ..Up::default() });
    let terms = house.rows.terms(Terms::id_of(PLAN)).unwrap();
    assert_eq!((terms.version, terms.trail.last().map(|step| step.kind)), (2, Some(StepKind::Tied)));
    assert_eq!(house.asked(&by(STAFF), &tie(PLAN, 2, Some(ABOVE), None)), Ok(0), "tied twice is tied once");
    house.done(by(HEAD), tie(PLAN, 2, None, None));
    assert_eq!(up(&house, PLAN), Up::default());
    let proposed = ProposePlan { id: PlanId(Uuid::from_u128(73)), supports: Some(ABOVE), ..house.proposed() };
    house.done(by(STAFF), Action::ProposePlan(Box::new(proposed)));
    assert_eq!(up(&house, PlanId(Uuid::from_u128(73))), whole);
}

#[test]
fn a_tie_is_to_the_superiors_result_or_at_the_top_to_a_programme() {
    let house = town();
    let own = ProposePlan { id: PlanId(Uuid::from_u128(74)), owner: OTHER, ..house.proposed() };
    let mut wide = town();
    wide.done(by(HEAD), Action::ProposePlan(Box::new(own)));
    let other = PlanId(Uuid::from_u128(74));
    let elsewhere = Err(Refusal::Plan(PlanFault::TieElsewhere));
    type Asked = (EmployeeId, PlanId, Option<PlanId>, Option<GoalId>, Result<usize, Refusal>);
    let table: [Asked; 9] = [
        (STAFF, PLAN, Some(ABOVE), None, Ok(2)),
        (HEAD, PLAN, Some(ABOVE), None, Ok(2)),
        (OTHER, PLAN, Some(ABOVE), None, Err(Refusal::NotFound)),
        (STAFF, PLAN, Some(other), None, elsewhere.clone()),
        (STAFF, PLAN, Some(PLAN), None, elsewhere.clone()),
        (STAFF, PLAN, None, Some(PROGRAMME), elsewhere.clone()),
        (STAFF, PLAN, Some(ABOVE), Some(PROGRAMME), elsewhere),
        (STAFF, PLAN, Some(PlanId(Uuid::from_u128(99))), None, Err(Refusal::NotFound)),
        (HEAD, ABOVE, None, Some(MISSION), Err(Refusal::NotFound)),
    ];
    for (who, plan, supports, goal, expected) in table {
        let asked = wide.asked(&by(who), &tie(plan, 1, supports, goal));
        assert_eq!(asked, expected, "{who} ties {plan} to {supports:?} {goal:?}");
    }
    let stale = wide.asked(&by(STAFF), &tie(PLAN, 9, Some(ABOVE), None));
    assert_eq!(stale, Err(Refusal::ChangedSinceSeen));
}

#[test]
fn a_tree_never_comes_back_to_itself() {
    let mut house = town();
    house.done(by(STAFF), tie(PLAN, 1, Some(ABOVE), None));
    // The tables turn: STAFF now assesses HEAD, whose result would support the one that supports it.
    let mut head = house.rows.employee(HEAD).unwrap().clone();
    head.superior = Some(STAFF);
    house.rows.put(Row::Employee(head));
    let asked = house.asked(&by(HEAD), &tie(ABOVE, 1, Some(PLAN), None));
    assert_eq!(asked, Err(Refusal::Plan(PlanFault::TieCycle)));
    // A chain longer than anybody climbs is refused as well.
    let mut next = house.rows.plan(PLAN).unwrap().clone();
    for at in 0..STEPS_MAX {
        let id = PlanId(Uuid::from_u128(1000 + at as u128));
        next.supports = Some(id);
        house.rows.put(Row::Plan(next.clone()));
        next.id = id;
    }
    next.supports = None;
    house.rows.put(Row::Plan(next));
    let asked = house.asked(&by(HEAD), &tie(ABOVE, 1, Some(PLAN), None));
    assert_eq!(asked, Err(Refusal::Plan(PlanFault::TieCycle)));
}

#[test]
fn a_phone_promises_a_tie_that_it_cannot_see_and_keeps_what_it_knows() {
    let mut house = town();
    house.done(by(STAFF), tie(PLAN, 1, Some(ABOVE), None));
    let stranger = |row: &Row| matches!(row, Row::Plan(plan) if plan.owner != STAFF) || matches!(row, Row::Goal(_));
    let held = |row: &&Row| !stranger(row);
    let phone: Rows = house.rows.iter().filter(held).cloned().collect();
    let ctx = Ctx::on_phone(Actor::Employee { employee: STAFF }, by(STAFF).now, by(STAFF).now);
    let other = PlanId(Uuid::from_u128(75));
    assert_eq!(decide(&tie(PLAN, 2, Some(other), None), &phone, &ctx).map(|changes| changes.len()), Ok(2));
    let extra = ProposePlan { id: other, kind: PlanKind::Additional, supports: Some(ABOVE), ..house.proposed() };
    assert!(decide(&Action::ProposePlan(Box::new(extra)), &phone, &ctx).is_ok());
}

#[test]
fn the_climb_asks_for_its_rows_and_ends() {
    let house = town();
    let action = tie(PLAN, 1, Some(ABOVE), None);
    let (known, round) = house.handed_out(&by(STAFF), &action);
    assert!(round <= 5, "{round} rounds");
    assert!(known.goal(MISSION).is_some() && known.employee(HEAD).is_some());
}

#[test]
fn missions_and_programmes_stand_in_two_levels() {
    let house = town();
    let new = GoalId(Uuid::from_u128(76));
    assert_eq!(house.asked(&by(HEAD), &goal(new, "Misi", None)), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&operator(), &goal(new, " ", None)), Err(Refusal::Office(OfficeFault::NameMissing)));
    assert_eq!(house.asked(&operator(), &goal(new, "Program", Some(PROGRAMME))), Err(Refusal::NotFound));
    assert_eq!(house.asked(&operator(), &goal(new, "Program", Some(new))), Err(Refusal::NotFound));
    assert_eq!(house.asked(&operator(), &goal(MISSION, "Misi", Some(MISSION))), Err(Refusal::NotFound));
    assert_eq!(house.asked(&operator(), &goal(PROGRAMME, "Misi", None)), Err(Refusal::AlreadyThere));
    assert_eq!(house.asked(&operator(), &goal(MISSION, "Kata lain", None)), Ok(1));
}

#[test]
fn missions_are_written_by_an_admin_of_the_whole_and_by_no_other() {
    let mut house = town();
    let below = UnitId(Uuid::from_u128(77));
    let seksi = SetUnit {
        id: below,
        name: "Seksi".into(),
        parent: Some(UNIT),
        head: None,
        zone: Default::default(),
        was: None,
    };
    house.done(operator(), Action::SetUnit(seksi));
    house.done(operator(), Action::GiveAdmin(GiveAdmin { person: OTHER, unit: below }));
    let action = goal(MISSION, "Kata lain", None);
    for (right, expected) in [(false, Err(Refusal::NotAllowed)), (true, Ok(1))] {
        if right {
            house.done(operator(), Action::GiveAdmin(GiveAdmin { person: OTHER, unit: UNIT }));
        }
        let ctx = by(OTHER);
        assert_eq!(house.asked(&ctx, &action), expected);
        let (known, _) = house.handed_out(&ctx, &action);
        assert_eq!(decide(&action, &known, &ctx).map(|changes| changes.len()), expected, "narrowly");
    }
}

#[test]
fn a_goal_has_its_years_and_is_closed_and_opened_again() {
    let mut house = town();
    let set = |from, until, closed| {
        Action::SetGoal(SetGoal { id: MISSION, name: "Misi".into(), parent: None, from, until, closed })
    };
    let backwards = set(Some(2029), Some(2025), false);
    assert_eq!(house.asked(&operator(), &backwards), Err(Refusal::Plan(PlanFault::PeriodUnclear)));
    house.done(operator(), set(Some(2025), Some(2029), false));
    let runs = |house: &House| [2024, 2025, 2029, 2030].map(|year| house.rows.goal(MISSION).unwrap().runs_in(year));
    assert_eq!(runs(&house), [false, true, true, false]);
    house.done(operator(), set(Some(2025), Some(2029), true));
    assert_eq!(runs(&house), [false; 4]);
    house.done(operator(), set(None, None, false));
    assert_eq!(runs(&house), [true; 4]);
}

//! A plan by itself: what it must say, who may write it, and what is reported. Acceptance DMI-1, DMI-2, BJI-2, BNY-2, PLM-2.

use teladan_shared::actor::Actor;
use teladan_shared::command::Action;
use teladan_shared::expectation::{ExpectationId, SetExpectation, Special};
use teladan_shared::ids::PlanId;
use teladan_shared::plan::load::Load;
use teladan_shared::plan::{
    Aspect, Group, Indicator, Level, Perspective, Plan, PlanState, ProposePlan, ReportPlan, Side, StepKind, Terms,
};
use teladan_shared::quantity::Quantity;
use teladan_shared::refusal::{Lack, PlanFault, Refusal};
use teladan_shared::row::Row;
use teladan_shared::rule::Ctx;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

const SECOND: PlanId = PlanId(Uuid::from_u128(60));

/// What comes of the plan of somebody with one thing changed.
fn with(owner: teladan_shared::ids::EmployeeId, change: impl Fn(&mut ProposePlan)) -> Result<usize, Refusal> {
    let mut house = House::new();
    house.lead(HEAD);
    let mut plan = ProposePlan { id: SECOND, owner, ..house.proposed() };
    change(&mut plan);
    house.asked(&by(owner), &Action::ProposePlan(Box::new(plan)))
}

fn staff(change: impl Fn(&mut ProposePlan)) -> Result<usize, Refusal> {
    with(STAFF, change)
}

/// The head's plan: every indicator with a perspective, an outcome among them.
fn head(change: impl Fn(&mut ProposePlan)) -> Result<usize, Refusal> {
    with(HEAD, |plan| {
        plan.about.perspective = Some(Perspective::Process);
        plan.more[0].about.perspective = Some(Perspective::Recipients);
        plan.more[0].about.level = Level::Outcome;
        change(plan);
    })
}

fn fault<T>(fault: PlanFault) -> Result<T, Refusal> {
    Err(Refusal::Plan(fault))
}

#[test]
fn dmi_1_a_plan_of_quantity_alone_is_refused_with_the_reason() {
    assert_eq!(staff(|_| ()), Ok(2));
    assert_eq!(staff(|plan| plan.more.clear()), fault(PlanFault::OnlyQuantity));
    assert_eq!(staff(|plan| plan.more[0].about.aspect = Some(Aspect::Quantity)), fault(PlanFault::OnlyQuantity));
    assert_eq!(staff(|plan| plan.more[0].about.aspect = Some(Aspect::Time)), Ok(2));
    let reason = staff(|plan| plan.more.clear()).unwrap_err().spoken();
    assert_eq!(reason.code, "plan_only_quantity");
    assert!(reason.id.contains("hanya menghitung jumlah"), "{reason:?}");
}

#[test]
fn dmi_1_what_an_old_phone_proposes_is_refused_in_words_and_not_unreadable() {
    let house = House::new();
    let old = r#"{"plan.propose":{"id":"00000000-0000-0000-0000-00000000003c","owner":"00000000-0000-0000-0000-000000000003",
        "result":"Akta terbit","measure":"berkas","target":25000,"from":"2026-07-01","until":"2026-09-30"}}"#;
    let action: Action = serde_json::from_str(old).unwrap();
    assert_eq!(house.asked(&by(STAFF), &action), fault(PlanFault::OnlyQuantity));
}

#[test]
fn bji_2_a_head_of_unit_plans_output_and_outcome_from_a_perspective() {
    assert_eq!(head(|_| ()), Ok(2));
    assert_eq!(head(|plan| plan.more[0].about.level = Level::Output), fault(PlanFault::NeedsOutcome));
    assert_eq!(head(|plan| plan.about.level = Level::Outcome), fault(PlanFault::NeedsOutcome), "an outcome of nothing");
    assert_eq!(head(|plan| plan.more.clear()), fault(PlanFault::NeedsOutcome));
    let lacks = |indicator: &str| PlanFault::IndicatorLacks { indicator: indicator.into(), lack: Lack::Perspective };
    assert_eq!(head(|plan| plan.about.perspective = None), fault(lacks("“Jumlah kutipan akta terbit”")));
    assert_eq!(head(|plan| plan.more[0].about.perspective = None), fault(lacks("“Ketepatan data akta”")));
    assert_eq!(head(|plan| plan.more[0].about.aspect = None), Ok(2), "heads have no aspects");
}

#[test]
fn bny_2_the_field_that_an_indicator_lacks_is_named() {
    type Spoil = fn(&mut Indicator);
    let table: [(Lack, &str, Spoil); 6] = [
        (Lack::Name, "indicator_name", |one| one.about.name = " ".into()),
        (Lack::Measure, "indicator_measure", |one| one.measure = String::new()),
        (Lack::Target, "indicator_target", |one| one.target = Quantity::ZERO),
        (Lack::Source, "indicator_source", |one| one.about.source = "\n".into()),
        (Lack::Formula, "indicator_formula", |one| one.about.formula = String::new()),
        (Lack::Aspect, "indicator_aspect", |one| one.about.aspect = None),
    ];
    for (lack, code, spoil) in table {
        let indicator = if lack == Lack::Name { "2".to_owned() } else { "“Ketepatan data akta”".to_owned() };
        let refused = staff(|plan| spoil(&mut plan.more[0]));
        assert_eq!(refused, fault(PlanFault::IndicatorLacks { indicator: indicator.clone(), lack }));
        let spoken = refused.unwrap_err().spoken();
        assert_eq!(spoken.code, code);
        assert!(spoken.id.contains(&indicator) && spoken.en.contains(&indicator), "{spoken:?}");
    }
    let first = |lack| PlanFault::IndicatorLacks { indicator: "“Jumlah kutipan akta terbit”".into(), lack };
    assert_eq!(staff(|plan| plan.target = Quantity::ZERO), fault(first(Lack::Target)));
    assert_eq!(staff(|plan| plan.measure = "  ".into()), fault(first(Lack::Measure)));
    assert_eq!(staff(|plan| plan.about.source = String::new()), fault(first(Lack::Source)));
    assert_eq!(staff(|plan| plan.about.formula = String::new()), fault(first(Lack::Formula)));
}

#[test]
fn what_else_is_no_plan() {
    assert_eq!(staff(|plan| plan.result = " ".into()), Err(Refusal::Plan(PlanFault::ResultMissing)));
    assert_eq!(staff(|plan| plan.result = "x".repeat(301)), Err(Refusal::TextTooLong { characters_max: 300 }));
    assert_eq!(staff(|plan| plan.measure = "x".repeat(41)), Err(Refusal::TextTooLong { characters_max: 40 }));
    assert_eq!(staff(|plan| plan.until = day("2026-06-30")), fault(PlanFault::PeriodUnclear));
    assert_eq!(staff(|plan| plan.id = PLAN), Err(Refusal::AlreadyThere));
    let twice = || fault(PlanFault::IndicatorTwice { indicator: "“ketepatan data Akta”".into() });
    let again = || Indicator { about: about("ketepatan data Akta", Some(Aspect::Time)), ..neat() };
    assert_eq!(staff(|plan| plan.more.push(again())), twice());
    let many = |plan: &mut ProposePlan| plan.more = vec![neat(); 7];
    assert_eq!(staff(many), fault(PlanFault::TooManyIndicators { indicators_max: 6 }));
    let house = House::new();
    let foreign = ProposePlan { id: SECOND, ..house.proposed() };
    assert_eq!(house.asked(&by(OTHER), &Action::ProposePlan(Box::new(foreign))), Err(Refusal::NotFound));
}

#[test]
fn plm_2_every_indicator_of_an_agreed_plan_is_measured_and_the_counted_one_is_nobodys_to_type() {
    let mut house = House::new();
    let plan = house.rows.plan(PLAN).unwrap().clone();
    let terms = house.rows.terms(Terms::id_of(PLAN)).unwrap().clone();
    let counted = (&terms.about, &plan.measure, plan.target);
    let further = terms.more.iter().map(|one| (&one.about, &one.measure, one.target));
    let mut seen = 0;
    for (about, measure, target) in further.chain([counted]) {
        assert!(target.is_countable() && !measure.is_empty(), "{about:?}");
        assert!(!about.name.is_empty() && !about.source.is_empty() && !about.formula.is_empty(), "{about:?}");
        seen += 1;
    }
    assert_eq!(seen, 2);
    let report = |indicator: &str| {
        let (indicator, value, note) = (indicator.to_owned(), Quantity::whole(19), String::new());
        Action::ReportPlan(ReportPlan { plan: PLAN, indicator, value, note })
    };
    assert_eq!(house.asked(&by(STAFF), &report(&terms.about.name)), Err(Refusal::NotFound), "entries count it");
    assert_eq!(house.asked(&by(STAFF), &report(&terms.more[0].about.name)), Ok(1));
    house.done(by(STAFF), entry(content("tiga", 3, "2026-07-14")));
    assert_eq!(house.rows.plan(PLAN).unwrap().percent(), 15);
}

#[test]
fn dmi_2_all_three_groups_of_indicators_are_kept() {
    let mut house = House::new();
    let mut plan = ProposePlan { id: SECOND, ..house.proposed() };
    for (group, name) in [(Group::Innovation, "Gagasan diterapkan"), (Group::Participation, "Usul dalam rapat")] {
        let mut one = neat();
        (one.about.group, one.about.name) = (group, name.into());
        plan.more.push(one);
    }
    plan.about.group = Group::Participation;
    house.done(by(STAFF), Action::ProposePlan(Box::new(plan)));
    let terms = house.rows.terms(Terms::id_of(SECOND)).unwrap();
    assert_eq!(terms.about.group, Group::Participation, "the counted indicator has one too");
    let groups: Vec<Group> = terms.more.iter().map(|one| one.about.group).collect();
    assert_eq!(groups, [Group::Service, Group::Innovation, Group::Participation]);
    assert_eq!(terms.about.aspect, Some(Aspect::Quantity), "what entries count is a quantity");
}

#[test]
fn a_plan_is_proposed_by_the_person_and_agreed_when_the_superior_or_the_operator_writes_it() {
    let now = by(HEAD).now;
    let operator = Ctx::on_server(Actor::Operator, now, now);
    for (ctx, state, turn, step) in [
        (by(STAFF), PlanState::Proposed, Some(Side::Superior), StepKind::Proposed),
        (by(HEAD), PlanState::Agreed, None, StepKind::Agreed),
        (operator, PlanState::Agreed, None, StepKind::Agreed),
    ] {
        let mut house = House::new();
        house.done(ctx, Action::ProposePlan(Box::new(ProposePlan { id: SECOND, ..house.proposed() })));
        let (plan, terms) = (house.rows.plan(SECOND).unwrap(), house.rows.terms(Terms::id_of(SECOND)).unwrap());
        assert_eq!((plan.state, plan.waits_for(), plan.rev), (state, turn, 1));
        assert_eq!((terms.version, terms.rev, terms.trail.len()), (1, 1, 1));
        assert_eq!(terms.trail[0].kind, step);
    }
}

#[test]
fn other_indicators_are_reported_by_their_owner_and_counted_ones_move_with_entries() {
    let mut house = House::new();
    let report = |indicator: &str, value, note: &str| {
        let (indicator, note) = (indicator.to_owned(), note.to_owned());
        Action::ReportPlan(ReportPlan { plan: PLAN, indicator, value, note })
    };
    let good = |value| report("Ketepatan data akta", Quantity::whole(value), "2 koreksi dari 61 akta");
    assert_eq!(house.asked(&by(HEAD), &good(97)), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(OTHER), &good(97)), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(STAFF), &report("Lain", Quantity::whole(1), "")), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(STAFF), &good(-1)), Err(Refusal::QuantityNotCountable));
    assert_eq!(house.asked(&by(STAFF), &good(i64::MAX)), Err(Refusal::QuantityNotCountable));
    let long = report("Ketepatan data akta", Quantity::ZERO, &"x".repeat(501));
    assert_eq!(house.asked(&by(STAFF), &long), Err(Refusal::TextTooLong { characters_max: 500 }));
    house.done(by(STAFF), good(97));
    house.done(by(STAFF), good(99));
    let terms = house.rows.terms(Terms::id_of(PLAN)).unwrap();
    assert_eq!(terms.reports.len(), 1, "the latest counts");
    assert_eq!(terms.report("Ketepatan data akta").unwrap().value, Quantity::whole(99));
    assert_eq!((terms.version, terms.rev), (1, 3), "a report is no word in the talk");
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    assert_eq!(house.rows.plan(PLAN).unwrap().done, Quantity::whole(7));
    assert_eq!(house.rows.terms(Terms::id_of(PLAN)).unwrap().rev, 3, "an entry moves the small row alone");
    let mut early = House::new();
    early.done(by(STAFF), Action::ProposePlan(Box::new(ProposePlan { id: SECOND, ..early.proposed() })));
    let Action::ReportPlan(unagreed) = good(97) else { unreachable!("no report") };
    let unagreed = Action::ReportPlan(ReportPlan { plan: SECOND, ..unagreed });
    assert_eq!(early.asked(&by(STAFF), &unagreed), Err(Refusal::PlanNotAgreed));
}

#[test]
fn dmi_7_the_load_counts_running_results_and_sums_by_measure() {
    let plan = |measure: &str, target, done, change: fn(&mut Plan)| {
        let house = House::new();
        let mut plan = house.rows.plan(PLAN).unwrap().clone();
        (plan.measure, plan.target, plan.done) = (measure.into(), Quantity::whole(target), Quantity::whole(done));
        change(&mut plan);
        plan
    };
    let plans = [
        plan("berkas", 100, 40, |_| ()),
        plan("orang", 30, 0, |_| ()),
        plan("berkas", 50, 45, |_| ()),
        plan("berkas", 10, 12, |_| ()),
        plan("berkas", 900, 0, |plan| plan.state = PlanState::Proposed),
        plan("berkas", 900, 0, |plan| plan.until = day("2026-07-13")),
    ];
    let load = Load::of(plans.iter(), day("2026-07-14"));
    assert_eq!((load.running, load.unfinished), (4, 3));
    let open = [("berkas".to_owned(), Quantity::whole(65)), ("orang".to_owned(), Quantity::whole(30))];
    assert_eq!(load.open, open);
}

#[test]
fn only_the_superior_adds_expectations_to_the_guides_once_for_each_value() {
    let mut house = House::new();
    let set = |base, special: &[(&str, &str)]| {
        let special = special.iter().map(|(value, text)| Special { value: (*value).into(), text: (*text).into() });
        Action::SetExpectation(SetExpectation { employee: STAFF, year: 2026, base, special: special.collect() })
    };
    let good = set(0, &[("harmonis", " Sapa pemohon lebih dulu. "), ("loyal", " ")]);
    assert_eq!(house.asked(&by(STAFF), &good), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(OTHER), &good), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(HEAD), &set(0, &[("rajin", "x")])), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(HEAD), &set(0, &[("loyal", "x"), ("loyal", "y")])), Err(Refusal::AlreadyThere));
    let long = "x".repeat(501);
    let too_long = Err(Refusal::TextTooLong { characters_max: 500 });
    assert_eq!(house.asked(&by(HEAD), &set(0, &[("loyal", &long)])), too_long);
    house.done(by(HEAD), good.clone());
    let row = house.rows.expectation(ExpectationId { employee: STAFF, year: 2026 }).unwrap();
    assert_eq!((row.special.len(), row.special[0].text.as_str(), row.rev), (1, "Sapa pemohon lebih dulu.", 1));
    assert_eq!(row.by, "Zulkifli");
    assert_eq!(house.asked(&by(HEAD), &good), Err(Refusal::ChangedSinceSeen));
    assert_eq!(house.asked(&by(HEAD), &set(1, &[])), Ok(1));
    assert!(serde_json::to_string(&Row::Expectation(row.clone())).unwrap().contains("3/2026"));
}

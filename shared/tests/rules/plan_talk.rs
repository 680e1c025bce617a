//! Two people talk about a plan until both agree. Acceptance PLM-10, DMI-7, BJI-3.

use teladan_shared::command::Action;
use teladan_shared::ids::{EmployeeId, PlanId};
use teladan_shared::plan::{
    AgreePlan, Deal, DeclinePlan, OfferPlan, PlanState, ProposePlan, ReportPlan, Side, StepKind, TRAIL_STEPS_MAX, Terms,
};
use teladan_shared::quantity::Quantity;
use teladan_shared::refusal::{FeedbackFault, PlanFault, Refusal};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

const NEW: PlanId = PlanId(Uuid::from_u128(61));

/// A house with a proposal of STAFF that nobody has answered.
fn proposed() -> House {
    let mut house = House::new();
    house.done(by(STAFF), Action::ProposePlan(Box::new(ProposePlan { id: NEW, ..house.proposed() })));
    house
}

fn deal(house: &House, plan: PlanId, target: i64) -> Deal {
    let row = house.rows.plan(plan).unwrap();
    Deal { target: Quantity::whole(target), ..Terms::of(row, &house.rows).deal(row) }
}

fn offer(house: &House, plan: PlanId, base: u32, target: i64, words: &str) -> Action {
    Action::OfferPlan(Box::new(OfferPlan { plan, base, deal: deal(house, plan, target), words: words.into() }))
}

fn agree(plan: PlanId, base: u32) -> Action {
    Action::AgreePlan(AgreePlan { plan, base })
}

fn decline(plan: PlanId, base: u32, words: &str) -> Action {
    Action::DeclinePlan(DeclinePlan { plan, base, words: words.into() })
}

fn target(house: &House, plan: PlanId) -> String {
    house.rows.plan(plan).unwrap().target.to_string()
}

fn turn(house: &House, plan: PlanId) -> Option<Side> {
    house.rows.plan(plan).unwrap().waits_for()
}

#[test]
fn plm_10_a_proposal_is_answered_with_a_counter_proposal_and_both_agree() {
    let mut house = proposed();
    assert_eq!(turn(&house, NEW), Some(Side::Superior));
    house.done(by(HEAD), offer(&house, NEW, 1, 24, "Triwulan lalu sudah 23."));
    assert_eq!((target(&house, NEW).as_str(), turn(&house, NEW)), ("20", Some(Side::Owner)), "not agreed yet");
    let mut early = content("kerja", 1, "2026-07-14");
    early.plan = Some(NEW);
    assert_eq!(house.asked(&by(STAFF), &entry(early.clone())), Err(Refusal::PlanNotAgreed));
    assert_eq!(house.asked(&by(HEAD), &agree(NEW, 2)), Err(Refusal::NotAllowed), "one does not agree with oneself");
    assert_eq!(house.asked(&by(STAFF), &agree(NEW, 1)), Err(Refusal::ChangedSinceSeen));
    house.done(by(STAFF), agree(NEW, 2));
    let plan = house.rows.plan(NEW).unwrap();
    assert_eq!((plan.state, plan.turn, plan.target), (PlanState::Agreed, None, Quantity::whole(24)));
    let terms = house.rows.terms(Terms::id_of(NEW)).unwrap();
    let trail: Vec<(StepKind, &str, Option<Quantity>)> =
        terms.trail.iter().map(|step| (step.kind, step.by.as_str(), step.before)).collect();
    let before = Some(Quantity::whole(20));
    let (proposed, countered) = ((StepKind::Proposed, "Rahmawati", None), (StepKind::Countered, "Zulkifli", before));
    assert_eq!(trail, [proposed, countered, (StepKind::Agreed, "Rahmawati", before)]);
    assert_eq!(terms.trail[1].words, "Triwulan lalu sudah 23.");
    assert!(terms.offer.is_none());
    assert_eq!(house.asked(&by(STAFF), &entry(early)), Ok(2));
}

#[test]
fn plm_10_the_owner_may_also_propose_anew() {
    let mut house = proposed();
    house.done(by(HEAD), offer(&house, NEW, 1, 24, "Lebih banyak."));
    assert_eq!(house.asked(&by(STAFF), &offer(&house, NEW, 1, 22, "")), Err(Refusal::ChangedSinceSeen));
    house.done(by(STAFF), offer(&house, NEW, 2, 22, ""));
    let terms = house.rows.terms(Terms::id_of(NEW)).unwrap();
    assert!(terms.offer.is_none(), "the new proposal stands in the place of both");
    assert_eq!((target(&house, NEW).as_str(), turn(&house, NEW)), ("22", Some(Side::Superior)));
    assert_eq!(house.asked(&by(HEAD), &agree(NEW, 2)), Err(Refusal::ChangedSinceSeen), "agreed only as it was read");
    house.done(by(HEAD), agree(NEW, 3));
    assert_eq!(house.rows.plan(NEW).unwrap().state, PlanState::Agreed);
}

#[test]
fn who_may_say_what_about_whose_plan() {
    let house = proposed();
    let all = |base| {
        [agree(NEW, base), offer(&house, NEW, base, 24, "sebab"), decline(NEW, base, "sebab")]
            .map(|action| [STAFF, HEAD, OTHER].map(|who: EmployeeId| house.asked(&by(who), &action)))
    };
    let (not_there, changed) = (Err(Refusal::NotFound), Err(Refusal::ChangedSinceSeen));
    let [agrees, offers, declines] = all(1);
    assert_eq!(agrees, [Err(Refusal::NotAllowed), Ok(2), not_there.clone()]);
    assert_eq!(offers, [Ok(2), Ok(2), not_there.clone()]);
    assert_eq!(declines, [changed.clone(), changed.clone(), not_there.clone()], "there is no offer to decline");
    let [agrees, offers, declines] = all(7);
    assert_eq!(agrees, [Err(Refusal::NotAllowed), changed.clone(), not_there.clone()]);
    assert_eq!(offers, [changed.clone(), changed.clone(), not_there.clone()]);
    assert_eq!(declines, [changed.clone(), changed, not_there]);
    let missing = PlanId(Uuid::from_u128(99));
    assert_eq!(house.asked(&by(HEAD), &agree(missing, 1)), Err(Refusal::NotFound));
}

#[test]
fn an_offer_is_a_whole_plan_and_says_why() {
    let mut house = proposed();
    let mut bare = deal(&house, NEW, 24);
    bare.more.clear();
    let bare = Action::OfferPlan(Box::new(OfferPlan { plan: NEW, base: 1, deal: bare, words: "sebab".into() }));
    assert_eq!(house.asked(&by(HEAD), &bare), Err(Refusal::Plan(PlanFault::OnlyQuantity)));
    assert_eq!(
        house.asked(&by(HEAD), &offer(&house, NEW, 1, 24, " ")),
        Err(Refusal::Feedback(FeedbackFault::WordsMissing))
    );
    let long = "x".repeat(1001);
    let too_long = Err(Refusal::TextTooLong { characters_max: 1000 });
    assert_eq!(house.asked(&by(HEAD), &offer(&house, NEW, 1, 24, &long)), too_long);
    assert_eq!(house.asked(&by(STAFF), &offer(&house, NEW, 1, 24, "")), Ok(2), "a proposal is changed without words");
    assert_eq!(
        house.asked(&by(STAFF), &offer(&house, PLAN, 1, 24, "")),
        Err(Refusal::Feedback(FeedbackFault::WordsMissing))
    );
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    let mut other = deal(&house, PLAN, 24);
    other.measure = "orang".into();
    let other = Action::OfferPlan(Box::new(OfferPlan { plan: PLAN, base: 1, deal: other, words: "sebab".into() }));
    assert_eq!(house.asked(&by(STAFF), &other), Err(Refusal::Plan(PlanFault::MeasureInUse)));
}

#[test]
fn dmi_7_an_agreed_target_is_renegotiated_with_a_trail_and_work_goes_on_counting() {
    let mut house = House::new();
    house.done(by(STAFF), offer(&house, PLAN, 1, 15, "Dua loket tutup sejak 6 Juli."));
    assert_eq!((target(&house, PLAN).as_str(), turn(&house, PLAN)), ("20", Some(Side::Superior)));
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    assert_eq!(house.rows.plan(PLAN).unwrap().done, Quantity::whole(7), "work goes on counting");
    let counter = offer(&house, PLAN, 2, 17, "Loket dibuka lagi 20 Juli.");
    assert_eq!(house.asked(&by(HEAD), &counter), Ok(2), "entries do not change what was seen");
    house.done(by(HEAD), counter);
    house.done(by(STAFF), agree(PLAN, 3));
    let plan = house.rows.plan(PLAN).unwrap();
    assert_eq!((plan.target, plan.done, plan.turn), (Quantity::whole(17), Quantity::whole(7), None));
    let kinds: Vec<StepKind> =
        house.rows.terms(Terms::id_of(PLAN)).unwrap().trail.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [StepKind::Agreed, StepKind::Asked, StepKind::Countered, StepKind::Agreed]);
}

#[test]
fn dmi_7_a_renegotiation_is_declined_with_words_or_taken_back_and_what_was_agreed_stays() {
    for (who, words, refused) in [
        (HEAD, "", Some(Refusal::Feedback(FeedbackFault::WordsMissing))),
        (HEAD, "Target kota tetap.", None),
        (STAFF, "", None),
    ] {
        let mut house = House::new();
        house.done(by(STAFF), offer(&house, PLAN, 1, 15, "Loket tutup."));
        let no = decline(PLAN, 2, words);
        if let Some(refused) = refused {
            assert_eq!(house.asked(&by(who), &no), Err(refused));
            continue;
        }
        house.done(by(who), no);
        assert_eq!((target(&house, PLAN).as_str(), turn(&house, PLAN)), ("20", None));
        let terms = house.rows.terms(Terms::id_of(PLAN)).unwrap();
        assert!(terms.offer.is_none());
        assert_eq!(terms.trail.last().map(|step| (step.kind, step.words.as_str())), Some((StepKind::Declined, words)));
    }
}

#[test]
fn agreeing_twice_is_agreeing_once() {
    let mut house = proposed();
    house.done(by(HEAD), agree(NEW, 1));
    assert_eq!(house.asked(&by(HEAD), &agree(NEW, 2)), Ok(0));
    assert_eq!(house.asked(&by(HEAD), &agree(NEW, 1)), Err(Refusal::ChangedSinceSeen));
}

#[test]
fn figures_go_with_the_indicators_that_went() {
    let mut house = House::new();
    let (indicator, note) = ("Ketepatan data akta".to_owned(), String::new());
    house.done(by(STAFF), Action::ReportPlan(ReportPlan { plan: PLAN, indicator, value: Quantity::whole(97), note }));
    let mut renamed = deal(&house, PLAN, 20);
    renamed.more[0].about.name = "Akta tanpa koreksi".into();
    let words = "Nama yang lebih jelas.".to_owned();
    house.done(by(STAFF), Action::OfferPlan(Box::new(OfferPlan { plan: PLAN, base: 1, deal: renamed, words })));
    assert_eq!(house.rows.terms(Terms::id_of(PLAN)).unwrap().reports.len(), 1, "nothing is agreed yet");
    house.done(by(HEAD), agree(PLAN, 2));
    assert!(house.rows.terms(Terms::id_of(PLAN)).unwrap().reports.is_empty());
}

#[test]
fn a_proposal_from_before_there_were_indicators_is_answered_and_not_agreed() {
    let mut house = proposed();
    let id = teladan_shared::row::Key::from(Terms::id_of(NEW));
    house.rows.remove(&id);
    assert_eq!(house.asked(&by(HEAD), &agree(NEW, 1)), Err(Refusal::Plan(PlanFault::OnlyQuantity)));
    let whole = House::new().proposed();
    let deal = Deal { about: whole.about, more: whole.more, ..deal(&house, NEW, 20) };
    let words = "Saya lengkapi indikatornya.".to_owned();
    house.done(by(HEAD), Action::OfferPlan(Box::new(OfferPlan { plan: NEW, base: 1, deal, words })));
    house.done(by(STAFF), agree(NEW, 2));
    assert_eq!(house.rows.plan(NEW).unwrap().state, PlanState::Agreed);
}

#[test]
fn the_trail_is_bounded_and_keeps_its_beginning() {
    let mut house = proposed();
    for base in 1..40 {
        house.done(by(STAFF), offer(&house, NEW, base, i64::from(base) + 30, "lagi"));
    }
    let terms = house.rows.terms(Terms::id_of(NEW)).unwrap();
    assert_eq!((terms.trail.len(), terms.version), (TRAIL_STEPS_MAX, 40));
    assert_eq!((terms.trail[0].target, terms.trail[23].target), (Quantity::whole(20), Quantity::whole(69)));
}

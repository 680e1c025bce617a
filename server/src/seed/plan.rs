//! The plans of the demo agency: tied from every member of staff up to a mission, with one tie still open, one proposal that
//! waits, one renegotiation, and what the head expects of one person's behaviour.

use chrono::{Datelike, NaiveDate};
use shared::actor::Actor;
use shared::command::Action;
use shared::expectation::{SetExpectation, Special};
use shared::goal::SetGoal;
use shared::ids::{EmployeeId, GoalId, PlanId};
use shared::plan::{Deal, OfferPlan, PlanKind, ProposePlan};
use shared::quantity::Quantity;
use uuid::Uuid;

use super::goals::{self, BIDANG, DINAS, GOOD, Led, MISSIONS, SUPPORTS};
use super::people::WORK;
use super::week::{quarter_end, quarter_start};
use super::{Hand, Person, Town};
use crate::operator::Trouble;

/// Whose second result is not tied yet, who has proposed something, who asks to renegotiate: places in `people::STAFF`.
const UNTIED: usize = 3;
const PROPOSES: usize = 1;
const RENEGOTIATES: usize = 10;

/// From when until when the demo's plans run: this quarter, and before it as far as there are entries. On the last day of a quarter the next
/// one, too: a phone whose clock is a day fast has plans all the same.
#[derive(Clone, Copy)]
pub(super) struct Term {
    from: NaiveDate,
    until: NaiveDate,
}

impl Term {
    pub(super) fn of(days: &[NaiveDate]) -> Self {
        let today = days.last().copied().unwrap_or_default();
        let tomorrow = today.succ_opt().unwrap_or(today);
        Self { from: days.first().copied().unwrap_or(today).min(quarter_start(today)), until: quarter_end(tomorrow) }
    }
}

/// What stands above the staff.
pub(super) struct Above {
    bidang: Vec<PlanId>,
}

/// Missions, programmes, and the plans of both heads.
pub(super) async fn write_above(hand: &Hand<'_>, town: &Town, term: Term) -> Result<Above, Trouble> {
    let mut programmes = Vec::new();
    for (mission, names) in MISSIONS {
        let id = GoalId(Uuid::now_v7());
        hand.order(Action::SetGoal(goal(id, mission, None))).await?;
        for name in names {
            let programme = GoalId(Uuid::now_v7());
            hand.order(Action::SetGoal(goal(programme, name, Some(id)))).await?;
            programmes.push(programme);
        }
    }
    let mut dinas = Vec::new();
    for plan in &DINAS {
        let goal = programmes.get(plan.above).copied();
        dinas.push(write_led(hand, town.leader, plan, None, goal, term).await?);
    }
    let mut bidang = Vec::new();
    for plan in &BIDANG {
        let supports = dinas.get(plan.above).copied();
        bidang.push(write_led(hand, town.head, plan, supports, None, term).await?);
    }
    Ok(Above { bidang })
}

/// A mission or a programme of the plan that runs.
fn goal(id: GoalId, name: &str, parent: Option<GoalId>) -> SetGoal {
    SetGoal { id, name: name.to_owned(), parent, from: Some(2025), until: Some(2029), closed: false }
}

async fn write_led(
    hand: &Hand<'_>,
    owner: EmployeeId,
    plan: &Led,
    supports: Option<PlanId>,
    goal: Option<GoalId>,
    term: Term,
) -> Result<PlanId, Trouble> {
    let id = PlanId(Uuid::now_v7());
    let (about, outcome) = goals::led(plan);
    let (_, measure, target) = plan.counted;
    let propose = ProposePlan {
        id,
        owner,
        result: plan.result.to_owned(),
        measure: measure.to_owned(),
        target: Quantity::whole(target),
        from: term.from,
        until: term.until,
        kind: PlanKind::Main,
        supports,
        goal,
        about,
        more: vec![outcome],
    };
    hand.order(Action::ProposePlan(Box::new(propose))).await?;
    Ok(id)
}

/// The plans of one member of staff, with the place of each in [`WORK`]. The head's own are there already.
pub(super) async fn write_own(
    hand: &Hand<'_>,
    town: &Town,
    above: &Above,
    at: usize,
    person: &Person,
    term: Term,
) -> Result<Vec<(PlanId, usize)>, Trouble> {
    if person.id == town.head {
        let works = BIDANG.iter().map(|plan| plan.work);
        return Ok(above.bidang.iter().copied().zip(works).filter_map(|(id, work)| Some((id, work?))).collect());
    }
    let mut plans = Vec::new();
    for (place, work) in person.place.work.into_iter().enumerate() {
        let untied = at == UNTIED && place == 1;
        let supports = above.bidang.get(SUPPORTS[work]).copied().filter(|_| !untied);
        let plan = of_work(person.id, work, supports, term);
        plans.push((plan.id, work));
        hand.order(Action::ProposePlan(Box::new(plan))).await?;
    }
    if at == RENEGOTIATES
        && let Some((plan, work)) = plans.first()
    {
        renegotiate(hand, person, *plan, *work, term).await?;
    }
    if at == PROPOSES {
        propose(hand, person, above, term).await?;
    }
    Ok(plans)
}

fn of_work(owner: EmployeeId, work: usize, supports: Option<PlanId>, term: Term) -> ProposePlan {
    ProposePlan {
        id: PlanId(Uuid::now_v7()),
        owner,
        result: WORK[work].result.to_owned(),
        measure: WORK[work].measure.to_owned(),
        target: Quantity::whole(WORK[work].target / 8),
        from: term.from,
        until: term.until,
        kind: PlanKind::Main,
        supports,
        goal: None,
        about: goals::counted(WORK[work].measure),
        more: vec![goals::good(&GOOD[work])],
    }
}

/// A target that was agreed before the van broke down.
async fn renegotiate(hand: &Hand<'_>, person: &Person, plan: PlanId, work: usize, term: Term) -> Result<(), Trouble> {
    let agreed = of_work(person.id, work, None, term);
    let deal = Deal {
        result: agreed.result,
        measure: agreed.measure,
        target: Quantity::whole(WORK[work].target / 10),
        about: agreed.about,
        more: agreed.more,
    };
    let words = "Mobil perekaman masuk bengkel dua minggu; tiga jadwal kelurahan mundur ke bulan depan.".to_owned();
    let offer = OfferPlan { plan, base: 1, deal, words };
    hand.give(Actor::Employee { employee: person.id }, Action::OfferPlan(Box::new(offer)), None).await
}

/// Something that a member of staff would like to do.
async fn propose(hand: &Hand<'_>, person: &Person, above: &Above, term: Term) -> Result<(), Trouble> {
    let plan = ProposePlan {
        result: "Panduan pindah datang satu halaman untuk ketua RT".to_owned(),
        measure: "kelurahan".to_owned(),
        target: Quantity::whole(6),
        kind: PlanKind::Additional,
        about: goals::counted("kelurahan"),
        more: vec![goals::good(&goals::Good(
            "Berkas pindah datang lengkap sejak pertama",
            "persen",
            80,
            shared::plan::Aspect::Quality,
            shared::plan::Group::Innovation,
            "SIAK, berkas dikembalikan",
        ))],
        ..of_work(person.id, person.place.work[0], above.bidang.get(1).copied(), term)
    };
    hand.give(Actor::Employee { employee: person.id }, Action::ProposePlan(Box::new(plan)), None).await
}

/// What the head expects of the first member of staff beside the guides.
pub(super) async fn write_expectation(hand: &Hand<'_>, town: &Town, today: NaiveDate) -> Result<(), Trouble> {
    let Some(person) = town.staff.first() else { return Ok(()) };
    let expect = |value: &str, text: &str| Special { value: value.to_owned(), text: text.to_owned() };
    let special = vec![
        expect("berorientasi_pelayanan", "Pemohon dengan balita dan lansia dipanggil lebih dulu, tanpa diminta."),
        expect("kolaboratif", "Berbagi cara memeriksa data ganda dengan operator lain setiap Jumat pagi."),
    ];
    let year = u16::try_from(today.year()).unwrap_or_default();
    let set = SetExpectation { employee: person.id, year, base: 0, special };
    hand.give(Actor::Employee { employee: town.head }, Action::SetExpectation(set), None).await
}

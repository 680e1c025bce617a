//! The rest of the demo city: nine more agencies with their bidang, so that the board of the city has something to show. Fewer days and
//! fewer words than in the bidang whose week is told in full.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures::{StreamExt, TryStreamExt};
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::entry::{ApproveEntry, Content, RecordEntry, ReturnEntry};
use shared::ids::{EmployeeId, EntryId, PlanId, RemarkId, UnitId};
use shared::plan::{Aspect, Group, PlanKind, ProposePlan};
use shared::quantity::Quantity;
use uuid::Uuid;

use super::agencies::{AGENCIES, Agency};
use super::goals::{self, Good};
use super::people::SENIOR;
use super::week::{Dice, moment, quarter_end, quarter_start, working_days};
use super::{Hand, Town};
use crate::clock;
use crate::generate;
use crate::operator::Trouble;

/// Staff of a bidang besides its head.
const STAFF: usize = 3;
/// Days with entries, today included.
const DAYS: usize = 3;
/// Bidang written at the same time.
const AT_ONCE: usize = 6;
/// Another number gives other names.
const NAMES_SEED: u64 = 20_261_126;

/// A bidang to be written.
struct Bidang<'a> {
    agency: &'a Agency,
    at: usize,
    unit: UnitId,
    chief: EmployeeId,
    names: &'a [String],
}

/// What all of them promise beside the amount.
const ON_TIME: Good = Good("Selesai tepat waktu", "persen", 95, Aspect::Time, Group::Service, "Buku kendali bidang");

/// Writes it all. In the first bidang the people are assessed by a senior of theirs ([`SENIOR`]), who heads nothing; tells who that is.
pub(super) async fn write(hand: &Hand<'_>, town: &Town) -> Result<EmployeeId, Trouble> {
    let people = AGENCIES.len() * (1 + 2 * (1 + STAFF));
    let names = generate::names(people, NAMES_SEED);
    let mut names = names.chunks(1 + STAFF);
    let mut chiefs = generate::names(AGENCIES.len(), NAMES_SEED + 1).into_iter();
    let mut all = Vec::new();
    for agency in &AGENCIES {
        let (unit, chief) = (UnitId(Uuid::now_v7()), EmployeeId(Uuid::now_v7()));
        hand.unit(unit, agency.name, Some(town.city), Some(chief)).await?;
        let position = format!("Kepala {}", agency.name);
        person(hand, chief, &chiefs.next().unwrap_or_default(), "IV/c", &position, unit, Some(town.sekda)).await?;
        for at in 0..agency.bidang.len() {
            all.push(Bidang { agency, at, unit, chief, names: names.next().unwrap_or_default() });
        }
    }
    let (now, senior) = (clock::now(), EmployeeId(Uuid::now_v7()));
    let work = all.iter().enumerate().map(|(at, bidang)| write_bidang(hand, bidang, (at == 0).then_some(senior), now));
    futures::stream::iter(work.collect::<Vec<_>>()).buffer_unordered(AT_ONCE).try_collect::<Vec<()>>().await?;
    Ok(senior)
}

async fn person(
    hand: &Hand<'_>,
    id: EmployeeId,
    name: &str,
    rank: &str,
    position: &str,
    unit: UnitId,
    superior: Option<EmployeeId>,
) -> Result<(), Trouble> {
    let (name, rank, position) = (name.to_owned(), rank.to_owned(), position.to_owned());
    hand.order(Action::SetEmployee(SetEmployee { id, name, rank, position, unit, superior })).await
}

async fn write_bidang(
    hand: &Hand<'_>,
    bidang: &Bidang<'_>,
    senior: Option<EmployeeId>,
    now: DateTime<Utc>,
) -> Result<(), Trouble> {
    let name = format!("Bidang {}", bidang.agency.bidang[bidang.at].0);
    let (unit, head) = (UnitId(Uuid::now_v7()), EmployeeId(Uuid::now_v7()));
    hand.unit(unit, &name, Some(bidang.unit), Some(head)).await?;
    let mut names = bidang.names.iter();
    let first = names.next().map(String::as_str).unwrap_or_default();
    person(hand, head, first, "IV/a", &format!("Kepala {name}"), unit, Some(bidang.chief)).await?;
    let mut dice = Dice::of(name.len() as u64 * 31 + bidang.at as u64 * 7 + bidang.agency.name.len() as u64);
    if dice.below(100) < bidang.agency.writes {
        let content = Content {
            plan: None,
            text: format!("Memimpin rapat pagi {name}; hambatan minggu ini dibahas satu per satu."),
            quantity: Quantity::ZERO,
            work_date: shared::zone::Zone::Wib.local_date(now),
            photos: Vec::new(),
            more: Default::default(),
        };
        let entry = RecordEntry { id: EntryId(Uuid::now_v7()), content, draft: None };
        hand.give(Actor::Employee { employee: head }, Action::RecordEntry(entry), None).await?;
    }
    if let Some(senior) = senior {
        // One of as many people as in the other bidang.
        names.next();
        hand.person(senior, &SENIOR, unit, Some(head)).await?;
        write_person(hand, bidang, senior, head, now, &mut dice).await?;
    }
    let superior = senior.unwrap_or(head);
    for name in names {
        let id = EmployeeId(Uuid::now_v7());
        person(hand, id, name, "III/a", "Penelaah Teknis Kebijakan", unit, Some(superior)).await?;
        write_person(hand, bidang, id, superior, now, &mut dice).await?;
    }
    Ok(())
}

async fn write_person(
    hand: &Hand<'_>,
    bidang: &Bidang<'_>,
    who: EmployeeId,
    head: EmployeeId,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<(), Trouble> {
    let today = shared::zone::Zone::Wib.local_date(now);
    let days = working_days(today);
    let days = &days[days.len().saturating_sub(DAYS)..];
    let (_, result, measure, target, sentence) = bidang.agency.bidang[bidang.at];
    let plan = PlanId(Uuid::now_v7());
    let proposed = ProposePlan {
        id: plan,
        owner: who,
        result: result.to_owned(),
        measure: measure.to_owned(),
        target: Quantity::whole((target / 20).max(1)),
        from: days.first().copied().unwrap_or(today).min(quarter_start(today)),
        until: quarter_end(today),
        kind: PlanKind::Main,
        supports: None,
        goal: None,
        about: goals::counted(measure),
        more: vec![goals::good(&ON_TIME)],
    };
    hand.give(Actor::Operator, Action::ProposePlan(Box::new(proposed)), None).await?;
    for day in days {
        let writes = if *day == today { bidang.agency.writes } else { 94 };
        if dice.below(100) >= writes {
            continue;
        }
        let amount = 1 + i64::try_from(dice.below(target.unsigned_abs() / 60 + 3)).unwrap_or(0);
        let written = moment(*day, 480 + dice.below(420), now);
        let entry = EntryId(Uuid::now_v7());
        let content = Content {
            plan: Some(plan),
            text: sentence.replace("{}", &amount.to_string()),
            quantity: Quantity::whole(amount),
            work_date: *day,
            photos: Vec::new(),
            more: Default::default(),
        };
        let own = Actor::Employee { employee: who };
        hand.give(own, Action::RecordEntry(RecordEntry { id: entry, content, draft: None }), Some(written)).await?;
        review(hand, head, entry, *day, today, written, now, dice).await?;
    }
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one step of a story, called once")]
async fn review(
    hand: &Hand<'_>,
    head: EmployeeId,
    entry: EntryId,
    day: NaiveDate,
    today: NaiveDate,
    written: DateTime<Utc>,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<(), Trouble> {
    let later = Some((written + TimeDelta::minutes(50 + i64::try_from(dice.below(260)).unwrap_or(0))).min(now));
    let luck = dice.below(20);
    let head = Actor::Employee { employee: head };
    if day == today || luck > 15 {
        return Ok(());
    }
    if luck == 0 {
        let (remark, reason) = (RemarkId(Uuid::now_v7()), "Mohon sebutkan lokasinya.".to_owned());
        return hand.give(head, Action::ReturnEntry(ReturnEntry { entry, base: 1, remark, reason }), later).await;
    }
    hand.give(head, Action::ApproveEntry(ApproveEntry { entry, base: 1 }), later).await
}

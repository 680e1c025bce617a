//! The office that every world begins with: two units, six people, one agreed plan for each of them, and a team of some of them.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use crate::actor::Actor;
use crate::command::{Action, Command};
use crate::employee::SetEmployee;
use crate::ids::{CommandId, DeviceId, EmployeeId, PlanId, TeamId, UnitId};
use crate::plan::{About, Aspect, Indicator, Level, Perspective, PlanKind, ProposePlan};
use crate::quantity::Quantity;
use crate::scope::Scope;
use crate::team::{JoinTeam, SetTeam};
use crate::unit::SetUnit;
use crate::zone::Zone;

/// The agency, and the division within it.
pub(super) const UNITS: [UnitId; 2] = [UnitId(Uuid::from_u128(0x10)), UnitId(Uuid::from_u128(0x11))];
/// Head of the agency, head of the division, three of its staff, and the head's deputy.
pub(super) const PEOPLE: [EmployeeId; 6] = [
    EmployeeId(Uuid::from_u128(0x20)),
    EmployeeId(Uuid::from_u128(0x21)),
    EmployeeId(Uuid::from_u128(0x22)),
    EmployeeId(Uuid::from_u128(0x23)),
    EmployeeId(Uuid::from_u128(0x24)),
    EmployeeId(Uuid::from_u128(0x25)),
];

/// A team that the head of the agency leads; two of the staff are in it.
pub(super) const TEAM: TeamId = TeamId(Uuid::from_u128(0x26));

/// The moment at which a world begins, in seconds since 1970: 14 July 2026, 01:00 UTC.
const BEGIN_SECONDS: i64 = 1_783_990_800;

/// The moment this many milliseconds into the world.
pub(super) fn moment(now_ms: u64) -> DateTime<Utc> {
    let begin = DateTime::from_timestamp(BEGIN_SECONDS, 0).unwrap_or_default();
    begin + TimeDelta::milliseconds(i64::try_from(now_ms).unwrap_or(i64::MAX))
}

fn day(days: u64) -> NaiveDate {
    moment(0).date_naive().checked_add_days(Days::new(days)).unwrap_or_default()
}

/// Scopes that a person's device wants to hold beside their own: what they might lead.
pub(super) fn wanted(person: EmployeeId) -> Vec<Scope> {
    let units: &[UnitId] = match PEOPLE.iter().position(|known| *known == person) {
        Some(0) => &UNITS,
        Some(1 | 5) => &UNITS[1..],
        _ => &[],
    };
    units.iter().copied().map(Scope::Unit).collect()
}

pub(super) fn unit(place: usize, head: EmployeeId) -> Action {
    let parent = (place == 1).then_some(UNITS[0]);
    let (id, name) = (UNITS[place], format!("Unit {place}"));
    Action::SetUnit(SetUnit { id, name, parent, head: Some(head), zone: Zone::Wib, was: None })
}

pub(super) fn employee(place: usize, superior: Option<EmployeeId>) -> Action {
    let (id, name, unit) = (PEOPLE[place], format!("Pegawai {place}"), UNITS[usize::from(place > 0)]);
    Action::SetEmployee(SetEmployee { id, name, rank: String::new(), position: String::new(), unit, superior })
}

fn team() -> Action {
    let (name, purpose) = ("Tim".to_owned(), String::new());
    let (unit, leader) = (UNITS[0], PEOPLE[0]);
    Action::SetTeam(SetTeam { id: TEAM, base: 0, name, purpose, unit, leader, from: day(0), until: day(300) })
}

pub(super) fn plan(id: PlanId, owner: EmployeeId) -> ProposePlan {
    let (result, measure) = ("Akta terbit".to_owned(), "berkas".to_owned());
    let (kind, supports, goal, about, more) = (PlanKind::Main, None, None, about("Jumlah akta", None), vec![neat()]);
    let target = Quantity::whole(100);
    ProposePlan { id, owner, result, measure, target, from: day(0), until: day(300), kind, supports, goal, about, more }
}

/// An indicator as both heads and staff must have one: an outcome, of quality, from some perspective.
fn neat() -> Indicator {
    let about = About { level: Level::Outcome, ..about("Tanpa koreksi", Some(Aspect::Quality)) };
    Indicator { about, measure: "persen".to_owned(), target: Quantity::whole(95) }
}

fn about(name: &str, aspect: Option<Aspect>) -> About {
    let (source, formula) = ("register".to_owned(), "dihitung".to_owned());
    let perspective = Some(Perspective::Recipients);
    About { name: name.to_owned(), aspect, perspective, source, formula, ..About::default() }
}

/// The operator's commands that make the office, in order.
pub(super) fn orders() -> Vec<(Actor, Command)> {
    let mut actions = vec![
        unit(0, PEOPLE[0]),
        unit(1, PEOPLE[1]),
        employee(0, None),
        employee(1, Some(PEOPLE[0])),
        employee(2, Some(PEOPLE[1])),
        employee(3, Some(PEOPLE[1])),
        employee(4, Some(PEOPLE[1])),
        employee(5, Some(PEOPLE[1])),
    ];
    for (place, person) in PEOPLE.iter().enumerate() {
        actions.push(Action::ProposePlan(Box::new(plan(plan_of(place), *person))));
    }
    actions.push(team());
    for person in &PEOPLE[2..4] {
        actions.push(Action::JoinTeam(JoinTeam { team: TEAM, person: *person, from: day(0), until: day(300) }));
    }
    actions.into_iter().enumerate().map(|(at, action)| (Actor::Operator, order(0x40 + at as u128, action))).collect()
}

/// The plan that a person begins with.
pub(super) const fn plan_of(place: usize) -> PlanId {
    PlanId(Uuid::from_u128(0x30 + place as u128))
}

fn order(number: u128, action: Action) -> Command {
    let id = CommandId(Uuid::from_u128(number));
    Command { id, device: DeviceId(Uuid::from_u128(number)), seq: 1, v: 1, made_at: moment(0), action }
}

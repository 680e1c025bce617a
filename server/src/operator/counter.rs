//! Counters by order of the operator: open one, list them, find one by its code.

use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::counter::{Counter, OpenCounter};
use shared::ids::{CommandId, CounterId, DeviceId, ServiceId};
use shared::row::{ClaimKind, Row};
use shared::scope::Scope;
use shared::service::{Service, SetService};
use shared::sync::wire::Verdict;
use shared::unit::Unit;
use uuid::Uuid;

use super::{Outcome, Trouble};
use crate::office::Office;
use crate::{clock, command};

/// The counter with this code.
pub(super) async fn find(office: &Office, code: &str) -> Result<Counter, Trouble> {
    let unknown = || Trouble::Said(format!("Loket {code} tidak ada. (There is no counter {code}.)"));
    match office.db.held(ClaimKind::Counter, code).await? {
        Some(Row::Counter(counter)) => Ok(counter),
        _ => Err(unknown()),
    }
}

/// Opens a counter of a unit for a service, which is made when the unit does not offer it yet.
pub(super) async fn open(
    office: &Office,
    code: &str,
    name: &str,
    service: &str,
    unit: &str,
) -> Result<Outcome, Trouble> {
    let unit = unit_called(office, unit).await?;
    let service = match service_called(office, &unit, service).await? {
        Some(known) => known.id,
        None => {
            let id = ServiceId(Uuid::now_v7());
            give(office, Action::SetService(SetService { id, name: service.to_owned(), unit: unit.id })).await?;
            id
        }
    };
    let id = CounterId(Uuid::now_v7());
    give(office, Action::OpenCounter(OpenCounter { id, code: code.to_owned(), name: name.to_owned(), service }))
        .await?;
    let text = format!("{code}: {name}, {}. Poster: teladan poster {code}", unit.name);
    Ok(Outcome::Words { text, failed: false })
}

/// All counters, by code.
pub(super) async fn list(office: &Office) -> Result<Outcome, Trouble> {
    let mut lines = Vec::new();
    for unit in office.db.units().await? {
        for row in office.db.of_kind(Scope::Unit(unit.id), "counter").await? {
            if let Row::Counter(counter) = row
                && counter.unit == unit.id
            {
                lines.push(format!("{:<12} {} · {} · {}", counter.code, counter.name, counter.service_name, unit.name));
            }
        }
    }
    lines.sort();
    Ok(Outcome::Words { text: lines.join("\n"), failed: false })
}

pub(super) async fn unit_called(office: &Office, name: &str) -> Result<Unit, Trouble> {
    let mut fitting: Vec<Unit> = office
        .db
        .units()
        .await?
        .into_iter()
        .filter(|unit| unit.name.to_lowercase() == name.trim().to_lowercase())
        .collect();
    match (fitting.pop(), fitting.is_empty()) {
        (Some(unit), true) => Ok(unit),
        (Some(_), false) => {
            Err(Trouble::Said(format!("Ada lebih dari satu unit bernama {name}. (More than one unit has this name.)")))
        }
        (None, _) => Err(Trouble::Said(format!("Unit {name} tidak ada. (There is no such unit.)"))),
    }
}

async fn service_called(office: &Office, unit: &Unit, name: &str) -> Result<Option<Service>, Trouble> {
    let rows = office.db.of_kind(Scope::Unit(unit.id), "service").await?;
    let fits = |service: &Service| service.unit == unit.id && service.name.to_lowercase() == name.trim().to_lowercase();
    let services =
        rows.into_iter().filter_map(|row| if let Row::Service(service) = row { Some(service) } else { None });
    Ok({ services }.find(fits))
}

pub(super) async fn give(office: &Office, action: Action) -> Result<(), Trouble> {
    let device = DeviceId(Uuid::new_v4());
    let command = Command { id: CommandId(Uuid::now_v7()), device, seq: 1, v: 1, made_at: clock::now(), action };
    match command::run(office, Actor::Operator, &command).await? {
        Verdict::Accepted => Ok(()),
        Verdict::Rejected { reason } => Err(Trouble::Said(format!("{} ({})", reason.id, reason.en))),
    }
}

//! Admins by order of the operator: give somebody a right over a unit, take it, list them all.

use shared::admin::{GiveAdmin, TakeAdmin};
use shared::command::Action;
use shared::ids::EmployeeId;
use shared::nip::Nip;
use shared::row::{ClaimKind, Row};

use super::counter::{give, unit_called};
use super::{Outcome, Trouble};
use crate::office::Office;

/// The person with this NIP looks after the unit with this name, and everything below it.
pub(super) async fn add(office: &Office, nip: &str, unit: &str) -> Result<Outcome, Trouble> {
    let (person, unit) = (person(office, nip).await?, unit_called(office, unit).await?);
    give(office, Action::GiveAdmin(GiveAdmin { person, unit: unit.id })).await?;
    Ok(Outcome::Words { text: format!("Admin (admin): {}", unit.name), failed: false })
}

/// No longer.
pub(super) async fn remove(office: &Office, nip: &str, unit: &str) -> Result<Outcome, Trouble> {
    let (person, unit) = (person(office, nip).await?, unit_called(office, unit).await?);
    give(office, Action::TakeAdmin(TakeAdmin { person, unit: unit.id })).await?;
    Ok(Outcome::Words { text: format!("Bukan admin lagi (no longer admin): {}", unit.name), failed: false })
}

/// Everybody with a right, by name.
pub(super) async fn list(office: &Office) -> Result<Outcome, Trouble> {
    let units = office.db.units().await?;
    let name = |id| units.iter().find(|unit| unit.id == id).map_or("?", |unit| unit.name.as_str());
    let mut lines: Vec<String> = Vec::new();
    for admin in office.db.admins().await? {
        lines.extend(admin.units.iter().map(|grant| format!("{} · {}", admin.name, name(grant.unit))));
    }
    lines.sort();
    Ok(Outcome::Words { text: lines.join("\n"), failed: false })
}

async fn person(office: &Office, nip: &str) -> Result<EmployeeId, Trouble> {
    let nip = Nip::parse(nip).map_err(|error| Trouble::Said(format!("{} ({})", error.words().0, error.words().1)))?;
    match office.db.held(ClaimKind::Nip, nip.digits()).await? {
        Some(Row::Account(account)) => Ok(account.employee),
        _ => Err(Trouble::Said("NIP ini belum terdaftar. (This NIP is not known.)".to_owned())),
    }
}

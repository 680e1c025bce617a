//! The people of one unit, by alphabet, with what they did in the period.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use shared::ids::{EmployeeId, UnitId};
use shared::order::by_alphabet;
use shared::plan::{Plan, PlanState};
use shared::rollup::PlanSums;
use shared::rollup::board::{Figures, PersonLine};
use shared::row::Row;
use shared::scope::Scope;

use crate::db::DbError;
use crate::office::Office;

/// The lines of everybody whose unit this is.
///
/// # Errors
/// The database is out of reach.
pub(super) async fn lines(
    office: &Office,
    unit: UnitId,
    from: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<PersonLine>, DbError> {
    let employees = office.db.of_kind(Scope::Unit(unit), "employee").await?;
    let mut figures: BTreeMap<EmployeeId, Figures> = BTreeMap::new();
    for (day, who, counts) in office.db.tallies(unit, from, today).await? {
        let figures = figures.entry(who).or_default();
        figures.counts.add(&counts, 1);
        figures.counts.people += i64::from(counts.entries > 0);
        figures.today += i64::from(day == today && counts.entries > 0);
    }
    for row in office.db.of_kind(Scope::Unit(unit), "plan").await? {
        if let Row::Plan(plan) = row
            && runs(&plan, today)
        {
            let reached = i64::from(plan.done >= plan.target);
            let sums = PlanSums { plans: 1, reached, percent: i64::from(plan.percent()) };
            figures.entry(plan.owner).or_default().plans.add(&sums, 1);
        }
    }
    let here: Vec<_> = employees
        .iter()
        .filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None })
        .filter(|employee| employee.unit == unit)
        .collect();
    let line = |employee: &shared::employee::Employee| {
        let figures = Figures { staff: 1, ..figures.get(&employee.id).copied().unwrap_or_default() };
        PersonLine { who: employee.id, name: employee.name.clone(), position: employee.position.clone(), figures }
    };
    Ok(by_alphabet(&here, |employee| employee.name.clone()).into_iter().map(line).collect())
}

fn runs(plan: &Plan, today: NaiveDate) -> bool {
    plan.state == PlanState::Agreed && plan.from <= today && today <= plan.until
}

//! The people of one unit, by alphabet, with what they did in the period.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::order::by_alphabet;
use shared::plan::{Plan, PlanState};
use shared::rollup::board::{Figures, PersonLine};
use shared::rollup::period::weekdays;
use shared::rollup::{Counts, PlanSums};
use shared::row::Row;
use shared::scope::Scope;
use shared::unit::Unit;

use crate::db::DbError;
use crate::office::Office;

/// The lines of everybody whose unit this is, and of those of other units whom its head assesses.
///
/// # Errors
/// The database is out of reach.
pub(super) async fn lines(
    office: &Office,
    of: &Unit,
    from: NaiveDate,
    until: NaiveDate,
    today: NaiveDate,
) -> Result<(Vec<PersonLine>, Vec<PersonLine>), DbError> {
    let unit = of.id;
    let employees = office.db.of_kind(Scope::Unit(unit), "employee").await?;
    let employees: Vec<&Employee> = employees
        .iter()
        .filter_map(|row| if let Row::Employee(employee) = row { Some(employee) } else { None })
        .collect();
    let (here, others): (Vec<&Employee>, Vec<&Employee>) =
        employees.into_iter().partition(|employee| employee.unit == unit);
    let assessed: Vec<&Employee> =
        others.into_iter().filter(|employee| of.head.is_some() && employee.superior == of.head).collect();
    let mut figures: BTreeMap<EmployeeId, Figures> = BTreeMap::new();
    let units: BTreeSet<UnitId> = assessed.iter().map(|employee| employee.unit).chain([unit]).collect();
    let mut add = |(day, who, counts): (NaiveDate, EmployeeId, Counts)| {
        let figures = figures.entry(who).or_default();
        figures.today += i64::from(day == today && counts.entries > 0);
        if day <= until {
            figures.counts.add(&counts, 1);
            figures.counts.people += i64::from(counts.entries > 0);
        }
    };
    for at in units {
        // Of another unit's people only the assessed ones are told.
        let tallies = office.db.tallies(at, from, until).await?.into_iter();
        let theirs = |who: &EmployeeId| assessed.iter().any(|one| one.id == *who && one.unit == at);
        tallies.filter(|(_, who, _)| at == unit || theirs(who)).for_each(&mut add);
        // A period that has ended says nothing of today.
        if until < today {
            let tallies = office.db.tallies(at, today, today).await?.into_iter();
            tallies.filter(|(_, who, _)| at == unit || theirs(who)).for_each(&mut add);
        }
    }
    let mut away = BTreeMap::new();
    for row in office.db.of_kind(Scope::Unit(unit), "absences").await? {
        if let Row::Absences(absences) = row {
            away.insert(absences.person, absences);
        }
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
    let line = |employee: &Employee| {
        let absences = away.get(&employee.id);
        let days = absences.iter().flat_map(|absences| &absences.list);
        let away_days = days.map(|one| weekdays(one.from.max(from), one.until.min(until))).sum();
        let known = figures.get(&employee.id).copied().unwrap_or_default();
        let away = absences.and_then(|absences| absences.on(today)).map(|absence| absence.kind);
        let expects_nothing = i64::from(away.is_some() && known.today == 0);
        let figures = Figures { staff: 1, away: expects_nothing, away_days, ..known };
        let (name, position) = (employee.name.clone(), employee.position.clone());
        PersonLine { who: employee.id, name, position, away, figures }
    };
    let lines = |people: &[&Employee]| -> Vec<PersonLine> {
        by_alphabet(people, |employee| employee.name.clone()).into_iter().map(line).collect()
    };
    Ok((lines(&here), lines(&assessed)))
}

fn runs(plan: &Plan, today: NaiveDate) -> bool {
    plan.state == PlanState::Agreed && plan.from <= today && today <= plan.until
}

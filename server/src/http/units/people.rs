//! The people of one unit, by alphabet, with what they did in the period.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use shared::calendar::Calendar;
use shared::complete::Asked;
use shared::employee::Employee;
use shared::ids::{EmployeeId, UnitId};
use shared::order::by_alphabet;
use shared::plan::PlanState;
use shared::plan::part::Part;
use shared::rollup::board::{Figures, PersonLine};
use shared::rollup::{Counts, PlanSums};
use shared::row::Row;
use shared::scope::Scope;
use shared::unit::Unit;

use super::days::Days;
use crate::db::DbError;
use crate::office::Office;

/// The lines of everybody whose unit this is, and of those of other units whom its head assesses.
///
/// # Errors
/// The database is out of reach.
pub(super) async fn lines(
    office: &Office,
    of: &Unit,
    days: &Days,
    part: Part,
) -> Result<(Vec<PersonLine>, Vec<PersonLine>), DbError> {
    let (unit, Days { from, until, today, .. }) = (of.id, *days);
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
    let mut written: BTreeMap<(EmployeeId, NaiveDate), usize> = BTreeMap::new();
    let units: BTreeSet<UnitId> = assessed.iter().map(|employee| employee.unit).chain([unit]).collect();
    let mut add = |(day, who, counts): (NaiveDate, EmployeeId, Counts)| {
        let figures = figures.entry(who).or_default();
        figures.today += i64::from(day == today && counts.entries > 0);
        if day <= until {
            figures.counts.add(&counts, 1);
            figures.counts.people += i64::from(counts.entries > 0);
            written.insert((who, day), usize::try_from(counts.entries).unwrap_or(0));
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
            && plan.state == PlanState::Agreed
        {
            let figures = figures.entry(plan.owner).or_default();
            if plan.runs_on(today) {
                figures.plans.add(&PlanSums::of(&plan), 1);
            }
            if plan.parts().contains(&part) {
                figures.due.add(&PlanSums::of_part(&plan, part), 1);
            }
        }
    }
    let everybody: Vec<EmployeeId> = here.iter().chain(&assessed).map(|employee| employee.id).collect();
    let firsts = office.db.firsts(&everybody).await?.into_iter();
    let firsts: BTreeMap<EmployeeId, NaiveDate> = firsts.map(|first| (first.who, first.day)).collect();
    let line = |employee: &Employee| {
        let absences = away.get(&employee.id);
        let known = figures.get(&employee.id).copied().unwrap_or_default();
        let away = absences.and_then(|absences| absences.on(today)).map(|absence| absence.kind);
        let expects_nothing = i64::from(away.is_some() && known.today == 0);
        let mut figures = Figures { staff: 1, away: expects_nothing, ..known };
        figures.off = days.off(&figures);
        let since = firsts.get(&employee.id).copied();
        let asked = Asked { today, since, absences, calendar: Calendar::official() };
        figures.count_days(&days.of_person(&asked, |day| written.get(&(employee.id, day)).copied().unwrap_or(0)));
        let (name, position) = (employee.name.clone(), employee.position.clone());
        PersonLine { who: employee.id, name, position, away, figures }
    };
    let lines = |people: &[&Employee]| -> Vec<PersonLine> {
        by_alphabet(people, |employee| employee.name.clone()).into_iter().map(line).collect()
    };
    Ok((lines(&here), lines(&assessed)))
}

//! When people and the office first wrote: from then on an entry is asked of them (`shared::complete`).
//!
//! SurrealDB 3.3 reads a range of ids to its end, whatever LIMIT says. So what was found is remembered, and asked again up to that day only:
//! nothing is missed that another node or an earlier work date has brought, and a whole range is read once in a process.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use shared::complete::First;
use shared::ids::EmployeeId;
use shared::scope::Scope;
use surrealdb::types::{Value, Variables};

use super::rollup::date;
use super::{Db, DbError, text, vars};

/// Above every day.
const EVER: &str = "~";

/// The days of one person's entries in their order, up to one of them.
const OWN: &str = "SELECT VALUE id[2] FROM live:[$s?, 'entry', '']..[$s?, 'entry', $d?, '~'];";
/// The days of which the office keeps sums, likewise.
const OFFICE: &str = "SELECT VALUE id[0] FROM rollup:['']..[$d, '~']";

/// First days that were found, as they stand in ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Firsts(Arc<Mutex<Found>>);

#[derive(Debug, Default)]
struct Found {
    office: Option<String>,
    people: BTreeMap<EmployeeId, String>,
}

impl Firsts {
    fn of<T>(&self, look: impl FnOnce(&mut Found) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Db {
    /// The work date of each person's first entry; who has none is not among them. One short range for each.
    ///
    /// # Errors
    /// The database is out of reach, or a day cannot be read.
    pub async fn firsts(&self, people: &[EmployeeId]) -> Result<Vec<First>, DbError> {
        let known = self.firsts.of(|found| people.iter().map(|who| found.people.get(who).cloned()).collect::<Vec<_>>());
        let mut asked: Vec<(EmployeeId, String)> = Vec::new();
        asked.extend(people.iter().zip(&known).map(|(who, day)| (*who, day.clone().unwrap_or_else(|| EVER.into()))));
        let mut days = self.earliest(&asked).await?;
        // An entry may have gone to a later day.
        let moved: Vec<usize> = (0..people.len()).filter(|at| known[*at].is_some() && days[*at].is_none()).collect();
        let again: Vec<(EmployeeId, String)> = moved.iter().map(|at| (people[*at], EVER.into())).collect();
        for (at, day) in moved.into_iter().zip(self.earliest(&again).await?) {
            days[at] = day;
        }
        let first = |(who, day): (&EmployeeId, String)| {
            self.firsts.of(|found| found.people.insert(*who, day.clone()));
            Ok(First { who: *who, day: date(&day)? })
        };
        people.iter().zip(days).filter_map(|(who, day)| Some((who, day?))).map(first).collect()
    }

    /// The first day of each of these, up to the day beside it.
    async fn earliest(&self, asked: &[(EmployeeId, String)]) -> Result<Vec<Option<String>>, DbError> {
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let batch: String = (0..asked.len()).map(|at| OWN.replace('?', &at.to_string())).collect();
        let mut bound = Variables::new();
        for (at, (who, day)) in asked.iter().enumerate() {
            let values: [(&str, Value); 2] = [("s", text(Scope::Own(*who).to_string())), ("d", text(day.clone()))];
            values.into_iter().for_each(|(name, value)| bound.insert(format!("{name}{at}"), value));
        }
        let mut results = self.run(batch, bound).await?;
        let first = |at| Ok(results.take::<Vec<String>>(at)?.into_iter().next());
        (0..asked.len()).map(first).collect()
    }

    /// The first day of which the office has any entry.
    ///
    /// # Errors
    /// As [`Db::firsts`].
    pub async fn began(&self) -> Result<Option<NaiveDate>, DbError> {
        let known = self.firsts.of(|found| found.office.clone());
        let mut first = None;
        for until in known.into_iter().chain([EVER.to_owned()]) {
            let days: Vec<String> = self.run(OFFICE, vars([("d", text(until))])).await?.take(0)?;
            first = days.into_iter().next();
            if first.is_some() {
                break;
            }
        }
        self.firsts.of(|found| found.office.clone_from(&first));
        first.map(|day| date(&day)).transpose()
    }
}

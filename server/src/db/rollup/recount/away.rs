//! Counting again who of a unit is away, by dates.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use shared::ids::UnitId;
use shared::rollup::share::{Span, recount};
use shared::stamp::day_text;
use surrealdb::types::{Value, object};

use super::Difference;
use crate::db::rollup::{away_record, date, id};
use crate::db::{Db, DbError, commit::MOVED, list, text, vars};

impl Db {
    /// Compares the days away of one unit that end on `since` or later, and puts them right with `mend`. What is told are the
    /// absences counted.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when somebody wrote in between; the database is out of reach.
    pub async fn recount_away(
        &self,
        unit: UnitId,
        since: NaiveDate,
        mend: bool,
    ) -> Result<Option<Difference<i64>>, DbError> {
        let kept = self.away_of(unit, since).await?;
        let counted = recount(&self.rows_of(unit, "absences", None).await?).away;
        let counted: BTreeMap<Span, i64> =
            counted.into_iter().filter(|(of, _)| of.unit == unit && of.until >= since).collect();
        if kept == counted {
            return Ok(None);
        }
        if mend {
            let places: BTreeSet<&Span> = kept.keys().chain(counted.keys()).collect();
            let puts = places.into_iter().map(|of| {
                let [was, now] = [&kept, &counted].map(|people| people.get(of).copied().unwrap_or_default());
                Value::Object(object! { rid: away_record(of), was: was, now: now })
            });
            let batch = format!(
                "BEGIN;
                FOR $put IN $puts {{
                    LET $rid = $put.rid;
                    LET $told = (SELECT VALUE people ?? 0 FROM $rid)[0] ?? 0;
                    IF $told != $put.was {{ THROW '{MOVED}' }};
                    UPSERT $rid SET people = $put.now;
                }};
                COMMIT;"
            );
            self.run(batch, vars([("puts", list(puts))])).await?;
        }
        Ok(Some(Difference { kept: kept.values().sum(), counted: counted.values().sum() }))
    }

    async fn away_of(&self, unit: UnitId, since: NaiveDate) -> Result<BTreeMap<Span, i64>, DbError> {
        const BATCH: &str = "SELECT VALUE [id[0], id[1], id[2], people ?? 0] FROM away:[$since]..";
        let bound = vars([("since", text(day_text(since)))]);
        let rows: Vec<(String, String, String, i64)> = self.run(BATCH, bound).await?.take(0)?;
        let mut away = BTreeMap::new();
        for (until, from, of, people) in rows {
            let span = Span { until: date(&until)?, from: date(&from)?, unit: id(&of)? };
            if span.unit == unit && people != 0 {
                away.insert(span, people);
            }
        }
        Ok(away)
    }
}

//! Counting again the plans of a unit: by their own dates, and by month and quarter.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use shared::ids::UnitId;
use shared::rollup::PlanSums;
use shared::rollup::share::{Span, recount};
use shared::stamp::day_text;
use surrealdb::types::{SurrealValue, Value, object};

use super::Difference;
use crate::db::rollup::{PLAN_FIELDS, date, id, part_record, plan_sums, plan_values, span_record};
use crate::db::{Db, DbError, commit::MOVED, list, text, vars};

/// Which of the two tables of plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    /// By the plans' own dates.
    Span,
    /// By months and quarters.
    Part,
}

/// The sums of a unit's plans, by where they stand.
type Plans = BTreeMap<(Table, Span), PlanSums>;

impl Db {
    /// Compares the plans of one unit, over their terms and by month and quarter, and puts them right with `mend`.
    ///
    /// # Errors
    /// As [`Db::recount_day`].
    pub async fn recount_plans(
        &self,
        unit: UnitId,
        since: NaiveDate,
        mend: bool,
    ) -> Result<Option<Difference<PlanSums>>, DbError> {
        let kept = self.plans_of(unit, since).await?;
        let counted = recount(&self.rows_of(unit, "plan", None).await?);
        let of_unit = |of: &Span| of.unit == unit && of.until >= since;
        let spans = counted.spans.iter().map(|(of, sums)| ((Table::Span, *of), *sums));
        let parts = counted.parts.iter().map(|(of, sums)| ((Table::Part, *of), *sums));
        let counted: Plans = spans.chain(parts).filter(|((_, of), _)| of_unit(of)).collect();
        if kept == counted {
            return Ok(None);
        }
        if mend {
            self.put_plans(&kept, &counted).await?;
        }
        let total = |plans: &Plans| {
            plans.values().fold(PlanSums::default(), |mut all, sums| {
                all.add(sums, 1);
                all
            })
        };
        Ok(Some(Difference { kept: total(&kept), counted: total(&counted) }))
    }

    async fn put_plans(&self, kept: &Plans, counted: &Plans) -> Result<(), DbError> {
        let none = PlanSums::default();
        let places: BTreeSet<_> = kept.keys().chain(counted.keys()).collect();
        let puts = places.into_iter().map(|place| {
            let (sums, was) = (counted.get(place).unwrap_or(&none), kept.get(place).unwrap_or(&none));
            let row = |sums: &PlanSums| list(plan_values(sums).map(SurrealValue::into_value));
            let rid = match place {
                (Table::Span, of) => span_record(of),
                (Table::Part, of) => part_record(of),
            };
            Value::Object(object! { rid: rid, was: row(was), now: row(sums) })
        });
        let batch = format!(
            "BEGIN;
            FOR $put IN $puts {{
                LET $rid = $put.rid;
                LET $told = (SELECT VALUE [{PLAN_FIELDS}] FROM $rid)[0] ?? [0, 0, 0, 0];
                IF $told != $put.was {{ THROW '{MOVED}' }};
                UPSERT $rid SET plans = $put.now[0], reached = $put.now[1], percent = $put.now[2],
                    left_out = $put.now[3];
            }};
            COMMIT;"
        );
        self.run(batch, vars([("puts", list(puts))])).await.map(drop)
    }

    async fn plans_of(&self, unit: UnitId, since: NaiveDate) -> Result<Plans, DbError> {
        let batch = format!(
            "BEGIN;
            SELECT VALUE [id[0], id[1], id[2], [{PLAN_FIELDS}]] FROM span:[$since]..;
            SELECT VALUE [id[0], id[1], id[2], [{PLAN_FIELDS}]] FROM part:[$since]..;
            COMMIT;"
        );
        let mut results = self.run(batch, vars([("since", text(day_text(since)))])).await?;
        let mut plans = Plans::new();
        for (place, table) in [(1, Table::Span), (2, Table::Part)] {
            let rows: Vec<(String, String, String, Vec<i64>)> = results.take(place)?;
            for (until, from, of, values) in rows {
                let span = Span { until: date(&until)?, from: date(&from)?, unit: id(&of)? };
                let sums = plan_sums(&values);
                if span.unit == unit && !sums.is_zero() {
                    plans.insert((table, span), sums);
                }
            }
        }
        Ok(plans)
    }
}

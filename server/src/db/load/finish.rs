//! The end of a load: everything that could still have changed.

use shared::rollup::{Counts, PlanSums};
use surrealdb::types::{Object, SurrealValue, object};

use super::{Load, Loader, State};
use crate::db::{record, rollup};

impl Loader {
    /// What is left: rows and their copies, heads, devices, names and sums.
    pub fn finish(self) -> Load {
        let mut state = self.state.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        for (key, row) in std::mem::take(&mut state.rows) {
            state.let_go(&key, &row);
        }
        for ((scope, key), live) in std::mem::take(&mut state.live) {
            state.let_copy_go(scope, &key, live);
        }
        for (_, (rid, row)) in std::mem::take(&mut state.names) {
            state.ready.put(rid, row);
        }
        for (_, rid) in std::mem::take(&mut state.waits) {
            state.ready.put(rid, Object::new());
        }
        state.heads_and_devices();
        state.sums();
        state.ready
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl State {
    fn heads_and_devices(&mut self) {
        for (scope, head) in std::mem::take(&mut self.heads) {
            let mut row = object! { seq: signed(head.seq), sum: i64::from(head.sum) };
            if head.floor > 0 {
                row.insert("floor".to_owned(), signed(head.floor));
            }
            self.ready.put(record("head", scope.to_string()), row);
        }
        for (device, (seq, at)) in std::mem::take(&mut self.devices) {
            self.ready.put(record("device", device.to_string()), object! { seq: signed(seq), heard_at: at });
        }
    }

    fn sums(&mut self) {
        let sums = std::mem::take(&mut self.sums);
        for ((day, unit), counts) in sums.by_unit_and_day() {
            self.ready.put(rollup::rollup_record(day, unit), counted(&counts, true));
        }
        for (of, counts) in sums.days {
            self.ready.put(rollup::tally_record(&of), counted(&counts, false));
        }
        for (of, sums) in sums.spans {
            self.ready.put(rollup::span_record(&of), of_plans(&sums));
        }
        for (of, sums) in sums.parts {
            self.ready.put(rollup::part_record(&of), of_plans(&sums));
        }
        for (unit, people) in sums.staff {
            self.ready.put(record("staff", unit.to_string()), object! { people: people });
        }
    }
}

fn of_plans(sums: &PlanSums) -> Object {
    let [plans, reached, percent, left_out] = rollup::plan_values(sums);
    object! { plans: plans, reached: reached, percent: percent, left_out: left_out }
}

/// A person's day does not count people.
fn counted(counts: &Counts, people: bool) -> Object {
    let mut row = Object::new();
    for (name, value) in Counts::NAMES.into_iter().zip(counts.values()).filter(|(name, _)| people || *name != "people")
    {
        row.insert(name.to_owned(), value.into_value());
    }
    row
}

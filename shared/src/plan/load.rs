//! How much somebody has on their hands: shown to the superior beside a request (acceptance DMI-7). Berkas and orang cannot be
//! added up, so what is open is summed by measure.

use chrono::NaiveDate;

use super::{Plan, PlanState};
use crate::quantity::Quantity;

/// The agreed results of one person that run on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many run.
    pub running: usize,
    /// How many of these are not reached.
    pub unfinished: usize,
    /// How much is still to be done, by measure, in the order in which the plans were written.
    pub open: Vec<(String, Quantity)>,
}

impl Load {
    /// Of these plans on `day`.
    #[must_use]
    pub fn of<'a>(plans: impl Iterator<Item = &'a Plan>, day: NaiveDate) -> Self {
        let mut load = Self::default();
        for plan in plans.filter(|plan| plan.state == PlanState::Agreed && plan.runs_on(day)) {
            load.running += 1;
            let left = plan.target.minus(plan.done);
            if left == Quantity::ZERO {
                continue;
            }
            load.unfinished += 1;
            match load.open.iter_mut().find(|(measure, _)| *measure == plan.measure) {
                Some((_, sum)) => *sum = sum.plus(left),
                None => load.open.push((plan.measure.clone(), left)),
            }
        }
        load
    }
}

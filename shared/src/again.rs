//! Work that comes again: what a person writes often, what they wrote on the last day, and what is not finished. All of it is
//! derived from their own entries, so that it is there without a network and nobody has to look after it. What somebody wants to keep
//! under a name is a [`crate::template`].

use chrono::{Days, NaiveDate};

use crate::board::notebook;
use crate::entry::{Content, Entry};
use crate::ids::{EmployeeId, PlanId};
use crate::quantity::Quantity;
use crate::row::Rows;

/// Days in which something counts as written often.
const OFTEN_DAYS: u64 = 60;
/// Days after which something that is not finished is no longer offered.
const OPEN_DAYS: u64 = 31;

/// Something that is written again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Often {
    /// The words.
    pub text: String,
    /// Towards which plan it last counted.
    pub plan: Option<PlanId>,
    /// How much it last was.
    pub quantity: Quantity,
    /// How many times.
    pub times: usize,
}

/// What this person writes most often, the most frequent first; of equals the newest first.
#[must_use]
pub fn often(rows: &Rows, owner: EmployeeId, today: NaiveDate, count: usize) -> Vec<Often> {
    let since = today.checked_sub_days(Days::new(OFTEN_DAYS)).unwrap_or(today);
    let mut all: Vec<Often> = Vec::new();
    for entry in notebook(rows, owner).into_iter().filter(|entry| entry.work_date >= since) {
        match all.iter_mut().find(|known| known.text == entry.text && known.plan == entry.plan) {
            Some(known) => known.times += 1,
            None => {
                let Entry { text, plan, quantity, .. } = entry.clone();
                all.push(Often { text, plan, quantity, times: 1 });
            }
        }
    }
    let mut best: Vec<Often> = Vec::new();
    while best.len() < count {
        let Some(most) = all.iter().map(|often| often.times).max() else { break };
        let Some(place) = all.iter().position(|often| often.times == most) else { break };
        best.push(all.remove(place));
    }
    best
}

/// The last amounts that this person wrote for a plan, the newest first, each once.
#[must_use]
pub fn amounts(rows: &Rows, owner: EmployeeId, plan: PlanId, count: usize) -> Vec<Quantity> {
    let mut amounts: Vec<Quantity> = Vec::new();
    for entry in notebook(rows, owner).into_iter().filter(|entry| entry.plan == Some(plan)) {
        if amounts.len() < count && !amounts.contains(&entry.quantity) && entry.quantity.is_countable() {
            amounts.push(entry.quantity);
        }
    }
    amounts
}

/// The entries of the last day before today on which there are any, oldest first.
#[must_use]
pub fn last_day(rows: &Rows, owner: EmployeeId, today: NaiveDate) -> Vec<&Entry> {
    let mut of_day: Vec<&Entry> = Vec::new();
    for entry in notebook(rows, owner).into_iter().filter(|entry| entry.work_date < today) {
        if of_day.first().is_some_and(|first| first.work_date != entry.work_date) {
            break;
        }
        of_day.push(entry);
    }
    of_day.reverse();
    of_day
}

/// What goes on or is blocked, and no later entry has gone on with; newest first.
#[must_use]
pub fn unfinished(rows: &Rows, owner: EmployeeId, today: NaiveDate) -> Vec<&Entry> {
    let since = today.checked_sub_days(Days::new(OPEN_DAYS)).unwrap_or(today);
    let all = notebook(rows, owner);
    let gone_on = |entry: &Entry| all.iter().any(|later| later.more.follows == Some(entry.id));
    let open = |entry: &&&Entry| !entry.more.doing.is_done() && entry.work_date >= since && !gone_on(entry);
    all.iter().filter(open).copied().collect()
}

/// A copy of an entry for another day: its words and amounts, without its evidence, and without a plan that does not run then.
#[must_use]
pub fn copy(entry: &Entry, rows: &Rows, day: NaiveDate) -> Content {
    let plan = entry.plan.filter(|id| rows.plan(*id).is_some_and(|plan| plan.takes(day).is_ok()));
    let quantity = plan.map_or(Quantity::ZERO, |_| entry.quantity);
    let mut content = Content { plan, quantity, work_date: day, ..Content::of(entry) };
    content.photos.clear();
    content.more = Default::default();
    if !entry.more.doing.is_done() {
        content.more.follows = Some(entry.id);
    }
    content
}

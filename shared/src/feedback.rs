//! Feedback as it is shown: what waits for a superior and in which order, how long answers took, and letters by entry. Derived from
//! rows, never stored.

mod batch;

use crate::employee::Employee;
use crate::entry::Entry;
use crate::ids::{EmployeeId, EntryId};
use crate::order::sorted;
use crate::remark::Remark;
use crate::row::{Row, Rows};

pub use batch::{Batch, Told};

/// An entry that waits for its superior.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The entry.
    pub entry: Entry,
    /// Whose it is.
    pub owner: String,
    /// The owner asks for feedback, with these words.
    pub asks: Option<String>,
}

/// Everything that waits for an answer from whoever `mine` says: those that ask for feedback first, then the oldest.
///
/// An entry that still asks stands here too when it was approved: an approval without words is no answer to a question.
#[must_use]
pub fn review_queue(rows: &Rows, mine: &dyn Fn(&Employee) -> bool) -> Vec<Wait> {
    let questions = open_questions(rows);
    let all = rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None });
    let mut waits: Vec<(&Entry, &Employee, Option<&Remark>)> = Vec::new();
    for entry in all {
        let asks = questions.iter().find(|remark| remark.entry == entry.id).copied();
        if !entry.waits() && asks.is_none() {
            continue;
        }
        if let Some(owner) = rows.employee(entry.owner).filter(|owner| mine(owner)) {
            waits.push((entry, owner, asks));
        }
    }
    let places: Vec<usize> = (0..waits.len()).collect();
    let key = |at: usize| {
        let Some((entry, _, asks)) = waits.get(at) else { return [0, 0] };
        let since = asks.map_or(entry.received_at.unwrap_or(entry.claimed_at), |remark| remark.at);
        [i64::from(asks.is_none()), since.timestamp_micros()]
    };
    let in_order = sorted(&places, key).into_iter().filter_map(|at| waits.get(at));
    in_order
        .map(|(entry, owner, asks)| Wait {
            entry: (*entry).clone(),
            owner: owner.name.clone(),
            asks: asks.map(|remark| remark.text.clone()),
        })
        .collect()
}

/// The owners' wishes for feedback to which no assessor has said anything since: the newest for each entry. Whoever leads the team for
/// which it was done may have spoken; that is not the answer that was asked for.
#[must_use]
pub fn open_questions(rows: &Rows) -> Vec<&Remark> {
    let remarks = || rows.iter().filter_map(|row| if let Row::Remark(remark) = row { Some(remark) } else { None });
    let later = |asked: &Remark, other: &Remark| {
        let answers = other.author != other.owner && other.team.is_none() && other.at >= asked.at;
        other.entry == asked.entry && (answers || (other.asks && other.at > asked.at))
    };
    remarks().filter(|asked| asked.asks && !remarks().any(|other| later(asked, other))).collect()
}

/// How long first answers took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerTime {
    /// The median in seconds; none when nothing was answered.
    pub median_seconds: Option<u32>,
    /// Entries that were answered.
    pub answered: usize,
    /// Entries that have arrived at the office.
    pub arrived: usize,
}

impl AnswerTime {
    /// Of these entries. Plain hours: nights and days off count, because they pass for whoever waits too. The median, not the
    /// mean, so that one forgotten entry does not speak for all; of an even number the lower of the two in the middle.
    #[must_use]
    pub fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let (mut took, mut arrived) = (Vec::new(), 0);
        for entry in entries.filter(|entry| entry.received_at.is_some()) {
            arrived += 1;
            took.extend(entry.answer_seconds.map(i64::from));
        }
        let took = sorted(&took, |seconds| [seconds, 0]);
        let middle = took.len().checked_sub(1).and_then(|last| took.get(last / 2));
        let median_seconds = middle.and_then(|seconds| u32::try_from(*seconds).ok());
        Self { median_seconds, answered: took.len(), arrived }
    }
}

/// Letters to one reader about one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation<'a> {
    /// About which entry.
    pub entry: EntryId,
    /// Whose entry it is.
    pub owner: EmployeeId,
    /// Newest first; never empty.
    pub letters: Vec<&'a Remark>,
}

/// The inbox by entry: the conversation with the newest letter first.
#[must_use]
pub fn conversations<'a>(inbox: &[&'a Remark]) -> Vec<Conversation<'a>> {
    let mut all: Vec<Conversation<'a>> = Vec::new();
    for remark in inbox {
        match all.iter_mut().find(|one| one.entry == remark.entry) {
            Some(one) => one.letters.push(remark),
            None => all.push(Conversation { entry: remark.entry, owner: remark.owner, letters: vec![remark] }),
        }
    }
    all
}

//! An open team: its rows, kept current by the live line, and what is asked of it.

use std::sync::Arc;

use shared::entry::Entry;
use shared::ids::{EmployeeId, EntryId, TeamId};
use shared::order::sorted;
use shared::row::{Row, Rows};
use shared::scope::Scope;
use shared::team::{Member, Team};

use crate::components::here::Here;
use crate::desk::OpenBoard;
use crate::view::prelude::*;

/// An open team.
#[derive(Clone, Copy)]
pub struct Open {
    /// What every page knows.
    pub here: Here,
    /// Which team.
    pub id: TeamId,
    /// Its rows and their age.
    pub live: OpenBoard,
    /// Its entries, newest first.
    pub entries: Memo<Arc<Vec<Entry>>>,
    /// The entry that is being answered.
    pub chosen: Memo<Option<EntryId>>,
}

impl Open {
    /// Opens it; it closes with the page.
    #[must_use]
    pub fn new(here: Here, id: TeamId) -> Self {
        let live = here.desk.open_board(Scope::Team(id));
        let entries = Memo::new(move |_| live.rows.with(|rows| Arc::new(newest_first(rows, id, None))));
        let chosen = Memo::new(move |_| here.asked("catatan").and_then(|id| id.parse().ok()));
        Self { here, id, live, entries, chosen }
    }

    /// This page with one entry open for an answer, or with none.
    #[must_use]
    pub fn address(self, entry: Option<EntryId>) -> String {
        let entry = entry.map(|id| ["?catatan=", &id.to_string()].concat()).unwrap_or_default();
        ["/tim/", &self.id.to_string(), &entry].concat()
    }
}

/// The entries for a team among these rows, newest work first; of one person if one is named.
#[must_use]
pub fn newest_first(rows: &Rows, team: TeamId, owner: Option<EmployeeId>) -> Vec<Entry> {
    let fits = |entry: &&Entry| entry.more.team == Some(team) && owner.is_none_or(|owner| entry.owner == owner);
    let all: Vec<&Entry> = rows
        .iter()
        .filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
        .filter(fits)
        .collect();
    let newest = |entry: &Entry| {
        [-i64::from(chrono::Datelike::num_days_from_ce(&entry.work_date)), -entry.claimed_at.timestamp_micros()]
    };
    sorted(&all, newest).into_iter().cloned().collect()
}

/// Is the team over, for this person: its term, or the person's time in it?
#[must_use]
pub fn is_over(team: &Team, who: EmployeeId, today: chrono::NaiveDate) -> bool {
    let mut own = team.members.iter().filter(|member| member.person == who);
    team.until < today || (team.leader != who && own.all(|member| member.until < today))
}

/// Who is in the team on that day, or at its end nearest to that day; its leader not counted.
#[must_use]
pub fn present(team: &Team, today: chrono::NaiveDate) -> Vec<&Member> {
    let today = today.clamp(team.from, team.until.max(team.from));
    let now = |member: &&Member| member.from <= today && today <= member.until && member.person != team.leader;
    team.members.iter().filter(now).collect()
}

/// The name of somebody in the team.
#[must_use]
pub fn name_of(team: &Team, person: EmployeeId) -> String {
    let member = team.members.iter().find(|member| member.person == person).map(|member| &member.name);
    member.unwrap_or(&team.leader_name).clone()
}

//! How long this team waits for a first answer.

use shared::entry::Entry;
use shared::feedback::AnswerTime;
use shared::row::Row;

use super::team::Team;
use crate::components::answer_time::{Basis, answer_time, by_name};
use crate::format;
use crate::view::prelude::*;
use crate::words::{feedback_words, fill};

/// The figure of the team, by person.
#[must_use]
pub fn answers(team: Team) -> View {
    answer_time(team.here, move || basis(team))
}

fn basis(team: Team) -> Basis {
    let w = team.here.w;
    let board = team.board.get();
    team.live.rows.with(|rows| {
        let all = rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None });
        let name = |entry: &Entry| {
            board.lines.iter().find(|line| line.employee.id == entry.owner).map(|line| line.employee.name.clone())
        };
        let mut named: Vec<(String, &Entry)> = all.filter_map(|entry| Some((name(entry)?, entry))).collect();
        named.sort_by(|(a, _), (b, _)| a.cmp(b));
        let since = named.iter().map(|(_, entry)| entry.work_date).min();
        let since = since.map(|date| format::date(w, date)).unwrap_or_default();
        Basis {
            time: AnswerTime::of(named.iter().map(|(_, entry)| *entry)),
            period: fill(feedback_words(w.language).last_weeks, &[&since]),
            rows: by_name(&named),
        }
    })
}

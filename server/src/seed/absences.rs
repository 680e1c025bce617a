//! Who is away in the demo agency, and who has the wrong superior.

use chrono::{Days, NaiveDate};
use shared::absence::{AbsenceKind, AddAbsence};
use shared::actor::Actor;
use shared::command::Action;
use shared::ids::{AbsenceId, SuperiorRequestId};
use shared::superior::RequestSuperior;
use shared::zone::Zone;
use uuid::Uuid;

use super::{Hand, Town};
use crate::clock;
use crate::operator::Trouble;

/// Who is away (place in the list of staff), why, from and until how many days from today, and what they write.
const AWAY: [(usize, AbsenceKind, i64, i64, &str); 4] = [
    (3, AbsenceKind::Leave, 0, 2, "Cuti tahunan, sudah disetujui"),
    (10, AbsenceKind::Duty, 0, 0, "Rapat koordinasi SIAK di Kantor Gubernur"),
    (0, AbsenceKind::Leave, 12, 16, "Menemani anak ujian"),
    (7, AbsenceKind::Duty, -9, -8, "Jemput bola KTP-el di Rumah Susun Kencana Asri"),
];
/// Whose superior is wrong.
const WRONG: usize = 9;

/// Writes it all, each by the person's own hand.
pub(super) async fn write(hand: &Hand<'_>, town: &Town) -> Result<(), Trouble> {
    let today = Zone::Wib.local_date(clock::now());
    for (at, kind, from, until, note) in AWAY {
        let Some(person) = town.staff.get(at) else { continue };
        let (from, until) = (shifted(today, from), shifted(today, until));
        let id = AbsenceId(Uuid::now_v7());
        let add = AddAbsence { id, person: person.id, kind, from, until, note: note.to_owned() };
        hand.give(Actor::Employee { employee: person.id }, Action::AddAbsence(add), None).await?;
    }
    let Some(person) = town.staff.get(WRONG) else { return Ok(()) };
    let request = RequestSuperior {
        id: SuperiorRequestId(Uuid::now_v7()),
        wanted: Some(town.leader),
        wanted_name: String::new(),
        reason: "Sejak awal bulan saya ditugaskan langsung di bawah Kepala Dinas untuk migrasi SIAK.".to_owned(),
    };
    hand.give(Actor::Employee { employee: person.id }, Action::RequestSuperior(request), None).await
}

fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let shifted = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    shifted.unwrap_or(day)
}

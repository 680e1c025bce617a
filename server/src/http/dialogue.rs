//! Dialogues: read by the person and by whoever assesses them today, and by nobody else. Steps travel as commands.

use axum::Json;
use axum::extract::{Path, State};
use shared::dialogue::{
    ActionState, Dialogue, DialogueId, DialogueLine, DialogueList, DialoguePage, QUARTERS_BACK, Quarter,
};
use shared::employee::Employee;
use shared::entry::Entry;
use shared::ids::{EmployeeId, UnitId};
use shared::row::{Key, Row, Rows};
use shared::scope::Scope;
use shared::unit::Unit;
use shared::zone::Zone;

use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::db::DbError;
use crate::office::Office;

/// Somebody, and who stands around them.
struct Around {
    person: Employee,
    rows: Rows,
}

impl Around {
    async fn of(office: &Office, person: EmployeeId) -> Result<Option<Self>, DbError> {
        let Some(Row::Employee(person)) = office.db.row(Key::from(person)).await? else { return Ok(None) };
        let keys: Vec<Key> = [Key::from(person.unit)].into_iter().chain(person.superior.map(Key::from)).collect();
        let mut rows: Rows = office.db.rows(&keys).await?.into_iter().collect();
        let over = person.superior.and_then(|id| rows.employee(id)).map(|superior| superior.unit);
        if let Some(unit) = over {
            office.db.row(Key::from(unit)).await?.into_iter().for_each(|row| rows.put(row));
        }
        Ok(Some(Self { person, rows }))
    }

    fn superior_name(&self) -> String {
        let superior = self.person.superior.and_then(|id| self.rows.employee(id));
        superior.map(|one| one.name.clone()).unwrap_or_default()
    }
}

/// The quarter that runs where this person's unit is.
fn quarter_of(person: &Employee, rows: &Rows) -> Quarter {
    let zone = rows.unit(person.unit).map_or(Zone::default(), |unit| unit.zone);
    Quarter::of(zone.local_date(clock::now()))
}

/// This quarter and those before it in which something may have been agreed.
fn quarters(now: Quarter) -> Vec<Quarter> {
    std::iter::successors(Some(now), |quarter| Some(quarter.before())).take(QUARTERS_BACK + 1).collect()
}

/// The dialogues of one person: for them, and for whoever assesses them. Not for the heads above, and not for a colleague.
///
/// # Errors
/// Nobody is signed in; there is no such person for whoever asks.
#[utoipa::path(get, path = "/api/dialogue/{person}", params(("person" = EmployeeId, Path)), responses((status = 200, body = DialoguePage), (status = 401), (status = 404)))]
pub async fn page(
    State(office): State<Office>,
    signed: Signed,
    Path(person): Path<EmployeeId>,
) -> Result<Json<DialoguePage>, Problem> {
    let around = Around::of(&office, person).await?.ok_or_else(Problem::not_found)?;
    let leads = around.person.is_assessed_by(signed.employee, &around.rows, clock::now());
    if !leads && signed.employee != person {
        return Err(Problem::not_found());
    }
    let quarter = quarter_of(&around.person, &around.rows);
    let shown = quarters(quarter);
    let keys: Vec<Key> = shown.iter().map(|quarter| Key::from(DialogueId { person, quarter: *quarter })).collect();
    let rows = office.db.rows(&keys).await?.into_iter();
    let mut dialogues: Vec<Dialogue> = rows
        .filter_map(|row| if let Row::Dialogue(dialogue) = row { Some(dialogue) } else { None })
        .map(|dialogue| dialogue.of_today(&around.person, &around.rows, clock::now()).for_reader(signed.employee))
        .collect();
    dialogues.sort_by_key(|one| std::cmp::Reverse(one.id.quarter));
    let flagged = flagged(&office, person, quarter.before()).await?;
    let superior_name = around.superior_name();
    Ok(Json(DialoguePage { person, name: around.person.name, superior_name, leads, quarter, dialogues, flagged }))
}

/// Entries of this quarter and the one before that are to be talked about, newest first. One range of the person's own log.
async fn flagged(office: &Office, person: EmployeeId, since: Quarter) -> Result<Vec<Entry>, DbError> {
    let since = since.first_day().unwrap_or_default();
    let snapshot = office.db.snapshot(Scope::Own(person), since, &[]).await?;
    let mut flagged: Vec<Entry> = snapshot
        .rows
        .into_iter()
        .filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
        .filter(|entry| entry.owner == person && entry.flag.is_some())
        .collect();
    flagged.sort_by_key(|entry| std::cmp::Reverse(entry.work_date));
    Ok(flagged)
}

/// How far the dialogues of this quarter are, with everybody whom the reader assesses.
///
/// # Errors
/// Nobody is signed in.
#[utoipa::path(get, path = "/api/dialogues", responses((status = 200, body = DialogueList), (status = 401)))]
pub async fn list(State(office): State<Office>, signed: Signed) -> Result<Json<DialogueList>, Problem> {
    let reader = Around::of(&office, signed.employee).await?.ok_or_else(Problem::not_found)?;
    let (people, rows) = assessed(&office, &reader.person).await?;
    let id = |person: &Employee| DialogueId { person: person.id, quarter: quarter_of(person, &rows) };
    let keys: Vec<Key> = people.iter().map(|person| Key::from(id(person))).collect();
    let dialogues: Rows = office.db.rows(&keys).await?.into_iter().collect();
    let line = |person: Employee| {
        let dialogue = dialogues.dialogue(id(&person));
        let open = dialogue.map_or(0, |one| one.actions.iter().filter(|one| one.state == ActionState::Open).count());
        let (state, open_actions) = (dialogue.map(|one| one.state), u32::try_from(open).unwrap_or(u32::MAX));
        let Employee { id: person, name, position, .. } = person;
        DialogueLine { person, name, position, state, open_actions }
    };
    Ok(Json(DialogueList {
        quarter: quarter_of(&reader.person, &reader.rows),
        lines: people.into_iter().map(line).collect(),
    }))
}

/// Whom this person assesses today, by name, and the rows that say so. However many they are, it is asked once for all units,
/// once for each board, and once for all superiors. Whoever leads no unit finds them on the board of their own unit.
async fn assessed(office: &Office, reader: &Employee) -> Result<(Vec<Employee>, Rows), DbError> {
    let (who, now) = (reader.id, clock::now());
    let units = office.db.units().await?;
    let is_near = |unit: &&Unit| unit.id == reader.unit || unit.is_led_by(who, unit.today(now));
    let near: Vec<UnitId> = units.iter().filter(is_near).map(|unit| unit.id).collect();
    let mut rows: Rows = units.into_iter().map(Row::Unit).collect();
    let mut named: Vec<Key> = Vec::new();
    for unit in near {
        named.extend(office.db.of_kind(Scope::Unit(unit), "employee").await?.iter().filter_map(Row::key));
    }
    named.sort();
    named.dedup();
    // A board names people; who they are below today, their own rows say.
    let people = office.db.rows(&named).await?.into_iter();
    let mut people: Vec<Employee> =
        people.filter_map(|row| if let Row::Employee(person) = row { Some(person) } else { None }).collect();
    let mut superiors: Vec<Key> = people.iter().filter_map(|person| person.superior).map(Key::from).collect();
    superiors.sort();
    superiors.dedup();
    office.db.rows(&superiors).await?.into_iter().for_each(|row| rows.put(row));
    people.retain(|person| person.is_assessed_by(who, &rows, now));
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((people, rows))
}

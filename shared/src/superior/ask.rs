//! The person's side: ask, take back, read the answer.

use serde::{Deserialize, Serialize};

use super::{Asked, RequestState, SuperiorRequest};
use crate::change::Change;
use crate::employee::Employee;
use crate::ids::{EmployeeId, SuperiorRequestId};
use crate::refusal::{OfficeFault, Refusal};
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_name, wanted_or};
use crate::scope::Scope;

/// Characters of the reason.
const REASON_CHARACTERS_MAX: usize = 500;
/// Wishes that are remembered.
const REMEMBERED_MAX: usize = 20;

/// Command `superior.request`: the person asks for another superior.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestSuperior {
    /// New id.
    pub id: SuperiorRequestId,
    /// Who is wanted; none when only a name is known.
    #[serde(default)]
    pub wanted: Option<EmployeeId>,
    /// Their name, as found or as typed.
    pub wanted_name: String,
    /// Why.
    pub reason: String,
}

/// Command `superior.withdraw`: the person takes the open wish back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawSuperior {
    /// Which.
    pub id: SuperiorRequestId,
}

/// Command `superior.read`: the person has read the answer. Reading twice is reading once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadSuperior {
    /// Which.
    pub id: SuperiorRequestId,
}

/// A row of wishes is for the person, and for the admins' list at the office.
pub(super) fn put(asked: Asked) -> Change {
    let scopes = [Scope::Own(asked.person), Scope::Office];
    Change::put(Row::Asked(asked), scopes)
}

fn person<'a>(rows: &'a Rows, ctx: &Ctx) -> Result<&'a Employee, Refusal> {
    ctx.actor.employee().and_then(|actor| rows.employee(actor)).ok_or(Refusal::NotAllowed)
}

/// The actor and their row of wishes.
fn own_keys(ctx: &Ctx) -> Vec<Key> {
    ctx.actor.employee().map(|actor| vec![Key::from(actor), Key::from(Asked::of(actor))]).unwrap_or_default()
}

impl RequestSuperior {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = own_keys(ctx);
        keys.extend(self.wanted.map(Key::from));
        let person = ctx.actor.employee().and_then(|actor| rows.employee(actor));
        keys.extend(person.map(Employee::audience_keys).unwrap_or_default());
        keys
    }

    /// On a phone the wanted person's row is not there: the name that the search brought has to do. The office knows better.
    fn wanted_name(&self, rows: &Rows, ctx: &Ctx) -> Result<String, Refusal> {
        let known = self.wanted.and_then(|wanted| rows.employee(wanted));
        match (known, self.wanted) {
            (Some(known), _) => Ok(known.name.clone()),
            (None, Some(_)) if ctx.received_at.is_some() => Err(Refusal::NotFound),
            (None, _) => wanted_name(&self.wanted_name, 200),
        }
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = person(rows, ctx)?;
        let wanted_name = self.wanted_name(rows, ctx)?;
        let reason = wanted_or(&self.reason, REASON_CHARACTERS_MAX, Refusal::Office(OfficeFault::ReasonMissing))?;
        if self.wanted == Some(person.id) {
            return Err(Refusal::SuperiorCycle);
        }
        if self.wanted.is_some() && self.wanted == person.superior {
            return Err(Refusal::SuperiorSame);
        }
        let known = rows.asked(Asked::of(person.id));
        if known.is_some_and(|asked| asked.waiting().is_some()) {
            return Err(Refusal::RequestWaiting);
        }
        let mut list = known.map(|asked| asked.list.clone()).unwrap_or_default();
        if list.iter().any(|request| request.id == self.id) {
            return Err(Refusal::AlreadyThere);
        }
        list.drain(..list.len().saturating_sub(REMEMBERED_MAX - 1));
        let present = person.superior.and_then(|superior| rows.employee(superior));
        list.push(SuperiorRequest {
            id: self.id,
            present_name: present.map(|one| one.name.clone()).unwrap_or_default(),
            wanted: self.wanted,
            wanted_name,
            reason,
            at: ctx.now,
            state: RequestState::Waiting,
            answered_at: None,
            answered_by: String::new(),
            answer: String::new(),
            read_at: None,
        });
        Ok(vec![put(Asked {
            id: Asked::of(person.id),
            person: person.id,
            person_name: person.name.clone(),
            position: person.position.clone(),
            unit: person.unit,
            list,
            rev: known.map_or(0, |asked| asked.rev) + 1,
        })])
    }
}

/// The actor's own wishes with one of them changed; the same again if there is nothing to change.
fn with(
    id: SuperiorRequestId,
    rows: &Rows,
    ctx: &Ctx,
    fits: fn(&SuperiorRequest) -> bool,
    change: fn(&mut SuperiorRequest, &Ctx),
) -> Result<Vec<Change>, Refusal> {
    let actor = ctx.actor.employee().ok_or(Refusal::NotAllowed)?;
    let mut asked = rows.asked(Asked::of(actor)).cloned().ok_or(Refusal::NotFound)?;
    let request = asked.list.iter_mut().find(|request| request.id == id).ok_or(Refusal::NotFound)?;
    if !fits(request) {
        return Ok(Vec::new());
    }
    change(request, ctx);
    asked.rev += 1;
    Ok(vec![put(asked)])
}

impl WithdrawSuperior {
    pub(crate) fn needs(&self, ctx: &Ctx) -> Vec<Key> {
        own_keys(ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let waits = |request: &SuperiorRequest| request.state == RequestState::Waiting;
        with(self.id, rows, ctx, waits, |request, ctx| {
            request.state = RequestState::Withdrawn;
            request.answered_at = Some(ctx.now);
        })
    }
}

impl ReadSuperior {
    pub(crate) fn needs(&self, ctx: &Ctx) -> Vec<Key> {
        own_keys(ctx)
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let is_news = |request: &SuperiorRequest| request.is_answered() && request.read_at.is_none();
        with(self.id, rows, ctx, is_news, |request, ctx| request.read_at = Some(ctx.now))
    }
}

//! The pen: the superior says something about an entry, or whoever leads the team for which it was done; or its owner answers, or
//! asks.

use serde::{Deserialize, Serialize};

use super::{RemarkKind, Said, Shape, about, put};
use crate::change::Change;
use crate::employee::Employee;
use crate::entry::Entry;
use crate::ids::{EmployeeId, EntryId, RemarkId, TeamId};
use crate::refusal::{FeedbackFault, Refusal};
use crate::row::{Key, Row, Rows};
use crate::rule::Ctx;
use crate::team;

/// Command `remark.write`: the superior or the leader of the team says something about an entry, or its owner answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WriteRemark {
    /// New id.
    pub id: RemarkId,
    /// About which entry.
    pub entry: EntryId,
    /// What kind; `return` is refused here.
    pub kind: RemarkKind,
    /// The words.
    #[serde(default)]
    pub text: String,
    /// Instead of free words: behaviour, impact, next step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// The owner asks for feedback. Words are optional.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// Which remark this answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<RemarkId>,
}

impl WriteRemark {
    /// Plain words about an entry.
    #[must_use]
    pub fn plain(id: RemarkId, entry: EntryId, kind: RemarkKind, text: String) -> Self {
        Self { id, entry, kind, text, shape: None, asks: false, reply_to: None }
    }

    fn said(&self) -> Said<'_> {
        let Self { id, kind, ref text, ref shape, asks, reply_to, .. } = *self;
        Said { id, kind, text, shape: shape.as_ref(), asks, reply_to, team: None }
    }

    /// Who hears the owner: whoever wrote what they answer, or anything else whoever assesses today. Of whoever leads the team for which
    /// the work was done, it is said that it is between the two; one who led it before hears nothing more of it.
    fn reader(
        &self,
        entry: &Entry,
        owner: &Employee,
        rows: &Rows,
        ctx: &Ctx,
    ) -> Result<(EmployeeId, Option<TeamId>), Refusal> {
        let answered = self.reply_to.and_then(|id| rows.remark(id)).filter(|remark| remark.author != owner.id);
        let team = entry.more.team.and_then(|id| rows.team(id));
        match (answered, team) {
            (Some(remark), Some(team)) if remark.team == Some(team.id) && remark.author == team.leader => {
                return Ok((team.leader, Some(team.id)));
            }
            (Some(remark), _) if remark.team.is_none() => return Ok((remark.author, None)),
            _ => {}
        }
        let assessor = owner.assessor(rows, ctx.now).ok_or(Refusal::Feedback(FeedbackFault::NobodyAssesses))?;
        Ok((assessor, None))
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = crate::entry::review_needs(self.entry, rows, ctx);
        keys.extend(team::key(rows.entry(self.entry).and_then(|entry| entry.more.team)));
        keys.push(Key::from(self.id));
        keys.extend(self.reply_to.map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let entry = rows.entry(self.entry).ok_or(Refusal::NotFound)?;
        let owner = rows.employee(entry.owner).ok_or(Refusal::NotFound)?;
        if self.kind == RemarkKind::Return {
            return Err(Refusal::NotAllowed);
        }
        if ctx.actor.is(owner.id) {
            let (reader, team) = self.reader(entry, owner, rows, ctx)?;
            let remark = about(entry, owner, Said { team, ..self.said() }, reader, rows, ctx)?;
            let mut changes = vec![put(remark, Some(entry), owner, rows)];
            if self.asks && !entry.asks {
                let asking = Entry { asks: true, rev: entry.rev + 1, ..entry.clone() };
                changes.push(Change::put(Row::Entry(asking), entry.audience(owner, rows)));
            }
            return Ok(changes);
        }
        let team = if ctx.is_superior_of(owner, rows) { None } else { Some(team_of(entry, owner, rows, ctx)?) };
        if self.asks {
            return Err(Refusal::NotAllowed);
        }
        let remark = about(entry, owner, Said { team, ..self.said() }, owner.id, rows, ctx)?;
        let mut changes = vec![put(remark, Some(entry), owner, rows)];
        // Only the assessor's word is the answer that is waited for: a team's leader neither sees nor answers in their place.
        if team.is_none() && (entry.seen_at.is_none() || entry.answer_seconds.is_none() || entry.asks) {
            let seen_at = entry.seen_at.or(Some(ctx.now));
            let seen = Entry { seen_at, asks: false, rev: entry.rev + 1, ..entry.clone() }.answered(ctx.now);
            changes.push(Change::put(Row::Entry(seen), entry.audience(owner, rows)));
        }
        Ok(changes)
    }
}

/// The team that the actor leads today, if the entry was done for it. Whoever leads another team, or led this one, has no such entry.
fn team_of(entry: &Entry, owner: &Employee, rows: &Rows, ctx: &Ctx) -> Result<TeamId, Refusal> {
    let team = entry.more.team.and_then(|id| rows.team(id)).ok_or(Refusal::NotFound)?;
    let leads = ctx.actor.employee().is_some_and(|actor| team.is_led_by(actor, ctx.today(owner, rows)));
    if leads { Ok(team.id) } else { Err(Refusal::NotFound) }
}

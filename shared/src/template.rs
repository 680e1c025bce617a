//! Slice *template*: work that a person writes again and again, under a name of their own. One row holds all of one person's, in their own
//! scope only: nobody else reads them, and a new phone has them with its first pull.
//!
//! What is written often without being asked for is derived ([`crate::again`]); this is what somebody wanted to keep.

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::entry::{Content, More, TEXT_CHARACTERS_MAX};
use crate::ids::{EmployeeId, TemplateId, TemplatesId};
use crate::quantity::Quantity;
use crate::refusal::{Refusal, Unfit};
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_text};
use crate::scope::Scope;

/// Templates that one person may have: as many as can be looked over on a phone.
pub const TEMPLATES_MAX: usize = 12;
/// Characters allowed in a name: it stands on a chip.
pub const NAME_CHARACTERS_MAX: usize = 40;

/// One of them: what an entry would say, without its evidence of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Template {
    /// Identity: a name may change.
    pub id: TemplateId,
    /// What the person calls it.
    pub name: String,
    /// Words, plan, amount (zero leaves it open) and links. Its date is the day on which it was kept and is used for nothing; photos,
    /// documents and the rest are not kept.
    pub content: Content,
}

/// All templates of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Templates {
    /// The person's own number.
    pub id: TemplatesId,
    /// As they were made, the oldest first.
    #[serde(default)]
    pub list: Vec<Template>,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

impl Templates {
    /// The row of this person.
    #[must_use]
    pub const fn of(person: EmployeeId) -> TemplatesId {
        TemplatesId(person.0)
    }
}

/// Command `template.keep`: a new one, or, under an id that is known, another name or content for it. Two devices that change the same one
/// agree on the later: it is the person's own paper, and what they wrote last is what they want.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct KeepTemplate(pub Template);

/// Command `template.drop`: it is not wanted any more. One that is gone already is no mistake: another device was first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DropTemplate {
    /// Which.
    pub id: TemplateId,
}

/// The person's list, as it is before the command.
fn list(rows: &Rows, ctx: &Ctx) -> Result<(EmployeeId, Templates), Refusal> {
    let owner = ctx.actor.employee().filter(|owner| rows.employee(*owner).is_some()).ok_or(Refusal::NotAllowed)?;
    let id = Templates::of(owner);
    Ok((owner, rows.templates(id).cloned().unwrap_or(Templates { id, list: Vec::new(), rev: 0 })))
}

fn keys(ctx: &Ctx) -> Vec<Key> {
    let owner = ctx.actor.employee().into_iter();
    owner.flat_map(|owner| [Key::from(owner), Key::from(Templates::of(owner))]).collect()
}

fn put(owner: EmployeeId, templates: Templates) -> Vec<Change> {
    let templates = Templates { rev: templates.rev + 1, ..templates };
    vec![Change::put(Row::Templates(templates), [Scope::Own(owner)])]
}

impl KeepTemplate {
    pub(crate) fn needs(&self, ctx: &Ctx) -> Vec<Key> {
        let mut keys = keys(ctx);
        keys.extend(self.0.content.plan.map(Key::from));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (owner, mut templates) = list(rows, ctx)?;
        let Template { id, name, content } = self.0.clone();
        let name = name.trim().to_owned();
        if name.is_empty() {
            return Err(Unfit::TemplateUnnamed.into());
        }
        if name.chars().count() > NAME_CHARACTERS_MAX {
            return Err(Refusal::TextTooLong { characters_max: NAME_CHARACTERS_MAX });
        }
        let text = wanted_text(&content.text, TEXT_CHARACTERS_MAX)?;
        // A plan that has ended may stay: the form says so when it is used. Another's is as if it were not there.
        if content.plan.is_some_and(|plan| rows.plan(plan).is_none_or(|plan| plan.owner != owner)) {
            return Err(Unfit::TemplatePlan.into());
        }
        let quantity = content.plan.map_or(Quantity::ZERO, |_| content.quantity);
        if quantity != Quantity::ZERO && !quantity.is_countable() {
            return Err(Refusal::QuantityNotCountable);
        }
        let more = More { links: content.more.links.clone(), ..More::default() }.tidy();
        more.check()?;
        let content = Content { text, quantity, photos: Vec::new(), more: Box::new(more), ..content };
        let template = Template { id, name, content };
        if let Some(known) = templates.list.iter_mut().find(|known| known.id == id) {
            *known = template;
        } else if templates.list.len() >= TEMPLATES_MAX {
            return Err(Unfit::TooManyTemplates.into());
        } else {
            templates.list.push(template);
        }
        Ok(put(owner, templates))
    }
}

impl DropTemplate {
    #[expect(clippy::unused_self, reason = "asked like every other command")]
    pub(crate) fn needs(self, ctx: &Ctx) -> Vec<Key> {
        keys(ctx)
    }

    pub(crate) fn decide(self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let (owner, mut templates) = list(rows, ctx)?;
        let before = templates.list.len();
        templates.list.retain(|known| known.id != self.id);
        Ok(if templates.list.len() == before { Vec::new() } else { put(owner, templates) })
    }
}

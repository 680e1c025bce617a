//! What waits on this phone, as people count it: entries, messages, plans and photos. That a message was read is not counted,
//! nor what an unfinished form sends, nor templates; they travel along silently.

use shared::command::{Action, Command};
use shared::dialogue::Deed;
use shared::entry::Content;
use shared::ids::{EntryId, PlanId};

use crate::desk::Queue;
use crate::words::{Words, count};

/// So many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Entries, new and changed.
    pub entries: usize,
    /// Messages.
    pub messages: usize,
    /// Plans proposed.
    pub plans: usize,
    /// Photos.
    pub photos: usize,
}

impl Waits {
    /// Of the queue.
    #[must_use]
    pub fn of(queue: &Queue) -> Self {
        // What another build wrote cannot be told apart; most of what people write are entries.
        let mut waits = Self { photos: queue.photos_waiting, entries: queue.sealed, ..Self::default() };
        for command in &queue.waiting {
            if content(&command.action).is_some() || matches!(command.action, Action::SettleEntry(_)) {
                waits.entries += 1;
            } else if is_about_plan(&command.action) {
                waits.plans += 1;
            } else if is_shown(command) {
                waits.messages += 1;
            }
        }
        waits
    }

    /// Does nothing wait?
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// "3 catatan dan 2 foto"
    #[must_use]
    pub fn in_words(self, w: &Words) -> String {
        let mut parts = Vec::new();
        if self.entries > 0 {
            parts.push(w.entries(self.entries));
        }
        if self.messages > 0 {
            parts.push(count(self.messages, w.message_one, w.message_many));
        }
        if self.plans > 0 {
            parts.push(count(self.plans, w.plan_one, w.plan_many));
        }
        if self.photos > 0 {
            parts.push(w.photos(self.photos));
        }
        w.list(parts)
    }
}

/// Does it speak of a plan?
#[must_use]
pub fn is_about_plan(action: &Action) -> bool {
    matches!(action, Action::ProposePlan(_)) || plan(action).is_some()
}

/// The plan that a command speaks of, which is there already.
#[must_use]
pub fn plan(action: &Action) -> Option<PlanId> {
    if let Action::OfferPlan(offer) = action {
        Some(offer.plan)
    } else if let Action::AgreePlan(agree) = action {
        Some(agree.plan)
    } else if let Action::DeclinePlan(decline) = action {
        Some(decline.plan)
    } else if let Action::TiePlan(tie) = action {
        Some(tie.plan)
    } else if let Action::ReportPlan(report) = action {
        Some(report.plan)
    } else {
        None
    }
}

/// Does the command stand in the queue that people see?
#[must_use]
pub fn is_shown(command: &Command) -> bool {
    is_told(command) && !command.action.is_draft() && !is_template(&command.action)
}

/// Is it about a template? It travels along silently, like what an unfinished form sends.
#[must_use]
pub const fn is_template(action: &Action) -> bool {
    matches!(action, Action::KeepTemplate(_) | Action::DropTemplate(_))
}

/// Is it told when it was refused? Then also what an unfinished form had sent.
#[must_use]
pub fn is_told(command: &Command) -> bool {
    if let Action::OwnStep(step) = &command.action {
        return step.deed != Deed::Read;
    }
    !matches!(command.action, Action::ReadRemark(_) | Action::ReadSuperior(_))
}

/// The content of an entry that a command carries, and which entry it is about.
#[must_use]
pub fn content(action: &Action) -> Option<(EntryId, &Content)> {
    if let Action::RecordEntry(record) = action {
        Some((record.id, &record.content))
    } else if let Action::ReviseEntry(revise) = action {
        Some((revise.entry, &revise.content))
    } else {
        None
    }
}

/// The words that a command carries.
#[must_use]
pub fn text(action: &Action) -> &str {
    if let Some((_, content)) = content(action) {
        &content.text
    } else if let Action::WriteRemark(remark) = action {
        &remark.text
    } else if let Action::ProposePlan(plan) = action {
        &plan.result
    } else if let Action::SettleEntry(settle) = action {
        &settle.value
    } else if let Action::SetDraft(set) = action {
        set.sets.first().map_or("", |set| &set.value)
    } else if let Action::RequestSuperior(request) = action {
        &request.wanted_name
    } else if let Action::AddAbsence(absence) = action {
        &absence.note
    } else if let Action::KeepTemplate(keep) = action {
        &keep.0.name
    } else if let Action::OwnStep(step) = action {
        &step.text
    } else {
        ""
    }
}

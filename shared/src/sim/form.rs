//! What people do with the unfinished form: type on two devices at once, choose, let go, finish.

use super::audit::Checked;
use super::of;
use super::world::World;
use crate::command::Action;
use crate::draft::{Draft, Pad, SettleDraft, Typed, speaks_of};
use crate::entry::{Content, RecordEntry};
use crate::ids::{DraftId, EntryId};
use crate::merge::{ADDITIONAL, Field};
use crate::quantity::Quantity;
use crate::row::Rows;
use crate::stamp::day_text;
use crate::sync::phone::Waiting;

/// The form as it lies on a device.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub(super) pad: Pad,
    pub(super) typed: Typed,
}

impl World {
    /// Somebody sits down before the form, and often has another device at hand.
    pub(super) fn forms(&mut self, at: usize, view: &Rows) -> Checked {
        self.form(at, view)?;
        let owner = self.devices[at].owner;
        let others = (0..self.devices.len()).filter(|other| *other != at && self.devices[*other].owner == owner);
        let other = self.chance.pick(&others.collect::<Vec<_>>()).copied();
        let Some(other) = other.filter(|_| !self.chance.one_in(3)) else { return Ok(()) };
        let now = self.devices[other].clock(self.now_ms);
        let Some(app) = &self.devices[other].app else { return Ok(()) };
        let view = app.phone.view(now);
        self.form(other, &view)
    }

    fn form(&mut self, at: usize, view: &Rows) -> Checked {
        self.devices[at].form_before = self.devices[at].form.clone();
        let mut form = self.devices[at].form.clone();
        let row = self.look_up(at, &mut form, view);
        let beside = row.as_ref().and_then(|row| self.chance.pick(&row.asides).cloned());
        match (self.chance.below(12), beside) {
            (0..=3, Some(aside)) => return self.choose(at, form, row, aside.field),
            (0, None) => return self.finish(at, form, row),
            (1, None) if self.chance.one_in(3) => [0, 2].into_iter().for_each(|place| form.typed[place].clear()),
            _ => self.type_on(at, &mut form),
        }
        self.offer(at, form, row)
    }

    /// The form takes in what the office has, or takes up a draft of another device.
    fn look_up(&mut self, at: usize, form: &mut Form, view: &Rows) -> Option<Draft> {
        let owner = self.devices[at].owner;
        if form.pad.id.is_none() && form.typed.iter().all(String::is_empty) && !self.chance.one_in(4) {
            let drafts: Vec<&Draft> = of::drafts(view).filter(|draft| draft.owner == owner).collect();
            if let Some(draft) = drafts.last() {
                let (pad, typed) = Pad::take_up(draft);
                *form = Form { pad, typed };
            }
        }
        let row = form.pad.id.and_then(|id| view.draft(id)).cloned();
        if form.pad.id.is_some() && !self.is_in_the_air(at, form) {
            let _ = form.pad.take_in(row.as_ref(), &mut form.typed);
        }
        row
    }

    /// Does a command about the draft wait on the device?
    fn is_in_the_air(&self, at: usize, form: &Form) -> bool {
        let speaks = |waiting: &Waiting| match (waiting.command(), form.pad.id) {
            (Some(command), Some(id)) => speaks_of(&command.action, id),
            (None, _) => true, // Nobody can tell what a sealed command is about.
            (Some(_), None) => false,
        };
        self.devices[at].memory().outbox.iter().any(speaks)
    }

    fn type_on(&mut self, at: usize, form: &mut Form) {
        for _ in 0..=self.chance.below(2) {
            let field = self.chance.pick(&Field::ALL).copied().unwrap_or(Field::Text);
            let count = 1 + self.chance.below(9);
            form.typed[field as usize] = match field {
                Field::Text => format!("draf {}", self.chance.below(1_000)),
                Field::Plan => ADDITIONAL.to_owned(),
                Field::Quantity => Quantity::whole(i64::try_from(count).unwrap_or(1)).to_string(),
                Field::WorkDate => {
                    day_text((self.devices[at].clock(self.now_ms) - chrono::TimeDelta::days(2)).date_naive())
                }
            };
        }
    }

    /// Sends what is due, unless something about the draft is in the air.
    fn offer(&mut self, at: usize, mut form: Form, row: Option<Draft>) -> Checked {
        let fresh = DraftId(self.chance.uuid());
        let row = row.filter(|row| Some(row.id) == form.pad.id);
        let due = if self.is_in_the_air(at, &form) { None } else { form.pad.due(row.as_ref(), &form.typed, 0, fresh) };
        // The pad lies on the disk before its command does: a copy that knows too much is harmless, one that knows too little
        // would take its own words for another's.
        self.devices[at].form = form;
        due.map_or(Ok(()), |action| self.save(at, action))
    }

    fn choose(&mut self, at: usize, mut form: Form, row: Option<Draft>, field: Field) -> Checked {
        let Some(row) = row else { return Ok(()) };
        let beside = row.asides.iter().filter(|aside| aside.field == field).map(|aside| aside.value.clone());
        let mut seen: Vec<String> = beside.collect();
        seen.push(row.value(field).to_owned());
        let Some(value) = self.chance.pick(&seen).cloned() else { return Ok(()) };
        form.typed[field as usize].clone_from(&value);
        self.devices[at].form = form;
        self.save(at, Action::SettleDraft(SettleDraft { draft: row.id, field, value, seen }))
    }

    /// The entry is recorded; if the phone says no, the form stays as it is.
    fn finish(&mut self, at: usize, form: Form, row: Option<Draft>) -> Checked {
        let (text, today) = (String::new(), self.devices[at].clock(self.now_ms).date_naive());
        let mut content = Content {
            plan: None,
            text,
            quantity: Quantity::ZERO,
            work_date: today,
            photos: Vec::new(),
            more: Default::default(),
        };
        for (field, value) in Field::ALL.into_iter().zip(&form.typed) {
            content.put(field, value);
        }
        let id = EntryId(form.pad.id.map_or_else(|| self.chance.uuid(), |id| id.0));
        let draft = form.pad.spent(row.as_ref(), &form.typed, &content);
        self.devices[at].form = form;
        let before = self.audit.wishes.len();
        self.save(at, Action::RecordEntry(RecordEntry { id, content, draft }))?;
        if self.audit.wishes.len() > before {
            self.devices[at].form = Form::default();
        }
        Ok(())
    }
}

//! What people do: staff write and revise, superiors decide, everybody changes their mind now and then.

use super::audit::{Checked, Wish};
use super::coverage::Event;
use super::letter::{Body, Request};
use super::of;
use super::photo::photos_of;
use super::stage;
use super::world::World;
use crate::command::{Action, Command};
use crate::entry::{
    ApproveEntry, Content, Entry, More, RecordEntry, ReturnEntry, Review, ReviseEntry, SeeEntry, SettleEntry,
};
use crate::ids::{CommandId, DeviceId, EmployeeId, EntryId, PlanId, RemarkId};
use crate::merge::Field;
use crate::plan::{AgreePlan, Deal, OfferPlan, Plan, PlanState, Terms};
use crate::quantity::Quantity;
use crate::remark::{ReadRemark, RemarkKind, WriteRemark};
use crate::row::Rows;
use crate::sync::defence::Defence;
use crate::sync::phone::{Input, Waiting};
use crate::sync::talk::{PROTOCOL, Push};
use crate::sync::wire::PUSH_COMMANDS_MAX;
use crate::together::Together;

/// When somebody asks again what had no answer.
const AGAIN_MS: u64 = 20_000;

impl World {
    /// Somebody takes a device in hand.
    pub(super) fn tap(&mut self) -> Checked {
        // The head of the division has the most to do: everybody else waits for what they decide.
        let at = if self.chance.one_in(4) { 1 } else { self.chance.place(self.devices.len()) };
        let now = self.devices[at].clock(self.now_ms);
        let Some(app) = &self.devices[at].app else { return Ok(()) };
        if app.asked.is_some() {
            return Ok(());
        }
        let view = app.phone.view(now);
        let leads = !stage::wanted(self.devices[at].owner).is_empty();
        match self.chance.below(27) {
            20.. => self.forms(at, &view),
            0 => self.change_mind(at),
            1 => {
                self.second_window(at);
                self.second_window_photo(at);
                Ok(())
            }
            2..=15 if leads => self.decide(at, &view),
            _ => {
                let action = self.wish(at, &view);
                self.save(at, action)
            }
        }
    }

    /// Another window of the same browser sends what lies on the disk, as it does when this one is thought to be frozen.
    fn second_window(&mut self, at: usize) {
        let memory = self.devices[at].disk.now();
        let commands: Vec<Waiting> = memory.outbox.iter().take(PUSH_COMMANDS_MAX).cloned().collect();
        if !commands.is_empty() {
            let (device, epoch) = (memory.device, memory.epoch);
            let push = Push { protocol: PROTOCOL, build: String::new(), owner: None, device, epoch, commands };
            self.coverage.count(Event::SecondWindow);
            self.send_push(at, 0, push);
        }
    }

    /// Something that a person writes about their own work.
    fn wish(&mut self, at: usize, view: &Rows) -> Action {
        let owner = self.devices[at].owner;
        let open = |entry: &&Entry| entry.owner == owner && entry.review != Review::Approved;
        let entries: Vec<Entry> = of::entries(view).filter(open).cloned().collect();
        let unread = of::remarks(view).find(|remark| remark.to == owner && remark.read_at.is_none());
        let unread = unread.map(|remark| remark.id);
        match (self.chance.below(20), self.chance.pick(&entries).cloned(), unread) {
            (0..=4, Some(entry), _) if !entry.asides.is_empty() && self.chance.one_in(2) => self.choose_between(&entry),
            (0..=4, Some(entry), _) => self.revise(at, &entry, view),
            (5..=12, _, Some(remark)) => Action::ReadRemark(ReadRemark { remark }),
            (13, _, _) => self.plan(owner, view),
            (14..=15, _, _) => self.group(at, view),
            _ => Action::RecordEntry(self.record(at, view)),
        }
    }

    /// A new plan, or another offer about one that is there.
    fn plan(&mut self, owner: EmployeeId, view: &Rows) -> Action {
        let mine: Vec<Plan> = of::plans(view).filter(|plan| plan.owner == owner).cloned().collect();
        match self.chance.pick(&mine).cloned().filter(|_| self.chance.one_in(2)) {
            None => Action::ProposePlan(Box::new(stage::plan(PlanId(self.chance.uuid()), owner))),
            Some(plan) => {
                let terms = Terms::of(&plan, view);
                let target = Quantity::whole(1 + i64::try_from(self.chance.below(300)).unwrap_or(0));
                let deal = Deal { target, ..terms.deal(&plan) };
                let (plan, words) = (plan.id, "sebab".to_owned());
                Action::OfferPlan(Box::new(OfferPlan { plan, base: terms.version, deal, words }))
            }
        }
    }

    fn content(&mut self, at: usize, view: &Rows) -> Content {
        let owner = self.devices[at].owner;
        let today = (self.devices[at].clock(self.now_ms) + chrono::TimeDelta::hours(7)).date_naive();
        let counts = |plan: &&Plan| plan.owner == owner && plan.state == PlanState::Agreed;
        let plans: Vec<PlanId> = of::plans(view).filter(counts).map(|plan| plan.id).collect();
        let plan = self.chance.pick(&plans).copied().filter(|_| !self.chance.one_in(5));
        let quantity = Quantity::whole(1 + i64::try_from(self.chance.below(5)).unwrap_or(0));
        let text = format!("kerja {}", self.chance.below(1_000));
        let is_in = view.team(stage::TEAM).is_some_and(|team| team.has(owner, today));
        let team = Some(stage::TEAM).filter(|_| is_in && self.chance.one_in(3));
        let more = Box::new(More { team, ..More::default() });
        Content { plan, text, quantity, work_date: today, photos: self.pictures(), more }
    }

    fn record(&mut self, at: usize, view: &Rows) -> RecordEntry {
        RecordEntry { id: EntryId(self.chance.uuid()), content: self.content(at, view), draft: None }
    }

    fn revise(&mut self, at: usize, entry: &Entry, view: &Rows) -> Action {
        Action::ReviseEntry(ReviseEntry {
            entry: entry.id,
            base: entry.version,
            content: self.content(at, view),
            seen: (!self.chance.one_in(6)).then(|| Content::of(entry)),
        })
    }

    fn choose_between(&mut self, entry: &Entry) -> Action {
        let field = self.chance.pick(&entry.asides).map_or(Field::Text, |aside| aside.field);
        let beside = entry.asides.iter().filter(|aside| aside.field == field).map(|aside| aside.value.clone());
        let mut seen: Vec<String> = beside.collect();
        seen.push(Content::of(entry).value(field));
        let value = self.chance.pick(&seen).cloned().unwrap_or_default();
        Action::SettleEntry(SettleEntry { entry: entry.id, field, value, seen })
    }

    /// An entry and its correction in one; now and then the correction is of a version that will not be.
    fn group(&mut self, at: usize, view: &Rows) -> Action {
        let (mut record, mut content) = (self.record(at, view), self.content(at, view));
        // No form of the app makes a group with photos.
        record.content.photos.clear();
        content.photos.clear();
        let base = 1 + u32::from(self.chance.one_in(6));
        let revise = ReviseEntry { entry: record.id, base, content, seen: None };
        Action::Together(Together { actions: vec![Action::RecordEntry(record), Action::ReviseEntry(revise)] })
    }

    /// Promise, disk, the word *saved*, and only then the line.
    pub(super) fn save(&mut self, at: usize, action: Action) -> Checked {
        let now = self.devices[at].clock(self.now_ms);
        let Some(app) = &self.devices[at].app else { return Ok(()) };
        let hasty = matches!(action, Action::Together(_)) && self.chance.one_in(2);
        if !hasty && app.phone.promise(&action, now).is_err() {
            self.coverage.count(Event::SaidNo);
            return Ok(());
        }
        let id = CommandId(self.chance.uuid());
        let command = Command { id, device: DeviceId(id.0), seq: 0, v: 1, made_at: now, action };
        if self.devices[at].full {
            self.coverage.count(Event::NotSaved);
            return Ok(());
        }
        let strict = self.defences.stands(Defence::StrictOutbox);
        let pictures = photos_of(&command.action).iter().map(|photo| photo.sha256.clone());
        let pictures = pictures.filter_map(|name| Some((name.clone(), self.pictures.get(&name)?.clone()))).collect();
        let command = self.devices[at].disk.append(command, pictures, strict);
        self.coverage.count(Event::Saved);
        self.say(|| format!("device {at} saves {id} at {}:{} {:?}", command.device, command.seq, command.action));
        if self.chance.one_in(150) {
            self.poison.insert(id);
        }
        let late = self.devices[at].memory().device != command.device;
        if late {
            self.coverage.count(Event::SavedLate);
        }
        self.audit.wishes.insert(id, Wish { command: command.clone(), seen: None });
        self.devices[at].mine.insert(id);
        self.tell(at, Input::Saved(command))
    }

    /// A superior looks at the board and decides, online, about the version on the screen.
    fn decide(&mut self, at: usize, view: &Rows) -> Checked {
        let owner = self.devices[at].owner;
        let others = of::entries(view).filter(|entry| entry.owner != owner && entry.waits());
        let mut others: Vec<Entry> = others.cloned().collect();
        if self.chance.one_in(2) && others.iter().any(|entry| !entry.asides.is_empty()) {
            others.retain(|entry| !entry.asides.is_empty());
        }
        let mut proposed = of::plans(view).filter(|plan| plan.owner != owner && plan.state == PlanState::Proposed);
        let proposed = proposed.next().map(|plan| (plan.id, plan.rev));
        let (remark, kind) = (RemarkId(self.chance.uuid()), self.chance.below(10));
        let (action, seen) = match (kind, self.chance.pick(&others).cloned(), proposed) {
            (0..=1, _, Some((plan, base))) => (Action::AgreePlan(AgreePlan { plan, base }), 0),
            (_, None, _) => return Ok(()),
            (2, Some(entry), _) => (Action::SeeEntry(SeeEntry { entry: entry.id, base: entry.version }), entry.version),
            (3, Some(entry), _) => {
                let (base, reason) = (entry.version, "periksa lagi".to_owned());
                (Action::ReturnEntry(ReturnEntry { entry: entry.id, base, remark, reason }), base)
            }
            (4..=5, Some(entry), _) => {
                let (kind, text) = (RemarkKind::Note, "baik".to_owned());
                (Action::WriteRemark(WriteRemark::plain(remark, entry.id, kind, text)), entry.version)
            }
            (_, Some(entry), _) => {
                (Action::ApproveEntry(ApproveEntry { entry: entry.id, base: entry.version }), entry.version)
            }
        };
        self.ask(at, action, seen)
    }

    fn ask(&mut self, at: usize, action: Action, seen: u32) -> Checked {
        let id = CommandId(self.chance.uuid());
        let made_at = self.devices[at].clock(self.now_ms);
        let command = Command { id, device: DeviceId(id.0), seq: 1, v: 1, made_at, action };
        self.say(|| format!("device {at} asks {id} {:?}", command.action));
        self.audit.wishes.insert(id, Wish { command: command.clone(), seen: Some(seen) });
        if let Some(app) = self.devices[at].app.as_mut() {
            app.asked = Some((command.clone(), self.now_ms + AGAIN_MS));
        }
        let payload = self.devices[at].build.writes(&command);
        self.send(at, 0, Body::Up(Request::Ask(payload)));
        Ok(())
    }

    /// Takes a waiting or a refused command away; a refused entry is sometimes mended and sent anew.
    fn change_mind(&mut self, at: usize) -> Checked {
        let memory = self.devices[at].memory();
        let refused = memory.tray.last().map(|refused| refused.what.clone());
        let Some(what) = refused.or_else(|| memory.outbox.last().cloned()) else { return Ok(()) };
        let id = what.id();
        self.say(|| format!("device {at} discards {id}"));
        self.coverage.count(Event::Discarded);
        let named = what.command().map(|command| photos_of(&command.action)).unwrap_or_default();
        let loose = named.iter().map(|photo| photo.sha256.clone()).collect();
        self.devices[at].disk.discard(id, loose);
        self.devices[at].mine.remove(&id);
        self.audit.forgiven.insert(id);
        self.tell(at, Input::Discarded(id))?;
        if let Some(Action::RecordEntry(record)) = what.command().map(|command| command.action.clone())
            && self.chance.one_in(2)
        {
            self.coverage.count(Event::Resent);
            let now = self.devices[at].clock(self.now_ms);
            let view = self.devices[at].app.as_ref().map(|app| app.phone.view(now)).unwrap_or_default();
            let content = self.content(at, &view);
            return self.save(at, Action::RecordEntry(RecordEntry { content, draft: None, ..record }));
        }
        Ok(())
    }
}

//! What lies on the superior's desk: what waits, what was on the screen, what is chosen, and what the office answered.

use shared::board::waits_long;
use shared::calendar::Calendar;
use shared::command::Action;
use shared::entry::{ApproveEntry, Entry, ReturnEntry};
use shared::feedback::{Batch, Told, Wait, review_queue};
use shared::ids::{EntryId, RemarkId};
use shared::together::Together;
use shared::words::Spoken;
use uuid::Uuid;

use crate::pages::papan::team::Team;
use crate::view::prelude::*;
use crate::words::{FeedbackWords, feedback_words, fill};

/// What is to be done with the chosen ones.
#[derive(Clone, PartialEq)]
pub(super) enum Verdict {
    /// Approve them.
    Approve,
    /// Send them back, with this reason.
    Return(String),
}

/// A chosen entry, in which version, and the id of the remark that would carry a reason: sent again, it is the same remark.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Chosen {
    entry: EntryId,
    base: u32,
    remark: RemarkId,
}

impl Chosen {
    fn of(entry: &Entry) -> Self {
        Self { entry: entry.id, base: entry.version, remark: RemarkId(Uuid::now_v7()) }
    }

    fn is(&self, entry: &Entry) -> bool {
        self.entry == entry.id && self.base == entry.version
    }
}

/// The open queue.
#[derive(Clone, Copy)]
pub(super) struct Review {
    pub(super) team: Team,
    pub(super) f: &'static FeedbackWords,
    /// What waits, in order.
    pub(super) waits: Memo<Vec<Wait>>,
    /// Is only that asked for which has waited too long (`?saring=lama`)?
    pub(super) long: Memo<bool>,
    /// Entries as they were when they were read: on the screen first, or chosen.
    pub(super) read: RwSignal<Vec<Entry>>,
    /// Chosen, each in one version. One that changes is no longer chosen.
    pub(super) chosen: RwSignal<Vec<Chosen>>,
    /// What the office has taken; the board may still show it for a moment.
    done: RwSignal<Vec<(EntryId, u32)>>,
    /// What it has not taken, and why.
    pub(super) refused: RwSignal<Vec<(EntryId, Spoken)>>,
    /// What came of the last time, in words.
    pub(super) outcome: RwSignal<Option<(String, String)>>,
    pub(super) busy: RwSignal<bool>,
    /// Is a reason being written?
    pub(super) writes: RwSignal<bool>,
    /// The reason.
    pub(super) reason: RwSignal<String>,
}

impl Review {
    pub(super) fn open(team: Team) -> Self {
        let done = RwSignal::new(Vec::<(EntryId, u32)>::new());
        let long = Memo::new(move |_| team.here.asked("saring").as_deref() == Some("lama"));
        let waits = Memo::new(move |_| {
            let (zone, today) = (team.zone.get(), team.today.get());
            let shown = |wait: &Wait| !long.get() || waits_long(&wait.entry, zone, today, Calendar::official());
            let all = team.live.rows.with(|rows| review_queue(rows, &|person| team.is_mine(person)));
            let taken = |wait: &Wait| done.with(|done| done.contains(&(wait.entry.id, wait.entry.version)));
            all.into_iter().filter(|wait| !taken(wait) && shown(wait)).collect::<Vec<_>>()
        });
        let review = Self {
            team,
            f: feedback_words(team.here.w.language),
            waits,
            long,
            read: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(Vec::new()),
            done,
            refused: RwSignal::new(Vec::new()),
            outcome: RwSignal::new(None),
            busy: RwSignal::new(false),
            writes: RwSignal::new(false),
            reason: RwSignal::new(String::new()),
        };
        review.notes_what_is_read();
        review
    }

    /// The first time an entry is on the screen it is read as it is then.
    fn notes_what_is_read(self) {
        Effect::new(move || {
            let waits = self.waits.get();
            let new: Vec<Entry> = self.read.with_untracked(|read| {
                let is_new = |wait: &&Wait| !read.iter().any(|known| known.id == wait.entry.id);
                waits.iter().filter(is_new).map(|wait| wait.entry.clone()).collect()
            });
            if !new.is_empty() {
                self.read.update(|read| read.extend(new));
            }
        });
    }

    /// The entry as it was read, if it says something else now.
    pub(super) fn before(self, now: &Entry) -> Option<Entry> {
        let read = |read: &Vec<Entry>| read.iter().find(|known| known.id == now.id).cloned();
        self.read.with(read).filter(|before| before.version != now.version)
    }

    /// Is it chosen as it stands on the screen?
    pub(super) fn is_chosen(self, entry: &Entry) -> bool {
        self.chosen.with(|chosen| chosen.iter().any(|one| one.is(entry)))
    }

    /// Those that are chosen and still stand as they were chosen.
    pub(super) fn chosen_now(self) -> Vec<Chosen> {
        let waits = self.waits.get();
        let stands = |one: &Chosen| waits.iter().any(|wait| one.is(&wait.entry));
        self.chosen.get().into_iter().filter(stands).collect()
    }

    /// Chooses the entry as it stands, or no longer. Whoever chooses it has read it.
    pub(super) fn choose(self, entry: &Entry, on: bool) {
        self.chosen.update(|chosen| chosen.retain(|one| one.entry != entry.id));
        if on && can_be_decided(entry) {
            self.chosen.update(|chosen| chosen.push(Chosen::of(entry)));
            self.read.update(|read| {
                read.retain(|known| known.id != entry.id);
                read.push(entry.clone());
            });
            self.refused.update(|refused| refused.retain(|(id, _)| *id != entry.id));
        }
    }

    /// All of them, or none. What has changed unread is not among them.
    pub(super) fn choose_all(self, on: bool) {
        let waits = self.waits.get_untracked();
        let unread = |entry: &Entry| untrack(|| self.before(entry)).is_some();
        let all = waits.iter().map(|wait| &wait.entry).filter(|entry| can_be_decided(entry) && !unread(entry));
        let all = all.map(Chosen::of).collect();
        self.chosen.set(if on { all } else { Vec::new() });
    }

    /// Asks the office, group by group, and says what came of it.
    pub(super) fn decide(self, verdict: Verdict) {
        let items = untrack(|| self.chosen_now());
        if items.is_empty() || self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.outcome.set(None);
        let pad = self.pad();
        crate::browser::spawn(async move {
            let mut batch = Batch::of(&items);
            while let Some(group) = batch.group() {
                let told = match self.team.here.desk.ask(of_group(group, &verdict)).await {
                    Ok(()) => Told::Accepted,
                    Err(reason) if is_no_answer(&reason) => Told::Lost(reason),
                    Err(reason) => Told::Refused(reason),
                };
                batch.told(told);
            }
            self.hears(batch, &verdict, pad);
        });
    }

    /// Is a reason being written, and which?
    fn pad(self) -> Option<(bool, String)> {
        Some((self.writes.try_get_untracked()?, self.reason.try_get_untracked()?))
    }

    /// Says what came of it. What has been chosen or written since the press stays: the rows may have gone before the answer.
    fn hears(self, batch: Batch<Chosen>, verdict: &Verdict, pad: Option<(bool, String)>) {
        let (w, f) = (self.team.here.w, self.f);
        let Batch { done, refused, unsent, lost, .. } = batch;
        let happened = match verdict {
            Verdict::Approve => fill(f.did_approve, &[&w.entries(done.len())]),
            Verdict::Return(_) => fill(f.did_return, &[&w.entries(done.len())]),
        };
        let (mut parts, all) = (Vec::new(), refused.is_empty() && unsent.is_empty());
        let why = lost.as_ref().or_else(|| refused.first().map(|(_, reason)| reason));
        let code = why.map(|reason| reason.code.clone()).unwrap_or_default();
        if all {
            self.team.here.toasts.say(happened);
        } else {
            if !refused.is_empty() {
                parts.push(fill(f.partly, &[&w.entries(done.len()), &refused.len().to_string()]));
            } else if !done.is_empty() {
                parts.push(happened);
            }
            if let Some(reason) = lost {
                parts.push(fill(f.unsent, &[&w.entries(unsent.len())]));
                parts.push(reason.in_language(w.language).to_owned());
            }
        }
        if self.busy.try_set(false).is_some() {
            // The page has gone on.
            return;
        }
        let _ = self.outcome.try_set(Some((code, parts.join(" "))).filter(|(_, words)| !words.is_empty()));
        let _ = self.chosen.try_update(|now| {
            let answered: Vec<Chosen> =
                done.iter().chain(refused.iter().map(|(one, _)| one)).chain(&unsent).copied().collect();
            now.retain(|one| !answered.iter().any(|known| (known.entry, known.base) == (one.entry, one.base)));
            now.extend(unsent);
        });
        let _ = self.refused.try_set(refused.into_iter().map(|(one, reason)| (one.entry, reason)).collect());
        // What was not accepted or not sent needs the same words again.
        if all && self.pad() == pad {
            let _ = self.writes.try_set(false);
            let _ = self.reason.try_set(String::new());
        }
        let _ = self.done.try_update(|known| known.extend(done.iter().map(|one| (one.entry, one.base))));
    }
}

/// May it be approved or sent back? Not while its owner has to choose, and not again.
pub(super) fn can_be_decided(entry: &Entry) -> bool {
    entry.waits() && entry.asides.is_empty()
}

fn of_group(group: &[Chosen], verdict: &Verdict) -> Action {
    let one = |&Chosen { entry, base, remark }: &Chosen| match verdict {
        Verdict::Approve => Action::ApproveEntry(ApproveEntry { entry, base }),
        Verdict::Return(reason) => Action::ReturnEntry(ReturnEntry { entry, base, remark, reason: reason.clone() }),
    };
    let mut actions: Vec<Action> = group.iter().map(one).collect();
    match actions.pop() {
        Some(only) if actions.is_empty() => only,
        last => {
            actions.extend(last);
            Action::Together(Together { actions })
        }
    }
}

/// Did nobody answer? Then it may be sent again as it is.
fn is_no_answer(reason: &Spoken) -> bool {
    matches!(reason.code.as_str(), "offline" | "busy" | "signed_out")
}

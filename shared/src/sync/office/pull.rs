//! Pull: everything that one answer says is of one moment. Pages of news lead to the moment of the first one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::push::told;
use super::{Head, Look, Office, Seen, Store, Stretch, Trouble, members};
use crate::actor::Actor;
use crate::ids::{CommandId, EmployeeId};
use crate::row::Key;
use crate::scope::Scope;
use crate::sync::defence::Defence;
use crate::sync::talk::{Logged, News, Pull, Pulled, Question, SHAPE, ScopeNews, Told, WAITING_MAX};
use crate::sync::wire::Answer;

/// Looks until all units above are known.
const ROUNDS_MAX: usize = 8;
/// How long a pull without its snapshot is torn, in pauses. Only the simulator takes that defence away.
const TORN_PAUSES: u32 = 6;

/// A question for news, taken apart.
struct Asked<'a> {
    cursors: &'a BTreeMap<Scope, u64>,
    upto: Option<&'a BTreeMap<Scope, u64>>,
    waiting: Vec<CommandId>,
}

impl<S: Store> Office<'_, S> {
    /// Answers a pull of this person.
    ///
    /// # Errors
    /// The store is out of reach, or the tree of units moves faster than it can be looked at.
    pub async fn pull(
        &self,
        employee: EmployeeId,
        pull: &Pull,
        now: DateTime<Utc>,
    ) -> Result<Pulled, Trouble<S::Error>> {
        let (scopes, mut look) = self.first_look(&pull.question);
        for _ in 0..ROUNDS_MAX {
            let seen = self.store.look(&look).await?;
            if pull.epoch.is_some_and(|epoch| epoch != seen.epoch) && self.defences.stands(Defence::Epoch) {
                return Ok(Pulled { epoch: seen.epoch, server_time: now, shape: SHAPE, told: Told::Restored });
            }
            let mut missing: Vec<Key> = scopes.iter().flat_map(|scope| members::needs(*scope, &seen.rows)).collect();
            missing.retain(|key| !look.rows.contains(key));
            if missing.is_empty() {
                let told = self.tell(employee, &pull.question, &seen).await?;
                return Ok(Pulled { epoch: seen.epoch, server_time: now, shape: SHAPE, told });
            }
            look.rows.append(&mut missing);
        }
        Err(Trouble::Conflict)
    }

    /// Everything at once: who may read, what there is, and what was decided.
    fn first_look(&self, question: &Question) -> (Vec<Scope>, Look) {
        let mut look = Look::default();
        let scopes: Vec<Scope> = match question {
            Question::Whole { scope, mark } => {
                look.live = Some((*scope, mark.clone(), self.page_rows));
                vec![*scope]
            }
            Question::News { cursors, upto, waiting } => {
                for (scope, after) in cursors {
                    let upto = upto.as_ref().and_then(|upto| upto.get(scope)).copied().unwrap_or(u64::MAX);
                    let changes_max = self.page_rows + 1;
                    look.log.push(Stretch { scope: *scope, after: *after, upto, changes_max });
                }
                if upto.is_none() && self.defences.stands(Defence::Snapshot) {
                    look.commands = waiting.iter().copied().take(WAITING_MAX).collect();
                }
                cursors.keys().copied().collect()
            }
        };
        look.heads.clone_from(&scopes);
        look.rows = scopes.iter().flat_map(|scope| members::needs(*scope, &Default::default())).collect();
        (scopes, look)
    }

    async fn tell(&self, employee: EmployeeId, question: &Question, seen: &Seen) -> Result<Told, S::Error> {
        match question {
            Question::Whole { scope, mark: _ } if self.may_read(employee, *scope, seen) => Ok(whole(*scope, seen)),
            Question::Whole { scope, mark: _ } => Ok(Told::Revoked { scope: *scope }),
            Question::News { cursors, upto, waiting } => {
                let waiting = waiting.iter().copied().take(WAITING_MAX).collect();
                self.news(employee, &Asked { cursors, upto: upto.as_ref(), waiting }, seen).await.map(Told::News)
            }
        }
    }

    fn may_read(&self, employee: EmployeeId, scope: Scope, seen: &Seen) -> bool {
        members::may_read(employee, scope, &seen.rows) || !self.defences.stands(Defence::Membership)
    }

    async fn news(&self, employee: EmployeeId, asked: &Asked<'_>, seen: &Seen) -> Result<News, S::Error> {
        let mut news = News::default();
        let mut room = self.page_rows;
        for ((scope, from), changes) in asked.cursors.iter().zip(&seen.log) {
            let head = seen.heads.get(scope).copied().unwrap_or_default();
            let upto = asked.upto.and_then(|upto| upto.get(scope)).copied().unwrap_or(head.seq);
            if !self.may_read(employee, *scope, seen) {
                news.scopes.push(ScopeNews::Revoked { scope: *scope });
                continue;
            }
            if *from > head.seq || upto > head.seq || (*from < head.floor && self.defences.stands(Defence::Floor)) {
                news.scopes.push(ScopeNews::Reset { scope: *scope });
                continue;
            }
            news.upto.insert(*scope, upto);
            let delta = delta(*scope, *from, upto, &head, changes, &mut room);
            news.more |= matches!(&delta, ScopeNews::Delta { to, .. } if *to < upto);
            news.scopes.push(delta);
        }
        if asked.upto.is_none() {
            news.answers = self.answers(employee, &asked.waiting, seen).await?;
        }
        Ok(news)
    }

    /// Verdicts of the same moment as the rows.
    async fn answers(&self, employee: EmployeeId, waiting: &[CommandId], seen: &Seen) -> Result<Vec<Answer>, S::Error> {
        let asker = Actor::Employee { employee };
        let later;
        let commands = if self.defences.stands(Defence::Snapshot) {
            &seen.commands
        } else {
            // What is torn is torn for a while, so that something can happen in between.
            for tries in 1..=TORN_PAUSES {
                self.store.pause(tries).await;
            }
            later = self.store.look(&Look { commands: waiting.to_vec(), ..Look::default() }).await?;
            &later.commands
        };
        let known = waiting.iter().filter_map(|id| Some((*id, commands.get(id)?)));
        Ok(known.map(|(id, known)| Answer { id, verdict: told(&known.verdict, known.actor, asker) }).collect())
    }
}

fn whole(scope: Scope, seen: &Seen) -> Told {
    let head = seen.heads.get(&scope).map_or(0, |head| head.seq);
    Told::Whole { scope, head, rows: seen.live.clone(), next: seen.next.clone() }
}

/// The changes of one scope that still fit into the page.
fn delta(scope: Scope, from: u64, upto: u64, head: &Head, changes: &[Logged], room: &mut usize) -> ScopeNews {
    let changes: Vec<Logged> = changes.iter().filter(|change| change.seq <= upto).take(*room).cloned().collect();
    *room -= changes.len();
    let cut = *room == 0;
    let to = if cut { changes.last().map_or(from, |change| change.seq) } else { upto };
    let checksum = head.sum.filter(|_| to == head.seq);
    ScopeNews::Delta { scope, from, to, changes, checksum }
}

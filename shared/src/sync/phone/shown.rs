//! What the phone shows and promises: confirmed rows, and over them what waits, by the rules. The rules may come later than the rest:
//! a day on which nobody writes needs none.

use chrono::{DateTime, Utc};

use super::{Phone, Waiting};
use crate::actor::Actor;
use crate::change::apply;
use crate::command::Action;
use crate::refusal::Refusal;
use crate::row::Rows;
use crate::rule::{Ctx, Rules, decide};

impl Phone {
    /// From here on it knows the rules.
    pub fn learn(&mut self, rules: Rules) {
        self.rules = Some(rules);
    }

    /// Would the rules show something that waits, if they were here?
    #[must_use]
    pub fn lacks_rules(&self) -> bool {
        self.rules.is_none() && !self.memory.outbox.is_empty()
    }

    /// May it happen, as far as the phone knows? `Err` is shown at once and nothing is saved.
    ///
    /// # Errors
    /// The refusal of the rule.
    pub fn promise(&self, action: &Action, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.promise_by(decide, action, now)
    }

    /// The same, by rules that the caller has at hand.
    ///
    /// # Errors
    /// The refusal of the rule.
    pub fn promise_by(&self, rules: Rules, action: &Action, now: DateTime<Utc>) -> Result<(), Refusal> {
        rules(action, &self.view(now), &Ctx::on_phone(self.actor(), now, now)).map(drop)
    }

    /// What the server has confirmed. The same row may lie in several scopes; the newest counts.
    #[must_use]
    pub fn confirmed(&self) -> Rows {
        let mut rows = self.known.clone();
        for row in self.memory.rows.iter().flat_map(|(_, rows)| rows.iter()) {
            let newer = row.key().and_then(|key| rows.get(&key)).is_none_or(|known| known.rev() <= row.rev());
            if newer {
                rows.put(row.clone());
            }
        }
        rows
    }

    /// What the person sees: confirmed rows overlaid with what waits. A waiting command that the phone would now refuse
    /// is left out here, and is still sent: the server decides.
    #[must_use]
    pub fn view(&self, now: DateTime<Utc>) -> Rows {
        let mut rows = self.confirmed();
        let Some(decide) = self.rules else { return rows };
        for command in self.memory.outbox.iter().filter_map(Waiting::command) {
            let ctx = Ctx::on_phone(self.actor(), now, command.made_at);
            for change in decide(&command.action, &rows, &ctx).unwrap_or_default() {
                apply(&mut rows, &change.op);
            }
        }
        rows
    }

    const fn actor(&self) -> Actor {
        Actor::Employee { employee: self.owner }
    }
}

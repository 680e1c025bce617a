//! The moment in which a rule is asked: who wants something, when it is, and what follows from both.

use chrono::{DateTime, NaiveDate, Utc};

#[cfg(feature = "office")]
use crate::absence::Absences;
use crate::actor::Actor;
#[cfg(feature = "office")]
use crate::calendar::Calendar;
use crate::employee::Employee;
#[cfg(feature = "office")]
use crate::lateness::late_days;
use crate::row::{Key, Rows};
use crate::zone::Zone;

/// What a rule is told about the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ctx {
    /// Who wants it.
    pub actor: Actor,
    /// The time now: the server's on the server, the phone's on the phone.
    pub now: DateTime<Utc>,
    /// When the device says the command was made.
    pub claimed_at: DateTime<Utc>,
    /// When the office received it; none on the phone.
    pub received_at: Option<DateTime<Utc>>,
    /// Is it a step of the office's own work (an import, what takes one back), and not what a device has sent? See [`Ctx::within`].
    pub is_within: bool,
}

impl Ctx {
    /// On the phone: a promise.
    #[must_use]
    pub const fn on_phone(actor: Actor, now: DateTime<Utc>, claimed_at: DateTime<Utc>) -> Self {
        Self { actor, now, claimed_at, received_at: None, is_within: false }
    }

    /// On the server: the verdict.
    #[must_use]
    pub const fn on_server(actor: Actor, now: DateTime<Utc>, claimed_at: DateTime<Utc>) -> Self {
        Self { actor, now, claimed_at, received_at: Some(now), is_within: false }
    }

    /// The same as a step of the office's own work: some commands are sound only where the office has looked at more than a rule
    /// can, and no device sends them.
    #[must_use]
    pub const fn within(self) -> Self {
        Self { is_within: true, ..self }
    }

    /// Does the actor assess this person now, as their direct superior or in the superior's place?
    #[must_use]
    pub fn is_superior_of(&self, person: &Employee, rows: &Rows) -> bool {
        self.actor.employee().is_some_and(|actor| person.is_assessed_by(actor, rows, self.now))
    }

    /// Is it the operator at the command line?
    #[must_use]
    pub fn is_operator(&self) -> bool {
        self.actor == Actor::Operator
    }

    /// Today where this person's unit is. Without the unit's row: Western Indonesia.
    #[must_use]
    pub fn today(&self, person: &Employee, rows: &Rows) -> NaiveDate {
        rows.unit(person.unit).map_or(Zone::default(), |unit| unit.zone).local_date(self.now)
    }

    /// By how many working days an entry of this person is late; the office says it, and only the office.
    pub(crate) fn late_days(
        &self,
        person: &Employee,
        work_date: NaiveDate,
        claimed_at: DateTime<Utc>,
        rows: &Rows,
    ) -> Option<u32> {
        self.received_at?;
        #[cfg(feature = "office")]
        {
            let zone = rows.unit(person.unit).map_or(Zone::default(), |unit| unit.zone);
            let absences = rows.absences(Absences::of(person.id));
            late_days(work_date, claimed_at, zone, absences, Calendar::official()).ok()
        }
        #[cfg(not(feature = "office"))]
        {
            // A phone is never the office, and does not carry the list of holidays into its first screen.
            let _ = (person, work_date, claimed_at, rows);
            None
        }
    }

    /// The actor's row, their unit's, and those of their audience.
    pub(crate) fn actor_keys(&self, rows: &Rows) -> Vec<Key> {
        let Some(actor) = self.actor.employee() else {
            return Vec::new();
        };
        let mut keys = vec![Key::from(actor)];
        if let Some(employee) = rows.employee(actor) {
            keys.push(Key::from(employee.unit));
            keys.extend(employee.audience_keys());
        }
        keys
    }
}

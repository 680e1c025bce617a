//! Slice *expectation*: what a superior expects of somebody's behaviour in a year, beside the guides of BerAKHLAK
//! (*ekspektasi khusus*, PermenPANRB 6/2022). One row for each person and year.

use serde::{Deserialize, Serialize};

use crate::behaviour;
use crate::change::Change;
use crate::ids::EmployeeId;
use crate::ids::composed::{NotAName, as_text, parts};
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, wanted_text};
use crate::scope::Scope;

/// Characters allowed in one expectation.
pub const TEXT_CHARACTERS_MAX: usize = 500;

/// Whose expectations, and of which year. There is one row for both, so they are its name: `{employee}/{year}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpectationId {
    /// Of whom something is expected.
    pub employee: EmployeeId,
    /// The year.
    pub year: u16,
}

impl std::fmt::Display for ExpectationId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.employee, self.year)
    }
}

impl std::str::FromStr for ExpectationId {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, NotAName> {
        let read =
            |[employee, year]: [&str; 2]| Some(Self { employee: employee.parse().ok()?, year: year.parse().ok()? });
        parts(text).and_then(read).ok_or(NotAName)
    }
}

as_text!(ExpectationId, "{employee}/{year}");

/// What is expected under one of the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Special {
    /// Key of the value, as in [`behaviour::VALUES`].
    pub value: String,
    /// The superior's words.
    pub text: String,
}

/// What is expected of one person in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Expectation {
    /// Whose, and of which year.
    pub id: ExpectationId,
    /// By value; a value that is absent has its guides alone.
    #[serde(default)]
    pub special: Vec<Special>,
    /// Name of the superior who wrote it.
    #[serde(default)]
    pub by: String,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// Command `expectation.set`: the superior writes what they expect. It takes the place of what was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetExpectation {
    /// Of whom.
    pub employee: EmployeeId,
    /// In which year.
    pub year: u16,
    /// The revision that was seen; 0 where there was none.
    pub base: u32,
    /// By value.
    #[serde(default)]
    pub special: Vec<Special>,
}

impl SetExpectation {
    const fn id(&self) -> ExpectationId {
        ExpectationId { employee: self.employee, year: self.year }
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id()), Key::from(self.employee)];
        keys.extend(ctx.actor.employee().map(Key::from));
        keys.extend(rows.employee(self.employee).map(|person| person.assessor_keys(rows)).unwrap_or_default());
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        let person = rows.employee(self.employee).ok_or(Refusal::NotFound)?;
        if !ctx.is_superior_of(person, rows) && !ctx.is_operator() {
            return Err(if ctx.actor.is(person.id) { Refusal::NotAllowed } else { Refusal::NotFound });
        }
        let before = rows.expectation(self.id());
        let rev = before.map_or(0, |before| before.rev);
        if rev != self.base {
            return Err(Refusal::ChangedSinceSeen);
        }
        let mut special: Vec<Special> = Vec::new();
        for one in &self.special {
            if behaviour::value(&one.value).is_none() {
                return Err(Refusal::NotFound);
            }
            if special.iter().any(|other| other.value == one.value) {
                return Err(Refusal::AlreadyThere);
            }
            if !one.text.trim().is_empty() {
                let text = wanted_text(&one.text, TEXT_CHARACTERS_MAX)?;
                special.push(Special { value: one.value.clone(), text });
            }
        }
        let by = ctx.actor.employee().and_then(|id| rows.employee(id)).map(|actor| actor.name.clone());
        let row = Expectation { id: self.id(), special, by: by.unwrap_or_default(), rev: rev + 1 };
        Ok(vec![Change::put(Row::Expectation(row), [Scope::Own(self.employee)])])
    }
}

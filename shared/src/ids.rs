//! Identities. Each kind of thing has an id type of its own, so that a plan can never be passed for an entry.

pub mod composed;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.parse()?))
            }
        }
    )+};
}

id! {
    /// A part of the agency: dinas, bidang, seksi, kecamatan.
    UnitId,
    /// A team across units.
    TeamId,
    /// A civil servant (ASN).
    EmployeeId,
    /// The right to sign in.
    AccountId,
    /// One planned result (rencana hasil kerja) with its indicator.
    PlanId,
    /// The terms of a plan: the plan's own number.
    TermsId,
    /// A mission of the region, or a programme under it.
    GoalId,
    /// One line in the daily notebook.
    EntryId,
    /// An entry that is not finished. The entry that it becomes has the same UUID.
    DraftId,
    /// One piece of feedback.
    RemarkId,
    /// A public service that a unit offers.
    ServiceId,
    /// A counter where citizens are served.
    CounterId,
    /// What one citizen said.
    ResponseId,
    /// Whose days away: one list for each person, under the person's own number.
    AbsencesId,
    /// Some days away: leave, illness, duty elsewhere.
    AbsenceId,
    /// Whose wishes for another superior: one list for each person, under the person's own number.
    AskedId,
    /// One wish for another superior.
    SuperiorRequestId,
    /// Whose rights over units, under the person's own number.
    AdminId,
    /// Whose book of placements, under the person's own number.
    CareerId,
    /// A look at a person's page on one day.
    OpenedId,
    /// Whose templates: one list for each person, under the person's own number.
    TemplatesId,
    /// Something that a person writes again and again.
    TemplateId,
    /// An action that a person and their superior agreed on.
    AgreedId,
    /// A command, from birth on the phone to its row in the database.
    CommandId,
    /// An installation of the app on a phone or laptop.
    DeviceId,
}

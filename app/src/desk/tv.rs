//! Televisions and a person's page: asked of the office, never kept on the device.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use shared::ids::{EmployeeId, UnitId};
use shared::row::Rows;
use shared::words::Spoken;

use super::{Desk, say};
use crate::api;

/// A paired television.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct Tv {
    /// Its name in the list; no key.
    pub id: String,
    /// What its owner calls it.
    pub label: String,
    /// When it was paired.
    #[serde(with = "shared::stamp::moment")]
    pub paired_at: DateTime<Utc>,
    /// When it last opened its board.
    #[serde(with = "shared::stamp::moment")]
    pub seen_at: DateTime<Utc>,
}

/// A code to be typed on the television.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct TvCode {
    /// Eight letters and digits in two groups.
    pub code: String,
    /// Until when it can be typed.
    #[serde(with = "shared::stamp::moment")]
    pub until: DateTime<Utc>,
}

impl Desk {
    /// A code for one more television of this unit.
    ///
    /// # Errors
    /// What the office says, in words.
    pub async fn invite_tv(self, unit: UnitId, label: String) -> Result<TvCode, Spoken> {
        api::invite_tv(unit, &label).await.map_err(say::failure)
    }

    /// The televisions of this unit.
    ///
    /// # Errors
    /// As [`Desk::invite_tv`].
    pub async fn tvs(self, unit: UnitId) -> Result<Vec<Tv>, Spoken> {
        api::tvs(unit).await.map_err(say::failure)
    }

    /// Takes a television's key away.
    ///
    /// # Errors
    /// As [`Desk::invite_tv`].
    pub async fn revoke_tv(self, unit: UnitId, id: String) -> Result<(), Spoken> {
        api::revoke_tv(unit, &id).await.map_err(say::failure)
    }

    /// Makes this browser a television.
    ///
    /// # Errors
    /// As [`Desk::invite_tv`].
    pub async fn pair_tv(self, code: String) -> Result<(), Spoken> {
        api::pair_tv(&code).await.map_err(say::failure)
    }

    /// Everything that is shown of a person, the same rows for the person and for whoever may look; and the day of their first entry,
    /// which may lie before these rows.
    ///
    /// # Errors
    /// As [`Desk::invite_tv`].
    pub async fn open_person(self, person: EmployeeId) -> Result<(Arc<Rows>, Option<NaiveDate>), Spoken> {
        let reply = api::person(person).await.map_err(say::failure)?;
        let first = reply.firsts.first().map(|first| first.day);
        Ok((Arc::new(reply.rows.into_iter().collect()), first))
    }
}

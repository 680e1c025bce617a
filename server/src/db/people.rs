//! Reads about people that no scope of a phone or a board answers: one range of ids each.

use shared::admin::Admin;
use shared::row::Row;
use shared::scope::Scope;
use shared::superior::Asked;

use super::read::StoredRow;
use super::{Db, DbError, text, vars};

impl Db {
    /// Wishes for another superior that wait for an answer. They stand before every date.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn wishes_waiting(&self) -> Result<Vec<Asked>, DbError> {
        const QUERY: &str = "SELECT row FROM live:[$scope, 'asked', '']..[$scope, 'asked', '0']";
        let rows: Vec<StoredRow> =
            self.run(QUERY, vars([("scope", text(Scope::Office.to_string()))])).await?.take(0)?;
        let mut wishes = Vec::with_capacity(rows.len());
        for stored in rows {
            if let Row::Asked(asked) = serde_json::from_value(stored.row)? {
                wishes.push(asked);
            }
        }
        Ok(wishes)
    }

    /// Everybody with a right over units.
    ///
    /// # Errors
    /// As [`Db::wishes_waiting`].
    pub async fn admins(&self) -> Result<Vec<Admin>, DbError> {
        let rows = self.of_kind(Scope::Office, "admin").await?.into_iter();
        Ok(rows.filter_map(|row| if let Row::Admin(admin) = row { Some(admin) } else { None }).collect())
    }
}

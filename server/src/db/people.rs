//! Reads about people that no scope of a phone or a board answers: one range of ids each.

use chrono::NaiveDate;
use shared::admin::Admin;
use shared::employee::Career;
use shared::row::Row;
use shared::scope::Scope;
use shared::stamp::day_text;
use shared::superior::Asked;
use shared::team::Team;
use surrealdb::types::Value;

use super::read::StoredRow;
use super::{Db, DbError, text, vars};

impl Db {
    /// Wishes for another superior that wait for an answer. They stand before every date.
    ///
    /// # Errors
    /// The database is out of reach, or a row cannot be understood.
    pub async fn wishes_waiting(&self) -> Result<Vec<Asked>, DbError> {
        const QUERY: &str = "SELECT row FROM live:[$scope, 'asked', '']..[$scope, 'asked', '0']";
        let rows = self.in_office(QUERY, []).await?.into_iter();
        Ok(rows.filter_map(|row| if let Row::Asked(asked) = row { Some(asked) } else { None }).collect())
    }

    /// Books of people who go to another place, by the day; with a day, those whose day has come by then.
    ///
    /// # Errors
    /// As [`Db::wishes_waiting`].
    pub async fn coming(&self, by: Option<NaiveDate>) -> Result<Vec<Career>, DbError> {
        const QUERY: &str = "SELECT row FROM live:[$scope, 'career', '0']..[$scope, 'career', $until]";
        // Above every id on that day; without a day, above every day.
        let until = by.map_or_else(|| "~".to_owned(), |day| [day_text(day), "~".to_owned()].concat());
        let rows = self.in_office(QUERY, [("until", text(until))]).await?.into_iter();
        Ok(rows.filter_map(|row| if let Row::Career(book) = row { Some(book) } else { None }).collect())
    }

    /// The rows of one range of the office's own scope.
    async fn in_office<const N: usize>(
        &self,
        query: &'static str,
        bound: [(&str, Value); N],
    ) -> Result<Vec<Row>, DbError> {
        let mut bound = vars(bound);
        bound.insert("scope", text(Scope::Office.to_string()));
        let rows: Vec<StoredRow> = self.run(query, bound).await?.take(0)?;
        rows.into_iter().map(|stored| Ok(serde_json::from_value(stored.row)?)).collect()
    }

    /// All teams across units.
    ///
    /// # Errors
    /// As [`Db::wishes_waiting`].
    pub async fn teams(&self) -> Result<Vec<Team>, DbError> {
        let rows = self.of_kind(Scope::Office, "team").await?.into_iter();
        Ok(rows.filter_map(|row| if let Row::Team(team) = row { Some(team) } else { None }).collect())
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

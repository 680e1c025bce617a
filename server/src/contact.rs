//! What the office remembers of browsers: when a person's work in one of them was last heard of, and how much waited there then. So that
//! somebody whose browser has cleared its storage can be told what is here and what is gone (`shared::sync::lost`).
//!
//! A phone asks about once a minute, and each note is a write. So a contact is written down when it says something new, and else every few
//! minutes; what was written last is kept here. Another node may have written meanwhile: then what is read later is a few minutes old,
//! or corrected by the commands that have arrived since.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use shared::ids::EmployeeId;
use shared::sync::lost::{Contact, Known, still_missing};

use crate::db::{Db, DbError};

/// Contacts remembered before the memory is emptied; then each is written once more.
const REMEMBERED_MAX: usize = 20_000;

/// The contacts that were written down last, by browser and person.
#[derive(Debug, Default)]
pub struct Contacts {
    last: Mutex<HashMap<(String, EmployeeId), Contact>>,
}

impl Contacts {
    /// Writes a contact down if it is worth it. One that cannot be written is tried again with the next contact: no phone waits or fails
    /// because of it.
    pub async fn note(&self, db: &Db, browser: &str, who: EmployeeId, contact: Contact) {
        let name = (browser.to_owned(), who);
        if !self.is_news(&name, contact) {
            return;
        }
        if let Err(error) = db.keep_contact(browser, who, &contact).await {
            tracing::info!(%error, "contact not noted");
            self.last.lock().unwrap_or_else(PoisonError::into_inner).remove(&name);
        }
    }

    fn is_news(&self, name: &(String, EmployeeId), contact: Contact) -> bool {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let news = last.get(name).is_none_or(|before| contact.is_news(before));
        if news {
            if last.len() >= REMEMBERED_MAX {
                last.clear();
            }
            last.insert(name.clone(), contact);
        }
        news
    }
}

/// What the office knows of this person's work in this browser. What waited then and has arrived since is not missing.
///
/// # Errors
/// The database is out of reach.
pub async fn known(db: &Db, browser: &str, who: EmployeeId) -> Result<Option<Known>, DbError> {
    let Some((contact, last_then)) = db.contact(browser, who).await? else { return Ok(None) };
    let place = db.place(contact.device).await?;
    let waiting = still_missing(contact.waiting, last_then, place.map_or(0, |(last, _)| last));
    let heard_at = place.map_or(contact.at, |(_, heard_at)| heard_at.max(contact.at));
    Ok(Some(Known { device: contact.device, heard_at, waiting }))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use shared::ids::DeviceId;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn one_contact_in_five_minutes_is_enough_when_nothing_waits() {
        let contacts = Contacts::default();
        let name = |n: u128| ("browser".to_owned(), EmployeeId(Uuid::from_u128(n)));
        let device = DeviceId(Uuid::from_u128(7));
        let start = crate::clock::now();
        let at = |minutes: i64, waiting| Contact { device, waiting, at: start + TimeDelta::minutes(minutes) };
        let written = (0..60).filter(|minute| contacts.is_news(&name(1), at(*minute, 0))).count();
        assert_eq!(written, 12);
        assert!(contacts.is_news(&name(1), at(60, 1)));
        assert!(!contacts.is_news(&name(1), at(61, 1)));
        assert!(contacts.is_news(&name(2), at(61, 1)), "another person in the same browser");
    }
}

//! A browser that has cleared its storage: how that is noticed, and what may honestly be said of it.
//!
//! A browser clears storage that scripts can write as one piece, and keeps the cookies. So a browser that brings the office's cookie,
//! with a disk that has never heard of the office, has lost what lay there. How much that was only the office can tell, as far as it
//! was told: what waited at the last contact, less what has arrived since. What was written after that, without a line,
//! nobody can count, and nothing here claims to.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::talk::{Pull, Question, Told};
use crate::ids::DeviceId;

/// Minutes between two notes of a contact at which nothing else is new. Each note is a write for the office.
const NOTE_MINUTES: i64 = 5;

/// What the office last knew of a person's work in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Known {
    /// The incarnation that spoke.
    pub device: DeviceId,
    /// When it last did, by the office's clock. Everything that was sent until then is at the office.
    #[serde(with = "crate::stamp::moment")]
    pub heard_at: DateTime<Utc>,
    /// Commands that waited there then and have not arrived since.
    pub waiting: u32,
}

/// What a person's database in this browser knows of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disk {
    /// Its incarnation. It is safe on the disk before anything is sent under it.
    pub device: DeviceId,
    /// It has kept an answer of the office.
    pub has_heard: bool,
}

/// What a person is told about their lost storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Until when the office holds everything that was sent.
    pub until: DateTime<Utc>,
    /// Commands that waited here then, and are gone.
    pub waiting: u32,
}

/// `POST /api/lost`: that it has happened, for whoever runs the office. No content and no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// Commands that waited in that browser when it was last heard, and are gone.
    pub waiting: u32,
}

/// Has this browser lost what it kept for this person?
///
/// A disk that has kept an answer has not been cleared since. Neither has one whose incarnation the office knows: its page may only have
/// died between an answer and its disk.
#[must_use]
pub fn lost(known: Option<&Known>, disk: &Disk) -> Option<Lost> {
    let known = known.filter(|known| !disk.has_heard && known.device != disk.device)?;
    Some(Lost { until: known.heard_at, waiting: known.waiting })
}

/// What the office notes of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The incarnation that spoke.
    pub device: DeviceId,
    /// Commands that it keeps and that the office has not decided.
    pub waiting: u32,
    /// When, by the office's clock.
    pub at: DateTime<Utc>,
}

impl Contact {
    /// Is this contact worth a write, `before` being the one noted last?
    #[must_use]
    pub fn is_news(&self, before: &Self) -> bool {
        let same = (self.device, self.waiting) == (before.device, before.waiting);
        !same || self.at - before.at >= TimeDelta::minutes(NOTE_MINUTES)
    }
}

/// What a phone still keeps of its queue that the office has not decided, once it has this answer; told by the first page of news,
/// which brings the verdicts. The other answers say nothing of it.
#[must_use]
pub fn left_waiting(pull: &Pull, told: &Told) -> Option<u32> {
    match (&pull.question, told) {
        (Question::News { upto: None, .. }, Told::News(news)) => {
            let answered = u32::try_from(news.answers.len()).unwrap_or(u32::MAX);
            Some(pull.outbox_len.saturating_sub(answered))
        }
        (Question::News { .. } | Question::Whole { .. }, _) => None,
    }
}

/// What of `waiting` commands is still missing, when the last place of their incarnation was `last_then` and is `last_now`. Places are
/// taken in order and without holes, so what has arrived since is what waited first.
#[must_use]
pub fn still_missing(waiting: u32, last_then: u64, last_now: u64) -> u32 {
    let arrived = u32::try_from(last_now.saturating_sub(last_then)).unwrap_or(u32::MAX);
    waiting.saturating_sub(arrived)
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::*;
    use crate::ids::CommandId;
    use crate::sync::talk::{News, PROTOCOL};
    use crate::sync::wire::{Answer, Verdict};

    const THEN: DeviceId = DeviceId(Uuid::from_u128(1));
    const NOW: DeviceId = DeviceId(Uuid::from_u128(2));

    fn at(minute: u32) -> DateTime<Utc> {
        format!("2026-07-14T03:{minute:02}:00Z").parse().unwrap()
    }

    fn known(waiting: u32) -> Known {
        Known { device: THEN, heard_at: at(2), waiting }
    }

    #[test]
    fn a_known_browser_with_an_empty_disk_has_lost_what_waited() {
        let disk = Disk { device: NOW, has_heard: false };
        assert_eq!(lost(Some(&known(2)), &disk), Some(Lost { until: at(2), waiting: 2 }));
        assert_eq!(lost(Some(&known(0)), &disk), Some(Lost { until: at(2), waiting: 0 }));
    }

    #[test]
    fn nothing_is_said_of_a_browser_or_a_person_that_is_new_here() {
        assert_eq!(lost(None, &Disk { device: NOW, has_heard: false }), None);
    }

    #[test]
    fn nothing_is_said_of_a_disk_that_remembers() {
        assert_eq!(lost(Some(&known(2)), &Disk { device: THEN, has_heard: true }), None);
        assert_eq!(lost(Some(&known(2)), &Disk { device: NOW, has_heard: true }), None, "it was renumbered");
        assert_eq!(lost(Some(&known(2)), &Disk { device: THEN, has_heard: false }), None, "it died before writing");
    }

    #[test]
    fn what_has_its_verdict_in_the_answer_waits_no_longer() {
        let news = |upto| Question::News { cursors: BTreeMap::new(), upto, waiting: Vec::new() };
        let pull = |question| Pull {
            protocol: PROTOCOL,
            build: String::new(),
            owner: None,
            device: THEN,
            epoch: None,
            outbox_len: 3,
            question,
        };
        let answer = |n| Answer { id: CommandId(Uuid::from_u128(n)), verdict: Verdict::Accepted };
        let told = |answers| Told::News(News { answers, ..News::default() });
        assert_eq!(left_waiting(&pull(news(None)), &told(vec![answer(1), answer(2)])), Some(1));
        assert_eq!(left_waiting(&pull(news(None)), &told(vec![])), Some(3));
        assert_eq!(
            left_waiting(&pull(news(Some(BTreeMap::new()))), &told(vec![])),
            None,
            "a later page has no verdicts"
        );
        assert_eq!(left_waiting(&pull(news(None)), &Told::Restored), None);
    }

    #[test]
    fn what_arrived_after_the_last_word_is_not_missing() {
        assert_eq!(still_missing(70, 50, 50), 70);
        assert_eq!(still_missing(70, 50, 100), 20);
        assert_eq!(still_missing(70, 50, 130), 0, "and ten that were written later");
        assert_eq!(still_missing(0, 0, 0), 0);
        assert_eq!(still_missing(2, 7, 3), 2, "a restored office knows less than before");
    }

    #[test]
    fn a_contact_is_noted_when_it_says_something_new() {
        let before = Contact { device: THEN, waiting: 0, at: at(0) };
        assert!(!Contact { at: at(4), ..before }.is_news(&before));
        assert!(Contact { at: at(5), ..before }.is_news(&before));
        assert!(Contact { at: at(1), waiting: 1, ..before }.is_news(&before));
        assert!(Contact { at: at(1), device: NOW, ..before }.is_news(&before));
    }
}

//! Storage that the browser has cleared: noticed when somebody comes in, and told until they have read it. What is said is decided in
//! [`shared::sync::lost`].

use chrono::{DateTime, Utc};
use leptos::prelude::Set;
use shared::ids::EmployeeId;
use shared::stamp::{moment_text, parse_moment};
use shared::sync::lost::{Disk, Known, Lost, lost};

use super::Desk;
use super::core::set_if_new;
use super::home::Home;
use crate::{api, browser};

/// Under which name it is kept until it has been read. Each person has their own: what one has lost is not the next one's affair.
fn name(who: EmployeeId) -> String {
    ["teladan.lost:", &who.to_string()].concat()
}

impl Desk {
    /// The office has said what it knew of this browser; called before the first exchange, which would make it know anew.
    pub(super) fn mind_lost(self, home: &Home, known: Option<Known>) {
        let device = home.client.borrow().memory().device;
        let disk = Disk { device, has_heard: home.heard_at.get().is_some() };
        let Some(lost) = lost(known.as_ref(), &disk) else { return };
        let text = [moment_text(lost.until).as_str(), " ", &lost.waiting.to_string()].concat();
        browser::remember_setting(&name(home.employee), &text);
        set_if_new(self.lost, Some(lost));
        // Whoever runs the office may want to know how often it happens. It is told once, and it is no harm if that gets lost.
        browser::spawn(async move { drop(api::note_lost(lost.waiting).await) });
    }

    /// What this person has lost and not yet read.
    pub(super) fn recall_lost(self, who: Option<EmployeeId>) {
        set_if_new(self.lost, who.and_then(|who| read(&browser::setting(&name(who))?)));
    }

    /// It has been read.
    pub fn dismiss_lost(self) {
        if let Some(home) = self.home() {
            browser::remember_setting(&name(home.employee), "");
        }
        self.lost.set(None);
    }
}

fn read(text: &str) -> Option<Lost> {
    let (until, waiting) = text.split_once(' ')?;
    let until: DateTime<Utc> = parse_moment(until)?;
    Some(Lost { until, waiting: waiting.parse().ok()? })
}

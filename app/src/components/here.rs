//! What every page knows: the desk, the words, who is here, and how to go elsewhere. It is made once per page.

use chrono::{DateTime, NaiveDate, Utc};
use shared::ids::EmployeeId;
use shared::sync::line::Line;
use shared::zone::Zone;

use crate::components::toast::Toasts;
use crate::components::way::{Step, Way};
use crate::desk::Desk;
use crate::format;
use crate::view::prelude::*;
use crate::words::{Words, fill};

/// What a page knows.
#[derive(Clone, Copy)]
pub struct Here {
    /// The desk.
    pub desk: Desk,
    /// The words of the chosen language.
    pub w: &'static Words,
    /// Whose notebook this is.
    pub me: EmployeeId,
    /// Where the clocks of the person's unit hang.
    pub zone: Zone,
    /// The day, in that zone.
    pub today: Memo<NaiveDate>,
    /// Where things are said that have just happened.
    pub toasts: Toasts,
    /// The way to other pages.
    pub way: Way,
}

impl Here {
    /// One value from the address; none when it is absent or empty.
    #[must_use]
    pub fn asked(self, name: &str) -> Option<String> {
        self.way.asked(name)
    }

    /// The same, without following it.
    #[must_use]
    pub fn asked_once(self, name: &str) -> Option<String> {
        self.way.asked_once(name)
    }

    /// Opens another page.
    pub fn go(self, address: &str) {
        self.way.go(address, Step::Forward);
    }

    /// Asks the same page another question, without a new step in the history and without scrolling.
    pub fn ask_again(self, address: &str) {
        self.way.go(address, Step::Replace);
    }

    /// 14.32
    #[must_use]
    pub fn clock(self, at: DateTime<Utc>) -> String {
        format::clock(self.w, self.zone, at)
    }

    /// Kemarin 15.40
    #[must_use]
    pub fn moment(self, at: DateTime<Utc>) -> String {
        format::moment(self.w, self.zone, at, self.today.get_untracked())
    }

    /// kemarin 15.40, inside a sentence.
    #[must_use]
    pub fn moment_inside(self, at: DateTime<Utc>) -> String {
        format::moment_inside(self.w, self.zone, at, self.today.get_untracked())
    }

    /// Terakhir terhubung 14.32 WIB. An older contact says its day.
    #[must_use]
    pub fn contact(self, at: Option<DateTime<Utc>>) -> String {
        let Some(at) = at else { return self.w.never_heard.to_owned() };
        let today = self.today.get();
        let moment = if self.zone.local_date(at) == today {
            format::clock_zoned(self.w, self.zone, at)
        } else {
            [&format::moment_inside(self.w, self.zone, at, today), " ", self.zone.letters()].concat()
        };
        fill(self.w.heard, &[&moment])
    }

    /// Has this device never heard the office for this person, and is it about to? Then nothing is empty yet.
    #[must_use]
    pub fn awaits_first_news(self) -> bool {
        self.desk.queue.with(|queue| queue.heard_at.is_none() && !matches!(queue.line, Line::Down(_)))
    }

    /// Does this person lead their unit?
    #[must_use]
    pub fn leads(self) -> bool {
        self.desk.person.with_untracked(|person| {
            let unit = person.as_ref().and_then(|person| person.unit.as_ref());
            unit.is_some_and(|unit| unit.head == Some(self.me))
        })
    }

    /// Name of the direct superior, if the desk knows it.
    #[must_use]
    pub fn superior(self) -> Option<String> {
        self.desk.person.with_untracked(|person| person.as_ref()?.superior.as_ref().map(|one| one.name.clone()))
    }
}

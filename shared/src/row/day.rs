//! Where a row stands in a list by day.

use super::Row;
use crate::stamp::day_text;

impl Row {
    /// Where the row stands among its kind in a list by day: the work date of an entry, the day of a remark or response.
    #[must_use]
    pub fn day(&self) -> String {
        match self {
            Self::Entry(entry) => day_text(entry.work_date),
            Self::Remark(remark) => day_text(remark.at.date_naive()),
            Self::Opened(opened) => day_text(opened.day),
            Self::Response(response) => day_text(response.at.date_naive()),
            Self::Unit(_)
            | Self::Employee(_)
            | Self::Account(_)
            | Self::Plan(_)
            | Self::Terms(_)
            | Self::Expectation(_)
            | Self::Goal(_)
            | Self::Draft(_)
            | Self::Templates(_)
            | Self::Service(_)
            | Self::Counter(_)
            | Self::Absences(_)
            | Self::Admin(_)
            | Self::Dialogue(_)
            | Self::Team(_)
            | Self::Echo(_) => String::new(),
            // What waits for an admin stands first, before every date.
            Self::Asked(asked) => {
                let answered = asked.list.last().filter(|_| asked.waiting().is_none());
                answered.map(|request| day_text(request.at.date_naive())).unwrap_or_default()
            }
            // And by its day whoever is going to another place.
            Self::Career(book) => book.coming.as_ref().and_then(|one| one.place.from).map(day_text).unwrap_or_default(),
            Self::Claim(_) | Self::Unknown => String::new(),
        }
    }
}

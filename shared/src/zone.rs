//! The three time zones of Indonesia. None of them has daylight saving, so a fixed offset is exact
//! (tzdata: Asia/Jakarta, Asia/Makassar, Asia/Jayapura).

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::named::named;

named! {
    /// The zones' names in tzdata.
    pub enum City {
        /// Java, Sumatra.
        Jakarta = "Asia/Jakarta",
        /// West and Central Kalimantan.
        Pontianak = "Asia/Pontianak",
        /// Bali, Nusa Tenggara, Sulawesi, the rest of Kalimantan.
        Makassar = "Asia/Makassar",
        /// Maluku, Papua.
        Jayapura = "Asia/Jayapura",
    }
}

impl City {
    /// The zone there.
    #[must_use]
    pub const fn zone(self) -> Zone {
        match self {
            Self::Jakarta | Self::Pontianak => Zone::Wib,
            Self::Makassar => Zone::Wita,
            Self::Jayapura => Zone::Wit,
        }
    }
}

/// Time zone of a unit. A *work date* is a date in this zone, never one derived from UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Zone {
    /// Western Indonesia Time, UTC+7.
    #[default]
    Wib,
    /// Central Indonesia Time, UTC+8.
    Wita,
    /// Eastern Indonesia Time, UTC+9.
    Wit,
}

impl Zone {
    /// Hours ahead of UTC.
    #[must_use]
    pub const fn offset_hours(self) -> i32 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }

    /// The letters people write after a time: 14.32 WIB.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// The wall clock of this zone at `instant`.
    #[must_use]
    pub fn local(self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        match FixedOffset::east_opt(self.offset_hours() * 3600) {
            Some(offset) => instant.with_timezone(&offset),
            None => instant.fixed_offset(),
        }
    }

    /// The calendar date in this zone at `instant`.
    #[must_use]
    pub fn local_date(self, instant: DateTime<Utc>) -> NaiveDate {
        self.local(instant).date_naive()
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn the_quarter_turns_at_local_midnight() {
        // Vectors from PermenPANRB practice: 23.30 WIT on 31 March is still the first quarter, 00.30 WIT on 1 April is not.
        for (utc, date) in [("2026-03-31T14:30:00Z", "2026-03-31"), ("2026-03-31T15:30:00Z", "2026-04-01")] {
            let instant: DateTime<Utc> = utc.parse().unwrap();
            assert_eq!(Zone::Wit.local_date(instant).to_string(), date);
        }
    }
}

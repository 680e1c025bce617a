//! Dates and times as people write them: 14.32, 14 Juli, Selasa, 14 Juli 2026, kemarin 15.40.
//!
//! Every date here is a date in the unit's zone; nothing asks for the clock.

use chrono::{DateTime, Datelike, Days, NaiveDate, Timelike, Utc};
use shared::words::Language;
use shared::zone::Zone;

use crate::words::{Words, fill};

/// Between the number of a day and its month a line may not break.
const TIED: &str = "\u{a0}";

fn nth(list: &'static str, at: u32) -> &'static str {
    list.split(' ').nth(at as usize).unwrap_or_default()
}

/// Name of the month.
#[must_use]
pub fn month(w: &Words, date: NaiveDate) -> &'static str {
    nth(w.months, date.month0())
}

/// 14.32, or 14:32 in English.
#[must_use]
pub fn clock(w: &Words, zone: Zone, at: DateTime<Utc>) -> String {
    let local = zone.local(at);
    let sign = if w.language == Language::Id { "." } else { ":" };
    [two(local.hour()).as_str(), sign, &two(local.minute())].concat()
}

/// 14.32 WIB.
#[must_use]
pub fn clock_zoned(w: &Words, zone: Zone, at: DateTime<Utc>) -> String {
    [clock(w, zone, at).as_str(), " ", zone.letters()].concat()
}

fn two(number: u32) -> String {
    let digits = number.to_string();
    if digits.len() < 2 { ["0", &digits].concat() } else { digits }
}

/// 14 Juli.
#[must_use]
pub fn date(w: &Words, date: NaiveDate) -> String {
    [date.day().to_string().as_str(), TIED, month(w, date)].concat()
}

/// 14 Juli 2026.
#[must_use]
pub fn date_year(w: &Words, date: NaiveDate) -> String {
    [self::date(w, date).as_str(), TIED, &date.year().to_string()].concat()
}

/// Juli 2026.
#[must_use]
pub fn month_year(w: &Words, date: NaiveDate) -> String {
    [month(w, date), TIED, &date.year().to_string()].concat()
}

/// Selasa, 14 Juli 2026.
#[must_use]
pub fn date_long(w: &Words, date: NaiveDate) -> String {
    [weekday(w, date), ", ", &date.day().to_string(), TIED, &month_year(w, date)].concat()
}

fn weekday(w: &Words, date: NaiveDate) -> &'static str {
    nth(w.weekdays, date.weekday().num_days_from_monday())
}

/// Hari ini; Kemarin, 13 Juli; Jumat, 10 Juli; with the year when it is another one.
#[must_use]
pub fn day(w: &Words, date: NaiveDate, today: NaiveDate) -> String {
    if date == today {
        return w.today.to_owned();
    }
    let name = if Some(date) == before(today) { w.yesterday } else { weekday(w, date) };
    let year = if date.year() == today.year() { String::new() } else { [TIED, &date.year().to_string()].concat() };
    [name, ", ", &self::date(w, date), &year].concat()
}

/// Hari ini 14.32; Kemarin 15.40; 10 Juli 09.12.
#[must_use]
pub fn moment(w: &Words, zone: Zone, at: DateTime<Utc>, today: NaiveDate) -> String {
    let date = zone.local_date(at);
    let day = if date == today {
        w.today.to_owned()
    } else if Some(date) == before(today) {
        w.yesterday.to_owned()
    } else {
        self::date(w, date)
    };
    [day.as_str(), " ", &clock(w, zone, at)].concat()
}

/// The same inside a sentence: hari ini 14.32.
#[must_use]
pub fn moment_inside(w: &Words, zone: Zone, at: DateTime<Utc>, today: NaiveDate) -> String {
    let mut moment = moment(w, zone, at, today);
    if let Some(first) = moment.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    moment
}

/// The day before.
#[must_use]
pub fn before(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(Days::new(1))
}

/// "62 %".
#[must_use]
pub fn percent(w: &Words, number: u8) -> String {
    fill(w.percent, &[&number.to_string()])
}

/// 1.038, or 1,038 in English.
#[must_use]
pub fn number(w: &Words, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mark = if w.language == Language::Id { '.' } else { ',' };
    let mut text = if number < 0 { String::from("-") } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn days_are_named_as_people_name_them() {
        let w = words(Language::Id);
        let today = NaiveDate::from_ymd_opt(2026, 7, 14).unwrap();
        let table = [
            ((2026, 7, 14), "Hari ini"),
            ((2026, 7, 13), "Kemarin, 13\u{a0}Juli"),
            ((2026, 7, 10), "Jumat, 10\u{a0}Juli"),
            ((2025, 12, 31), "Rabu, 31\u{a0}Desember\u{a0}2025"),
        ];
        for ((y, m, d), shown) in table {
            assert_eq!(day(w, NaiveDate::from_ymd_opt(y, m, d).unwrap(), today), shown);
        }
        assert_eq!(date_long(w, today), "Selasa, 14\u{a0}Juli\u{a0}2026");
    }

    #[test]
    fn thousands_are_grouped_as_people_write_them() {
        let table = [(0, "0"), (999, "999"), (1_038, "1.038"), (1_234_567, "1.234.567"), (-4_629, "-4.629")];
        for (value, shown) in table {
            assert_eq!(number(words(Language::Id), value), shown);
        }
        assert_eq!(number(words(Language::En), 12_000), "12,000");
    }
}

//! Dates and moments as text, by hand: `2026-07-14` and `2026-07-14T03:00:00.5Z` (RFC 3339).
//!
//! chrono's own reader and writer take any shape and cost a phone 25 kB; these take the one shape that travels.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};

/// `YYYY-MM-DD`.
#[must_use]
pub fn day_text(day: NaiveDate) -> String {
    let mut text = String::with_capacity(10);
    digits(&mut text, day.year().unsigned_abs(), 4);
    text.push('-');
    digits(&mut text, day.month(), 2);
    text.push('-');
    digits(&mut text, day.day(), 2);
    text
}

/// Reads `YYYY-MM-DD`.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(&bytes[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&bytes[5..7])?, number(&bytes[8..])?)
}

/// RFC 3339 in UTC, with nanoseconds where there are any.
#[must_use]
pub fn moment_text(moment: DateTime<Utc>) -> String {
    let mut text = day_text(moment.date_naive());
    for (mark, part) in [('T', moment.hour()), (':', moment.minute()), (':', moment.second())] {
        text.push(mark);
        digits(&mut text, part, 2);
    }
    if moment.nanosecond() > 0 {
        text.push('.');
        digits(&mut text, moment.nanosecond(), 9);
    }
    text.push('Z');
    text
}

/// Reads RFC 3339: up to nine decimals, `Z` or an offset.
#[must_use]
pub fn parse_moment(text: &str) -> Option<DateTime<Utc>> {
    let bytes = text.as_bytes();
    let day = parse_day(text.get(..10)?)?;
    if bytes.len() < 20 || !matches!(bytes[10], b'T' | b't' | b' ') || bytes[13] != b':' || bytes[16] != b':' {
        return None;
    }
    let (mut rest, mut nanos) = (&bytes[19..], 0);
    if let Some(decimals) = rest.strip_prefix(b".") {
        let count = decimals.iter().take_while(|b| b.is_ascii_digit()).count();
        if count == 0 || count > 9 {
            return None;
        }
        nanos = number(&decimals[..count])? * 10_u32.pow(u32::try_from(9 - count).ok()?);
        rest = &decimals[count..];
    }
    let second = number(&bytes[17..19])?;
    let time = day.and_hms_nano_opt(number(&bytes[11..13])?, number(&bytes[14..16])?, second, nanos)?;
    time.and_utc().checked_sub_signed(TimeDelta::minutes(offset_minutes(rest)?))
}

fn offset_minutes(zone: &[u8]) -> Option<i64> {
    match zone {
        b"Z" | b"z" => Some(0),
        [sign @ (b'+' | b'-'), hours @ .., b':', m1, m2] if hours.len() == 2 => {
            let (hours, minutes) = (number(hours)?, number(&[*m1, *m2])?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let minutes = i64::from(hours * 60 + minutes);
            Some(if *sign == b'-' { -minutes } else { minutes })
        }
        _ => None,
    }
}

/// Only digits, at most nine of them.
fn number(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0_u32, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0')))
}

fn digits(text: &mut String, number: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        text.push(char::from(b'0' + u8::try_from(digit).unwrap_or(0)));
    }
}

macro_rules! serde_with {
    ($($(#[$doc:meta])* $name:ident $type:ty, $write:ident, $read:ident, $what:literal);+ $(;)?) => {$(
        $(#[$doc])*
        pub mod $name {
            use serde::{Deserialize, Deserializer, Serializer, de::Error};

            #[expect(missing_docs, reason = "the shape that serde(with) asks for")]
            pub fn serialize<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&super::$write(*value))
            }

            #[expect(missing_docs, reason = "the shape that serde(with) asks for")]
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let text = String::deserialize(deserializer)?;
                super::$read(&text).ok_or_else(|| D::Error::custom($what))
            }

            /// The same where there may be none.
            pub mod opt {
                use serde::{Deserialize, Deserializer, Serializer, de::Error};

                #[expect(missing_docs, reason = "the shape that serde(with) asks for")]
                pub fn serialize<S: Serializer>(value: &Option<$type>, serializer: S) -> Result<S::Ok, S::Error> {
                    match value {
                        Some(value) => serializer.serialize_str(&super::super::$write(*value)),
                        None => serializer.serialize_none(),
                    }
                }

                #[expect(missing_docs, reason = "the shape that serde(with) asks for")]
                pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<$type>, D::Error> {
                    match Option::<String>::deserialize(deserializer)? {
                        None => Ok(None),
                        Some(text) => super::super::$read(&text).map(Some).ok_or_else(|| D::Error::custom($what)),
                    }
                }
            }
        }
    )+};
}

serde_with! {
    /// For `#[serde(with)]` on a date.
    day chrono::NaiveDate, day_text, parse_day, "not a date";
    /// For `#[serde(with)]` on a moment.
    moment chrono::DateTime<chrono::Utc>, moment_text, parse_moment, "not a moment";
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn agrees_with_chrono() {
        for text in [
            "2026-07-14T03:00:00Z",
            "2026-07-14T03:00:00.5Z",
            "2026-02-28T23:59:59.123456789Z",
            "2026-07-14T10:00:00+07:00",
            "2026-07-14T00:10:00.001-03:30",
        ] {
            let expected: DateTime<Utc> = text.parse().unwrap();
            assert_eq!(parse_moment(text), Some(expected), "{text}");
            assert_eq!(parse_moment(&moment_text(expected)), Some(expected));
            assert_eq!(moment_text(expected).parse::<DateTime<Utc>>().unwrap(), expected);
            assert_eq!(day_text(expected.date_naive()), expected.date_naive().to_string());
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2026-07-14",
            "2026-02-30T00:00:00Z",
            "2026-07-14T24:00:00Z",
            "2026-07-14T03:00:00",
            "2026-07-14T03:00:00.Z",
            "2026-07-14T03:00:00+0700",
            "2026-07-14T03:00:00+24:00",
            "2026-07-14T03:00:00+07:60",
            "2026-07-14T03:00:00.1234567890Z",
            "٢٠٢٦-07-14T03:00:00Z",
        ] {
            assert_eq!(parse_moment(text), None, "{text}");
        }
        for text in ["2026-7-14", "2026-13-01", "26-07-14", "2026-07-1x", "+026-07-14"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}

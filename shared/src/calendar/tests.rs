//! The vectors of the domain page, and what must hold for every term.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::stamp::{day_text, parse_day, parse_moment};
use crate::zone::Zone;

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn counted(from: &str, to: &str) -> Result<u32, CalendarMissing> {
    Calendar::official().working_days(DateRange::new(day(from), day(to)).unwrap(), &Week::office())
}

fn wib() -> OfficeHours {
    OfficeHours { week: Week::office(), zone: Zone::Wib }
}

fn due(received: &str, term: u16, office: &OfficeHours) -> Result<String, CalendarMissing> {
    let received = parse_moment(received).unwrap();
    Calendar::official().deadline(received, WorkingDays(term), office).map(day_text)
}

#[test]
fn working_days_of_2026_by_month_and_quarter() {
    let months = [20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21];
    for (month, expected) in (1..).zip(months) {
        let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
        let last = first.checked_add_months(chrono::Months::new(1)).unwrap().pred_opt().unwrap();
        assert_eq!(counted(&day_text(first), &day_text(last)), Ok(expected), "month {month}");
    }
    assert_eq!(counted("2026-01-01", "2026-12-31"), Ok(240));
    let quarters = [("01-01", "03-31", 55), ("04-01", "06-30", 57), ("07-01", "09-30", 64), ("10-01", "12-31", 64)];
    for (from, to, expected) in quarters {
        assert_eq!(counted(&format!("2026-{from}"), &format!("2026-{to}")), Ok(expected));
    }
    assert_eq!(counted("2025-12-31", "2026-01-02"), Err(CalendarMissing { year: 2025 }));
    assert_eq!(counted("2026-12-31", "2027-01-01"), Err(CalendarMissing { year: 2027 }));
    assert_eq!(DateRange::new(day("2026-01-02"), day("2026-01-01")), Err(RangeReversed));
}

#[test]
fn deadlines_of_the_domain_page() {
    let missing = "2027";
    let table = [
        ("2026-01-15", ["01-21", "01-23", "01-30", "02-05", "04-22"]),
        ("2026-03-17", ["03-27", "03-31", "04-08", "04-14", "06-26"]),
        ("2026-05-26", ["06-03", "06-05", "06-12", "06-19", "08-26"]),
        ("2026-12-18", ["12-23", "12-29", missing, missing, missing]),
    ];
    for (start, row) in table {
        for (term, expected) in [3, 5, 10, 14, 60].into_iter().zip(row) {
            let answer = due(&format!("{start}T10:00:00+07:00"), term, &wib());
            match expected {
                "2027" => assert_eq!(answer, Err(CalendarMissing { year: 2027 }), "{start} +{term}"),
                date => assert_eq!(answer, Ok(format!("2026-{date}")), "{start} +{term}"),
            }
        }
    }
}

#[test]
fn what_comes_after_closing_counts_from_the_next_working_day() {
    let table = [
        ("2026-01-14T16:00:59+07:00", "2026-01-15"), // The closing minute still counts.
        ("2026-01-14T16:01:00+07:00", "2026-01-19"), // 16 January is a holiday, then a weekend.
        ("2026-01-14T05:00:00+07:00", "2026-01-15"), // Before opening is the same day.
        ("2026-01-23T16:30:00+07:00", "2026-01-26"), // Fridays close at 16.30.
        ("2026-01-23T16:31:00+07:00", "2026-01-27"),
        ("2026-02-23T15:00:00+07:00", "2026-02-24"), // In Ramadan at 15.00.
        ("2026-02-23T15:01:00+07:00", "2026-02-25"),
        ("2026-01-24T09:00:00+07:00", "2026-01-27"), // Saturday counts as Monday.
        ("2026-01-13T23:30:00Z", "2026-01-15"),      // 06.30 on the 14th in Jakarta.
    ];
    for (received, expected) in table {
        assert_eq!(due(received, 1, &wib()).as_deref(), Ok(expected), "{received}");
    }
    let wit = OfficeHours { zone: Zone::Wit, ..wib() };
    assert_eq!(due("2026-01-14T15:30:00Z", 0, &wit).as_deref(), Ok("2026-01-15"), "half past midnight in Jayapura");
    let late = OfficeHours { week: Week::office().closing(Minute::parse("20:00").unwrap()), zone: Zone::Wib };
    assert_eq!(due("2026-01-14T19:59:00+07:00", 0, &late).as_deref(), Ok("2026-01-14"));
}

#[test]
fn a_week_by_the_decree_has_its_hours() {
    let minutes = |from: &str| -> u16 {
        let days = day(from).iter_days().take(7);
        days.filter_map(|day| Week::office().on(day)).map(|hours| hours.working_minutes()).sum()
    };
    assert_eq!(minutes("2026-01-05"), 37 * 60 + 30);
    assert_eq!(minutes("2026-03-02"), 32 * 60 + 30);
    assert_eq!(Week::new([None; 7], [None; 7]), None);
    let text = serde_json::to_string(&wib()).unwrap();
    assert_eq!(serde_json::from_str::<OfficeHours>(&text).unwrap(), wib());
    let off = "[null,null,null,null,null,null,null]";
    assert!(serde_json::from_str::<Week>(&format!("{{\"plain\":{off},\"ramadan\":{off}}}")).is_err());
    for bad in ["16", "24:00", "16:60", "1:00", "16:0", "ab:cd", "16:00:00", "+1:00"] {
        assert_eq!(Minute::parse(bad), None, "{bad}");
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..365).prop_map(|days| day("2026-01-01").checked_add_days(chrono::Days::new(days)).unwrap())
}

/// A week that works on some days, also at weekends.
fn any_week() -> impl Strategy<Value = Week> {
    let hours = Week::office().on(day("2026-01-05"));
    proptest::array::uniform7(any::<bool>()).prop_filter_map("no working day", move |works| {
        let days = works.map(|works| hours.filter(|_| works));
        Week::new(days, days)
    })
}

fn any_moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..300 * 24 * 60)
        .prop_map(|minutes| parse_moment("2026-01-02T00:00:00Z").unwrap() + TimeDelta::minutes(minutes))
}

proptest! {
    #![proptest_config(crate::calc::property())]

    #[test]
    fn counting_is_additive_over_adjoining_ranges(mut days in proptest::array::uniform3(any_day()), week in any_week()) {
        days.sort_unstable();
        let [first, middle, last] = days;
        let calendar = Calendar::official();
        let count = |from, to| calendar.working_days(DateRange::new(from, to).unwrap(), &week).unwrap();
        if middle < last {
            prop_assert_eq!(count(first, middle) + count(middle.succ_opt().unwrap(), last), count(first, last));
        }
    }

    #[test]
    fn a_deadline_is_a_working_day_the_right_number_of_them_away(
        received in any_moment(), term in 0_u16..40, week in any_week(), zone in 0_usize..3
    ) {
        let zone = [Zone::Wib, Zone::Wita, Zone::Wit][zone];
        let office = OfficeHours { week, zone };
        let calendar = Calendar::official();
        let zero = calendar.deadline(received, WorkingDays(0), &office);
        if let (Ok(zero), Ok(due)) = (zero, calendar.deadline(received, WorkingDays(term), &office)) {
            prop_assert!(calendar.is_working(due, &office.week).unwrap());
            prop_assert!(zero >= zone.local_date(received));
            let days = calendar.working_days(DateRange::new(zero, due).unwrap(), &office.week).unwrap();
            prop_assert_eq!(days, u32::from(term) + 1);
        }
    }

    #[test]
    fn whoever_comes_later_is_never_due_earlier(one in any_moment(), other in any_moment(), term in 0_u16..20) {
        let calendar = Calendar::official();
        let due = |received| calendar.deadline(received, WorkingDays(term), &wib());
        if let (Ok(early), Ok(late)) = (due(one.min(other)), due(one.max(other))) {
            prop_assert!(early <= late);
        }
    }
}

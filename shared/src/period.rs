//! From a day to a day, both included: what is asked of every such pair.

use chrono::NaiveDate;

use crate::refusal::Refusal;

/// The last day is not before the first, and not more than so many days after it.
pub(crate) fn sound(from: NaiveDate, until: NaiveDate, days_max: i64) -> Result<(), Refusal> {
    let days = (until - from).num_days() + 1;
    if (1..=days_max).contains(&days) { Ok(()) } else { Err(Refusal::PeriodUnsound { days_max }) }
}

/// No day of it lies in one of the others; the first that it touches is named.
pub(crate) fn apart(
    from: NaiveDate,
    until: NaiveDate,
    others: impl Iterator<Item = (NaiveDate, NaiveDate)>,
) -> Result<(), Refusal> {
    for (other_from, other_until) in others {
        if from <= other_until && other_from <= until {
            return Err(Refusal::PeriodTaken { from: other_from, until: other_until });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn day(of_july: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 7, of_july).unwrap()
    }

    #[test]
    fn both_ends_count() {
        assert_eq!(sound(day(14), day(14), 1), Ok(()));
        assert_eq!(sound(day(14), day(15), 1), Err(Refusal::PeriodUnsound { days_max: 1 }));
        assert_eq!(sound(day(15), day(14), 9), Err(Refusal::PeriodUnsound { days_max: 9 }));
        let known = [(day(10), day(12))];
        let touches = |from, until| apart(day(from), day(until), known.iter().copied()).is_err();
        let table = [(8, 9, false), (8, 10, true), (11, 11, true), (12, 20, true), (13, 20, false), (1, 30, true)];
        for (from, until, expected) in table {
            assert_eq!(touches(from, until), expected, "{from} to {until}");
        }
    }
}

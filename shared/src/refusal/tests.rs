//! Every mark in a sentence is filled.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn sentences_are_filled_in() {
    let day = NaiveDate::from_ymd_opt(2026, 7, 14).unwrap();
    for refusal in [
        Refusal::TextTooLong { characters_max: 2000 },
        Refusal::FutureDate { today: day },
        Refusal::OutsidePlan { from: day, until: day },
        Refusal::TooManyPhotos { photos_max: 4 },
        Refusal::PhotoTooLarge { kilobytes_max: 300 },
        Refusal::PeriodTaken { from: day, until: day },
        Refusal::PeriodUnsound { days_max: 400 },
        Refusal::ListFull { items_max: 20 },
    ] {
        let spoken = refusal.spoken();
        assert!(!spoken.id.contains('{') && !spoken.en.contains('{'), "{spoken:?}");
        assert!(!spoken.id.contains('!') && !spoken.en.contains('!'), "{spoken:?}");
    }
}

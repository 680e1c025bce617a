//! Every refusal has its code and both sentences, and every mark in a sentence is filled.

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

/// Every arm of [`Refusal::plain`] as it stands in the source: the variant, and what is said of it.
fn arms() -> Vec<(&'static str, Vec<&'static str>)> {
    let source = include_str!("../refusal.rs").split_once("const fn plain").unwrap().1;
    let source = source.split_once("#[cfg(test)]").unwrap().0;
    let arm = |arm: &'static str| {
        let name = arm.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap();
        (name, arm.split('"').skip(1).step_by(2).collect())
    };
    source.split("Self::").skip(1).map(arm).collect()
}

fn marks(sentence: &str) -> std::collections::BTreeSet<&str> {
    sentence.split('{').skip(1).map(|part| part.split('}').next().unwrap()).collect()
}

#[test]
fn every_refusal_has_a_code_of_its_own_and_a_whole_sentence_in_both_languages() {
    let arms = arms();
    let declared =
        include_str!("../refusal.rs").split_once("pub enum Refusal {").unwrap().1.split_once("\n}\n").unwrap().0;
    let declared = declared.lines().filter(|line| line.starts_with("    ") && line.as_bytes()[4].is_ascii_uppercase());
    assert_eq!(arms.len(), declared.count(), "every variant is read");
    let codes: std::collections::BTreeSet<&str> = arms.iter().map(|(_, said)| said[0]).collect();
    assert_eq!(codes.len(), arms.len(), "no code is used twice");
    for (name, said) in arms {
        assert_eq!(said.len(), 3, "{name}: {said:?}");
        let (code, id, en) = (said[0], said[1], said[2]);
        let spelled = name.chars().enumerate().fold(String::new(), |mut word, (at, letter)| {
            if at > 0 && letter.is_ascii_uppercase() {
                word.push('_');
            }
            word.push(letter.to_ascii_lowercase());
            word
        });
        assert_eq!(code, spelled, "{name}");
        for sentence in [id, en] {
            assert!(sentence.len() > 15 && sentence.ends_with('.') && !sentence.contains('!'), "{name}: {sentence}");
        }
        assert_eq!(marks(id), marks(en), "{name}: both languages tell the same values");
        assert_ne!(id, en, "{name}");
    }
}

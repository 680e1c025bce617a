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

/// Every arm of every `plain` in a source: the variant, and what is said of it. An arm that says nothing hands on to another `plain`.
fn arms(source: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let arm = |arm: &'static str| {
        let name = arm.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap();
        (name, arm.split('"').skip(1).step_by(2).collect())
    };
    let bodies = source.split("fn plain").skip(1).map(|body| body.split_once("\n    }\n").unwrap().0);
    bodies.flat_map(|body| body.split("Self::").skip(1)).map(arm).collect()
}

/// The code of a variant: its name in small letters.
fn spelled(name: &str) -> String {
    name.chars().enumerate().fold(String::new(), |mut word, (at, letter)| {
        if at > 0 && letter.is_ascii_uppercase() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
        word
    })
}

fn marks(sentence: &str) -> std::collections::BTreeSet<&str> {
    sentence.split('{').skip(1).map(|part| part.split('}').next().unwrap()).collect()
}

#[test]
fn every_refusal_has_a_code_of_its_own_and_a_whole_sentence_in_both_languages() {
    let own = arms(include_str!("../refusal.rs"));
    let declared =
        include_str!("../refusal.rs").split_once("pub enum Refusal {").unwrap().1.split_once("\n}\n").unwrap().0;
    let declared = declared.lines().filter(|line| line.starts_with("    ") && line.as_bytes()[4].is_ascii_uppercase());
    assert_eq!(own.len(), declared.count(), "every variant is read");
    let handed_on: Vec<&str> = own.iter().filter(|(_, said)| said.is_empty()).map(|(name, _)| *name).collect();
    assert_eq!(
        handed_on,
        ["Plan", "Unfit", "Team", "Feedback", "Office"],
        "their sentences are read in their own files"
    );
    for (name, said) in own.iter().filter(|(_, said)| !said.is_empty()) {
        assert_eq!(said[0], spelled(name), "{name}");
    }
    let others = [
        include_str!("unfit.rs"),
        include_str!("feedback.rs"),
        include_str!("office.rs"),
        include_str!("plan.rs"),
        include_str!("team.rs"),
    ];
    let others = others.map(arms).concat();
    let all: Vec<_> = own.into_iter().chain(others).filter(|(_, said)| !said.is_empty()).collect();
    let codes: std::collections::BTreeSet<&str> = all.iter().map(|(_, said)| said[0]).collect();
    assert_eq!(codes.len(), all.len(), "no code is used twice");
    for (name, said) in all {
        assert_eq!(said.len(), 3, "{name}: {said:?}");
        let (id, en) = (said[1], said[2]);
        for sentence in [id, en] {
            assert!(sentence.len() > 15 && sentence.ends_with('.') && !sentence.contains('!'), "{name}: {sentence}");
        }
        assert_eq!(marks(id), marks(en), "{name}: both languages tell the same values");
        assert_ne!(id, en, "{name}");
    }
}

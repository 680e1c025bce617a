//! The worked examples of the domain page, and what must hold for every survey.

use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

/// So many questionnaires whose answers to each element add up to these sums.
fn tally(people: u64, sums: [u64; ELEMENTS]) -> Tally {
    let mut tally = Tally::default();
    for person in 0..people {
        // Whoever comes early gives the larger answer, so that the sums come out to the unit.
        let answer = |sum: u64| u8::try_from(sum / people + u64::from(person < sum % people)).unwrap();
        tally.add(&sums.map(|sum| Score::try_from(answer(sum)).ok()));
    }
    assert_eq!((tally.complete, tally.sums), (people, sums));
    tally
}

fn shown(tally: &Tally, weight: Weight) -> String {
    let ikm = Ikm::of(tally, weight).unwrap();
    format!("{} {}", ikm.ikm, ikm.mutu)
}

#[test]
fn the_worked_examples_with_each_weight() {
    let e1 = [105, 101, 100, 116, 102, 105, 106, 105, 115];
    let table = [
        (29, e1, ["91.48 A", "91.38 A", "90.56 A"]),
        (10, [40; 9], ["100.00 A", "99.90 A", "99.00 A"]),
        (10, [30; 9], ["75.00 C", "74.93 C", "74.25 C"]),
        (60, [212; 9], ["88.33 A", "88.25 B", "87.45 B"]),
    ];
    for (people, sums, expected) in table {
        let tally = tally(people, sums);
        assert_eq!([Weight::Exact, Weight::Thousandths, Weight::Hundredths].map(|w| shown(&tally, w)), expected);
    }
    let means = Ikm::of(&tally(29, e1), Weight::Exact).unwrap().means.map(|mean| mean.to_string());
    assert_eq!(means, ["3.6207", "3.4828", "3.4483", "4.0000", "3.5172", "3.6207", "3.6552", "3.6207", "3.9655"]);
}

#[test]
fn bands_begin_where_the_table_says() {
    let table = [
        (2_500, Mutu::D),
        (6_499, Mutu::D),
        (6_500, Mutu::C),
        (7_660, Mutu::C),
        (7_661, Mutu::B),
        (8_830, Mutu::B),
        (8_831, Mutu::A),
        (10_000, Mutu::A),
    ];
    for (hundredths, mutu) in table {
        assert_eq!(Mutu::of(&Rounded::of(hundredths, NonZeroU128::new(100).unwrap())), mutu, "{hundredths}");
    }
}

#[test]
fn without_a_complete_questionnaire_there_is_no_figure() {
    let mut tally = Tally::default();
    assert_eq!(Ikm::of(&tally, Weight::Exact), Err(NoCompleteResponse));
    tally.add(&[None; ELEMENTS]);
    assert_eq!(Ikm::of(&tally, Weight::Exact), Err(NoCompleteResponse));
}

fn questionnaire() -> impl Strategy<Value = Questionnaire> {
    proptest::array::uniform9(prop_oneof![
        15 => (1_u8..=4).prop_map(|score| Score::try_from(score).ok()),
        1 => Just(None)
    ])
}

fn counted<'a>(all: impl IntoIterator<Item = &'a Questionnaire>) -> Tally {
    let mut tally = Tally::default();
    all.into_iter().for_each(|one| tally.add(one));
    tally
}

proptest! {
    #![proptest_config(crate::calc::property())]

    #[test]
    fn one_more_who_is_fully_content_never_lowers_it(all in proptest::collection::vec(questionnaire(), 1..60)) {
        let before = counted(&all);
        let mut after = before.clone();
        after.add(&[Score::try_from(4).ok(); ELEMENTS]);
        for weight in Weight::ALL {
            let after = Ikm::of(&after, *weight).unwrap();
            if let Ok(before) = Ikm::of(&before, *weight) {
                prop_assert!(after.ikm >= before.ikm && after.index >= before.index && after.mutu <= before.mutu);
            }
        }
    }

    #[test]
    fn the_order_of_answers_never_matters(
        (all, shuffled) in proptest::collection::vec(questionnaire(), 0..40)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        prop_assert_eq!(counted(&all), counted(&shuffled));
    }

    #[test]
    fn a_questionnaire_with_a_gap_changes_no_figure(all in proptest::collection::vec(questionnaire(), 1..40)) {
        let complete = counted(all.iter().filter(|one| one.iter().all(Option::is_some)));
        let both = (Ikm::of(&counted(&all), Weight::Exact), Ikm::of(&complete, Weight::Exact));
        if let (Ok(all), Ok(complete)) = both {
            prop_assert_eq!((all.means, all.index, all.ikm), (complete.means, complete.index, complete.ikm));
        }
    }

    #[test]
    fn it_stays_within_the_scale(all in proptest::collection::vec(questionnaire(), 1..40)) {
        if let Ok(ikm) = Ikm::of(&counted(&all), Weight::Exact) {
            prop_assert!(ikm.ikm.reaches(2_500) && !ikm.ikm.reaches(10_001));
        }
    }
}

//! The laws of the merge: both orders tell the same story, and nothing that was typed disappears.

use proptest::prelude::*;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::ids::PlanId;

fn at() -> DateTime<Utc> {
    DateTime::default()
}

#[test]
fn one_field_by_table() {
    let table = [
        ("", "a", "a", Outcome::Same, "a"),
        ("a", "a", "b", Outcome::Mine, "b"),
        ("a", "a", "", Outcome::Mine, ""),
        ("a", "b", "a", Outcome::Theirs, "b"),
        ("a", "", "a", Outcome::Theirs, ""),
        ("a", "b", "", Outcome::Soft, "b"),
        ("a", "", "b", Outcome::Soft, "b"),
        ("a", "b", "c", Outcome::Hard, "b"),
        ("", "b", "c", Outcome::Hard, "b"),
    ];
    for (base, theirs, mine, outcome, value) in table {
        assert_eq!(field(base, theirs, mine), (outcome, value), "{base:?} {theirs:?} {mine:?}");
    }
}

fn content(text: &str, plan: Option<u128>, quantity: i64, day: &str, photos: &str) -> Content {
    let photos = photos.chars().map(|c| Photo { sha256: c.to_string(), bytes: 1 }).collect();
    let plan = plan.map(|plan| PlanId(Uuid::from_u128(plan)));
    let (text, work_date) = (text.to_owned(), parse_day(day).unwrap_or_default());
    Content { plan, text, quantity: Quantity::whole(quantity), work_date, photos, more: Default::default() }
}

#[test]
fn different_fields_come_together_and_are_marked() {
    let base = content("akta", Some(1), 3, "2026-07-14", "ab");
    let theirs = Content { text: "akta lahir".to_owned(), ..content("", Some(1), 3, "2026-07-14", "abc") };
    let mine = content("akta", Some(1), 5, "2026-07-13", "bd");
    let merged = contents(&base, &theirs, &mine);
    assert_eq!(merged.content, content("akta lahir", Some(1), 5, "2026-07-13", "bcd"));
    assert_eq!(merged.soft, [Field::Text, Field::Quantity, Field::WorkDate]);
    assert_eq!(merged.hard, []);
}

#[test]
fn what_only_one_side_changed_is_no_merge() {
    let base = content("akta", Some(1), 3, "2026-07-14", "");
    let mine = content("akta lahir", None, 3, "2026-07-14", "a");
    let merged = contents(&base, &base, &mine);
    assert_eq!((&merged.content, merged.soft.len(), merged.hard.len()), (&mine, 0, 0));
    assert_eq!(contents(&base, &mine, &base).content, mine);
}

#[test]
fn an_amount_does_not_follow_to_another_plan() {
    let base = content("akta", Some(1), 3, "2026-07-14", "");
    let (theirs, mine) = (content("akta", Some(2), 3, "2026-07-14", ""), content("akta", Some(1), 5, "2026-07-14", ""));
    let merged = contents(&base, &theirs, &mine);
    assert_eq!((merged.content, merged.hard), (theirs.clone(), vec![(Field::Quantity, "5".to_owned())]));
    let merged = contents(&base, &mine, &theirs);
    let both = content("akta", Some(2), 5, "2026-07-14", "");
    assert_eq!((merged.content, merged.hard), (both, vec![(Field::Quantity, "3".to_owned())]));
}

#[test]
fn a_writer_writes_over_their_own_copy_only() {
    let mut asides = Vec::new();
    put_aside(&mut asides, Field::Text, "", field("", "a", "b"), "b", at());
    put_aside(&mut asides, Field::Text, "", field("", "a", "c"), "c", at());
    put_aside(&mut asides, Field::Text, "b", field("b", "a", "b2"), "b2", at());
    let values: Vec<&str> = asides.iter().map(|aside| aside.value.as_str()).collect();
    assert_eq!(values, ["c", "b2"]);
    put_aside(&mut asides, Field::Text, "b2", field("b2", "a", "a"), "a", at());
    assert_eq!(asides.len(), 1, "the one who comes round needs no copy any more");
}

#[test]
fn a_choice_ends_what_was_seen_and_nothing_else() {
    let aside = |value: &str| Aside { field: Field::Text, value: value.to_owned(), at: at() };
    let seen = ["a".to_owned(), "b".to_owned()];
    let mut asides = vec![aside("b")];
    assert_eq!(settle(&mut asides, Field::Text, "a", "b", &seen, at()), "b");
    assert_eq!(asides, []);
    let mut asides = vec![aside("b"), aside("later")];
    assert_eq!(settle(&mut asides, Field::Text, "a", "b", &seen, at()), "b");
    assert_eq!(asides, [aside("later")]);
    let mut asides = vec![aside("b")];
    assert_eq!(settle(&mut asides, Field::Text, "newer", "b", &seen, at()), "newer");
    assert_eq!(asides, [aside("b")], "the choice was made without having seen what is there");
}

fn any_content() -> impl Strategy<Value = Content> {
    let plan = prop_oneof![Just(None), Just(Some(1)), Just(Some(2))];
    let days = prop_oneof![Just("2026-07-13"), Just("2026-07-14"), Just("2026-07-15")];
    let photos = prop_oneof![Just(""), Just("a"), Just("ab"), Just("bc"), Just("c")];
    ("[ab]?", plan, 0..3_i64, days, photos)
        .prop_map(|(text, plan, quantity, day, photos)| content(&text, plan, quantity, day, photos))
}

/// What a merge holds of a field: its value, and the other one if there are two.
fn held(merged: &Merged, field: Field) -> Vec<String> {
    let mut held = vec![merged.content.value(field)];
    held.extend(merged.hard.iter().filter(|(other, _)| *other == field).map(|(_, value)| value.clone()));
    held.sort();
    held
}

proptest! {
    #![proptest_config(crate::calc::property())]

    #[test]
    fn both_orders_tell_the_same_story(base in any_content(), one in any_content(), other in any_content()) {
        let (there, back) = (contents(&base, &one, &other), contents(&base, &other, &one));
        for field in Field::ALL {
            prop_assert_eq!(held(&there, field), held(&back, field));
        }
        prop_assert!(same(&there.content.photos, &back.content.photos));
        prop_assert_eq!(&there.soft, &back.soft);
        let fields = |merged: &Merged| merged.hard.iter().map(|(field, _)| *field).collect::<Vec<_>>();
        prop_assert_eq!(fields(&there), fields(&back));
    }

    #[test]
    fn nothing_that_was_typed_disappears(base in any_content(), one in any_content(), other in any_content()) {
        let merged = contents(&base, &one, &other);
        for field in Field::ALL {
            for side in [&one, &other] {
                let value = side.value(field);
                let typed = !value.is_empty() && value != base.value(field);
                prop_assert!(!typed || held(&merged, field).contains(&value), "{field:?} {value:?}");
            }
        }
        for photo in one.photos.iter().chain(&other.photos).filter(|photo| !has(&base.photos, photo)) {
            prop_assert!(has(&merged.content.photos, photo));
        }
    }

    #[test]
    fn who_changed_nothing_gets_what_is_there(base in any_content(), one in any_content()) {
        prop_assert_eq!(contents(&base, &one, &base).content, one.clone());
        let merged = contents(&base, &base, &one);
        prop_assert!(same(&merged.content.photos, &one.photos));
        prop_assert_eq!((merged.soft.len(), merged.hard.len()), (0, 0));
    }

    /// Many devices write over what they know, in any order: each value is there until its own writer has written over it.
    #[test]
    fn a_field_of_many_writers_keeps_every_last_word(writes in proptest::collection::vec((0..4_usize, "[a-e]"), 1..20)) {
        let (mut value, mut asides) = (String::new(), Vec::new());
        let mut last = vec![String::new(); 4];
        for (writer, mine) in writes {
            let base = std::mem::replace(&mut last[writer], mine.clone());
            let shared_words = last.iter().enumerate().any(|(other, word)| other != writer && *word == base);
            if shared_words && !base.is_empty() {
                last[writer] = base; // Equal values are the same value, so nobody can write over only one of them.
                continue;
            }
            let merged = field(&base, &value, &mine);
            put_aside(&mut asides, Field::Text, &base, merged, &mine, at());
            value = merged.1.to_owned();
            for word in last.iter().filter(|word| !word.is_empty()) {
                prop_assert!(value == *word || asides.iter().any(|aside| aside.value == *word), "{word} of {last:?}");
            }
        }
    }
}

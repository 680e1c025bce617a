//! An entry revised on two devices of its owner.

use teladan_shared::actor::Actor;
use teladan_shared::command::Action;
use teladan_shared::entry::{
    ApproveEntry, Content, Entry, ReturnEntry, Review, ReviseEntry, SettleEntry, TEXT_CHARACTERS_MAX,
};
use teladan_shared::merge::{ASIDES_MAX, Field};
use teladan_shared::refusal::Refusal;
use teladan_shared::row::Row;
use teladan_shared::rule::Ctx;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

/// A recorded entry, revised once by another device.
fn revised_elsewhere(theirs: Content) -> (House, Content) {
    let mut house = House::new();
    let first = content("tujuh", 7, "2026-07-14");
    house.done(by(STAFF), entry(first.clone()));
    house.done(by(STAFF), revise(1, theirs, Some(first.clone())));
    (house, first)
}

fn revise(base: u32, content: Content, seen: Option<Content>) -> Action {
    Action::ReviseEntry(ReviseEntry { entry: ENTRY, base, content, seen })
}

fn choose(field: Field, value: &str, seen: &[&str]) -> Action {
    let seen = seen.iter().map(|seen| (*seen).to_owned()).collect();
    Action::SettleEntry(SettleEntry { entry: ENTRY, field, value: value.to_owned(), seen })
}

fn now(house: &House) -> &Entry {
    house.rows.entry(ENTRY).unwrap()
}

fn copies(house: &House) -> Vec<&str> {
    now(house).asides.iter().map(|aside| aside.value.as_str()).collect()
}

const APPROVE: fn(u32) -> Action = |base| Action::ApproveEntry(ApproveEntry { entry: ENTRY, base });

#[test]
fn changes_of_different_fields_come_together_and_progress_follows() {
    let (mut house, first) = revised_elsewhere(content("tujuh akta", 7, "2026-07-14"));
    house.done(by(STAFF), revise(1, content("tujuh", 9, "2026-07-14"), Some(first)));
    let entry = now(&house);
    assert_eq!(Content::of(entry), content("tujuh akta", 9, "2026-07-14"));
    assert_eq!((entry.version, &entry.merged[..]), (3, &[Field::Text, Field::Quantity][..]));
    assert_eq!(house.rows.plan(PLAN).unwrap().done.to_string(), "9");
    assert_eq!(house.asked(&by(HEAD), &APPROVE(2)), Err(Refusal::ChangedSinceSeen), "another version was seen");
    house.done(by(HEAD), APPROVE(3));
}

#[test]
fn a_conflict_keeps_both_and_nothing_is_approved_before_the_choice() {
    let (mut house, first) = revised_elsewhere(content("delapan", 8, "2026-07-14"));
    house.done(by(STAFF), revise(1, content("sembilan", 7, "2026-07-13"), Some(first)));
    assert_eq!(Content::of(now(&house)), content("delapan", 8, "2026-07-13"));
    assert_eq!(copies(&house), ["sembilan"]);
    assert_eq!(house.asked(&by(HEAD), &APPROVE(3)), Err(Refusal::NotSettled));
    assert_eq!(house.asked(&by(HEAD), &choose(Field::Text, "delapan", &[])), Err(Refusal::NotFound));
    let back = |base| Action::ReturnEntry(ReturnEntry { entry: ENTRY, base, remark: REMARK, reason: "pilih".into() });
    house.done(by(HEAD), back(3));
    house.done(by(STAFF), choose(Field::Text, "delapan", &["delapan", "sembilan"]));
    assert_eq!((copies(&house).len(), now(&house).version, now(&house).review), (0, 3, Review::Returned));
    house.done(by(HEAD), APPROVE(3));
    assert_eq!(house.asked(&by(STAFF), &choose(Field::Text, "x", &[])), Err(Refusal::EntryApproved));
}

#[test]
fn choosing_the_other_value_is_a_new_version() {
    let (mut house, first) = revised_elsewhere(content("tujuh", 8, "2026-07-14"));
    house.done(by(STAFF), revise(1, content("tujuh", 9, "2026-07-14"), Some(first)));
    house.done(by(STAFF), choose(Field::Quantity, "9", &["8", "9"]));
    assert_eq!((Content::of(now(&house)), now(&house).version), (content("tujuh", 9, "2026-07-14"), 4));
    assert_eq!(house.rows.plan(PLAN).unwrap().done.to_string(), "9");
}

#[test]
fn only_who_has_seen_the_copies_writes_over_them() {
    let (mut house, first) = revised_elsewhere(content("delapan", 7, "2026-07-14"));
    house.done(by(STAFF), revise(1, content("sembilan", 7, "2026-07-14"), Some(first)));
    house.done(by(STAFF), revise(3, content("sepuluh", 7, "2026-07-14"), None));
    assert_eq!(copies(&house), ["sembilan"], "an older build has not shown it");
    let seen = Content::of(now(&house));
    house.done(by(STAFF), revise(4, content("sebelas", 7, "2026-07-14"), Some(seen)));
    assert_eq!(copies(&house).len(), 0);
}

#[test]
fn a_version_that_a_device_promised_itself_is_not_the_one_that_another_made() {
    let (mut house, first) = revised_elsewhere(content("delapan", 8, "2026-07-14"));
    // This device had counted on to version 2 by itself, and says what it believed to be in it.
    let mine = content("tujuh akta", 7, "2026-07-14");
    house.done(by(STAFF), revise(2, mine, Some(first)));
    assert_eq!((now(&house).text.as_str(), copies(&house)), ("delapan", vec!["tujuh akta"]));
    assert_eq!(now(&house).version, 3);
}

#[test]
fn an_older_build_is_refused_as_before_and_twice_is_once() {
    let (mut house, first) = revised_elsewhere(content("delapan", 8, "2026-07-14"));
    let old = revise(1, content("sembilan", 7, "2026-07-14"), None);
    assert_eq!(house.asked(&by(STAFF), &old), Err(Refusal::ChangedSinceSeen));
    let same = revise(1, content("delapan ", 8, "2026-07-14"), Some(first));
    assert_eq!(house.asked(&by(STAFF), &same), Ok(0));
    let late = content("besok", 7, "2026-07-15");
    let refused = house.asked(&by(STAFF), &revise(1, late.clone(), Some(late)));
    assert_eq!(refused, Ok(0), "who changed nothing changes nothing");
    house.done(by(HEAD), APPROVE(2));
    assert_eq!(house.asked(&by(STAFF), &same), Err(Refusal::EntryApproved));
}

#[test]
fn rows_of_older_builds_are_read_and_written_without_the_new_fields() {
    let house = revised_elsewhere(content("delapan", 8, "2026-07-14")).0;
    let text = serde_json::to_string(&Row::Entry(now(&house).clone())).unwrap();
    assert!(!text.contains("asides") && !text.contains("merged"), "{text}");
    assert_eq!(serde_json::from_str::<Row>(&text).unwrap(), Row::Entry(now(&house).clone()));
}

#[test]
fn what_is_kept_beside_is_no_longer_than_what_stands_in_the_entry() {
    let (mut house, first) = revised_elsewhere(content("delapan", 8, "2026-07-14"));
    let too_long = Err(Refusal::TextTooLong { characters_max: TEXT_CHARACTERS_MAX });
    let said = |characters| content(&"x".repeat(characters), 7, "2026-07-14");
    let late = |characters| revise(1, said(characters), Some(first.clone()));
    let now = by(STAFF).now;
    let on_phone = Ctx::on_phone(Actor::Employee { employee: STAFF }, now, now);
    for ctx in [by(STAFF), on_phone] {
        assert_eq!(house.asked(&ctx, &late(TEXT_CHARACTERS_MAX + 1)).map(drop), too_long, "a revision that comes late");
        assert_eq!(house.asked(&ctx, &late(TEXT_CHARACTERS_MAX)).map(drop), Ok(()));
        for field in Field::ALL {
            let chosen = choose(field, &"7".repeat(TEXT_CHARACTERS_MAX + 1), &[]);
            assert_eq!(house.asked(&ctx, &chosen).map(drop), too_long, "a choice without looking: {field:?}");
        }
    }
    house.done(by(STAFF), late(TEXT_CHARACTERS_MAX));
    assert_eq!(copies(&house).len(), 1);
}

#[test]
fn choices_without_looking_do_not_pile_up() {
    let (mut house, _) = revised_elsewhere(content("delapan", 8, "2026-07-14"));
    for turn in 0..ASIDES_MAX {
        house.done(by(STAFF), choose(Field::Text, &format!("kata {turn}"), &[]));
    }
    assert_eq!(copies(&house).len(), ASIDES_MAX);
    let one_more = choose(Field::Text, "satu lagi", &[]);
    assert_eq!(house.asked(&by(STAFF), &one_more), Err(Refusal::ChangedSinceSeen));
    house.done(by(STAFF), choose(Field::Text, "delapan", &["kata 3"]));
    assert_eq!(copies(&house).len(), ASIDES_MAX - 1, "a choice is still made");
}

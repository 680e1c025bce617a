//! Pulls: pages, resets, revocations, sums.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn a_scope_fetched_whole_forgets_what_the_office_no_longer_has() {
    let mut phone = phone();
    phone.know([me()]);
    phone.step(Input::Woke);
    phone.step(pulled(news(0, &[decided(7), decided(8)], vec![], None)));
    phone.step(Input::Woke);
    let scopes = vec![ScopeNews::Reset { scope: OWN }];
    let reset = News { scopes, upto: [].into(), answers: vec![], more: false };
    phone.step(pulled(Told::News(reset)));
    phone.step(pulled(Told::Whole { scope: OWN, head: 3, rows: vec![decided(8)], next: None }));
    phone.step(pulled(news(3, &[], vec![], None)));
    assert!(!phone.view(at()).has(&decided(7).key().unwrap()));
    assert!(phone.view(at()).has(&decided(8).key().unwrap()));
    assert!(phone.view(at()).employee(ME).is_some(), "people stay");
}

#[test]
fn a_scope_is_fetched_by_pages_and_then_brought_up_to_one_moment() {
    let mut phone = Phone::restored(ME, String::new(), &[], Memory::new(OLD), Defences::default());
    let effects = phone.step(Input::Woke);
    assert_eq!(*question(&effects), Question::Whole { scope: OWN, mark: None });
    let next = Some("plan 1".to_owned());
    let rows = vec![plan(1, 1)];
    let effects = phone.step(pulled(Told::Whole { scope: OWN, head: 4, rows, next: next.clone() }));
    assert_eq!(*question(&effects), Question::Whole { scope: OWN, mark: next });
    // Read after the first page: this row is newer than the head that the first page told.
    let rows = vec![plan(2, 3)];
    let effects = phone.step(pulled(Told::Whole { scope: OWN, head: 5, rows, next: None }));
    assert!(phone.confirmed().is_empty(), "nothing is shown before all of it is there");
    assert!(matches!(question(&effects), Question::News { cursors, .. } if cursors[&OWN] == 4));
    phone.step(pulled(news(4, &[plan(2, 3)], vec![], None)));
    assert_eq!(phone.confirmed().len(), 2);
    assert_eq!(phone.memory().cursors[&OWN], 5);
}

#[test]
fn rows_that_do_not_add_up_are_fetched_again_once() {
    let mut phone = phone();
    let sum = checksum::of_row(&plan(1, 1)).unwrap();
    phone.step(Input::Woke);
    phone.step(pulled(news(0, &[plan(1, 1)], vec![], Some(sum))));
    assert_eq!(phone.memory().cursors[&OWN], 1, "they add up");
    phone.step(Input::Woke);
    let effects = phone.step(pulled(news(1, &[], vec![], Some(sum + 1))));
    assert!(effects.contains(&Effect::Note(Note::Mismatch(OWN))));
    assert_eq!(*question(&effects), Question::Whole { scope: OWN, mark: None });
    assert!(!phone.confirmed().is_empty(), "the old rows are shown until then");
    phone.step(pulled(Told::Whole { scope: OWN, head: 1, rows: vec![], next: None }));
    let effects = phone.step(pulled(news(1, &[], vec![], Some(sum + 1))));
    assert!(matches!(effects[..], [Effect::Store(_), Effect::SendPhotos]), "not in a circle");
}

#[test]
fn what_an_older_node_has_told_is_fetched_again_from_a_newer_one() {
    let from =
        |shape, told| Input::Pulled(Box::new(Ok(Pulled { epoch: Epoch(1), server_time: at(), shape, told })), FRESH);
    let mut phone = phone();
    phone.step(Input::Woke);
    let effects = phone.step(from(SHAPE - 1, news(0, &[plan(1, 1)], vec![], None)));
    assert_eq!(phone.memory().cursors[&OWN], 1, "it is good enough until then");
    let stored = effects.iter().find_map(|effect| if let Effect::Store(store) = effect { Some(store) } else { None });
    assert!(stored.unwrap().cursors.is_empty(), "after a start it is asked for whole, whoever answers");
    phone.step(Input::Woke);
    phone.step(from(SHAPE - 1, news(1, &[], vec![], None)));
    phone.step(Input::Woke);
    let effects = phone.step(from(SHAPE, news(1, &[], vec![], None)));
    assert_eq!(*question(&effects), Question::Whole { scope: OWN, mark: None });
    phone.step(from(SHAPE, Told::Whole { scope: OWN, head: 1, rows: vec![plan(1, 1)], next: None }));
    let effects = phone.step(from(SHAPE, news(1, &[], vec![], None)));
    assert!(matches!(effects[..], [Effect::Store(_), Effect::SendPhotos]), "once");
}

#[test]
fn a_reset_touches_neither_outbox_nor_tray_and_takes_no_verdict() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    phone.step(pushed(None, 1));
    let scopes = vec![ScopeNews::Reset { scope: OWN }];
    let told = News { scopes, upto: [].into(), answers: vec![accepted(1)], more: false };
    phone.step(pulled(Told::News(told)));
    assert_eq!(phone.memory().outbox.len(), 1, "its rows have not come");
    assert!(phone.memory().cursors.is_empty());
}

#[test]
fn a_revoked_scope_leaves_no_row() {
    let unit = Scope::Unit(UnitId(Uuid::from_u128(8)));
    let mut memory = Memory::new(OLD);
    memory.cursors = [(OWN, 0), (unit, 1)].into();
    memory.rows.or_default(unit).put(plan(1, 1));
    let mut phone = Phone::restored(ME, String::new(), &[unit], memory, Defences::default());
    phone.step(Input::Woke);
    let Told::News(mut told) = news(0, &[], vec![], None) else { unreachable!("news are news") };
    told.scopes.push(ScopeNews::Revoked { scope: unit });
    let effects = phone.step(pulled(Told::News(told)));
    assert!(phone.confirmed().is_empty());
    assert!(matches!(&effects[0], Effect::Store(store) if store.cleared == [unit]));
}

#[test]
fn a_stale_page_changes_nothing() {
    let mut phone = phone();
    phone.step(Input::Woke);
    let effects = phone.step(pulled(news(3, &[plan(1, 1)], vec![], None)));
    assert!(matches!(effects[..], [Effect::WakeAfter { .. }]));
    assert_eq!((phone.memory().cursors[&OWN], phone.confirmed().len()), (0, 0));
}

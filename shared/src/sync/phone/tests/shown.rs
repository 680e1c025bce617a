//! What the phone shows before it has the rules.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn without_rules_what_waits_is_sent_and_shown_once_they_are_here() {
    let mut memory = phone().memory().clone();
    memory.outbox.push(Waiting::Read(command(1)));
    let mut phone = Phone::without_rules(ME, "b1".to_owned(), &[], memory, Defences::default());
    phone.know([me()]);
    let id = EntryId(Uuid::from_u128(1));
    assert!(phone.lacks_rules());
    assert!(phone.view(at()).entry(id).is_none() && phone.view(at()).employee(ME).is_some());
    assert!(matches!(phone.step(Input::Woke)[..], [Effect::Push(_)]));
    phone.learn(decide);
    assert!(!phone.lacks_rules());
    assert!(phone.view(at()).entry(id).is_some());
}

//! Dialogues at the door: for the two of them alone, and nothing of it in any log that a phone or a board reads.

use axum::http::StatusCode;
use serde_json::json;
use shared::command::Action;
use shared::dialogue::{Quarter, Step, StepDialogue};
use shared::entry::FlagEntry;
use shared::ids::EntryId;
use shared::scope::Scope;

use super::{ADMIN_NIP, BOSS_NIP, OTHER_NIP, Town, accepted_verdict};
use crate::doors::{HEAD_NIP, STAFF_NIP, get};
use crate::support::{accepted, new_id, today};

fn step(town: &Town, step: Step) -> Action {
    Action::StepDialogue(StepDialogue { person: town.house.small.staff, quarter: Quarter::of(today()), step })
}

#[tokio::test]
async fn plb_8_a_dialogue_is_read_by_the_two_and_by_nobody_else() {
    let town = Town::new().await;
    let small = town.house.small.clone();
    let path = format!("/api/dialogue/{}", small.staff);
    let [staff, head] = [town.house.signed_in(STAFF_NIP).await, town.house.signed_in(HEAD_NIP).await];
    for nip in [BOSS_NIP, ADMIN_NIP, OTHER_NIP] {
        let cookie = town.house.signed_in(nip).await;
        assert_eq!(town.status(&path, &cookie).await, StatusCode::NOT_FOUND, "{nip}, also the head above");
        let verdict = town.gives(&cookie, step(&town, Step::Open)).await;
        assert_eq!(verdict["rejected"]["reason"]["code"], "not_found", "{nip}");
    }
    assert_eq!(town.status(&path, "").await, StatusCode::UNAUTHORIZED);

    let heads = async || small.office.db.heads(&[Scope::Own(small.staff), Scope::Unit(small.unit)]).await.unwrap();
    let before = heads().await;
    assert!(accepted_verdict(&town.gives(&staff, step(&town, Step::Open)).await));
    let note = Step::Note { text: "Loket ramai tiap Senin.".into(), base: 0 };
    assert!(accepted_verdict(&town.gives(&staff, step(&town, note)).await));
    assert!(accepted_verdict(&town.gives(&head, step(&town, Step::Open)).await));
    assert_eq!(heads().await, before, "no phone and no board has heard of it");

    let told = town.house.ask(get(&path, &head)).await.body;
    assert_eq!((&told["leads"], &told["dialogues"][0]["state"]), (&json!(true), &json!("open")));
    assert_eq!(told["dialogues"][0]["person_note"]["text"], "Loket ramai tiap Senin.");
    assert_eq!(told["dialogues"][0]["superior_name"], "Zulkifli");
    let told = town.house.ask(get(&path, &staff)).await.body;
    assert_eq!((&told["leads"], &told["name"]), (&json!(false), &json!("Rahmawati")));
    let list = town.house.ask(get("/api/dialogues", &head)).await.body;
    assert_eq!(list["lines"][0]["person"], json!(small.staff));
    assert_eq!(list["lines"][0]["state"], "open");
    assert_eq!(town.house.ask(get("/api/dialogues", &staff)).await.body["lines"], json!([]));
}

#[tokio::test]
async fn what_is_marked_is_gathered_for_the_dialogue() {
    let town = Town::new().await;
    let small = town.house.small.clone();
    let [first, second] = [EntryId(new_id()), EntryId(new_id())];
    for entry in [first, second] {
        accepted(&small.office, small.as_staff(), small.entry(entry, 3)).await;
    }
    accepted(&small.office, small.as_head(), Action::FlagEntry(FlagEntry { entry: second, on: true })).await;
    let head = town.house.signed_in(HEAD_NIP).await;
    let told = town.house.ask(get(&format!("/api/dialogue/{}", small.staff), &head)).await.body;
    let flagged: Vec<_> = told["flagged"].as_array().unwrap().iter().map(|entry| entry["id"].clone()).collect();
    assert_eq!(flagged, [json!(second)]);
}

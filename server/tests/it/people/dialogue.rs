//! Dialogues at the door: for the two of them alone, nothing of it on any board, and on their phones what is theirs.

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::json;
use shared::actor::Actor;
use shared::command::Action;
use shared::dialogue::{Deed, Dialogue, DialogueId, Echo, OwnStep, Quarter, Step, StepDialogue};
use shared::employee::SetEmployee;
use shared::entry::FlagEntry;
use shared::ids::{EmployeeId, EntryId};
use shared::row::Row;
use shared::scope::Scope;
use teladan_server::http::dialogue;
use teladan_server::http::session::Signed;
use teladan_server::office::Office;

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

    let heads = async || small.office.db.heads(&[Scope::Unit(small.unit)]).await.unwrap();
    let before = heads().await;
    assert!(accepted_verdict(&town.gives(&staff, step(&town, Step::Open)).await));
    let note = Step::Note { text: "Loket ramai tiap Senin.".into(), base: 0 };
    assert!(accepted_verdict(&town.gives(&staff, step(&town, note)).await));
    assert!(accepted_verdict(&town.gives(&head, step(&town, Step::Open)).await));
    assert_eq!(heads().await, before, "no board has heard of it");

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

/// What lies in somebody's own log about a dialogue.
async fn echoes(town: &Town, reader: EmployeeId) -> Vec<Echo> {
    let rows = town.house.small.office.db.of_kind(Scope::Own(reader), "echo").await.unwrap();
    rows.into_iter().filter_map(|row| if let Row::Echo(echo) = row { Some(echo) } else { None }).collect()
}

#[tokio::test]
async fn the_person_has_the_dialogue_on_the_phone_and_the_superior_the_news_alone() {
    let town = Town::new().await;
    let small = town.house.small.clone();
    let [staff, head] = [town.house.signed_in(STAFF_NIP).await, town.house.signed_in(HEAD_NIP).await];
    let dialogue = DialogueId { person: small.staff, quarter: Quarter::of(today()) };
    let own = |deed, text: &str| Action::OwnStep(OwnStep { text: text.into(), ..OwnStep::new(dialogue, deed) });
    assert!(accepted_verdict(&town.gives(&staff, own(Deed::Open, "")).await));
    assert!(accepted_verdict(&town.gives(&staff, own(Deed::Note, "Loket ramai tiap Senin.")).await));
    let other = town.house.signed_in(OTHER_NIP).await;
    let verdict = town.gives(&other, own(Deed::Note, "bukan saya")).await;
    assert_eq!(verdict["rejected"]["reason"]["code"], "not_found");

    let [news] = &echoes(&town, small.head).await[..] else { panic!("one row for the superior") };
    assert_eq!((&news.news[..], news.is_new(), &*news.body), (&[Deed::Open, Deed::Note][..], true, ""));
    assert!(accepted_verdict(&town.gives(&head, step(&town, Step::Open)).await));
    let [mine] = &echoes(&town, small.staff).await[..] else { panic!("one row for the person") };
    assert_eq!((&mine.news[..], &*mine.by_name), (&[Deed::Open][..], "Zulkifli"));
    let body: Dialogue = serde_json::from_str(&mine.body).unwrap();
    assert_eq!(body.person_note.text, "Loket ramai tiap Senin.");

    let read = OwnStep { base: news.told, ..OwnStep::new(dialogue, Deed::Read) };
    assert!(accepted_verdict(&town.gives(&head, Action::OwnStep(read)).await));
    assert!(!echoes(&town, small.head).await[0].is_new());
    assert!(echoes(&town, small.staff).await[0].is_new(), "the person has not read yet");
}

#[tokio::test]
async fn the_list_asks_as_often_for_many_as_for_few() {
    let town = Town::new().await;
    let small = town.house.small.clone();
    let (db, witness) = small.office.db.clone().witnessed();
    let office = Office { db, ..small.office.clone() };
    let signed = || Signed { employee: small.head, session: String::new(), browser: None };
    let asked = async || {
        let _ = witness.take();
        let list = dialogue::list(State(office.clone()), signed()).await.unwrap();
        (list.0.lines.len(), witness.take().len())
    };
    let (few, before) = asked().await;
    for number in 0..30 {
        let (id, name) = (EmployeeId(new_id()), format!("Pegawai {number}"));
        let set = SetEmployee {
            id,
            name,
            rank: "II/c".into(),
            position: "Pengadministrasi".into(),
            unit: small.unit,
            superior: Some(small.head),
        };
        accepted(&small.office, Actor::Operator, Action::SetEmployee(set)).await;
    }
    let (many, after) = asked().await;
    assert_eq!((many, after), (few + 30, before), "people, and questions to the database");
}

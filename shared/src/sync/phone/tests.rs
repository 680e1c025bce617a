//! The phone, driven by hand.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::actor::Actor;
use crate::change::Op;
use crate::command::{Action, Command};
use crate::employee::Employee;
use crate::entry::{Content, RecordEntry};
use crate::ids::CommandId;
use crate::ids::{EntryId, UnitId};
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use crate::rule::Ctx;
use crate::sync::checksum;
use crate::sync::talk::{Epoch, Logged, News, Question, SHAPE};
use crate::sync::wire::{Answer, Verdict};

const ME: EmployeeId = EmployeeId(Uuid::from_u128(1));
const OLD: DeviceId = DeviceId(Uuid::from_u128(2));
const FRESH: DeviceId = DeviceId(Uuid::from_u128(3));
const OWN: Scope = Scope::Own(ME);

fn at() -> DateTime<Utc> {
    "2026-07-14T03:00:00Z".parse().unwrap()
}

fn phone() -> Phone {
    let mut memory = Memory::new(OLD);
    memory.epoch = Some(Epoch(1));
    memory.cursors.insert(OWN, 0);
    Phone::restored(ME, "b1".to_owned(), &[], memory, Defences::default())
}

fn command(n: u128) -> Command {
    let work_date = "2026-07-14".parse().unwrap();
    let content = Content {
        plan: None,
        text: format!("kerja {n}"),
        quantity: Quantity::ZERO,
        work_date,
        photos: vec![],
        more: Default::default(),
    };
    let action = Action::RecordEntry(RecordEntry { id: EntryId(Uuid::from_u128(n)), content, draft: None });
    let seq = u64::try_from(n).unwrap();
    Command { id: CommandId(Uuid::from_u128(n)), device: OLD, seq, v: 1, made_at: at(), action }
}

fn plan(n: u64, rev: u32) -> Row {
    contract::row(ME, n, rev, "hasil")
}

fn pushed(stop: Option<Stop>, epoch: u64) -> Input {
    Input::Pushed(Ok(Pushed { answers: vec![], stop, epoch: Epoch(epoch), server_time: at() }), FRESH)
}

fn pulled(told: Told) -> Input {
    Input::Pulled(Box::new(Ok(Pulled { epoch: Epoch(1), server_time: at(), shape: SHAPE, told })), FRESH)
}

/// News of the person's own scope.
fn news(from: u64, rows: &[Row], answers: Vec<Answer>, checksum: Option<u32>) -> Told {
    let changes: Vec<Logged> =
        rows.iter().zip(from + 1..).map(|(row, seq)| Logged { seq, op: Op::Put { row: row.clone() } }).collect();
    let to = from + changes.len() as u64;
    let scopes = vec![ScopeNews::Delta { scope: OWN, from, to, changes, checksum }];
    Told::News(News { scopes, upto: [(OWN, to)].into(), answers, more: false })
}

fn accepted(n: u128) -> Answer {
    Answer { id: CommandId(Uuid::from_u128(n)), verdict: Verdict::Accepted }
}

fn places(phone: &Phone) -> Vec<(DeviceId, u64)> {
    phone.memory().outbox.iter().map(Waiting::place).collect()
}

fn question(effects: &[Effect]) -> &Question {
    let pull = effects.iter().find_map(|effect| if let Effect::Pull(pull) = effect { Some(pull) } else { None });
    &pull.unwrap().question
}

mod pull;
mod shown;

#[test]
fn the_answer_to_a_push_never_empties_the_outbox() {
    let mut phone = phone();
    assert!(matches!(phone.step(Input::Saved(command(1)))[..], [Effect::Push(_)]));
    let answers = vec![accepted(1)];
    let reply = Pushed { answers, stop: None, epoch: Epoch(1), server_time: at() };
    assert!(matches!(phone.step(Input::Pushed(Ok(reply), FRESH))[..], [Effect::Pull(_)]));
    assert_eq!(phone.memory().outbox.len(), 1);
    phone.step(pulled(news(0, &[plan(9, 1)], vec![accepted(1)], None)));
    assert!(phone.memory().outbox.is_empty());
    assert_eq!(phone.memory().sent.len(), 1, "it is kept in case the server forgets");
}

/// The row that the server makes of a command.
fn decided(n: u128) -> Row {
    let ctx = Ctx::on_server(Actor::Employee { employee: ME }, at(), at());
    let changes = decide(&command(n).action, &[me()].into_iter().collect(), &ctx).unwrap();
    let Op::Put { row } = changes[0].op.clone() else { unreachable!("an entry is put") };
    row
}

fn me() -> Row {
    let (name, unit) = ("Rahmawati".to_owned(), UnitId(Uuid::from_u128(8)));
    let (rank, position) = (String::new(), String::new());
    Row::Employee(Employee { id: ME, name, rank, position, unit, superior: None, rev: 1 })
}

#[test]
fn rows_and_verdict_arrive_together_and_the_view_never_blinks() {
    let mut phone = phone();
    phone.know([me()]);
    phone.step(Input::Saved(command(1)));
    let id = EntryId(Uuid::from_u128(1));
    assert_eq!(phone.view(at()).entry(id).unwrap().received_at, None);
    phone.step(pushed(None, 1));
    assert_eq!(phone.view(at()).entry(id).unwrap().received_at, None);
    let effects = phone.step(pulled(news(0, &[decided(1)], vec![accepted(1)], None)));
    assert!(phone.memory().outbox.is_empty());
    assert!(phone.view(at()).entry(id).unwrap().received_at.is_some());
    assert!(
        matches!(&effects[..], [Effect::Store(store), Effect::SendPhotos] if store.answered.len() == 1 && store.puts.len() == 1)
    );
}

#[test]
fn a_refused_command_lands_in_the_tray_and_does_not_block() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    phone.step(Input::Saved(command(2)));
    phone.step(pushed(None, 1));
    let reason = Refusal::PlanNotAgreed.spoken();
    let no = Answer { id: CommandId(Uuid::from_u128(1)), verdict: Verdict::Rejected { reason } };
    let effects = phone.step(pulled(news(0, &[], vec![no], None)));
    assert_eq!((phone.memory().tray.len(), phone.memory().outbox.len()), (1, 1));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Push(_))), "the second is sent on");
}

#[test]
fn an_expired_session_keeps_the_queue_and_stops_trying() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    assert!(phone.step(Input::Pushed(Err(Fault::SignedOut), FRESH)).is_empty());
    assert_eq!(phone.memory().outbox.len(), 1);
    assert_eq!(phone.line(), &Line::Down(Fault::SignedOut));
    assert!(matches!(phone.step(Input::Woke)[..], [Effect::Push(_)]), "signing in wakes it");
}

#[test]
fn a_future_date_is_refused_before_anything_is_saved() {
    let mut phone = phone();
    phone.know([me()]);
    let Action::RecordEntry(mut record) = command(1).action else { unreachable!("an entry") };
    record.content.work_date = "2026-07-16".parse().unwrap();
    assert!(matches!(phone.promise(&Action::RecordEntry(record), at()), Err(Refusal::FutureDate { .. })));
}

#[test]
fn a_fork_or_a_gap_renumbers_and_loses_nothing() {
    for stop in [Stop::Fork { last: 7 }, Stop::Gap { last: 0 }] {
        let mut phone = phone();
        phone.step(Input::Saved(command(3)));
        phone.step(Input::Saved(command(5)));
        let effects = phone.step(pushed(Some(stop), 1));
        assert!(matches!(effects[..], [Effect::Note(Note::Renumbered), Effect::Store(_), Effect::Push(_)]));
        assert_eq!(places(&phone), [(FRESH, 1), (FRESH, 2)]);
    }
}

#[test]
fn renumbering_without_end_is_left_for_later() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    for _ in 0..RENUMBERINGS_MAX {
        phone.step(pushed(Some(Stop::Gap { last: 0 }), 1));
    }
    let effects = phone.step(pushed(Some(Stop::Gap { last: 0 }), 1));
    assert!(matches!(effects[..], [Effect::WakeAfter { .. }]));
    assert_eq!(phone.memory().outbox.len(), 1);
}

#[test]
fn what_was_saved_while_the_queue_was_renumbered_finds_its_place() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    phone.step(pushed(Some(Stop::Fork { last: 1 }), 1));
    let effects = phone.step(Input::Saved(command(2)));
    assert!(matches!(&effects[..], [Effect::Store(store)] if store.queue.is_some()));
    assert_eq!(places(&phone), [(FRESH, 1), (FRESH, 2)]);
}

#[test]
fn a_restored_server_is_offered_what_it_may_have_forgotten() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    phone.step(pushed(None, 1));
    phone.step(pulled(news(0, &[plan(9, 1)], vec![accepted(1)], None)));
    phone.step(Input::Saved(command(2)));
    let effects = phone.step(pushed(Some(Stop::Restored), 2));
    let ids: Vec<u128> = phone.memory().outbox.iter().map(|waiting| waiting.id().0.as_u128()).collect();
    assert_eq!(ids, [1, 2], "in the old order");
    assert!(phone.memory().cursors.is_empty());
    assert!(matches!(effects[..], [Effect::Note(Note::Restored), Effect::Store(_), Effect::Push(_)]));
}

#[test]
fn a_command_that_this_build_cannot_read_is_sent_all_the_same() {
    let mut memory = Memory::new(OLD);
    let sealed = r#"{"id":"later"}"#.to_owned();
    memory.outbox.push(Waiting::Sealed(Sealed { id: CommandId(Uuid::from_u128(1)), device: OLD, seq: 1, sealed }));
    let mut phone = Phone::restored(ME, String::new(), &[], memory, Defences::default());
    let effects = phone.step(Input::Woke);
    let [Effect::Push(push)] = &effects[..] else { panic!("not sent") };
    let text = serde_json::to_string(push).unwrap();
    assert!(text.contains(r#""seq":1,"sealed":"{\"id\":\"later\"}""#), "{text}");
    assert!(phone.view(at()).is_empty());
}

#[test]
fn pauses_grow_and_end_at_a_minute_and_a_lost_session_waits_for_its_owner() {
    let mut phone = phone();
    let mut pauses = Vec::new();
    for _ in 0..7 {
        phone.step(Input::Woke);
        let effects = phone.step(Input::Pulled(Box::new(Err(Fault::Offline)), FRESH));
        if let [Effect::WakeAfter { pause_ms }] = effects[..] {
            pauses.push(pause_ms);
        }
    }
    assert_eq!(pauses, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    phone.step(Input::Woke);
    assert!(phone.step(Input::Pulled(Box::new(Err(Fault::SignedOut)), FRESH)).is_empty());
}

#[test]
fn a_transaction_on_the_disk_gives_what_the_phone_remembers() {
    let mut phone = phone();
    let mut disk = phone.memory().clone();
    let mut effects = Vec::new();
    for n in 1..4 {
        disk.outbox.push(Waiting::Read(command(n)));
        disk.next_seq += 1;
        effects.append(&mut phone.step(Input::Saved(command(n))));
    }
    effects.append(&mut phone.step(pushed(Some(Stop::Fork { last: 3 }), 1)));
    effects.append(&mut phone.step(pushed(None, 1)));
    let reason = Refusal::PlanNotAgreed.spoken();
    let no = Answer { id: CommandId(Uuid::from_u128(2)), verdict: Verdict::Rejected { reason } };
    effects.append(&mut phone.step(pulled(news(0, &[plan(1, 1), plan(2, 1)], vec![accepted(1), no], None))));
    for effect in effects {
        if let Effect::Store(store) = effect {
            store.apply(&mut disk);
        }
    }
    let memory = phone.memory();
    assert_eq!((&disk.rows, &disk.cursors, &disk.outbox), (&memory.rows, &memory.cursors, &memory.outbox));
    assert_eq!((&disk.tray, &disk.sent), (&memory.tray, &memory.sent));
    assert_eq!((disk.device, disk.next_seq), (memory.device, memory.next_seq));
    assert_eq!((memory.outbox.len(), memory.tray.len(), memory.sent.len()), (1, 1, 1));
}

#[test]
fn a_phone_that_follows_keeps_what_is_saved_and_leaves_the_sending_to_another() {
    let mut phone = phone();
    phone.follow(true);
    assert!(phone.step(Input::Saved(command(1))).is_empty());
    assert!(phone.step(Input::Woke).is_empty());
    assert!(!phone.is_flying());
    assert_eq!(phone.memory().outbox.len(), 1);
    phone.follow(false);
    let effects = phone.step(Input::Woke);
    assert!(matches!(&effects[..], [Effect::Push(push)] if push.commands.len() == 1));
}

#[test]
fn an_exchange_that_was_under_way_when_another_took_over_is_given_up() {
    let mut phone = phone();
    phone.step(Input::Saved(command(1)));
    phone.follow(true);
    assert!(!phone.is_flying());
    assert!(phone.step(pushed(None, 1)).is_empty());
    assert!(phone.step(pulled(news(0, &[plan(1, 1)], vec![accepted(1)], None))).is_empty());
    assert_eq!(phone.memory().outbox.len(), 1, "the one that sends now will hear of it");
    phone.follow(false);
    assert!(matches!(&phone.step(Input::Woke)[..], [Effect::Push(_)]));
}

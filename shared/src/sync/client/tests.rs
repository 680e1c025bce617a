//! The phone's side, driven by hand.

use chrono::NaiveDate;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::employee::Employee;
use crate::entry::{Content, RecordEntry};
use crate::ids::{EntryId, UnitId};
use crate::quantity::Quantity;
use crate::sync::wire::{Answer, Delta};

fn person() -> EmployeeId {
    EmployeeId(Uuid::from_u128(1))
}

fn at(time: &str) -> DateTime<Utc> {
    format!("2026-07-14T{time}:00Z").parse().unwrap()
}

fn client() -> Client {
    let me = Employee {
        id: person(),
        name: "Rahmawati".into(),
        rank: String::new(),
        position: String::new(),
        unit: UnitId(Uuid::from_u128(2)),
        superior: None,
        rev: 1,
    };
    let memory = Memory { rows: [Row::Employee(me)].into_iter().collect(), ..Memory::default() };
    Client::restored(DeviceId(Uuid::from_u128(3)), person(), memory)
}

fn command(n: u128, date: &str) -> Command {
    let content = Content {
        plan: None,
        text: format!("pekerjaan {n}"),
        quantity: Quantity::ZERO,
        work_date: date.parse::<NaiveDate>().unwrap(),
        photos: vec![],
    };
    let action = Action::RecordEntry(RecordEntry { id: EntryId(Uuid::from_u128(n)), content });
    Command {
        id: CommandId(Uuid::from_u128(n)),
        device: DeviceId(Uuid::from_u128(3)),
        seq: 1,
        v: 1,
        made_at: at("03:00"),
        action,
    }
}

fn reply(answers: Vec<Answer>, deltas: Vec<Delta>) -> Input {
    Input::Pulled(Box::new(Ok(PullReply { deltas, answers, more: false, server_time: at("04:00") })))
}

#[test]
fn a_push_answer_alone_never_empties_the_outbox() {
    let mut phone = client();
    let effects = phone.step(Input::Saved(command(7, "2026-07-14")));
    assert!(matches!(effects[..], [Effect::Push(_)]));
    let answers = vec![Answer { id: CommandId(Uuid::from_u128(7)), verdict: Verdict::Accepted }];
    let effects = phone.step(Input::Pushed(Ok(PushReply { answers, server_time: at("04:00") })));
    assert!(matches!(effects[..], [Effect::Pull(_)]));
    assert_eq!(phone.outbox().len(), 1);
}

#[test]
fn rows_and_verdict_arrive_together_and_the_view_never_blinks() {
    let mut phone = client();
    phone.step(Input::Saved(command(7, "2026-07-14")));
    let shown = phone.view(at("03:30"));
    let row = shown.entry(EntryId(Uuid::from_u128(7))).unwrap().clone();
    assert_eq!(row.received_at, None);
    let confirmed = crate::entry::Entry { received_at: Some(at("04:00")), ..row };
    let delta = Delta {
        scope: Scope::Own(person()),
        reset: false,
        from: 0,
        to: 1,
        ops: vec![Op::Put { row: Row::Entry(confirmed) }],
    };
    phone.step(Input::Pushed(Ok(PushReply { answers: vec![], server_time: at("04:00") })));
    let effects =
        phone.step(reply(vec![Answer { id: CommandId(Uuid::from_u128(7)), verdict: Verdict::Accepted }], vec![delta]));
    assert!(phone.outbox().is_empty());
    assert!(phone.view(at("04:00")).entry(EntryId(Uuid::from_u128(7))).unwrap().received_at.is_some());
    assert!(
        matches!(&effects[..], [Effect::Store(store), Effect::SendPhotos] if store.answered.len() == 1 && store.puts.len() == 1)
    );
}

#[test]
fn a_refused_command_lands_in_the_tray_and_does_not_block() {
    let mut phone = client();
    phone.step(Input::Saved(command(7, "2026-07-14")));
    phone.step(Input::Saved(command(8, "2026-07-14")));
    phone.step(Input::Pushed(Ok(PushReply { answers: vec![], server_time: at("04:00") })));
    let reason = Refusal::PlanNotAgreed.spoken();
    let effects = phone
        .step(reply(vec![Answer { id: CommandId(Uuid::from_u128(7)), verdict: Verdict::Rejected { reason } }], vec![]));
    assert_eq!((phone.tray().len(), phone.outbox().len()), (1, 1));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Push(_))), "the second is sent on");
}

#[test]
fn an_expired_session_keeps_the_queue_and_stops_trying() {
    let mut phone = client();
    phone.step(Input::Saved(command(7, "2026-07-14")));
    let effects = phone.step(Input::Pushed(Err(Fault::SignedOut)));
    assert!(effects.is_empty());
    assert_eq!(phone.outbox().len(), 1);
    assert_eq!(phone.line(), &Line::Down(Fault::SignedOut));
    assert!(matches!(phone.step(Input::Wake)[..], [Effect::Push(_)]), "signing in wakes it");
}

#[test]
fn pauses_grow_and_end_at_a_minute() {
    let mut phone = client();
    let mut pauses = Vec::new();
    for _ in 0..8 {
        phone.step(Input::Wake);
        for effect in phone.step(Input::Pulled(Box::new(Err(Fault::Offline)))) {
            if let Effect::WakeAfter { pause_ms } = effect {
                pauses.push(pause_ms);
            }
        }
    }
    assert_eq!(pauses, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
}

#[test]
fn a_stale_answer_is_passed_over() {
    let mut phone = client();
    let news = |from, to| Delta { scope: Scope::Own(person()), reset: false, from, to, ops: vec![] };
    phone.step(Input::Wake);
    phone.step(reply(vec![], vec![news(0, 5)]));
    phone.step(Input::Wake);
    phone.step(reply(vec![], vec![news(3, 4)]));
    assert_eq!(phone.question().cursors[&Scope::Own(person())], 5);
}

#[test]
fn a_future_date_is_refused_before_anything_is_saved() {
    let phone = client();
    let action = command(7, "2026-07-16").action;
    assert!(matches!(phone.promise(&action, at("03:00")), Err(Refusal::FutureDate { .. })));
}

#[test]
fn a_reset_forgets_what_the_office_no_longer_has() {
    let mut phone = client();
    let row = |n| match phone_entry(n) {
        Op::Put { row } => row,
        Op::Drop { .. } => Row::Unknown,
    };
    let delta = |reset, to, ops| Delta { scope: Scope::Own(person()), reset, from: 0, to, ops };
    phone.step(Input::Wake);
    phone.step(reply(vec![], vec![delta(true, 9, vec![phone_entry(7), phone_entry(8)])]));
    phone.step(Input::Wake);
    let effects = phone.step(reply(vec![], vec![delta(true, 3, vec![phone_entry(8)])]));
    let Some(Effect::Store(store)) = effects.first() else { panic!("nothing stored") };
    assert_eq!(store.drops, [row(7).key().unwrap()]);
    assert!(phone.view(at("04:00")).has(&row(8).key().unwrap()));
    assert!(phone.view(at("04:00")).employee(person()).is_some(), "people stay");
}

fn phone_entry(n: u128) -> Op {
    let Action::RecordEntry(record) = command(n, "2026-07-14").action else { return Op::Put { row: Row::Unknown } };
    let ctx = Ctx::on_server(Actor::Employee { employee: person() }, at("03:00"), at("03:00"));
    let rows = client().view(at("03:00"));
    decide(&Action::RecordEntry(record), &rows, &ctx).unwrap().remove(0).op
}

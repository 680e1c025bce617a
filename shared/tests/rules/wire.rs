//! What travels keeps its shape.

use teladan_shared::account::OpenAccount;
use teladan_shared::actor::Actor;
use teladan_shared::command::{Action, Command};
use teladan_shared::counter::OpenCounter;
use teladan_shared::expectation::{SetExpectation, Special};
use teladan_shared::goal::SetGoal;
use teladan_shared::ids::{AccountId, CounterId, GoalId, ResponseId, ServiceId};
use teladan_shared::nip::Nip;
use teladan_shared::remark::{RemarkKind, WriteRemark};
use teladan_shared::response::{LeaveResponse, Score};
use teladan_shared::row::Row;
use teladan_shared::rule::Ctx;
use teladan_shared::service::SetService;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

#[test]
fn every_kind_of_row_survives_the_wire() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    house.done(
        by(HEAD),
        Action::WriteRemark(WriteRemark { id: REMARK, entry: ENTRY, kind: RemarkKind::Thanks, text: "".into() }),
    );
    let now = by(HEAD).now;
    let operator = Ctx::on_server(Actor::Operator, now, now);
    let service = ServiceId(Uuid::from_u128(20));
    let counter = CounterId(Uuid::from_u128(21));
    house.done(operator, Action::SetService(SetService { id: service, name: "Akta".into(), unit: UNIT }));
    house.done(
        operator,
        Action::OpenCounter(OpenCounter { id: counter, code: "DUK-3".into(), name: "Loket 3".into(), service }),
    );
    let account = AccountId(Uuid::from_u128(22));
    let nip = Nip::parse("198609262015051001").unwrap();
    house.done(operator, Action::OpenAccount(OpenAccount { id: account, nip, employee: STAFF }));
    let response = LeaveResponse {
        id: ResponseId(Uuid::from_u128(23)),
        counter,
        score: Score::try_from(4).unwrap(),
        text: "ramah".into(),
        reference: "K7MP2QXR".into(),
    };
    house.done(operator, Action::LeaveResponse(response));
    let goal = SetGoal { id: GoalId(Uuid::from_u128(24)), name: "Pelayanan dasar yang tuntas".into(), parent: None };
    house.done(operator, Action::SetGoal(goal));
    let special = vec![Special { value: "harmonis".into(), text: "Sapa pemohon lebih dulu.".into() }];
    let expected = SetExpectation { employee: STAFF, year: 2026, base: 0, special };
    house.done(by(HEAD), Action::SetExpectation(expected));
    let kinds: std::collections::BTreeSet<String> = house.rows.iter().filter_map(|row| Some(row.key()?.kind)).collect();
    assert_eq!(kinds.len(), 13, "{kinds:?}");
    for row in house.rows.iter() {
        let value = serde_json::to_value(row).unwrap();
        assert_eq!(&serde_json::from_value::<Row>(value).unwrap(), row);
        assert_eq!(&serde_json::from_str::<Row>(&serde_json::to_string(row).unwrap()).unwrap(), row);
    }
}

/// One command of every kind, as version 1 wrote it. Lines are added, never changed: somewhere a phone still has them in
/// its queue.
const COMMANDS_V1: &str = include_str!("../golden/commands-v1.jsonl");

#[test]
fn every_command_ever_shipped_can_still_be_taken() {
    for line in COMMANDS_V1.lines() {
        let command: Command = serde_json::from_str(line).map_err(|error| format!("{error}: {line}")).unwrap();
        assert_eq!(serde_json::to_string(&command).unwrap(), line, "written as it was read");
        assert_eq!(command.clone().current(), Some(command));
    }
    assert_eq!(COMMANDS_V1.lines().count(), 22, "one of each kind");
}

#[test]
fn a_command_without_a_version_is_of_the_first_and_one_of_the_future_is_not_understood() {
    let line = COMMANDS_V1.lines().next().unwrap();
    let old: Command = serde_json::from_str(&line.replace(r#""v":1,"#, "")).unwrap();
    assert_eq!(old.v, 1);
    let later: Command = serde_json::from_str(&line.replace(r#""v":1,"#, r#""v":2,"#)).unwrap();
    assert_eq!(later.current(), None);
}

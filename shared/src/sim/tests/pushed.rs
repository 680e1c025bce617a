//! The door of every device: what only takes an import back does not come in through it, in whatever protocol it speaks.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use uuid::Uuid;

use crate::actor::Actor;
use crate::admin::GiveAdmin;
use crate::command::{Action, Command, VERSION};
use crate::employee::SetEmployee;
use crate::ids::{CommandId, DeviceId, EmployeeId, UnitId};
use crate::refusal::Refusal;
use crate::sim::chance::Chance;
use crate::sim::stage;
use crate::sim::store::SimStore;
use crate::sim::world::finish;
use crate::sync::defence::Defences;
use crate::sync::office::{Arrived, Office, Order, Taken};
use crate::sync::talk::{PROTOCOL, Push};
use crate::sync::wire::Verdict;
use crate::unit::{EraseUnit, SetUnit};

const UNIT: UnitId = UnitId(Uuid::from_u128(0x7001));
const ADMIN: EmployeeId = EmployeeId(Uuid::from_u128(0x7002));
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0x7003));

fn arrived(seq: u64, action: Action) -> Arrived<()> {
    let id = CommandId(Uuid::from_u128(0x7100 + u128::from(seq)));
    let command = Command { id, device: DEVICE, seq, v: VERSION, made_at: stage::moment(0), action };
    Arrived { id, device: DEVICE, seq, command: Some(command), payload: () }
}

/// The office gives it itself.
fn given(office: &Office<'_, SimStore>, actor: Actor, arrived: &Arrived<()>) -> Option<Verdict> {
    match finish(office.take(actor, arrived, Order::Free, None, stage::moment(0))).unwrap() {
        Taken::Decided(verdict, _) => Some(verdict),
        Taken::Stopped(_) => None,
    }
}

/// Units, people and rights: a unit with its admin.
fn orders() -> [Action; 3] {
    let (name, rank, position) = ("Sri Rahayu".into(), String::new(), String::new());
    [
        Action::SetUnit(SetUnit {
            id: UNIT,
            name: "Bidang".into(),
            parent: None,
            head: None,
            zone: Default::default(),
            was: None,
        }),
        Action::SetEmployee(SetEmployee { id: ADMIN, name, rank, position, unit: UNIT, superior: None }),
        Action::GiveAdmin(GiveAdmin { person: ADMIN, unit: UNIT }),
    ]
}

#[test]
fn what_only_the_office_does_is_not_pushed() {
    let store = SimStore::new(Chance::new(1), Defences::default());
    let office = Office::new(&store);
    for (seq, action) in (101..).zip(orders()) {
        assert_eq!(given(&office, Actor::Operator, &arrived(seq, action)), Some(Verdict::Accepted));
    }
    let erase = || Action::EraseUnit(EraseUnit { id: UNIT, base: 1 });
    let actor = Actor::Employee { employee: ADMIN };
    let refused = Verdict::Rejected { reason: Refusal::NotAllowed.spoken() };
    for (protocol, seq) in [(1, 9), (PROTOCOL, 1)] {
        let commands = vec![arrived(seq, erase())];
        let push = Push { protocol, build: String::new(), owner: None, device: DEVICE, epoch: None, commands };
        let (pushed, moved) = finish(office.push(actor, push, stage::moment(0))).unwrap();
        let told: Vec<_> = pushed.answers.into_iter().map(|answer| answer.verdict).collect();
        assert_eq!((told, moved.len()), (vec![refused.clone()], 0), "protocol {protocol}");
    }
    let step = arrived(50, erase());
    assert_eq!(given(&office, actor, &step), Some(Verdict::Accepted), "as a step of the office's own work");
}

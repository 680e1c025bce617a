//! The simulator's own tests: its store keeps the contract, its worlds are what their seeds say.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod pushed;

use std::cell::RefCell;
use std::convert::Infallible;

use uuid::Uuid;

use super::chance::Chance;
use super::disk::Disk;
use super::store::SimStore;
use super::world::finish;
use super::{STEPS, run};
use crate::actor::Actor;
use crate::ids::{CommandId, DeviceId, EmployeeId};
use crate::sync::defence::Defences;
use crate::sync::office::{Arrived, Office, Order, Taken, contract};
use crate::sync::phone::contract::{self as phone_contract, Handset};
use crate::sync::phone::{Memory, Store, Waiting};
use crate::sync::wire::Verdict;

/// A simulated phone: every window is at the same disk.
struct Simulated(RefCell<Disk>);

impl phone_contract::Disk for &Simulated {
    type Error = Infallible;

    async fn append(&self, waiting: Waiting) -> Result<Waiting, Infallible> {
        let command = waiting.command().unwrap().clone();
        Ok(Waiting::Read(self.0.borrow_mut().append(command, super::photo::Pictures::new(), true)))
    }

    async fn take_in(&self, store: &Store) -> Result<(), Infallible> {
        self.0.borrow_mut().store(store);
        Ok(())
    }

    async fn discard(&self, id: CommandId) -> Result<(), Infallible> {
        self.0.borrow_mut().discard(id, Vec::new());
        Ok(())
    }

    async fn recall(&self) -> Result<Memory, Infallible> {
        Ok(self.0.borrow().now().clone())
    }
}

impl<'a> Handset for &'a Simulated {
    type Disk = &'a Simulated;

    fn owner(&self) -> EmployeeId {
        super::stage::PEOPLE[2]
    }

    async fn open(&self) -> Result<&'a Simulated, Infallible> {
        Ok(self)
    }
}

#[test]
fn the_disk_of_the_simulator_keeps_the_contract() {
    for case in phone_contract::CASES {
        let phone = Simulated(RefCell::new(Disk::new(DeviceId(Uuid::from_u128(1)))));
        finish(phone_contract::prove(case, &&phone)).unwrap();
    }
}

#[test]
fn the_store_of_the_simulator_keeps_the_contract() {
    let store = SimStore::new(Chance::new(1), Defences::default());
    finish(contract::prove(&store, ())).unwrap();
}

#[test]
fn nobody_hears_the_verdict_on_anothers_command() {
    let store = SimStore::new(Chance::new(1), Defences::default());
    let office = Office::new(&store);
    let now = super::stage::moment(0);
    let mut orders = super::stage::orders().into_iter();
    let (operator, command) = orders.next().unwrap();
    let arrived = Arrived { id: command.id, device: command.device, seq: 1, command: Some(command), payload: () };
    let take = |actor| finish(office.take(actor, &arrived, Order::Free, None, now)).unwrap();
    assert!(matches!(take(operator), Taken::Decided(Verdict::Accepted, _)));
    let stranger = Actor::Employee { employee: super::stage::PEOPLE[2] };
    let Taken::Decided(Verdict::Rejected { reason }, moved) = take(stranger) else { panic!("told") };
    assert_eq!((reason.code.as_str(), moved.len()), ("not_allowed", 0));
    assert!(matches!(take(operator), Taken::Decided(Verdict::Accepted, moved) if moved.is_empty()));
}

#[test]
fn the_same_seed_gives_the_same_world() {
    let (first, again) = (run(7, STEPS, None, None), run(7, STEPS, None, None));
    assert_eq!(first.coverage, again.coverage);
    assert_eq!(first.failure, again.failure);
    assert_ne!(first.coverage, run(8, STEPS, None, None).coverage);
}

#[test]
fn forty_worlds_keep_every_promise() {
    for seed in 0..40 {
        let outcome = run(seed, STEPS, None, None);
        assert_eq!(outcome.failure, None, "seed {seed}");
    }
}

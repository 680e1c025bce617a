//! The simulator's own tests: its store keeps the contract, its worlds are what their seeds say.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::chance::Chance;
use super::store::SimStore;
use super::world::finish;
use super::{STEPS, run};
use crate::sync::defence::Defences;
use crate::sync::office::contract;

#[test]
fn the_store_of_the_simulator_keeps_the_contract() {
    let store = SimStore::new(Chance::new(1), Defences::default());
    finish(contract::prove(&store, ())).unwrap();
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

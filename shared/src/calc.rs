//! The regulations' calculators: pure, exact, and the only place where each figure is made.
//!
//! What a screen shows, what a report prints and what `teladan compute` answers come from the same functions. Each module
//! begins with the page that `teladan compute RULE --explain` prints: source, formula, units, rounding, what is refused,
//! and what the source leaves open. Deadlines and working days live in [`crate::calendar`], the NIP in [`crate::nip`].

pub mod angka_kredit;
pub mod distribution;
pub mod halving;
pub mod ikm;
pub mod pp30;
pub mod predikat;
pub mod sample_size;

/// How property tests run here: the same cases everywhere, also where there is no chance and no disk (wasm32).
#[cfg(test)]
pub(crate) fn property() -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, RngSeed};
    Config { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_101), ..Config::default() }
}

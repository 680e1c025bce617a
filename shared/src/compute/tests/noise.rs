//! Bytes that nobody meant: no rule may panic on them, and every answer is one line of JSON. `cargo xtask fuzz compute` does
//! the same for as long as one likes; here is a fixed share of it for every run.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::compute::noise::Noise;

#[test]
fn noise_never_panics_and_every_answer_is_one_line_of_json() {
    for rule in Rule::ALL {
        let mut noise = Noise::new(*rule, 7);
        for _ in 0..4_000 {
            noise.once();
        }
        assert!(noise.computed > 0 && noise.refused > 0 && noise.not_json > 0, "{rule}: {noise:?}");
    }
}

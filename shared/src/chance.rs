//! Chance that repeats: splitmix64 (Steele, Lea and Flood, 2014). The same seed gives the same numbers on every machine and with every
//! version of every library, which no borrowed generator promises. For made-up input and simulated worlds, never for secrets.

/// The next 64 bits of the stream that `state` stands in.
pub const fn splitmix64(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

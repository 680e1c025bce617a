//! A sum over the rows of a scope, so that phone and server can tell whether they hold the same.
//!
//! Each row gives a number made of its name and revision; the sum of all wraps around at 2^32. So the server keeps it up to
//! date with one addition and one subtraction for each change, and the order of the rows does not matter.

use crate::row::{Key, Row};

/// What one row adds to the sum.
#[must_use]
pub fn of(key: &Key, rev: u32) -> u32 {
    let name = key.kind.bytes().chain([b':']).chain(key.id.bytes()).chain(rev.to_le_bytes());
    // FNV-1a: small, and good enough to notice a lost row; nobody attacks it.
    name.fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What this row adds to the sum; none for a kind that this build does not know, because then no sum can be told.
#[must_use]
pub fn of_row(row: &Row) -> Option<u32> {
    row.key().map(|key| of(&key, row.rev()))
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn another_revision_or_name_gives_another_number() {
        let key = |id: &str| Key { kind: "entry".to_owned(), id: id.to_owned() };
        let all = [of(&key("a"), 1), of(&key("a"), 2), of(&key("b"), 1)];
        assert!(all[0] != all[1] && all[0] != all[2] && all[1] != all[2]);
        assert_eq!(of(&key("a"), 1), 0xaced_b2cf, "the same on every machine and in every build");
    }
}

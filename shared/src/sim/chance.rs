//! Chance from a seed, as a world wants it. The same seed gives the same world on every machine.

use uuid::Uuid;

use crate::chance::splitmix64;

/// A stream of chance.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        splitmix64(&mut self.0)
    }

    /// A number from 0 to `count` - 1; 0 when there is none.
    pub const fn below(&mut self, count: u64) -> u64 {
        let next = self.next();
        if count == 0 { 0 } else { next % count }
    }

    /// A place in a list of this length.
    pub fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }

    /// True once in `count` times, on average; never for 0.
    pub const fn one_in(&mut self, count: u64) -> bool {
        let below = self.below(count);
        count > 0 && below == 0
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.place(items.len()))
    }

    /// A fresh id.
    pub const fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.next(), self.next())
    }
}

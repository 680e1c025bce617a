//! How far one item has come, in five signs that everybody knows.

use crate::entry::{Entry, Review};

/// The truth about one item, as everybody knows it from chat: clock, one tick, two ticks, check or arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// *Tersimpan di HP*: durable on the phone, not yet at the office.
    OnPhone,
    /// *Terkirim*: durable at the office.
    Sent,
    /// *Dilihat atasan*.
    Seen,
    /// *Disetujui*.
    Approved,
    /// *Perlu revisi*.
    Returned,
}

impl Entry {
    /// How far the entry has come.
    #[must_use]
    pub const fn state(&self) -> ItemState {
        match (self.review, self.received_at, self.seen_at) {
            (Review::Approved, _, _) => ItemState::Approved,
            (Review::Returned, _, _) => ItemState::Returned,
            (Review::Open, None, _) => ItemState::OnPhone,
            (Review::Open, Some(_), None) => ItemState::Sent,
            (Review::Open, Some(_), Some(_)) => ItemState::Seen,
        }
    }

    /// Does it wait for the superior?
    #[must_use]
    pub const fn waits(&self) -> bool {
        matches!(self.review, Review::Open)
    }
}

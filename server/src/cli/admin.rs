//! `teladan admin`: who looks after which unit.

use clap::{Args, Subcommand};

use super::Place;
use crate::operator::Order;

#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// The person with this NIP looks after the unit and everything below it.
    Add(Right),
    /// No longer.
    Remove(Right),
    /// List all admins.
    List {
        #[command(flatten)]
        place: Place,
    },
}

/// A right over a unit.
#[derive(Debug, Args)]
pub(super) struct Right {
    #[command(flatten)]
    place: Place,
    /// Whose.
    nip: String,
    /// Name of the unit.
    unit: String,
}

impl Admin {
    /// Where, and what the operator wants there.
    pub(super) fn order(self) -> (Place, Order) {
        match self {
            Self::Add(Right { place, nip, unit }) => (place, Order::AddAdmin { nip, unit }),
            Self::Remove(Right { place, nip, unit }) => (place, Order::RemoveAdmin { nip, unit }),
            Self::List { place } => (place, Order::ListAdmins),
        }
    }
}

//! `teladan rollup`: the sums behind the boards.

use clap::Subcommand;

use super::Place;

#[derive(Debug, Subcommand)]
pub(super) enum Rollup {
    /// Count all sums again from the rows and put right what differs. People can go on working meanwhile.
    Recount {
        #[command(flatten)]
        place: Place,
    },
}

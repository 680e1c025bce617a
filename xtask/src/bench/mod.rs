//! `cargo xtask bench`: what the release build does, in numbers. Times are printed as ratios and gate nothing; bytes may.

mod compute;
mod kill;
mod watched;

use crate::build;
use crate::error::Result;
use crate::machine::{self, Need};
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// What to measure.
    target: Target,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Target {
    /// A million questionnaires through `teladan compute ikm`.
    Compute,
    /// What 200 kills under load leave behind.
    Kill,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    machine::provide(options.target.needs())?;
    let server = build::optimised(workspace)?;
    match options.target {
        Target::Compute => compute::run(&server),
        Target::Kill => kill::run(workspace, &server),
    }
}

impl Target {
    fn needs(self) -> &'static [Need] {
        match self {
            Self::Compute => &[Need::Server],
            // Node's packages come by npm, which is among what the browser needs.
            Self::Kill => &[Need::Server, Need::Browser],
        }
    }
}

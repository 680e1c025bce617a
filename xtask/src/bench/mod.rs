//! `cargo xtask bench`: what the release build does, in numbers. Times are printed as ratios and gate nothing; bytes may.

mod compute;
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
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    machine::provide(&[Need::Server])?;
    let server = build::optimised(workspace)?;
    match options.target {
        Target::Compute => compute::run(&server),
    }
}

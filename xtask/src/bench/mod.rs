//! `cargo xtask bench`: what the release build does, in numbers. Times are printed as ratios and gate nothing; bytes may.

mod compute;
mod kill;
mod reach;
mod watched;
mod writers;

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
    /// 5,000 people and a million entries: boards, and one more entry.
    Reach,
    /// One to two hundred writers on one scope.
    Writers,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    machine::provide(options.target.needs())?;
    match options.target {
        Target::Compute => compute::run(&build::optimised(workspace)?),
        Target::Kill => kill::run(workspace, &build::optimised(workspace)?),
        Target::Reach => reach::run(workspace),
        Target::Writers => writers::run(workspace),
    }
}

impl Target {
    fn needs(self) -> &'static [Need] {
        match self {
            Self::Compute | Self::Reach | Self::Writers => &[Need::Server],
            // Node's packages come by npm, which is among what the browser needs.
            Self::Kill => &[Need::Server, Need::Browser],
        }
    }
}

//! `cargo xtask fuzz compute`: made-up lines for every rule, for as long as one likes. The lines are bent in `shared`
//! (`compute::noise`); here is only how the program that does it is built and started.

use crate::error::Result;
use crate::process;
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// What to feed.
    target: Target,
    /// For how long, all rules together.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Another number bends other lines.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Target {
    /// The rules of `teladan compute`.
    Compute,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    match options.target {
        Target::Compute => compute(workspace, options),
    }
}

fn compute(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut command = process::cargo();
    command.current_dir(&workspace.root);
    // With debug assertions: an overflow is a find.
    command.args(["run", "-p", "teladan-shared", "--features", "noise", "--example", "fuzz", "--"]);
    process::run(command.args([options.seconds.to_string(), options.seed.to_string()]))
}

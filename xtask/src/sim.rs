//! `cargo xtask sim`: worlds of phones and servers from their seeds (`shared/src/sim`). Here it is only built and started.

use crate::error::Result;
use crate::process;
use crate::suites::{Count, count};
use crate::workspace::Workspace;

/// Worlds in the suite; a long run is for a desk or a night.
const SUITE_SEEDS: &str = "0..3000";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Which worlds: A..B.
    #[arg(long, default_value = "0..10000")]
    seeds: String,
    /// Take this defence away and see the world break.
    #[arg(long)]
    ablate: Option<String>,
    /// Steps in each world.
    #[arg(long)]
    steps: Option<u32>,
    /// Live one world again and print every move.
    #[arg(long)]
    replay: Option<u64>,
    /// Take away each defence in turn; every time a world must break.
    #[arg(long)]
    ablations: bool,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut args = vec!["--seeds".to_owned(), options.seeds.clone()];
    args.extend(options.ablate.iter().flat_map(|name| ["--ablate".to_owned(), name.clone()]));
    args.extend(options.steps.iter().flat_map(|steps| ["--steps".to_owned(), steps.to_string()]));
    args.extend(options.replay.iter().flat_map(|seed| ["--replay".to_owned(), seed.to_string()]));
    args.extend(options.ablations.then(|| "--ablations".to_owned()));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    start(workspace, &args).map(drop)
}

/// The suite: some worlds, and every ablation.
pub(crate) fn test(workspace: &Workspace) -> Result<Count> {
    let worlds = start(workspace, &["--seeds", SUITE_SEEDS])?;
    let ablations = start(workspace, &["--ablations"])?;
    count::some(worlds + ablations)
}

fn start(workspace: &Workspace, args: &[&str]) -> Result<u32> {
    let mut command = process::cargo();
    command.current_dir(&workspace.root);
    command.args(["run", "--release", "-p", "teladan-shared", "--features", "sim", "--example", "sim", "--"]);
    let mut passed = 0;
    process::run_watched(command.args(args), |line| passed += count::passed(line))?;
    Ok(passed)
}

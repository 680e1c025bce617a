//! `cargo xtask build`: the app's folder and the server; with `--release` both in one file. With `--contract` only the page of the
//! disk's contract.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::machine::{self, Need};
use crate::workspace::Workspace;
use crate::{dist, process};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Optimise the server and put the app inside it: one file to deploy.
    #[arg(long)]
    release: bool,
    /// Print what every file of the app weighs, and fail when it is too much.
    #[arg(long)]
    report: bool,
    /// Only the page on which a browser tries the contract of the phone's disk (TELADAN_CONTRACT for Playwright).
    #[arg(long)]
    contract: bool,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.contract {
        machine::provide(&[Need::App])?;
        println!("{}", dist::contract(workspace)?.display());
        return Ok(());
    }
    machine::provide(&[Need::Server, Need::App])?;
    let dist = dist::build(workspace)?;
    if options.report {
        dist::report(&dist)?;
    }
    let server = if options.release { single_file(workspace)? } else { server(workspace)? };
    println!("{}", server.display());
    Ok(())
}

/// The server as tests and `run` use it: quick to build, reads the app's files from the folder it is given.
pub(crate) fn server(workspace: &Workspace) -> Result<PathBuf> {
    process::run(process::cargo().current_dir(&workspace.root).args(["build", "-p", "teladan-server"]))?;
    existing(workspace.program("debug", "teladan"))
}

/// The network that the browser's tests break, in front of the server.
pub(crate) fn fault(workspace: &Workspace) -> Result<PathBuf> {
    process::run(process::cargo().current_dir(&workspace.root).args(["build", "-p", "teladan-fault"]))?;
    existing(workspace.program("debug", "teladan-fault"))
}

/// The database server that tests with several nodes share. A program of its own: its SurrealDB has other features than ours, and named in one
/// call with the server it would have RocksDB built once more (tried: ten minutes to save four).
pub(crate) fn test_database(workspace: &Workspace) -> Result<PathBuf> {
    process::run(process::cargo().current_dir(&workspace.root).args(["build", "-p", "teladan-test-database"]))?;
    existing(workspace.program("debug", "teladan-test-database"))
}

/// The server optimised, without the app's files inside: what benchmarks measure.
pub(crate) fn optimised(workspace: &Workspace) -> Result<PathBuf> {
    process::run(process::cargo().current_dir(&workspace.root).args(["build", "-p", "teladan-server", "--release"]))?;
    existing(workspace.program("release", "teladan"))
}

/// The server as it ships. It reads the app's files at compile time from the folder that `TELADAN_DIST` names.
fn single_file(workspace: &Workspace) -> Result<PathBuf> {
    let mut command = process::cargo();
    command.current_dir(&workspace.root).env("TELADAN_DIST", workspace.dist());
    process::run(command.args(["build", "-p", "teladan-server", "--release", "--features", "embed"]))?;
    existing(workspace.program("release", "teladan"))
}

fn existing(path: PathBuf) -> Result<PathBuf> {
    if path.is_file() { Ok(path) } else { Err(Error::Machine(format!("cargo did not write {}", path.display()))) }
}

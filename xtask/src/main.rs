//! `cargo xtask`: the only build logic there is. CI calls it, a desk calls it.
//!
//! `main` reads the command line and calls one room: `run`, `build`, `suites` (test), `bench`, `fuzz` or `tidy`. `dist` makes the app's files,
//! `machine` looks after what has to be installed, `workspace` knows where things are, `process` starts programs.

mod bench;
mod build;
mod dist;
mod error;
mod fuzz;
mod machine;
mod process;
mod run;
mod sim;
mod suites;
mod tidy;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::{Error, Result};
use crate::workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, runs and tests Teladan.")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build what changed and serve it on this machine.
    Run(run::Options),
    /// Build the app and the server; with --release into one file.
    Build(build::Options),
    /// Run the test suites, all of them when none is named.
    Test(suites::Options),
    /// Measure the release build.
    Bench(bench::Options),
    /// Feed made-up input to what must never panic.
    Fuzz(fuzz::Options),
    /// Let many phones and servers live through everything that can go wrong, from seeds.
    Sim(sim::Options),
    /// Only the rules that the compiler cannot see.
    Tidy,
    /// Run one WebAssembly test file in Node (called by `cargo test`).
    #[command(hide = true)]
    WasmRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    match perform(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        // The suites have already said what failed, line by line.
        Err(Error::SuitesFailed) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Run(options) => run::run(&Workspace::find()?, &options),
        Task::Build(options) => build::run(&Workspace::find()?, &options),
        Task::Test(options) => suites::run(&Workspace::find()?, &options),
        Task::Bench(options) => bench::run(&Workspace::find()?, &options),
        Task::Fuzz(options) => fuzz::run(&Workspace::find()?, &options),
        Task::Sim(options) => sim::run(&Workspace::find()?, &options),
        Task::Tidy => tidy::run(&Workspace::find()?.root),
        Task::WasmRunner { args } => suites::wasm_runner(args),
    }
}

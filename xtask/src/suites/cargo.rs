//! The suites that are one call of cargo each.
//!
//! Always one `-p` for each call: cargo turns on a dependency's features for all packages of a call together, and a call with
//! other packages would build SurrealDB a second time.

use std::process::Command;

use crate::error::{Error, Result};
use crate::machine::rust;
use crate::process;
use crate::suites::{Count, count};
use crate::workspace::Workspace;

const ON_HOST: [&str; 4] = ["teladan-shared", "teladan-server", "teladan-fault", "xtask"];
const ON_WASM: [&str; 3] = ["teladan-shared", "teladan-app", "teladan-store"];

pub(crate) fn fmt(workspace: &Workspace) -> Result<Count> {
    rust::provide_component("fmt", "rustfmt")?;
    process::run(process::cargo().current_dir(&workspace.root).args(["fmt", "--all", "--check"]))?;
    Ok(None)
}

/// All packages, also after one has failed: whoever has to mend wants the whole list.
pub(crate) fn clippy(workspace: &Workspace) -> Result<Count> {
    rust::provide_component("clippy", "clippy")?;
    let on_host = ON_HOST.map(|package| clippy_of(package, workspace));
    let on_wasm = ON_WASM.map(|package| for_wasm(clippy_of(package, workspace), workspace));
    if !rust::has_own_wasm_target() {
        println!("This Rust has no {} and Debian's has no clippy: the app is not linted here.", rust::WASM);
    }
    let on_wasm = on_wasm.into_iter().filter(|_| rust::has_own_wasm_target());
    let run = |mut command: Command| process::run(command.args(["--", "-D", "warnings"]));
    let results: Vec<_> = on_host.into_iter().chain(on_wasm).map(run).collect();
    results.into_iter().collect::<Result<Vec<()>>>().map(|_| None)
}

fn clippy_of(package: &str, workspace: &Workspace) -> Command {
    let mut command = process::cargo();
    command.current_dir(&workspace.root).args(["clippy", "-p", package, "--all-targets"]).args(features_of(package));
    command
}

/// The simulator is a feature of `shared`, and has tests of its own.
fn features_of(package: &str) -> &'static [&'static str] {
    if package == "teladan-shared" { &["--features", "sim"] } else { &[] }
}

pub(crate) fn test(workspace: &Workspace, package: &str) -> Result<Count> {
    counted(process::cargo().current_dir(&workspace.root).args(["test", "-p", package]).args(features_of(package)))
}

/// The same rules on the machine that phones have. Same bytes in, same bytes out.
pub(crate) fn test_wasm(workspace: &Workspace) -> Result<Count> {
    let me = std::env::current_exe().map_err(Error::file("xtask".as_ref()))?;
    let runner = serde_json::to_string(&[&me.to_string_lossy(), "wasm-runner"])?;
    let mut command = rust::wasm_cargo();
    command.current_dir(&workspace.root).args(["test", "-p", "teladan-shared", "--lib", "--tests"]);
    command.args(features_of("teladan-shared"));
    // As `--config` and not as a variable: a path with a space in it stays one path.
    command.arg("--config").arg(format!("target.{}.runner={runner}", rust::WASM));
    counted(&mut for_wasm(command, workspace))
}

fn for_wasm(mut command: Command, workspace: &Workspace) -> Command {
    command.args(["--target", rust::WASM, "--target-dir"]).arg(workspace.wasm_target());
    command
}

fn counted(command: &mut Command) -> Result<Count> {
    let mut passed = 0;
    process::run_watched(command, |line| passed += count::passed(line))?;
    count::some(passed)
}

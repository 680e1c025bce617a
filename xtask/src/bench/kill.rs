//! The release build, killed again and again while phones push (`end2end/tests/kill.spec.ts`, which says what is counted).

use std::path::Path;

use crate::error::{Error, Result};
use crate::machine::node;
use crate::process;
use crate::workspace::{self, Workspace};

const ROUNDS: &str = "200";

/// `TELADAN_KILL_ROUNDS`, when set, asks for another number.
pub(crate) fn run(workspace: &Workspace, server: &Path) -> Result<()> {
    let recent = node::provide_recent(workspace)?;
    node::provide_packages(&workspace.end2end())?;
    // The doors answer without an app, so none is built.
    let no_app = workspace.scratch().join("no-app");
    std::fs::create_dir_all(&no_app).map_err(Error::file(&no_app))?;
    let mut playwright = process::command(workspace.end2end().join("node_modules/.bin/playwright"));
    playwright.current_dir(workspace.end2end()).args(["test", "tests/kill.spec.ts"]);
    playwright.env("PATH", node::path_with(recent.as_deref()));
    playwright.env("TELADAN_BIN", server).env("TELADAN_DIST", no_app);
    playwright.env("TELADAN_KILL_ROUNDS", workspace::env("TELADAN_KILL_ROUNDS").unwrap_or_else(|| ROUNDS.into()));
    process::run(&mut playwright)
}

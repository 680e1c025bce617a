//! Playwright in `end2end/` against the real server and the app as it ships, in Debian's Chromium.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::machine::node;
use crate::suites::{Count, count};
use crate::workspace::{self, Workspace};
use crate::{build, dist, process};

/// How many tests of a run may need a second try. Two cores that something else uses as well explain one or two; more is a fault, and so is
/// the same name in two runs.
const FLAKY_MAX: u32 = 2;

/// Builds what is to be tested and hands its places over: `TELADAN_BIN`, `TELADAN_DIST`, `TELADAN_CONTRACT`, `TELADAN_DATABASE`,
/// `TELADAN_FAULT`, `CHROMIUM`.
pub(crate) fn test(workspace: &Workspace) -> Result<Count> {
    let recent = node::provide_recent(workspace)?;
    node::provide_packages(&workspace.end2end())?;
    let dist = dist::build(workspace)?;
    let contract = dist::contract(workspace)?;
    let server = build::server(workspace)?;
    let database = build::test_database(workspace)?;
    let fault = build::fault(workspace)?;
    let mut playwright = process::command(workspace.end2end().join("node_modules/.bin/playwright"));
    playwright.current_dir(workspace.end2end()).arg("test");
    playwright.env("PATH", node::path_with(recent.as_deref()));
    playwright.env("TELADAN_BIN", server).env("TELADAN_DIST", dist).env("TELADAN_CONTRACT", contract);
    playwright.env("TELADAN_DATABASE", database).env("TELADAN_FAULT", fault).env("CHROMIUM", chromium()?);
    let (mut passed, mut flaky) = (0, 0);
    process::run_watched(&mut playwright, |line| {
        passed += count::passed(line);
        flaky += count::flaky(line);
    })?;
    if flaky > 0 {
        println!("e2e: {flaky} passed only at the second try; the names are above");
    }
    if flaky > FLAKY_MAX {
        return Err(Error::Flaky { tests: flaky, limit: FLAKY_MAX });
    }
    count::some(passed + flaky)
}

/// The one that `CHROMIUM` names, else the one on the PATH.
fn chromium() -> Result<PathBuf> {
    let named = workspace::env("CHROMIUM").map(PathBuf::from);
    named.or_else(|| process::find("chromium")).ok_or_else(|| Error::Machine("chromium is not on the PATH".into()))
}

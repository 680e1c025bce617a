//! An agency of 5,000 people with a million entries: its boards, and one more entry (`server/examples/reach`).

use crate::error::Result;
use crate::process;
use crate::workspace::Workspace;

/// The filled databases stay in the cache: filling takes minutes, measuring one.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let mut command = process::cargo();
    command.current_dir(&workspace.root);
    command.args(["run", "--release", "-p", "teladan-server", "--features", "bench", "--example", "reach", "--"]);
    process::run(command.arg(workspace.scratch().join("reach")))
}

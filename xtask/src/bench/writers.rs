//! One scope, one to two hundred writers, on a real disk (`server/examples/writers.rs`).

use crate::error::Result;
use crate::process;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let mut command = process::cargo();
    command.current_dir(&workspace.root);
    process::run(command.args([
        "run",
        "--release",
        "-p",
        "teladan-server",
        "--features",
        "bench",
        "--example",
        "writers",
    ]))
}

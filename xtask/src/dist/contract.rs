//! The page on which a browser tries the contract of the phone's disk: the app's room `store` by itself, and what is around it.

use std::path::PathBuf;

use crate::dist::wasm;
use crate::error::Result;
use crate::machine::rust;
use crate::process;
use crate::workspace::{Workspace, read, remove_dir, write};

/// Compiles the store as the tests of the domain are compiled, not as it ships: it is to be right here, and small elsewhere.
/// Returns the folder that is to be served.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    let mut command = rust::wasm_cargo();
    command.current_dir(&workspace.root).args(["build", "-p", "teladan-store", "--lib", "--target", rust::WASM]);
    process::run(command.arg("--target-dir").arg(workspace.wasm_target()))?;
    let compiled = workspace.wasm_target().join(rust::WASM).join("debug/teladan_store.wasm");
    let dir = workspace.scratch().join("contract");
    remove_dir(&dir)?;
    wasm::bind(&compiled, &dir, "store")?;
    for name in ["index.html", "page.js"] {
        write(&dir.join(name), read(&workspace.end2end().join("store").join(name))?)?;
    }
    Ok(dir)
}

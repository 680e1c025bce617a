//! Node's packages in `end2end/`: Playwright, axe, and binaryen, whose wasm-opt makes the app smaller.

use std::path::{Path, PathBuf};

use crate::dist::sha256_hex;
use crate::error::{Error, Result};
use crate::process;
use crate::workspace::{self, Workspace, read, write};

/// Written after `npm ci`: the hash of the lock that was installed. A date would lie after a fresh checkout.
const STAMP: &str = "node_modules/.teladan-lock";

/// Playwright and its axe need this much; Debian 12's own Node is 18.
const MAJOR_MIN: u32 = 20;
/// What npm is asked for where Node is older.
const NEWER: &str = "node@22";

/// Installs the locked packages when they are not there yet.
pub(crate) fn provide_packages(end2end: &Path) -> Result<()> {
    let lock = sha256_hex(&read(&end2end.join("package-lock.json"))?);
    let stamp = end2end.join(STAMP);
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = process::command("npm");
    npm.current_dir(end2end).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(npm.args(["ci", "--no-audit", "--no-fund"]))?;
    write(&stamp, lock)
}

/// wasm-opt, when Node is on this machine and the packages can be had. Says so when not.
pub(crate) fn wasm_opt(end2end: &Path) -> Option<PathBuf> {
    let program = end2end.join("node_modules/.bin/wasm-opt");
    if process::find("node").is_none() || process::find("npm").is_none() {
        println!("Node or npm is missing, so wasm-opt is left out: the app works, but is larger than it ships.");
        return None;
    }
    match provide_packages(end2end) {
        Ok(()) if program.exists() => Some(program),
        Ok(()) => {
            println!("end2end/ has no binaryen, so wasm-opt is left out: the app works, but is larger than it ships.");
            None
        }
        Err(error) => {
            println!("{error}\nSo wasm-opt is left out: the app works, but is larger than it ships.");
            None
        }
    }
}

/// The folder of a Node that is recent enough, to be put before the PATH; none when the machine's own will do. Debian 12's
/// is too old for Playwright, so a newer one comes from npm, into the target folder.
pub(crate) fn provide_recent(workspace: &Workspace) -> Result<Option<PathBuf>> {
    let version = process::output(process::command("node").arg("--version"))?;
    if major(&version).is_some_and(|major| major >= MAJOR_MIN) {
        return Ok(None);
    }
    let place = workspace.scratch().join("node");
    let programs = place.join("node_modules/.bin");
    if !programs.join("node").exists() {
        println!(
            "Node {} is too old for the browser tests ({MAJOR_MIN} or newer); a newer one comes from npm.",
            version.trim()
        );
        std::fs::create_dir_all(&place).map_err(Error::file(&place))?;
        let mut npm = process::command("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&place).arg(NEWER);
        process::run(&mut npm)?;
    }
    Ok(Some(programs))
}

/// The PATH with that folder first.
pub(crate) fn path_with(first: Option<&Path>) -> std::ffi::OsString {
    let own = workspace::env("PATH").unwrap_or_default();
    let folders = first.map(Path::to_path_buf).into_iter().chain(std::env::split_paths(&own));
    std::env::join_paths(folders).unwrap_or(own)
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}

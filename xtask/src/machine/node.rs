//! Node's packages in `end2end/`: Playwright, axe, and binaryen, whose wasm-opt makes the app smaller.

use std::path::{Path, PathBuf};

use crate::dist::sha256_hex;
use crate::error::{Error, Result};
use crate::process;
use crate::workspace::{read, write};

/// Written after `npm ci`: the hash of the lock that was installed. A date would lie after a fresh checkout.
const STAMP: &str = "node_modules/.teladan-lock";

/// Playwright and its axe need this much; Debian 12's own Node is 18.
const MAJOR_MIN: u32 = 20;

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

/// Fails with a sentence when this Node is too old for Playwright.
pub(crate) fn check_version() -> Result<()> {
    let version = process::output(process::command("node").arg("--version"))?;
    match major(&version) {
        Some(major) if major >= MAJOR_MIN => Ok(()),
        _ => Err(Error::Machine(format!(
            "Node {} is too old: the browser tests need {MAJOR_MIN} or newer (Debian 12's own is 18; see nodejs.org)",
            version.trim()
        ))),
    }
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

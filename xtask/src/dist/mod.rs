//! The app's folder: from Rust, CSS and pictures to hashed, compressed files with a list of what they are.
//!
//! `wasm` compiles, `site` decides what every file is called and says, `publish` writes it down, `report` weighs it. `site` is a
//! function from bytes to bytes: same inputs, same folder, on every machine.

mod app_manifest;
mod compress;
mod contract;
mod css;
mod names;
mod publish;
mod report;
mod site;
mod stamp;
mod template;
mod wasm;

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

pub(crate) use self::contract::build as contract;
pub(crate) use self::report::report;
use crate::error::Result;
use crate::machine::node;
use crate::workspace::{Workspace, files_below, read, write};

/// Brings `<target>/dist` up to date and returns its path. When nothing changed this is only a look.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    let dist = workspace.dist();
    let compiled = wasm::compile(workspace)?;
    let wasm_opt = node::wasm_opt(&workspace.end2end());
    let stamp = stamp::of(workspace, &compiled, wasm_opt.is_some())?;
    let stamp_file = workspace.scratch().join("dist.stamp");
    if dist.join("build.json").is_file() && std::fs::read_to_string(&stamp_file).is_ok_and(|last| last == stamp) {
        return Ok(dist);
    }
    let app = wasm::finish(workspace, &compiled, wasm_opt.as_deref())?;
    let public = folder(&workspace.root.join("public"))?;
    let style = folder(&workspace.root.join("style"))?;
    let site = site::assemble(&site::Sources { public, style, app })?;
    publish::publish(&site, &dist)?;
    write(&stamp_file, stamp)?;
    println!("{}: build {}, {} files", dist.display(), site.build, site.files.len());
    Ok(dist)
}

/// The files of a folder by their path inside it.
fn folder(dir: &Path) -> Result<site::Folder> {
    let mut files = site::Folder::new();
    for path in files_below(dir)? {
        let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
        files.insert(name, read(&path)?);
    }
    Ok(files)
}

pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_sha256() {
        assert!(sha256_hex(b"abc").starts_with("ba7816bf8f01cfea"));
    }
}

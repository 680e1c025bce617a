//! Rust's parts: the wasm32 target, rustfmt, clippy. First from rustup, else (for the target only) from Debian.
//!
//! Debian carries a whole second Rust in `rustc-web`, with the WebAssembly backend but without a standard library for it. The
//! fallback builds that library once (a minute) and lays it where that compiler looks. Then the app is built with Debian's
//! cargo, for a library only fits the compiler that made it; the server stays with the Rust that runs xtask.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::machine::apt;
use crate::process;
use crate::workspace::{files_below, remove_dir, write};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// A cargo that can build for wasm32. `provide_wasm_target` has to have run.
pub(crate) fn wasm_cargo() -> Command {
    if has_own_wasm_target() { process::cargo() } else { debian_cargo() }
}

/// Whether the Rust that runs xtask can build for wasm32 itself.
pub(crate) fn has_own_wasm_target() -> bool {
    has_target(&own_rustc())
}

/// Makes sure that some Rust on this machine can build for wasm32.
pub(crate) fn provide_wasm_target() -> Result<()> {
    if has_own_wasm_target() {
        return Ok(());
    }
    println!("Rust's {WASM} target is missing; trying `rustup target add {WASM}`.");
    if process::run(process::command("rustup").args(["target", "add", WASM])).is_ok() && has_own_wasm_target() {
        return Ok(());
    }
    if has_target(Path::new(DEBIAN_RUSTC)) {
        println!("rustup cannot fetch it; using Debian's Rust ({DEBIAN_RUSTC}), which has it.");
        return Ok(());
    }
    println!("rustup cannot fetch it; installing Debian's Rust for the web ({}) instead.", DEBIAN_PACKAGES.join(" "));
    apt::install(&DEBIAN_PACKAGES)?;
    println!("Building its standard library for {WASM} once.");
    build_debian_std()?;
    if has_target(Path::new(DEBIAN_RUSTC)) {
        Ok(())
    } else {
        Err(Error::Machine(format!("neither rustup nor Debian's rustc-web gave a working {WASM} target")))
    }
}

/// Makes sure that `cargo fmt` or `cargo clippy` can be called.
pub(crate) fn provide_component(subcommand: &str, component: &str) -> Result<()> {
    if process::answers_yes(process::cargo().args([subcommand, "--version"])) {
        return Ok(());
    }
    process::run(process::command("rustup").args(["component", "add", component]))
}

fn own_rustc() -> PathBuf {
    process::find("rustc").unwrap_or_else(|| "rustc".into())
}

/// Whether this compiler has a `core` for wasm32.
fn has_target(rustc: &Path) -> bool {
    target_dir(rustc).is_some_and(|dir| {
        std::fs::read_dir(dir).is_ok_and(|entries| {
            entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
        })
    })
}

fn target_dir(rustc: &Path) -> Option<PathBuf> {
    let mut question = process::command(rustc);
    question.args(["--print", "target-libdir", "--target", WASM]).stderr(std::process::Stdio::null());
    let answer = question.output().ok().filter(|answer| answer.status.success())?;
    Some(PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim()))
}

fn debian_cargo() -> Command {
    let mut command = process::command(DEBIAN_CARGO);
    command.env("RUSTC", DEBIAN_RUSTC).env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
    // Debian's Rust comes without its own `rust-lld`; LLVM's linker does the same work.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
    command
}

/// Builds an empty crate with its own standard library and lays that library where the compiler looks for it.
fn build_debian_std() -> Result<()> {
    let dir = std::env::temp_dir().join(format!("teladan-wasm-std-{}", std::process::id()));
    remove_dir(&dir)?;
    write(
        &dir.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
    )?;
    write(&dir.join("src/lib.rs"), "")?;
    let mut command = debian_cargo();
    command.current_dir(&dir).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    command.env("CARGO_TARGET_DIR", dir.join("target")).args(["build", "--release", "--target", WASM]);
    process::run(command.args(["-Z", "build-std=std,panic_abort,panic_unwind,test"]))?;

    let Some(home) = target_dir(Path::new(DEBIAN_RUSTC)) else {
        return Err(Error::Machine(format!("{DEBIAN_RUSTC} does not know {WASM}")));
    };
    apt::as_root("mkdir", |mkdir| mkdir.arg("-p").arg(&home))?;
    let built = files_below(&dir.join("target").join(WASM).join("release/deps"))?;
    let libraries = built.iter().filter(|file| is_library(file));
    apt::as_root("cp", |cp| cp.args(libraries).arg(&home))?;
    remove_dir(&dir)
}

/// The standard library's files, without the empty crate that asked for them.
fn is_library(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.ends_with(".rlib") && !name.starts_with("libempty")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiler_that_is_not_there_has_no_target() {
        assert!(!has_target(Path::new("/no/such/rustc")));
    }

    #[test]
    fn only_the_standard_library_is_copied() {
        assert!(is_library(Path::new("/x/libcore-1f.rlib")));
        assert!(!is_library(Path::new("/x/libempty-1f.rlib")));
        assert!(!is_library(Path::new("/x/core-1f.d")));
    }
}

//! What the app's folder was made from, as one hash. Contents, not dates: a fresh checkout does not count as a change.

use std::path::Path;

use crate::dist::sha256_hex;
use crate::error::Result;
use crate::workspace::{Workspace, files_below, read};

/// Covers the compiled app, everything around it, and xtask itself.
pub(crate) fn of(workspace: &Workspace, compiled: &Path, squeezed: bool) -> Result<String> {
    let mut text = format!("{}\n", of_app(workspace, compiled, squeezed)?);
    for room in ["public", "style", "xtask/src"] {
        for path in files_below(&workspace.root.join(room))? {
            let name = path.strip_prefix(&workspace.root).unwrap_or(&path).display().to_string();
            text.push_str(&format!("{name} {}\n", sha256_hex(&read(&path)?)));
        }
    }
    Ok(sha256_hex(text.as_bytes()))
}

/// Covers only what wasm-bindgen and wasm-opt turn into the app; their versions stand in the two lock files.
pub(crate) fn of_app(workspace: &Workspace, compiled: &Path, squeezed: bool) -> Result<String> {
    let mut text = format!("{}\nsqueezed {squeezed}\n", sha256_hex(&read(compiled)?));
    for lock in ["end2end/package-lock.json", "Cargo.lock"] {
        let path = workspace.root.join(lock);
        if path.is_file() {
            text.push_str(&format!("{lock} {}\n", sha256_hex(&read(&path)?)));
        }
    }
    text.push_str(&sha256_hex(include_bytes!("wasm.rs")));
    text.push_str(&sha256_hex(include_bytes!("names.rs")));
    Ok(sha256_hex(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{test_dir, write};

    #[test]
    fn every_input_counts() {
        let root = test_dir("stamp");
        let workspace = Workspace { target: root.join("target"), root: root.clone() };
        let compiled = root.join("app.wasm");
        let mut seen = Vec::new();
        for file in ["app.wasm", "style/a.css", "public/a.svg", "Cargo.lock", "xtask/src/main.rs"] {
            write(&root.join(file), "x").unwrap();
            seen.push(of(&workspace, &compiled, true).unwrap());
        }
        seen.push(of(&workspace, &compiled, false).unwrap());
        let last = of(&workspace, &compiled, false).unwrap();
        assert_eq!(seen.last(), Some(&last), "the same inputs give the same stamp");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 6, "each change gives another stamp");
    }
}

//! Where things are: the checkout, the target folder, the app's folder. The only place that reads the environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::process;

/// The folders every task needs.
pub(crate) struct Workspace {
    /// The checkout.
    pub(crate) root: PathBuf,
    /// Cargo's target folder (`CARGO_TARGET_DIR`, or `target` in the checkout).
    pub(crate) target: PathBuf,
}

impl Workspace {
    pub(crate) fn find() -> Result<Self> {
        let metadata =
            process::output(process::cargo().args(["metadata", "--no-deps", "--offline", "--format-version", "1"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let folder = |key: &str| {
            let path = metadata.get(key).and_then(serde_json::Value::as_str).map(PathBuf::from);
            path.ok_or_else(|| Error::Machine(format!("`cargo metadata` does not say `{key}`")))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// The app's files, ready to be served.
    pub(crate) fn dist(&self) -> PathBuf {
        self.target.join("dist")
    }

    /// The app has its own target folder, so that its build and the server's do not wait for each other's lock.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// Where xtask keeps what lies between cargo's output and `dist`.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    pub(crate) fn end2end(&self) -> PathBuf {
        self.root.join("end2end")
    }

    /// One of our programs; `profile` is cargo's folder name, `debug` or `release`.
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name)
    }
}

/// An environment variable, when set and not empty.
#[expect(clippy::disallowed_methods, reason = "the one place in xtask that reads the environment")]
pub(crate) fn env(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// All files below `dir`, sorted; a folder that is not there has none. Leaves out what tools put there.
pub(crate) fn files_below(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![dir.to_path_buf()];
    while let Some(dir) = waiting.pop() {
        if !dir.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&dir).map_err(Error::file(&dir))? {
            let path = entry.map_err(Error::file(&dir))?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if name.starts_with('.') || name == "node_modules" || name == "target" {
                continue;
            }
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(Error::file(path))
}

pub(crate) fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(Error::file(path))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).map_err(Error::file(dir))?;
    }
    std::fs::write(path, content).map_err(Error::file(path))
}

/// Removes a folder; one that is not there is as good as removed.
pub(crate) fn remove_dir(dir: &Path) -> Result<()> {
    if dir.exists() { std::fs::remove_dir_all(dir).map_err(Error::file(dir)) } else { Ok(()) }
}

/// A fresh folder for a test, removed by nobody: it lies in the system's temporary folder.
#[cfg(test)]
pub(crate) fn test_dir(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("teladan-xtask-{}-{name}", std::process::id()));
    remove_dir(&dir).unwrap();
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_sorted_and_tools_left_out() {
        let dir = test_dir("files");
        for name in ["b/two.css", "a.css", "node_modules/x.css", ".hidden"] {
            write(&dir.join(name), "").unwrap();
        }
        let found: Vec<_> =
            files_below(&dir).unwrap().iter().map(|path| path.strip_prefix(&dir).unwrap().to_path_buf()).collect();
        assert_eq!(found, [PathBuf::from("a.css"), PathBuf::from("b/two.css")]);
    }

    #[test]
    fn a_missing_folder_is_empty_and_a_missing_file_is_named() {
        assert!(files_below(Path::new("/no/such/folder")).unwrap().is_empty());
        assert!(read(Path::new("/no/such/file")).unwrap_err().to_string().contains("/no/such/file"));
    }
}

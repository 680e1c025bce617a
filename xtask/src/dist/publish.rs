//! Writes the site down: files, their compressed forms, and `build.json`. The old folder stays whole until the new one is.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::dist::site::{File, Site};
use crate::dist::{compress, sha256_hex};
use crate::error::{Error, Result};
use crate::workspace::{remove_dir, write};

/// `build.json`: what the server reads to know the files. Fields are added, not changed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct BuildList {
    pub(crate) build: String,
    pub(crate) files: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// What people call it: `warga.css`.
    pub(crate) name: String,
    /// Where it is served: `/assets/warga-0123456789.css`.
    pub(crate) path: String,
    pub(crate) sha256: String,
    pub(crate) bytes: u64,
    /// Size of `<path>.br`, when there is one.
    pub(crate) br: Option<u64>,
    /// Size of `<path>.gz`, when there is one.
    pub(crate) gz: Option<u64>,
    /// Fetched before the staff app can be used.
    pub(crate) first_screen: bool,
}

/// Writes beside `dist` and then changes places, so that a server reading `dist` never sees half a build for long.
pub(crate) fn publish(site: &Site, dist: &Path) -> Result<()> {
    let (new, old) = (dist.with_extension("new"), dist.with_extension("old"));
    remove_dir(&new)?;
    remove_dir(&old)?;
    let mut files = site.files.iter().map(|file| put(file, &new)).collect::<Result<Vec<_>>>()?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let list = BuildList { build: site.build.clone(), files };
    write(&new.join("build.json"), serde_json::to_string_pretty(&list)? + "\n")?;
    if dist.exists() {
        std::fs::rename(dist, &old).map_err(Error::file(dist))?;
    }
    std::fs::rename(&new, dist).map_err(Error::file(dist))?;
    remove_dir(&old)
}

fn put(file: &File, dir: &Path) -> Result<Entry> {
    let path = dir.join(file.path.trim_start_matches('/'));
    write(&path, &file.bytes)?;
    let (mut br, mut gz) = (None, None);
    if compress::is_worth_it(&file.path) {
        br = Some(put_beside(&path, "br", &compress::brotli(&file.bytes).map_err(Error::file(&path))?)?);
        gz = Some(put_beside(&path, "gz", &compress::gzip(&file.bytes).map_err(Error::file(&path))?)?);
    }
    Ok(Entry {
        name: file.name.clone(),
        path: file.path.clone(),
        sha256: sha256_hex(&file.bytes),
        bytes: file.bytes.len() as u64,
        br,
        gz,
        first_screen: file.first_screen,
    })
}

fn put_beside(path: &Path, ending: &str, bytes: &[u8]) -> Result<u64> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{ending}"));
    write(Path::new(&beside), bytes)?;
    Ok(bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{read_text, test_dir};

    #[test]
    fn a_new_folder_takes_the_old_ones_place() {
        let dist = test_dir("publish").join("dist");
        write(&dist.join("assets/old.js"), "old").unwrap();
        let file = |name: &str, path: &str| File {
            name: name.into(),
            path: path.into(),
            bytes: b"text".repeat(50),
            first_screen: true,
        };
        let site = Site { build: "b1".into(), files: vec![file("sw.js", "/sw.js"), file("a.png", "/assets/a-1.png")] };
        publish(&site, &dist).unwrap();
        assert!(
            !dist.join("assets/old.js").exists() && dist.join("sw.js.br").exists() && dist.join("sw.js.gz").exists()
        );
        assert!(!dist.join("assets/a-1.png.br").exists(), "pictures in pixels are left as they are");
        let list: BuildList = serde_json::from_str(&read_text(&dist.join("build.json")).unwrap()).unwrap();
        assert_eq!(
            (list.build.as_str(), list.files[0].path.as_str(), list.files[0].bytes),
            ("b1", "/assets/a-1.png", 200)
        );
        assert!(list.files[0].br.is_none() && list.files[1].br.is_some());
    }
}

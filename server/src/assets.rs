//! The app's files: from the folder that `cargo xtask build` fills, or from inside the binary (feature `embed`).
//!
//! Names under `/assets/` carry a hash of their content, so they may be kept for ever; `.br` and `.gz` lie beside them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

/// One file with its compressed forms.
#[derive(Clone, Debug, Default)]
pub struct Asset {
    /// As it is.
    pub plain: Cow<'static, [u8]>,
    /// Brotli, if it pays.
    pub br: Option<Cow<'static, [u8]>>,
    /// Gzip, if it pays.
    pub gz: Option<Cow<'static, [u8]>>,
}

/// All files by path, such as `/index.html` or `/assets/app-0123456789.css`.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    files: HashMap<String, Asset>,
}

impl Assets {
    /// Reads all files of a folder into memory; there are a few dozen, well under two megabytes.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn from_folder(folder: &Path) -> std::io::Result<Self> {
        let mut assets = Self::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for file in std::fs::read_dir(next)? {
                let path = file?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(name) = path.strip_prefix(folder) {
                    assets.add(&name.to_string_lossy(), Cow::Owned(std::fs::read(&path)?));
                }
            }
        }
        Ok(assets)
    }

    /// The files inside the binary.
    #[cfg(feature = "embed")]
    #[must_use]
    pub fn embedded() -> Self {
        #[derive(rust_embed::RustEmbed)]
        #[folder = "$TELADAN_DIST"]
        struct Dist;
        let mut assets = Self::default();
        for name in Dist::iter() {
            if let Some(file) = Dist::get(&name) {
                assets.add(&name, file.data);
            }
        }
        assets
    }

    fn add(&mut self, name: &str, bytes: Cow<'static, [u8]>) {
        let name = format!("/{}", name.replace('\\', "/"));
        if let Some(base) = name.strip_suffix(".br") {
            self.files.entry(base.to_owned()).or_default().br = Some(bytes);
        } else if let Some(base) = name.strip_suffix(".gz") {
            self.files.entry(base.to_owned()).or_default().gz = Some(bytes);
        } else {
            self.files.entry(name).or_default().plain = bytes;
        }
    }

    /// The file at this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.files.get(path)
    }

    /// The address of the file that was called `name` (`warga.css`) before its hash was put in.
    #[must_use]
    pub fn address(&self, name: &str) -> Option<&str> {
        let (stem, ending) = name.rsplit_once('.')?;
        let fits = |path: &str| {
            let middle = path
                .strip_prefix("/assets/")?
                .strip_prefix(stem)?
                .strip_prefix('-')?
                .strip_suffix(ending)?
                .strip_suffix('.')?;
            middle.bytes().all(|b| b.is_ascii_hexdigit()).then_some(())
        };
        self.files.keys().map(String::as_str).find(|path| fits(path).is_some())
    }

    /// Is there an app at all? A server without one still answers the doors.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

/// What a file is, by its ending.
#[must_use]
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

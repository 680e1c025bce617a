//! What can go wrong in xtask. Every sentence says what to do next, or names the file to look at.

use std::path::{Path, PathBuf};

pub(crate) type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("{path}: {cause}", path = path.display())]
    File {
        path: PathBuf,
        #[source]
        cause: std::io::Error,
    },

    #[error("could not start `{program}`: {cause}")]
    Start {
        program: String,
        #[source]
        cause: std::io::Error,
    },

    #[error("`{line}` ended with {status}")]
    Command { line: String, status: String },

    #[error("these Debian packages are missing and I may not install them; please run:\n\n    {line}\n")]
    Packages { line: String },

    #[error("{0}")]
    Machine(String),

    #[error("wasm-bindgen: {0}")]
    Bindgen(String),

    #[error("{file}: {problem}")]
    Source { file: String, problem: String },

    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),

    #[error("the staff app is {bytes} bytes to interactive (brotli); the limit is {limit}")]
    TooHeavy { bytes: u64, limit: u64 },

    #[error("memory grows with the input: {kilobytes} kB more for ten times as much; the limit is {limit}")]
    Grows { kilobytes: u64, limit: u64 },

    #[error("{tests} tests passed only at their second try (their names are above); the limit is {limit}")]
    Flaky { tests: u32, limit: u32 },

    #[error("tidy: {0} finding(s), see above")]
    Untidy(usize),

    #[error("at least one suite failed")]
    SuitesFailed,
}

impl Error {
    /// For `map_err` on a file operation: keeps the path, which `io::Error` forgets.
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        |cause| Self::File { path, cause }
    }

    pub(crate) fn source(file: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Source { file: file.into(), problem: problem.into() }
    }
}

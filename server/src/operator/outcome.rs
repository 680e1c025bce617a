//! What came of an order, and how it is shown to the operator.

use std::path::Path;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use super::Trouble;
use crate::import;
use shared::words::Language;

/// What came of an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// A sentence.
    Words {
        /// What happened.
        text: String,
        /// The exit code should tell that it did not go well.
        failed: bool,
    },
    /// The bytes of a file.
    File {
        /// They.
        bytes: Vec<u8>,
    },
    /// An import: its report, and first passwords as CSV.
    Imported {
        /// The report.
        text: String,
        /// First passwords as CSV, header included.
        passwords: String,
        /// There were problems, and they were not skipped.
        failed: bool,
    },
}

impl Outcome {
    /// From the report of an import.
    #[must_use]
    pub fn imported(report: &import::staff::Report) -> Self {
        Self::Imported { text: report.print(Language::Id), passwords: report.passwords_csv(), failed: report.failed() }
    }

    /// Prints the report and writes the passwords where the operator wants them, readable by the operator alone.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn import(self, passwords: Option<&Path>) -> Result<ExitCode, Trouble> {
        let Self::Imported { text, passwords: csv, failed } = self else { return self.words() };
        print!("{text}");
        if let Some(file) = passwords.filter(|_| !csv.is_empty()) {
            write_private(file, csv.as_bytes())?;
            println!("Kata sandi awal (first passwords): {}", file.display());
        }
        Ok(code(failed))
    }

    /// Writes the file.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn file(self, out: &Path) -> Result<ExitCode, Trouble> {
        let Self::File { bytes } = self else { return self.words() };
        std::fs::write(out, bytes).map_err(|error| Trouble::File(out.display().to_string(), error))?;
        println!("{}", out.display());
        Ok(ExitCode::SUCCESS)
    }

    /// Prints the sentence.
    ///
    /// # Errors
    /// The outcome is of another kind.
    pub fn words(self) -> Result<ExitCode, Trouble> {
        match self {
            Self::Words { text, failed } => {
                println!("{text}");
                Ok(code(failed))
            }
            Self::File { .. } | Self::Imported { .. } => {
                Err(Trouble::Said("unexpected answer from the server".to_owned()))
            }
        }
    }
}

const fn code(failed: bool) -> ExitCode {
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Writes a file that only this user can read.
///
/// # Errors
/// It cannot be written.
pub fn write_private(file: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let trouble = |error| Trouble::File(file.display().to_string(), error);
    let mut options = std::fs::OpenOptions::new();
    let mut opened = options.write(true).create(true).truncate(true).mode(0o600).open(file).map_err(trouble)?;
    opened.write_all(bytes).map_err(trouble)
}

//! The rules of the house that the compiler cannot see. `cargo xtask tidy` runs them, and so does a test.
//!
//! They read text, not syntax: a boundary is worth a simple look on every run. A finding names the file, the line, and the remedy.

mod rules;
mod source;

use std::path::Path;

use self::source::Source;
use crate::error::{Error, Result};
use crate::workspace::{files_below, read_text};

const ROOMS: [&str; 7] = ["shared", "server", "app", "xtask", "style", "public", "end2end"];
const ENDINGS: [&str; 4] = ["rs", "css", "js", "ts"];

pub(crate) fn run(root: &Path) -> Result<()> {
    let findings = findings(root)?;
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() { Ok(()) } else { Err(Error::Untidy(findings.len())) }
}

fn findings(root: &Path) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for room in ROOMS {
        for path in files_below(&root.join(room))? {
            if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
                let source = Source::new(&name, &read_text(&path)?);
                findings.extend(rules::ALL.iter().flat_map(|rule| rule(&source)));
            }
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let findings = findings(root).unwrap();
        assert!(findings.is_empty(), "{} finding(s):\n{}", findings.len(), findings.join("\n"));
    }

    #[test]
    fn only_our_own_sources_are_read() {
        let dir = crate::workspace::test_dir("tidy");
        for name in
            ["server/src/a.rs", "server/target/b.rs", "end2end/node_modules/c.js", "docs/d.rs", "server/notes.txt"]
        {
            crate::workspace::write(&dir.join(name), "no head").unwrap();
        }
        let findings = findings(&dir).unwrap();
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with("server/src/a.rs:1: "));
    }
}

//! What the app weighs, and whether that is still bearable on a phone of a million rupiah.

use std::path::Path;

use crate::dist::publish::{BuildList, Entry};
use crate::error::{Error, Result};
use crate::workspace::read_text;

/// All bytes until the staff app can be used, brotli. 1 kB = 1,000 bytes.
const STAFF_GOAL: u64 = 220_000;
const STAFF_LIMIT: u64 = 220_000;

/// Prints the table and fails above the limit. The gate of the citizen's page is a test of the server, which makes that page.
pub(crate) fn report(dist: &Path) -> Result<()> {
    let list: BuildList = serde_json::from_str(&read_text(&dist.join("build.json"))?)?;
    print!("{}", table(&list));
    gate(staff_bytes(&list))
}

fn gate(bytes: u64) -> Result<()> {
    if bytes > STAFF_LIMIT { Err(Error::TooHeavy { bytes, limit: STAFF_LIMIT }) } else { Ok(()) }
}

fn staff_bytes(list: &BuildList) -> u64 {
    list.files.iter().filter(|entry| entry.first_screen).map(on_the_wire).sum()
}

fn on_the_wire(entry: &Entry) -> u64 {
    entry.br.unwrap_or(entry.bytes)
}

fn table(list: &BuildList) -> String {
    let mut out = format!("build {}\n{:<26}{:>12}{:>12}{:>12}\n", list.build, "file", "raw", "gzip", "brotli");
    for entry in &list.files {
        let mark = if entry.first_screen { "*" } else { " " };
        let gzip = entry.gz.unwrap_or(entry.bytes);
        out.push_str(&format!("{mark} {:<24}{:>12}{:>12}{:>12}\n", entry.name, entry.bytes, gzip, on_the_wire(entry)));
    }
    let staff = staff_bytes(list);
    let verdict = match staff {
        bytes if bytes > STAFF_LIMIT => "TOO HEAVY",
        bytes if bytes > STAFF_GOAL => "above the goal",
        _ => "good",
    };
    let line = |name: &str, bytes: u64| format!("{name}: {} kB brotli", kilobytes(bytes));
    out.push_str(&format!(
        "* {} (goal {} kB, limit {} kB): {verdict}\n",
        line("staff app, all bytes to interactive", staff),
        kilobytes(STAFF_GOAL),
        kilobytes(STAFF_LIMIT)
    ));
    for entry in list.files.iter().filter(|entry| entry.name.ends_with(".css") && entry.name != "app.css") {
        out.push_str(&format!("  {}\n", line(&entry.name, on_the_wire(entry))));
    }
    out
}

fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, br: Option<u64>, first_screen: bool) -> Entry {
        Entry {
            name: name.into(),
            path: format!("/{name}"),
            sha256: String::new(),
            bytes: 400_000,
            br,
            gz: None,
            first_screen,
        }
    }

    #[test]
    fn only_the_first_screen_counts() {
        let files = vec![
            entry("app.wasm", Some(150_049), true),
            entry("warga.css", Some(3_000), false),
            entry("x.png", None, false),
        ];
        let list = BuildList { build: "b".into(), files };
        assert_eq!(staff_bytes(&list), 150_049);
        let table = table(&list);
        assert!(table.contains("interactive: 150.0 kB brotli (goal 220.0 kB, limit 220.0 kB): good"), "{table}");
        assert!(table.contains("warga.css: 3.0 kB brotli"), "{table}");
    }

    #[test]
    fn the_gate_bites_above_the_limit() {
        assert!(gate(STAFF_LIMIT).is_ok());
        assert!(matches!(gate(STAFF_LIMIT + 1), Err(Error::TooHeavy { .. })));
    }
}

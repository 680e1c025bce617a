//! Reading how many tests passed from what the runners print.

use crate::error::{Error, Result};
use crate::suites::Count;

/// The number in a closing line of Rust's runner (`test result: ok. 12 passed; …`), of wasm-bindgen's (the same), of
/// Playwright (`  12 passed (3.4s)`), or of the simulator (`12 passed, 0 failed`). Any other line counts nothing.
pub(crate) fn passed(line: &str) -> u32 {
    let line = line.trim();
    let rest = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ").map_or("", |(_, rest)| rest),
        None => line,
    };
    number_before(rest, &["passed", "passed;", "passed,"])
}

/// The number in Playwright's line about tests that failed once and passed at their second try: `  1 flaky`. The names follow it.
pub(crate) fn flaky(line: &str) -> u32 {
    number_before(line, &["flaky"])
}

fn number_before(text: &str, names: &[&str]) -> u32 {
    let mut words = text.split_whitespace();
    let number = words.next().and_then(|word| word.parse().ok());
    let named = words.next().is_some_and(|word| names.contains(&word));
    number.filter(|_| named).unwrap_or(0)
}

/// A suite in which nothing ran has not passed.
pub(crate) fn some(passed: u32) -> Result<Count> {
    if passed == 0 { Err(Error::Machine("not one test ran".into())) } else { Ok(Some(passed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read_and_others_are_not() {
        let table = [
            ("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s", 12),
            ("test result: FAILED. 3 passed; 1 failed", 3),
            ("  7 passed (3.4s)", 7),
            ("3000 passed, 0 failed", 3000),
            ("  1 flaky", 0),
            ("twelve passed", 0),
            ("the 12 passed", 0),
            ("", 0),
        ];
        for (line, number) in table {
            assert_eq!(passed(line), number, "{line}");
        }
    }

    #[test]
    fn second_tries_are_counted_and_are_no_passes() {
        for (line, number) in [("  1 flaky", 1), ("flaky", 0), ("  12 passed (3.4s)", 0), ("[1/2] a flaky line", 0)] {
            assert_eq!(flaky(line), number, "{line}");
        }
    }

    #[test]
    fn nothing_is_not_a_pass() {
        assert!(some(0).is_err());
        assert_eq!(some(3).unwrap(), Some(3));
    }
}

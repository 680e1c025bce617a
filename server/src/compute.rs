//! `teladan compute`: from standard input to standard output, line by line, through the rules in `shared`. Needs no database.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use shared::compute::{Answered, Rule};
use shared::named::Named;

/// What Windows puts before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// How much is read at once.
const CHUNK_BYTES: usize = 256 * 1024;

/// How a run ended.
#[derive(Debug)]
pub enum End {
    /// Every line was answered with figures.
    Computed,
    /// Every line was answered, at least one with an error.
    SomeRefused,
    /// This line is not JSON; what came before it was answered, what comes after was not looked at.
    NotJson {
        /// Counted from 1.
        line: u64,
        /// What the parser says.
        cause: String,
    },
}

/// Answers each line of `input` with a line on `output`, in order, holding one line at a time. Empty lines are passed over.
///
/// # Errors
/// Reading or writing fails.
pub fn run(rule: Rule, today: NaiveDate, input: impl Read, mut output: impl Write) -> std::io::Result<End> {
    let mut input = BufReader::with_capacity(CHUNK_BYTES, input);
    let (mut line, mut answers) = (Vec::new(), Vec::new());
    let (mut number, mut end) = (0, End::Computed);
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let mark = if number == 1 && line.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let text = line[mark..].trim_ascii();
        if !text.is_empty() {
            match rule.answer(text, today, &mut answers) {
                Ok(Answered::Computed) => {}
                Ok(Answered::Refused) => end = End::SomeRefused,
                Err(error) => {
                    output.write_all(&answers)?;
                    output.flush()?;
                    return Ok(End::NotJson { line: number, cause: error.to_string() });
                }
            }
        }
        // Whoever asks line by line waits for the answer; whoever sends much gets it in large pieces.
        if input.buffer().is_empty() || answers.len() >= CHUNK_BYTES {
            output.write_all(&answers)?;
            output.flush()?;
            answers.clear();
        }
        line.clear();
    }
    output.write_all(&answers)?;
    output.flush()?;
    Ok(end)
}

/// The command as a process: standard input and output, and an exit code of 0 (all computed), 1 (some refused) or 2 (not JSON).
///
/// # Errors
/// Reading or writing fails. A reader that has heard enough (`| head`) is no failure.
pub fn process(rule: Rule, today: NaiveDate) -> std::io::Result<ExitCode> {
    heard_enough(run(rule, today, std::io::stdin().lock(), std::io::stdout().lock()).map(|end| match end {
        End::Computed => ExitCode::SUCCESS,
        End::SomeRefused => ExitCode::from(1),
        End::NotJson { line, cause } => {
            eprintln!("teladan compute: baris {line} bukan JSON / line {line} is {cause}");
            ExitCode::from(2)
        }
    }))
}

/// Prints a page.
///
/// # Errors
/// Writing fails.
pub fn print(page: &str) -> std::io::Result<ExitCode> {
    heard_enough(std::io::stdout().lock().write_all(page.as_bytes()).map(|()| ExitCode::SUCCESS))
}

fn heard_enough(result: std::io::Result<ExitCode>) -> std::io::Result<ExitCode> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        other => other,
    }
}

/// Every rule with an example, for `--list`.
#[must_use]
pub fn list() -> String {
    Rule::ALL.iter().map(|rule| format!("{rule}\t{}\n", rule.example())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piped(rule: Rule, input: &[u8]) -> (End, String) {
        let mut out = Vec::new();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let end = run(rule, today, input, &mut out).unwrap();
        (end, String::from_utf8(out).unwrap())
    }

    #[test]
    fn answers_come_in_order_and_an_error_stops_nothing() {
        let (end, out) =
            piped(Rule::SampleSize, b"\xef\xbb\xbf{\"population\":10}\r\n\n{\"population\":0}\n{\"population\":1000}");
        assert!(matches!(end, End::SomeRefused));
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[2]), (3, "{\"sample\":10}", "{\"sample\":278}"));
        assert!(lines[1].starts_with("{\"error\":{\"code\":\"invalid_value\""));
    }

    #[test]
    fn a_line_that_is_not_json_ends_the_run_and_is_named() {
        let (end, out) = piped(Rule::SampleSize, b"{\"population\":10}\n\noops\n{\"population\":10}\n");
        assert!(matches!(end, End::NotJson { line: 3, .. }), "{end:?}");
        assert_eq!(out, "{\"sample\":10}\n");
    }

    #[test]
    fn the_list_has_an_example_of_each_rule_that_works() {
        for line in list().lines() {
            let (rule, example) = line.split_once('\t').unwrap();
            assert!(matches!(piped(rule.parse().unwrap(), example.as_bytes()).0, End::Computed), "{line}");
        }
    }
}

//! Starting programs: print the line, run it, keep the ending. Nothing here knows what is being built.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::workspace;

/// A command that sees what it would see when typed at a desk.
///
/// `cargo run` adds variables about xtask to its environment; a build script that watches one of them would run again, and
/// RocksDB takes seventeen minutes. So they go.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_CRATE_NAME" {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that started us.
pub(crate) fn cargo() -> Command {
    command(workspace::env("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prints the line, runs it with our own input and output, and wants success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().map_err(not_started(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string())) }
}

/// Runs quietly and returns what was written to stdout.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(not_started(command))?;
    if !output.status.success() {
        return Err(failed(command, &output.status.to_string()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs quietly; true when it ended well. For questions such as "is this installed".
pub(crate) fn answers_yes(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Like `run`, but also hands every line of stdout to `look`.
pub(crate) fn run_watched(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    announce(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(not_started(command))?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            // A closed terminal must not stop the tests.
            let _ = std::io::stdout().write_all(&line);
            look(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    }
    let status = child.wait().map_err(not_started(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string())) }
}

/// Where a program lies, by PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = workspace::env("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|candidate| candidate.is_file())
}

fn announce(command: &Command) {
    println!("$ {}", line(command));
}

/// The command as a person would type it, with the program's folder left out.
fn line(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let program = command.get_program().to_string_lossy().into_owned();
    |cause| Error::Start { program, cause }
}

fn failed(command: &Command, status: &str) -> Error {
    Error::Command { line: line(command), status: status.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_seen_and_the_ending_kept() {
        let mut seen = Vec::new();
        let result =
            run_watched(command("sh").args(["-c", "echo one; echo two; exit 3"]), |line| seen.push(line.to_owned()));
        assert_eq!(seen, ["one", "two"]);
        assert!(matches!(result, Err(Error::Command { status, .. }) if status.contains('3')));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut command("no-such-program-here")).unwrap_err().to_string();
        assert!(error.contains("no-such-program-here"), "{error}");
    }
}

//! A program that is fed, heard to its last answer, and then asked of the kernel (`/proc`) what it has used so far.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use crate::error::{Error, Result};

/// Clock ticks a second in `/proc/PID/stat`: 100 on every Linux that Rust runs on.
const TICKS_PER_SECOND: f64 = 100.0;

/// What a program has used up to now.
pub(crate) struct Used {
    /// Processor time, in the program and in the kernel for it, over all its threads.
    pub(crate) cpu_seconds: f64,
    /// Most memory it ever held.
    pub(crate) peak_kb: u64,
}

/// A running program whose lines of output are counted as they come.
pub(crate) struct Watched {
    child: Child,
    input: ChildStdin,
    lines: Receiver<()>,
}

impl Watched {
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|cause| Error::Start { program, cause })?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Error::Machine("a pipe is missing".into()));
        };
        let (say, lines) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while output.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) && say.send(()).is_ok() {
                line.clear();
            }
        });
        Ok(Self { child, input, lines })
    }

    pub(crate) fn feed(&mut self, write: impl FnOnce(&mut ChildStdin) -> std::io::Result<()>) -> Result<()> {
        write(&mut self.input).map_err(Error::file("standard input".as_ref()))
    }

    /// Waits for so many lines, looks, and lets the program end.
    pub(crate) fn used_after(mut self, lines: u64) -> Result<Used> {
        for _ in 0..lines {
            self.lines.recv().map_err(|_| Error::Machine("the program ended before its last answer".into()))?;
        }
        let used = used(self.child.id());
        drop(self.input);
        self.child.wait().map_err(Error::file("the program".as_ref()))?;
        used
    }
}

fn used(pid: u32) -> Result<Used> {
    let read = |file: &str| {
        let path = PathBuf::from(format!("/proc/{pid}/{file}"));
        std::fs::read_to_string(&path).map_err(Error::file(&path))
    };
    let unreadable = || Error::Machine(format!("/proc/{pid} has another shape here"));
    let (status, stat) = (read("status")?, read("stat")?);
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
    // The name in brackets may hold blanks; what follows it does not. Fields 14 and 15 are user and system time.
    let fields: Vec<&str> = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u32>().ok());
    let (user, system) = (ticks(11).ok_or_else(unreadable)?, ticks(12).ok_or_else(unreadable)?);
    let cpu_seconds = f64::from(user + system) / TICKS_PER_SECOND;
    Ok(Used { cpu_seconds, peak_kb: peak.ok_or_else(unreadable)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_program_is_heard_to_its_last_line_before_it_is_asked() {
        let mut watched = Watched::start(&mut Command::new("cat")).unwrap();
        watched.feed(|input| input.write_all(b"one\ntwo\n")).unwrap();
        let used = watched.used_after(2).unwrap();
        assert!(used.peak_kb > 0 && used.cpu_seconds < 60.0);
        let watched = Watched::start(&mut Command::new("true")).unwrap();
        assert!(watched.used_after(1).is_err());
    }
}

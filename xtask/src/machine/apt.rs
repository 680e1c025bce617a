//! Debian packages: see what is missing, install it when we may, else say the exact line.

use std::os::unix::fs::MetadataExt;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process;

/// A package, and the program by which its presence shows (also when it came from elsewhere, as Node often does).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    pub(crate) name: &'static str,
    pub(crate) program: Option<&'static str>,
}

/// Installs what is missing as root or with a sudo that asks no password.
pub(crate) fn provide(packages: &[Package]) -> Result<()> {
    let missing: Vec<_> = packages.iter().filter(|package| !is_there(package)).map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing Debian packages: {}", missing.join(" "));
    install(&missing)
}

/// Installs without asking first whether it is there.
pub(crate) fn install(names: &[&str]) -> Result<()> {
    let rights = rights().ok_or_else(|| Error::Packages { line: by_hand(names) })?;
    process::run(rights.apt_get().arg("update"))?;
    process::run(rights.apt_get().args(["install", "-y", "--no-install-recommends"]).args(names))
}

/// Runs one program with the rights to write where packages live.
pub(crate) fn as_root(program: &str, arguments: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    let rights = rights().ok_or_else(|| Error::Machine(format!("`{program}` has to run as root")))?;
    process::run(arguments(&mut rights.command(program)))
}

#[derive(Debug, Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

fn rights() -> Option<Rights> {
    process::find("apt-get")?;
    let root = std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    if root {
        Some(Rights::Root)
    } else if process::answers_yes(process::command("sudo").args(["-n", "true"])) {
        Some(Rights::Sudo)
    } else {
        None
    }
}

impl Rights {
    fn command(self, program: &str) -> Command {
        match self {
            Self::Root => process::command(program),
            Self::Sudo => {
                let mut command = process::command("sudo");
                command.args(["-n", program]);
                command
            }
        }
    }

    fn apt_get(self) -> Command {
        let mut command = self.command("env");
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]);
        command
    }
}

fn is_there(package: &Package) -> bool {
    match package.program {
        Some(program) => process::find(program).is_some(),
        None => installed_says_dpkg(package.name),
    }
}

fn installed_says_dpkg(name: &str) -> bool {
    if process::find("dpkg-query").is_none() {
        println!("This is not Debian, so I cannot see whether {name} is installed; going on as if it were.");
        return true;
    }
    let mut question = process::command("dpkg-query");
    question.args(["-W", "-f=${Status}", name]).stderr(std::process::Stdio::null());
    question.output().is_ok_and(|answer| answer.stdout.ends_with(b"ok installed"))
}

fn by_hand(names: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {}", names.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presence_shows_by_program_or_by_dpkg() {
        assert!(is_there(&Package { name: "whatever", program: Some("sh") }));
        assert!(!is_there(&Package { name: "whatever", program: Some("no-such-program-here") }));
        if process::find("dpkg-query").is_some() {
            assert!(is_there(&Package { name: "bash", program: None }));
            assert!(!is_there(&Package { name: "no-such-package-here", program: None }));
        }
    }

    #[test]
    fn the_line_can_be_pasted() {
        assert!(by_hand(&["clang", "g++"]).ends_with("install -y --no-install-recommends clang g++"));
    }
}

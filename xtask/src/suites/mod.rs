//! `cargo xtask test`: the suites, one after the other, each with its heading, and what became of them at the end.

mod cargo;
pub(crate) mod count;
mod e2e;

use std::ffi::OsString;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::error::{Error, Result};
use crate::machine::{self, Need};
use crate::sim;
use crate::workspace::Workspace;
use crate::{build, dist};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Which suites; all when none is named.
    suites: Vec<Suite>,
}

/// In the order in which they run: the quick and the narrow first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Suite {
    /// Is everything formatted?
    Fmt,
    /// Every crate without a warning, on the target it is made for.
    Clippy,
    /// The domain.
    Shared,
    /// The sync in worlds that go wrong, and without each of its defences.
    Sim,
    /// The rules of the house, and xtask's own tests.
    Tidy,
    /// What of the app needs no browser: words, dates, addresses, its reader of JSON.
    App,
    /// The server with a real database.
    Server,
    /// The network that the browser's tests break.
    Fault,
    /// The domain again, as WebAssembly in Node.
    Wasm,
    /// What the app weighs.
    Bytes,
    /// Real browser, real server.
    E2e,
}

/// How many tests ran, where there is such a number.
pub(crate) type Count = Option<u32>;

struct Outcome {
    suite: Suite,
    result: Result<Count>,
    took: Duration,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut suites = if options.suites.is_empty() { Suite::value_variants().to_vec() } else { options.suites.clone() };
    suites.sort();
    suites.dedup();
    machine::provide(&suites.iter().flat_map(|suite| suite.needs()).copied().collect::<Vec<_>>())?;
    let outcomes: Vec<_> = suites.into_iter().map(|suite| perform(workspace, suite)).collect();
    print!("\n{}", summary(&outcomes));
    if outcomes.iter().all(|outcome| outcome.result.is_ok()) { Ok(()) } else { Err(Error::SuitesFailed) }
}

/// The program behind `CARGO_TARGET_…_RUNNER`: cargo hands over a test file, Node runs it.
pub(crate) fn wasm_runner(args: Vec<OsString>) -> Result<()> {
    let args = std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(args);
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args)
        .map_err(|error| Error::Bindgen(format!("{error:#}")))
}

fn perform(workspace: &Workspace, suite: Suite) -> Outcome {
    println!("\n== {} ==", suite.name());
    let start = Instant::now();
    let result = match suite {
        Suite::Fmt => cargo::fmt(workspace),
        Suite::Clippy => cargo::clippy(workspace),
        Suite::Shared => cargo::test(workspace, "teladan-shared"),
        Suite::Sim => sim::test(workspace),
        Suite::Tidy => cargo::test(workspace, "xtask"),
        Suite::App => cargo::test(workspace, "teladan-app"),
        Suite::Server => build::test_database(workspace).and_then(|_| cargo::test(workspace, "teladan-server")),
        Suite::Fault => cargo::test(workspace, "teladan-fault"),
        Suite::Wasm => cargo::test_wasm(workspace),
        Suite::Bytes => dist::build(workspace).and_then(|dist| dist::report(&dist)).map(|()| None),
        Suite::E2e => e2e::test(workspace),
    };
    if let Err(error) = &result {
        println!("{}: {error}", suite.name());
    }
    Outcome { suite, result, took: start.elapsed() }
}

impl Suite {
    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Shared => "shared",
            Self::Sim => "sim",
            Self::Tidy => "tidy",
            Self::App => "app",
            Self::Server => "server",
            Self::Fault => "fault",
            Self::Wasm => "wasm",
            Self::Bytes => "bytes",
            Self::E2e => "e2e",
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt | Self::Shared | Self::Sim | Self::Tidy | Self::App | Self::Fault => &[],
            Self::Clippy => &[Need::Server, Need::App],
            Self::Server => &[Need::Server, Need::Poster],
            Self::Wasm => &[Need::App, Need::Node],
            Self::Bytes => &[Need::App],
            Self::E2e => &[Need::Server, Need::App, Need::Browser],
        }
    }
}

/// One line for each suite, and one that counts them.
fn summary(outcomes: &[Outcome]) -> String {
    let mut out = String::new();
    for Outcome { suite, result, took } in outcomes {
        let seconds = format!("{:.1} s", took.as_secs_f64());
        let line = match result {
            Ok(Some(tests)) => format!("passed ({tests} tests, {seconds})"),
            Ok(None) => format!("passed ({seconds})"),
            Err(error) => format!("FAILED ({seconds}): {error}"),
        };
        out.push_str(&format!("{}: {line}\n", suite.name()));
    }
    let passed = outcomes.iter().filter(|outcome| outcome.result.is_ok()).count();
    out.push_str(&format!("{passed} passed, {} failed\n", outcomes.len() - passed));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_names_every_suite_and_counts() {
        let outcome = |suite, result| Outcome { suite, result, took: Duration::from_millis(1_250) };
        let outcomes = [
            outcome(Suite::Fmt, Ok(None)),
            outcome(Suite::Shared, Ok(Some(12))),
            outcome(Suite::E2e, Err(Error::Machine("no browser".into()))),
        ];
        assert_eq!(
            summary(&outcomes),
            "fmt: passed (1.2 s)\nshared: passed (12 tests, 1.2 s)\ne2e: FAILED (1.2 s): no browser\n2 passed, 1 failed\n"
        );
    }

    #[test]
    fn names_are_those_of_the_command_line() {
        for suite in Suite::value_variants() {
            assert_eq!(suite.to_possible_value().unwrap().get_name(), suite.name());
        }
    }
}

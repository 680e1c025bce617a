//! `cargo xtask sim`: runs worlds by their seeds on all cores, prints what happened, and replays a failure by its number.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use teladan_shared::sim::{Coverage, Event, Outcome, STEPS, run};
use teladan_shared::sync::defence::Defence;

/// Worlds within which every ablation must have broken one.
const ABLATION_SEEDS: u64 = 2_000;
/// A run of so many worlds must have seen everything.
const COVERAGE_SEEDS: u64 = 10_000;
/// Failures that are printed with their text.
const SHOWN_MAX: usize = 5;

/// What the command line says.
struct Wanted {
    first: u64,
    end: u64,
    steps: u32,
    without: Option<Defence>,
    ablations: bool,
    replay: bool,
}

fn main() -> ExitCode {
    match read(std::env::args().skip(1)) {
        Ok(wanted) if wanted.ablations => ablations(&wanted),
        Ok(wanted) if wanted.replay => replay(&wanted),
        Ok(wanted) => seeds(&wanted),
        Err(text) => {
            eprintln!("{text}\nusage: sim [--seeds A..B] [--ablate DEFENCE] [--steps N] [--replay SEED] [--ablations]");
            ExitCode::from(2)
        }
    }
}

fn read(mut args: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let mut wanted = Wanted { first: 0, end: 1_000, steps: STEPS, without: None, ablations: false, replay: false };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} wants a value"));
        let number = |text: &str| text.parse::<u64>().map_err(|_| format!("not a number: {text}"));
        match arg.as_str() {
            "--seeds" => {
                let text = value()?;
                let (first, end) = text.split_once("..").ok_or("--seeds wants A..B")?;
                (wanted.first, wanted.end) = (number(first)?, number(end)?);
            }
            "--steps" => wanted.steps = u32::try_from(number(&value()?)?).map_err(|_| "too many steps")?,
            "--replay" => {
                wanted.first = number(&value()?)?;
                (wanted.end, wanted.replay) = (wanted.first + 1, true);
            }
            "--ablations" => wanted.ablations = true,
            "--ablate" => {
                let name = value()?;
                let known = Defence::ALL.into_iter().find(|defence| defence.name() == name);
                wanted.without = Some(known.ok_or_else(|| format!("no such defence: {name}; one of {}", names()))?);
            }
            _ => return Err(format!("what is {arg}?")),
        }
    }
    Ok(wanted)
}

fn names() -> String {
    Defence::ALL.map(Defence::name).join(", ")
}

/// Every outcome of these worlds, on all cores; `until_failure` stops soon after the first failure.
fn all(first: u64, end: u64, steps: u32, without: Option<Defence>, until_failure: bool) -> Vec<Outcome> {
    let next = AtomicU64::new(first);
    let failed = AtomicU64::new(u64::MAX);
    let work = || {
        let mut outcomes = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= end || (until_failure && seed > failed.load(Ordering::Relaxed)) {
                return outcomes;
            }
            let outcome = run(seed, steps, without, None);
            if outcome.failure.is_some() {
                failed.fetch_min(seed, Ordering::Relaxed);
            }
            outcomes.push(outcome);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let mut outcomes: Vec<Outcome> =
            threads.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect();
        outcomes.sort_by_key(|outcome| outcome.seed);
        outcomes
    })
}

fn seeds(wanted: &Wanted) -> ExitCode {
    let start = Instant::now();
    let outcomes = all(wanted.first, wanted.end, wanted.steps, wanted.without, false);
    let mut coverage = Coverage::default();
    outcomes.iter().for_each(|outcome| coverage.add(&outcome.coverage));
    for event in Event::ALL {
        println!("{:>12}  {}", coverage.of(*event), event.text());
    }
    let failures: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.failure.is_some()).collect();
    for outcome in failures.iter().take(SHOWN_MAX) {
        tell(outcome);
    }
    let expected = wanted.end.saturating_sub(wanted.first);
    let lost = expected.saturating_sub(outcomes.len() as u64);
    if lost > 0 {
        println!("{lost} worlds ended in a panic");
    }
    let mut unseen = 0;
    if expected >= COVERAGE_SEEDS && wanted.without.is_none() {
        for event in coverage.missing() {
            println!("never happened: {}", event.text());
            unseen += 1;
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{expected} worlds of {} steps in {seconds:.1} s, {:.0} a second",
        wanted.steps,
        expected as f64 / seconds
    );
    let failed = failures.len() as u64 + lost + unseen;
    println!("{} passed, {failed} failed", outcomes.len() - failures.len());
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn tell(outcome: &Outcome) {
    if let Some((step, broken)) = &outcome.failure {
        println!("seed {} at step {step}: {broken}", outcome.seed);
    }
}

/// One world again, move by move.
fn replay(wanted: &Wanted) -> ExitCode {
    let outcome = run(wanted.first, wanted.steps, wanted.without, Some(|text| println!("{text}")));
    tell(&outcome);
    let failed = u32::from(outcome.failure.is_some());
    println!("{} passed, {failed} failed", 1 - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Takes one defence away after the other. Each time a world must break.
fn ablations(wanted: &Wanted) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    for defence in Defence::ALL {
        let outcomes = all(0, ABLATION_SEEDS, wanted.steps, Some(defence), true);
        match outcomes.iter().find(|outcome| outcome.failure.is_some()) {
            Some(outcome) => {
                passed += 1;
                print!("without {}: ", defence.name());
                tell(outcome);
            }
            None => {
                failed += 1;
                println!("without {}: nobody noticed in {ABLATION_SEEDS} worlds", defence.name());
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

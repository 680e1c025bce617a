//! `cargo xtask fuzz compute`: bends lines for every rule until the time is over. A panic ends it with the line that did it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use teladan_shared::compute::Rule;
use teladan_shared::compute::noise::Noise;
use teladan_shared::named::Named;

/// Lines between two looks at the clock.
const BATCH: u32 = 1_000;

fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|number| number.parse().ok()).collect();
    let [seconds, seed] = numbers[..] else {
        eprintln!("fuzz SECONDS SEED");
        return ExitCode::from(2);
    };
    let share = Duration::from_secs(seconds) / u32::try_from(Rule::ALL.len()).unwrap_or(1);
    for rule in Rule::ALL {
        let (start, mut noise) = (Instant::now(), Noise::new(*rule, seed));
        while start.elapsed() < share {
            for _ in 0..BATCH {
                if catch_unwind(AssertUnwindSafe(|| noise.once())).is_err() {
                    eprintln!("{rule}: seed {seed}, line {:?}", String::from_utf8_lossy(noise.line()));
                    return ExitCode::FAILURE;
                }
            }
        }
        println!("{rule}: {} computed, {} refused, {} not JSON", noise.computed, noise.refused, noise.not_json);
    }
    ExitCode::SUCCESS
}

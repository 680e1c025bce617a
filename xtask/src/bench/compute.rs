//! A million questionnaires, many to a line and one to a line: how fast, and in how much memory.

use std::io::Write;
use std::path::Path;

use crate::bench::watched::{Used, Watched};
use crate::error::{Error, Result};
use crate::process;

const RESPONSES: u64 = 1_000_000;
/// What is promised, on one core.
const PROMISED_PER_SECOND: f64 = 500_000.0;
/// How much more memory ten times the input may take: what an allocator keeps for itself, far less than the input.
const GROWTH_KB_MAX: u64 = 2_048;

pub(crate) fn run(server: &Path) -> Result<()> {
    let response = example(server)?;
    println!("{:>12} {:>12} {:>16} {:>10} {:>12}", "a line", "responses", "a second", "promise", "peak kB");
    let mut grown = 0;
    for per_line in [1_000, 1] {
        let line = format!("{{\"responses\":[{}]}}\n", vec![response.as_str(); per_line].join(","));
        let tenth = measure(server, &line, RESPONSES / 10 / per_line as u64)?;
        let whole = measure(server, &line, RESPONSES / per_line as u64)?;
        for (responses, used) in [(RESPONSES / 10, &tenth), (RESPONSES, &whole)] {
            let rate = responses as f64 / used.cpu_seconds.max(0.01);
            let promise = rate / PROMISED_PER_SECOND;
            println!("{per_line:>12} {responses:>12} {rate:>16.0} {promise:>9.1}x {:>12}", used.peak_kb);
        }
        grown = grown.max(whole.peak_kb.saturating_sub(tenth.peak_kb));
    }
    println!("ten times the input took {grown} kB more memory ({GROWTH_KB_MAX} at most)");
    if grown <= GROWTH_KB_MAX { Ok(()) } else { Err(Error::Grows { kilobytes: grown, limit: GROWTH_KB_MAX }) }
}

/// The program's own example holds one questionnaire; that one is repeated.
fn example(server: &Path) -> Result<String> {
    let line = process::output(process::command(server).args(["compute", "ikm", "--example"]))?;
    let line: serde_json::Value = serde_json::from_str(&line)?;
    let first = line.get("responses").and_then(|responses| responses.get(0));
    first.map(ToString::to_string).ok_or_else(|| Error::Machine("the example of ikm has no response".into()))
}

fn measure(server: &Path, line: &str, lines: u64) -> Result<Used> {
    let mut watched = Watched::start(process::command(server).args(["compute", "ikm"]))?;
    watched.feed(|input| {
        // In pieces of some size, so that the pipe is never the slow part.
        let piece = line.repeat((256 * 1024 / line.len()).max(1));
        let (per_piece, mut left) = ((piece.len() / line.len()) as u64, lines);
        while left > 0 {
            let now = left.min(per_piece);
            input.write_all(&piece.as_bytes()[..line.len() * usize::try_from(now).unwrap_or(0)])?;
            left -= now;
        }
        Ok(())
    })?;
    watched.used_after(lines)
}

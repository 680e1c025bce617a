//! What work costs: processor time of the threads that serve, and how long it took.

use std::time::{Duration, Instant};

/// Nanoseconds of processor time that this process has used so far, without the storage engine's own housekeeping: compaction after a fill
/// goes on for a while, whoever asks.
pub fn cpu_ns() -> u64 {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    tasks
        .filter(|task| !std::fs::read_to_string(task.path().join("comm")).unwrap_or_default().starts_with("rocksdb"))
        .filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok())
        .filter_map(|stat| stat.split_whitespace().next()?.parse::<u64>().ok())
        .sum()
}

/// Many repetitions of one thing.
#[derive(Default)]
pub struct Costs {
    took: Vec<Duration>,
    cpu_ns: u64,
}

impl Costs {
    /// Does it so many times, one after the other.
    pub async fn of<F: Future<Output = ()>>(times: usize, mut once: impl FnMut(usize) -> F) -> Self {
        let (mut took, before) = (Vec::with_capacity(times), cpu_ns());
        for number in 0..times {
            let start = Instant::now();
            once(number).await;
            took.push(start.elapsed());
        }
        let cpu_ns = cpu_ns() - before;
        took.sort_unstable();
        Self { took, cpu_ns }
    }

    /// Milliseconds of the one at this part in a hundred, by how long they took.
    pub fn quantile_ms(&self, part: usize) -> f64 {
        self.took.get(self.took.len() * part / 100).map_or(0.0, |took| took.as_secs_f64() * 1e3)
    }

    /// Milliseconds of processor time for each.
    pub fn cpu_ms(&self) -> f64 {
        self.cpu_ns as f64 / 1e6 / self.took.len().max(1) as f64
    }
}

//! The binary `teladan`: reads the command line and hands over.

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use teladan_server::cli::{self, Cli};

/// SurrealDB leaves memory with glibc's allocator that never comes back; jemalloc returns it.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Embedded SurrealDB recurses deeply when it parses and plans.
const STACK_BYTES: usize = 10 * 1024 * 1024;

/// Seconds for work in the background to come to its end.
const REST_SECONDS_MAX: u64 = 5;

/// Waits until nobody works any more. The embedded database closes in tasks of its own once its last handle has gone, and nobody can
/// await it; a runtime that ends first cuts them off, and it says in the journal that it did not shut down cleanly.
async fn rest() {
    let metrics = tokio::runtime::Handle::current().metrics();
    let quiet = async {
        while metrics.num_alive_tasks() > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(REST_SECONDS_MAX), quiet).await.ok();
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK_BYTES).build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(async {
            let outcome = tokio::spawn(cli::run(cli)).await;
            rest().await;
            outcome
        }),
        Err(error) => {
            eprintln!("teladan: {error}");
            return ExitCode::FAILURE;
        }
    };
    match outcome {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => {
            eprintln!("teladan: {error}");
            ExitCode::FAILURE
        }
        Err(_) => ExitCode::FAILURE,
    }
}

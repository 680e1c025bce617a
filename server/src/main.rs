//! The binary `teladan`: reads the command line and hands over.

use std::process::ExitCode;

use clap::Parser;
use teladan_server::cli::{self, Cli};

/// SurrealDB leaves memory with glibc's allocator that never comes back; jemalloc returns it.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Embedded SurrealDB recurses deeply when it parses and plans.
const STACK_BYTES: usize = 10 * 1024 * 1024;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK_BYTES).build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(async { tokio::spawn(cli::run(cli)).await }),
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

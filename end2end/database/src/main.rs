//! The vendor's database server, as a test wants it: in memory, nothing else inside. Not for production.
//!
//! `teladan-test-database start --user root --pass root --bind 127.0.0.1:PORT memory`

use std::process::ExitCode;

fn main() -> ExitCode {
    surrealdb_server::init(surrealdb_core::CommunityComposer())
}

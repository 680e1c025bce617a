//! Server tests: one binary, because every binary that links SurrealDB costs half a minute.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod support;

mod citizen;
mod database;
mod doors;
mod import;
mod nodes;
mod phone;
mod plan;
mod poster;
mod store;
mod writer;

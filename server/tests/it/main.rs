//! Server tests: one binary, because every binary that links SurrealDB costs half a minute.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod support;

mod citizen;
mod database;
mod day;
mod doors;
mod drafts;
mod hot;
mod import;
mod lost;
mod nodes;
mod parcel;
mod people;
mod phone;
mod plan;
mod poster;
mod problems;
mod roles;
mod rollup;
mod store;
mod tend;
mod units;
mod writer;

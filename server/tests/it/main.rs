//! Server tests: one binary, because every binary that links SurrealDB costs half a minute.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod support;

mod assessor;
mod citizen;
mod database;
mod day;
mod doors;
mod drafts;
mod goals;
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
mod push;
mod roles;
mod rollup;
mod signin;
mod store;
mod team;
mod tend;
mod units;
mod waits;
mod writer;

//! Server tests: one binary, because every binary that links SurrealDB costs half a minute.

mod support;

mod citizen;
mod import;
mod poster;
mod writer;

//! The server of Teladan.
//!
//! [`command::run`] is the one writer; [`http`] the doors; [`bell`] the live hint; [`db`] the only room that knows
//! SurrealDB; [`auth`] passwords and tokens. `docs/ARCHITECTURE.md` walks a tap and a citizen's word through all of them.

pub mod assets;
pub mod auth;
pub mod bell;
pub mod brake;
pub mod citizen;
pub mod cli;
pub mod clock;
pub mod command;
pub mod compute;
pub mod contact;
pub mod db;
pub mod export;
pub mod generate;
pub mod http;
pub mod import;
pub mod lanes;
pub mod office;
pub mod operator;
pub mod people;
pub mod poster;
pub mod push;
pub mod rollup;
pub mod seed;
pub mod serve;
pub mod tend;
pub mod waits;
pub mod watch;

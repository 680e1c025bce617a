//! The server of Teladan.
//!
//! [`command::run`] is the one writer; [`http`] the doors; [`bell`] the live hint; [`db`] the only room that knows
//! SurrealDB; [`auth`] passwords and tokens. `docs/ARCHITECTURE.md` walks a tap and a citizen's word through all of them.

pub mod auth;
pub mod bell;
pub mod command;
pub mod db;
pub mod lanes;
pub mod office;

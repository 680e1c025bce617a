//! The sync core, without IO. It is told what happened and answers what to do; browsers, servers and tests carry it out.
//!
//! - [`wire`]: what travels between phone and server;
//! - [`memory`]: what the phone keeps;
//! - [`client`]: the phone's side, which decides what to send and when, and keeps every command until the server has
//!   answered it in a pull.

pub mod client;
pub mod memory;
pub mod wire;

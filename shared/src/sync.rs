//! The sync core, without IO. It is told what happened and answers what to do; browsers, servers and simulators carry it out.
//!
//! - [`talk`]: what phone and office say to each other;
//! - [`phone`]: the phone's side, `step(Input) -> Vec<Effect>`: what to store, what to send, and when;
//! - [`office`]: the server's side, over a [`office::Store`] that can look, commit and conflict;
//! - [`checksum`]: whether both hold the same;
//! - [`defence`]: the protocol's defences by name, so that the simulator can take one away.
//!
//! [`wire`], [`client`] and [`memory`] are protocol 1, which the app and the server speak today.

pub mod checksum;
pub mod client;
pub mod defence;
pub mod line;
pub mod memory;
#[cfg(feature = "office")]
pub mod office;
pub mod phone;
pub mod talk;
pub mod wire;

//! The sync core, without IO. It is told what happened and answers what to do; browsers, servers and simulators carry it out.
//!
//! - [`talk`]: what phone and office say to each other;
//! - [`phone`]: the phone's side, `step(Input) -> Vec<Effect>`: what to store, what to send, and when;
//! - [`office`]: the server's side, over a [`office::Store`] that can look, commit and conflict;
//! - [`parcel`]: photos, which travel apart, in slices;
//! - [`by_scope`]: a small table;
//! - [`checksum`]: whether both hold the same;
//! - [`lost`]: a browser that has cleared its storage: how that is noticed, and what may be said of it;
//! - [`defence`]: the protocol's defences by name, so that the simulator can take one away.
//!
//! [`line`] says how an exchange can fail; [`wire`] holds what else travels: boards, the live line, and pulls of protocol 1.

pub mod by_scope;
pub mod checksum;
pub mod defence;
pub mod line;
pub mod lost;
#[cfg(feature = "office")]
pub mod office;
pub mod parcel;
pub mod phone;
pub mod talk;
pub mod wire;

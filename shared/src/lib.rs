//! The domain of Teladan: types, commands, rules, changes and the sync core.
//!
//! This crate knows no IO: no network, disk, clock, randomness, async runtime, browser or database. Whatever it
//! needs is handed to it, so the same bytes in give the same bytes out on a phone (wasm32) and on the server.
//!
//! The way of a command, which is also a way to read this crate:
//! [`command::Command`] → [`rule::needs`] (which rows must be looked at) → [`rule::decide`] (may it happen?) →
//! [`change::Change`] (what has happened) → [`change::apply`] (cannot fail) → [`board::Board`] (what a supervisor sees).

pub mod actor;
pub mod behaviour;
pub mod board;
pub mod calc;
pub mod calendar;
pub mod chance;
pub mod change;
pub mod command;
#[cfg(feature = "compute")]
pub mod compute;
pub mod exact;
pub mod ids;
pub mod merge;
pub mod named;
pub mod nip;
pub mod order;
pub mod percent;
mod period;
pub mod quantity;
pub mod refusal;
pub mod row;
pub mod rule;
pub mod scope;
pub mod stamp;
pub mod sync;
pub mod together;
pub mod words;
pub mod zone;

pub mod absence;
#[cfg(feature = "office")]
pub mod account;
#[cfg(feature = "office")]
pub mod admin;
pub mod again;
pub mod complete;
pub mod counter;
pub mod dialogue;
pub mod draft;
pub mod employee;
pub mod entry;
pub mod expectation;
pub mod feedback;
pub mod goal;
pub mod lateness;
pub mod opened;
pub mod people;
pub mod plan;
pub mod push;
pub mod remark;
pub mod response;
pub mod rollup;
#[cfg(feature = "office")]
pub mod service;
#[cfg(feature = "sim")]
pub mod sim;
pub mod superior;
pub mod team;
pub mod template;
pub mod unit;

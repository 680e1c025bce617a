//! The import of staff: from the list that the personnel office exports to units, people and accounts.
//!
//! The way of a file: [`table::read`] (bytes to rows) → [`load`] (what the office knows of these people) →
//! [`check::check`] (rows to people, or all their problems) → [`plan`] and [`heads`] (what would change) →
//! [`staff::run`] (only here is anything written, by commands as the operator). All but `load` and `staff` are functions
//! from values to values. In the browser an admin takes the same way step by step ([`wizard`]), and back. This room does not know the command line; it is given bytes and answers with a [`report`].

mod chains;
pub mod check;
mod done;
pub mod first;
pub mod hand;
pub mod heads;
pub mod known;
pub mod load;
pub mod passwords;
mod pen;
pub mod plan;
pub mod problem;
pub mod rank;
mod realm;
pub mod report;
pub mod safe;
pub mod staff;
pub mod table;
pub mod undo;
pub mod units;
pub mod wizard;

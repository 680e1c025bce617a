//! The deterministic simulator: the very client and server core of [`crate::sync`] in a world that goes wrong on purpose.
//!
//! Two to eight devices, two server nodes on one database, supervisors, changes of membership; lost, doubled and late
//! messages, crashes between any two effects, lost disks, restored backups, wrong clocks. After every step the auditor
//! checks the promises; then the world is healed and must come to rest with every command in exactly one fate.
//!
//! Everything comes from one seed, so a failure is replayed by its number. [`Defence`] names what can be taken away: each time
//! the auditor must notice, or its checks prove nothing.
//!
//! - `world`: what there is, and the next move; `letter`, `net`: messages and server tasks; `driver`: what an app does with effects;
//! - `photo`: what travels in slices; `shelf`: what a server node does with them;
//! - `build`: older apps and older nodes beside the current ones;
//! - `taps`, `form`: what people do; `fault`: what goes wrong; `heal`: the way to rest;
//! - `audit`, `check`, `held`: the promises; `store`, `disk`: a database and a phone's disk; `stage`: the office.

mod audit;
mod build;
mod chance;
mod check;
mod coverage;
mod device;
mod disk;
mod driver;
mod fault;
mod form;
mod heal;
mod held;
mod letter;
mod net;
mod of;
mod photo;
mod shelf;
mod stage;
mod store;
mod tally;
mod taps;
mod world;

use crate::sync::defence::Defence;

pub use audit::Broken;
pub use coverage::{Coverage, Event};
pub use store::SimStore;

/// Steps in one world, unless told otherwise.
pub const STEPS: u32 = 1_200;

/// One world, from its beginning to its rest.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its seed.
    pub seed: u64,
    /// What was broken, and at which step.
    pub failure: Option<(u32, Broken)>,
    /// What happened.
    pub coverage: Coverage,
}

/// Runs the world of this seed. `watch` is told every move, for a replay.
#[must_use]
pub fn run(seed: u64, steps: u32, without: Option<Defence>, watch: Option<fn(&str)>) -> Outcome {
    let mut world = world::World::new(seed, without, watch);
    let failure = world.live(steps).err();
    Outcome { seed, failure: failure.map(|broken| (world.step, broken)), coverage: world.coverage }
}

#[cfg(test)]
mod tests;
